/** Columns of text, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string;
