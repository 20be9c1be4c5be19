import { Readable } from "node:stream";
import Papa from "papaparse";
import type { ImportMapping } from "../../db/schema.ts";
import type { ForeignItem, Items } from "../items.ts";

type Row = Record<string, unknown>;

/** Small pieces, so that rows come as they are asked for and not all at once. */
function* pieces(content: string): Generator<string> {
	const size = 64 * 1024;
	for (let from = 0; from < content.length; from += size) yield content.slice(from, from + size);
}

async function* rowsOf(content: string): AsyncGenerator<Row> {
	// The delimiter is found in the first piece: comma, semicolon, tab or bar.
	const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: "greedy" });
	const rows: AsyncIterable<Row> = Readable.from(pieces(content.replace(/^\uFEFF/, ""))).pipe(parser);
	yield* rows;
}

/** Fields of a date and a time in columns of their own, made one when both are known. */
const split = /^(start|end)(Date|Time)$/;

const cellOf = (row: Row, column: string): string => {
	const cell = row[column];
	return typeof cell === "string" ? cell.trim() : "";
};

function dataOf(row: Row, mapping: ImportMapping): Record<string, unknown> {
	const flat = new Map<string, string>();
	for (const column of Object.keys(row)) {
		const field = mapping.columns ? mapping.columns[column] : column;
		const value = cellOf(row, column);
		if (!field || !value || field === "id") continue;
		// Two columns for one field: as two paragraphs.
		flat.set(field, flat.has(field) ? `${flat.get(field)}\n\n${value}` : value);
	}
	const data = new Map<string, unknown>();
	for (const [field, value] of flat) {
		const [outer = field, inner] = field.split(".", 2);
		const [, moment] = split.exec(field) ?? [];
		if (moment) data.set(moment, [flat.get(`${moment}Date`), flat.get(`${moment}Time`)].filter(Boolean).join(" "));
		else if (inner) {
			const held = data.get(outer);
			data.set(outer, { ...(typeof held === "object" ? held : {}), ...Object.fromEntries([[inner, value]]) });
		} else data.set(field, value);
	}
	return Object.fromEntries(data);
}

const keyColumn = (mapping: ImportMapping, field: string) =>
	mapping.columns ? Object.entries(mapping.columns).find(([, to]) => to === field)?.[0] : field;

/** Columns that hold persons stay out of what is kept as it was found. */
const personal = /^contacts?\b|e-?mail|telefoon|phone|contactpersoon/i;

/**
 * Rows of a CSV file. A column's name is its field, `location.place` a field inside a field, unless the mapping says otherwise;
 * a cell of a list field holds its codes with `;` between them.
 */
export async function* parseCsv(content: string, mapping: ImportMapping): Items {
	const [id, url, title] = ["id", "sourceUrl", "title"].map((field) => keyColumn(mapping, field));
	let index = 0;
	for await (const row of rowsOf(content)) {
		const found = [id, url, title].map((column) => (column ? cellOf(row, column) : "")).find(Boolean);
		const raw = Object.fromEntries(
			Object.entries(row).filter(([column]) => !personal.test(mapping.columns?.[column] ?? column)),
		);
		const item: ForeignItem = { key: found ?? `rij ${index + 2}`, data: dataOf(row, mapping), raw };
		yield item;
		index++;
	}
}

/** The names of the columns and the first rows, for somebody who says what is in them. */
export async function previewCsv(content: string, rows = 5): Promise<{ columns: string[]; rows: string[][] }> {
	const found: Row[] = [];
	for await (const row of rowsOf(content)) {
		found.push(row);
		if (found.length === rows) break;
	}
	const columns = Object.keys(found[0] ?? {}).filter((name) => name !== "__parsed_extra");
	return { columns, rows: found.map((row) => columns.map((column) => cellOf(row, column).slice(0, 200))) };
}
