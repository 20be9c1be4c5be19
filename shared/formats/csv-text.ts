const formula = /^[=+\-@\t\r\n]/;

function cell(value: string | number): string {
	const risky = typeof value === "string" && formula.test(value);
	const text = risky ? `'${value}` : String(value);
	return risky || /[",\r\n\uFEFF]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows under headings as CSV, byte for byte what `tableCsv` (csv.ts) gives, which a test checks; without its library, which
 * weighs more than a widget's own code.
 */
export const csvText = (headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
	`\uFEFF${[headings, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
