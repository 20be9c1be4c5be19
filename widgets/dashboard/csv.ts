import { csvTableOf, type Written } from "../../shared/insight/indicators/csv-rows.ts";

const formula = /^[=+\-@\t\r\n]/;

function cell(value: string | number): string {
	const risky = typeof value === "string" && formula.test(value);
	const text = risky ? `'${value}` : String(value);
	return risky || /[",\r\n\uFEFF]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What the inventory gives as CSV, written without its library, which is heavier than all of the dashboard. A test holds them equal. */
export function csvText(items: Written | readonly Written[]): string {
	const { headings, rows } = csvTableOf(items);
	return `\uFEFF${[headings, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Offers `text` to the visitor as a file, made on this page: nothing is asked of anybody. */
export function download(name: string, text: string) {
	const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	// Not at once: the browser has yet to take it.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
