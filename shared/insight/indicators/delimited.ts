/**
 * Tables as text: RFC 4180 with any one delimiter, as spreadsheets copy and save them. Papa Parse reads the large files of imports;
 * this goes to the browser, where it would be most of what a page loads and is no module.
 */

/** Where a quoted cell ends that begins at `from`: past its closing quote; -1 when there is none, and the quote is just a sign. */
function closing(text: string, from: number): number {
	for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 2)) {
		if (text[at + 1] !== '"') return at + 1;
	}
	return -1;
}

/** The cells of every row. A row ends at CR, LF or both; one within quotes belongs to its cell. */
export function cellsOf(text: string, delimiter: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = "";
	let at = 0;
	while (at < text.length) {
		const sign = text[at];
		const end = sign === '"' && cell === "" ? closing(text, at) : -1;
		if (end !== -1) {
			cell = text.slice(at + 1, end - 1).replaceAll('""', '"');
			at = end;
		} else if (sign === delimiter) {
			row.push(cell);
			cell = "";
			at++;
		} else if (sign === "\n" || sign === "\r") {
			rows.push([...row, cell]);
			row = [];
			cell = "";
			at += sign === "\r" && text[at + 1] === "\n" ? 2 : 1;
		} else {
			cell += sign;
			at++;
		}
	}
	return cell !== "" || row.length > 0 ? [...rows, [...row, cell]] : rows;
}

/** One row as text that {@link cellsOf} reads back. */
export const lineOf = (cells: readonly string[], delimiter: string): string =>
	cells
		.map((cell) => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
		.join(delimiter);
