import { version as packageVersion } from "../package.json";

/** The version of this package, as in `/embed/<version>/techniek.js`. */
export const version: string = packageVersion;
