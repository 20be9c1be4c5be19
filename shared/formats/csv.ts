import Papa from "papaparse";
import type { Item } from "../model/feed.ts";
import { atOnce, type Steps } from "../text/steps.ts";

/** Lists of codes and names in one cell, as the import reads them back. */
const separator = ";";

function cellOf(value: unknown): string {
	if (value === undefined || value === null) return "";
	if (Array.isArray(value)) return value.map((one) => cellOf(nameOf(one))).join(separator);
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const nameOf = (value: unknown): unknown =>
	typeof value === "object" && value !== null
		? (Reflect.get(value, "name") ?? Reflect.get(value, "note") ?? value)
		: value;

/** One level of objects becomes dotted columns: `location.place`. */
function flatten(item: object): Record<string, string> {
	const row: Record<string, string> = {};
	for (const [name, value] of Object.entries(item)) {
		if (typeof value === "object" && value !== null && !Array.isArray(value)) {
			for (const [inner, one] of Object.entries(value)) row[`${name}.${inner}`] = cellOf(one);
		} else row[name] = cellOf(value);
	}
	return row;
}

/** Papa's own expression lets a cell of several lines pass. */
const formula = /^[=+\-@\t\r\n]/;

/**
 * Items as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read accents. A cell that a spreadsheet
 * would take for a formula starts with an apostrophe.
 */
export function* csvSteps(items: readonly Item[]): Steps<string> {
	const columns = new Set(["id", "title", "url"]);
	for (const item of items) {
		for (const column of Object.keys(flatten(item))) columns.add(column);
		yield;
	}
	const headings = [...columns];
	let text = tableCsv(headings, []);
	for (let from = 0; from < items.length; from += atATime) {
		const rows = items.slice(from, from + atATime).map(flatten);
		text += unparse(rows.map((row) => headings.map((column) => row[column] ?? "")));
		yield;
	}
	return text;
}

/** {@link csvSteps}, at once. */
export const toCsv = (items: readonly Item[]): string => atOnce(csvSteps(items));

const atATime = 50;

/** Rows under headings as CSV, guarded in the same way; a number is never a formula and stays as it is. */
export const tableCsv = (headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
	// Headings as a row: as fields they would get an empty row after them where there are no others.
	`\uFEFF${unparse([headings, ...rows])}`;

const unparse = (rows: readonly (readonly (string | number)[])[]): string =>
	`${Papa.unparse(
		rows.map((row) => [...row]),
		{ escapeFormulae: formula, newline: "\r\n" },
	)}\r\n`;
