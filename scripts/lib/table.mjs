/**
 * Columns of text, numbers to the right.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
	const all = [head, ...rows];
	const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
	const isNumber = (/** @type {string} */ text) => /^[\d.,]+(?: ?(?:ms|x|kB))?$/.test(text);
	return all
		.map((row, index) =>
			row
				.map((cell, column) => {
					const width = widths[column] ?? 0;
					const right = index === 0 ? rows.some((other) => isNumber(other[column] ?? "")) : isNumber(cell);
					return right ? cell.padStart(width) : cell.padEnd(width);
				})
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}
