import * as z from "zod/mini";
import { addObservations } from "../../../shared/insight/indicators/add-observations.ts";
import {
	type BadRow,
	numberIn,
	readObservations,
	type Sentence,
} from "../../../shared/insight/indicators/read-table.ts";
import { Observation } from "../../../shared/model/indicator.ts";
import { type Draft, isObject } from "./path.ts";

/** The observations of a draft as rows that somebody types in: a period or value may not be right yet. */

export type Row = Readonly<Record<string, unknown>>;

export const rowsOf = (draft: Draft): readonly Row[] =>
	Array.isArray(draft.observations) ? draft.observations.map((one): Row => (isObject(one) ? one : {})) : [];

const breakdownOf = (row: Row): Row => (isObject(row.breakdown) ? row.breakdown : {});

export const cellOf = (row: Row, dimension: string): string => {
	const value = breakdownOf(row)[dimension];
	return typeof value === "string" ? value : "";
};

/** The dimensions that rows have, and those that were added and have no value yet. */
export const dimensionsOf = (rows: readonly Row[], added: readonly string[]): string[] => [
	...new Set([...rows.flatMap((row) => Object.keys(breakdownOf(row))), ...added]),
];

const whole = (value: unknown, otherwise: number): number =>
	typeof value === "number" && Number.isInteger(value) && value > 0 ? value : otherwise;

/** The number of the definition as it stands now. */
export const versionOf = (draft: Draft): number => whole(draft.version, 1);

export const versionOfRow = (row: Row): number => whole(row.version, 1);

export const earlierOf = (draft: Draft): readonly Row[] =>
	Array.isArray(draft.earlier) ? draft.earlier.map((one): Row => (isObject(one) ? one : {})) : [];

/** All numbers of definitions, the present one first. */
export const versionsOf = (draft: Draft): number[] => [
	...new Set([
		versionOf(draft),
		...earlierOf(draft).flatMap(({ version }) => (typeof version === "number" ? [version] : [])),
	]),
];

/** A row with `key` (or a dimension) set; an empty text takes it away. */
export function withCell(row: Row, key: string, value: unknown): Row {
	const { [key]: _, ...rest } = row;
	return value === undefined || value === "" ? rest : { ...rest, [key]: value };
}

export function withSlice(row: Row, dimension: string, text: string): Row {
	const slice = withCell(breakdownOf(row), dimension, text);
	return withCell(row, "breakdown", Object.keys(slice).length > 0 ? slice : undefined);
}

/** What a typed value is: a number as Dutch people write it, or the text itself until it is one. */
export const valueFrom = (text: string): unknown => numberIn(text, ";") ?? (text.trim() || undefined);

export interface Taken {
	readonly observations: readonly unknown[];
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly bad: readonly BadRow[];
	/** What is left to correct, under its headings: nothing is lost. */
	readonly left: string;
	/** The table as a whole cannot be read; then nothing was taken. */
	readonly problem?: Sentence | undefined;
}

/**
 * Puts a pasted table into the observations of a draft. `dimensions` are the breakdown columns on the screen, in whose order a
 * table without headings is read.
 */
export function takeTable(draft: Draft, text: string, dimensions: readonly string[]): Taken {
	const columns = ["period", "value", ...dimensions.map((key) => `breakdown.${key}`), "note"];
	const table = readObservations(text, columns);
	const rows = rowsOf(draft);
	if (table.problem)
		return { observations: rows, added: 0, changed: 0, unchanged: 0, bad: [], left: text, problem: table.problem };
	const read = rows.map((row) => Observation.safeParse(row).data);
	const right = z.array(Observation).parse(read.filter((one) => one !== undefined));
	const earlier = versionsOf(draft)
		.filter((version) => version !== versionOf(draft))
		.map((version) => ({ version, unit: "", source: { name: "" } }));
	const { observations, bad, ...counts } = addObservations(
		{ version: versionOf(draft), earlier, observations: right },
		table.good,
	);
	const known = observations.slice(0, right.length);
	const all = [...table.bad, ...bad.map((one) => ({ ...one, text: table.textOf(one.row) }))].sort(
		(a, b) => a.row - b.row,
	);
	const headings = table.heading === undefined ? [] : [table.heading];
	return {
		// A row that is not right yet keeps its place.
		observations: [
			...rows.map((row, index) => (read[index] ? known.shift() : row)),
			...observations.slice(right.length),
		],
		...counts,
		bad: all,
		left: all.length > 0 ? [...headings, ...all.map((one) => one.text)].join("\n") : "",
	};
}
