/** Of the network of a region as it is published. Apart from its schema, which widgets do not load. */
export const networkFormat = "techniek-network/1";
