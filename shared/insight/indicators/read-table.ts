import { sentenceFor } from "../../messages/field-problems.ts";
import { type Breakdown, Observation } from "../../model/indicator.ts";
import { fold } from "../../model/query.ts";
import type { Language } from "../../vocabularies/vocabulary.ts";
import { unguarded } from "./csv-rows.ts";
import { cellsOf, lineOf } from "./delimited.ts";
import { isPeriod } from "./period.ts";
import { asCode, dimensionOf } from "./words.ts";

/** Tables of observations as people bring them: pasted from a spreadsheet, or a CSV file of theirs or of ours. */

export type Sentence = Readonly<Record<Language, string>>;

export interface GoodRow {
	/** As a spreadsheet counts: the first row is 1. */
	readonly row: number;
	/** The indicator that the row names, where the table has that column. */
	readonly indicator?: string | undefined;
	/** `version` is there only when the table says so. */
	readonly observation: Omit<Observation, "version"> & { readonly version?: number | undefined };
}

export interface BadRow {
	readonly row: number;
	/** The cells as they came, in the table's own delimiter: nothing of it is lost. */
	readonly text: string;
	readonly problems: readonly Sentence[];
}

export interface ReadTable {
	readonly good: readonly GoodRow[];
	readonly bad: readonly BadRow[];
	/** The first row when it names the columns, to put above rows that come back. */
	readonly heading?: string | undefined;
	/** A problem of the table as a whole: nothing was read. */
	readonly problem?: Sentence | undefined;
	/** A row as it came, by its number. */
	textOf(row: number): string;
}

type Column = "indicator" | "period" | "value" | "note" | "version" | "ignored" | Split;

/** A column of a dimension. In tables that people made its cells may have the labels of codes. */
interface Split {
	readonly dimension: string;
	readonly labels: boolean;
}

/** What columns are called, in Dutch, English and in our own files. */
const names: Readonly<Record<Exclude<Column, object>, readonly string[]>> = {
	indicator: ["indicator", "indicator slug", "kenmerk", "slug"],
	period: ["period", "periode", "jaar", "year", "schooljaar", "datum", "date"],
	value: ["value", "waarde", "aantal", "getal", "cijfer"],
	note: ["note", "toelichting", "opmerking"],
	version: ["version", "versie", "definitieversie", "definition version"],
	// What our own files say for whoever reads them; an indicator knows it itself.
	ignored: [
		"title",
		"unit",
		"eenheid",
		"definition",
		"definitie",
		"source",
		"bron",
		"source.url",
		"source.date",
		"sample",
	],
};

function columnOf(heading: string): Column | undefined {
	const bare = fold(heading).trim();
	const known = Object.entries(names).find(([, words]) => words.includes(bare));
	if (known) return known[0] as Exclude<Column, object>;
	// Of our own files: the key as it is.
	const [, own] = /^breakdown\.([a-z0-9-]+)$/.exec(heading.trim()) ?? [];
	const dimension = own ?? dimensionOf(heading);
	return dimension === undefined ? undefined : { dimension, labels: own === undefined };
}

const delimiterOf = (text: string): string => {
	const [first = ""] = text.split(/\r?\n/, 1);
	return first.includes("\t") ? "\t" : first.includes(";") ? ";" : ",";
};

/**
 * A number as people write it. In text with commas between the cells a point is the decimal sign; elsewhere, as Dutch spreadsheets
 * write, `1.250` is a thousand and `12,5` has a decimal. A sign for per cent or euro is left out. Undefined for anything else.
 */
export function numberIn(cell: string, delimiter: string): number | undefined {
	const bare = cell.replace(/[\s\u00a0\u202f€%]/g, "").replace(/^\u2212/, "-");
	const dutch = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+$/.test(bare);
	const thousands = delimiter !== "," && /^[+-]?\d{1,3}(?:\.\d{3})+$/.test(bare);
	const plain = dutch || thousands ? bare.replaceAll(".", "").replace(",", ".") : bare;
	if (!/^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) return undefined;
	const value = Number(plain);
	return Number.isFinite(value) ? value : undefined;
}

/** "2022/2023" and "2022/23" as "2022-2023", "1-6-2023" as "2023-06-01"; anything else as it stands. */
export function periodIn(cell: string): string {
	const bare = cell.trim().replace(/\s*[/\u2013]\s*/g, "-");
	const [, first = "", last = ""] = /^(\d{4})-(\d{2})$/.exec(bare) ?? [];
	// "2022-23" is a school year and "2022-06" a month: only years in a row are meant as the former.
	if (first && (Number(first) + 1) % 100 === Number(last) && !(cell.includes("-") && Number(last) <= 12))
		return `${first}-${Number(first) + 1}`;
	const [, day, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(bare) ?? [];
	return year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : bare;
}

const sentences = {
	noColumns: {
		nl: "Er is geen kolom voor de periode of voor de waarde. Zet boven de kolommen: periode, waarde, en zo nodig een uitsplitsing en toelichting.",
		en: "There is no column for the period or for the value. Name the columns: period, value, and if need be a breakdown and note.",
	},
	tooMany: {
		nl: "Deze rij heeft meer cellen dan er kolommen zijn.",
		en: "This row has more cells than there are columns.",
	},
	noPeriod: { nl: "De periode ontbreekt.", en: "The period is missing." },
	noValue: { nl: "De waarde ontbreekt.", en: "The value is missing." },
} satisfies Record<string, Sentence>;

const inBoth = (make: (language: Language) => string): Sentence => ({ nl: make("nl"), en: make("en") });

const quoted = (cell: string) => `“${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell}”`;

const notNumber = (cell: string): Sentence => ({
	nl: `${quoted(cell)} is geen getal, zoals 1250 of 12,5.`,
	en: `${quoted(cell)} is not a number, such as 1250 or 12.5.`,
});
const notVersion = (cell: string): Sentence => ({
	nl: `${quoted(cell)} is geen nummer van een definitie, zoals 1 of 2.`,
	en: `${quoted(cell)} is not the number of a definition, such as 1 or 2.`,
});

interface Cells {
	indicator?: string;
	period?: string;
	value?: string;
	note?: string;
	version?: string;
	breakdown: Breakdown;
}

function gather(cells: readonly string[], columns: readonly Column[]): Cells {
	const found: Cells = { breakdown: {} };
	for (const [index, column] of columns.entries()) {
		const cell = unguarded((cells[index] ?? "").trim());
		if (!cell || column === "ignored") continue;
		if (typeof column === "object")
			found.breakdown[column.dimension] = column.labels ? asCode(column.dimension, cell) : cell;
		else found[column] = cell;
	}
	return found;
}

function readRow(cells: readonly string[], columns: readonly Column[], delimiter: string) {
	const problems: Sentence[] = [];
	if (cells.slice(columns.length).some((cell) => cell.trim() !== "")) problems.push(sentences.tooMany);
	const { indicator, period = "", value = "", note, version, breakdown } = gather(cells, columns);
	const read = periodIn(period);
	if (!read) problems.push(sentences.noPeriod);
	else if (!isPeriod(read))
		problems.push(inBoth((language) => sentenceFor({ path: [], message: "unknown-period" }, language, read)));
	const number = numberIn(value, delimiter);
	if (number === undefined) problems.push(value ? notNumber(value) : sentences.noValue);
	if (version !== undefined && !/^[1-9]\d{0,2}$/.test(version)) problems.push(notVersion(version));
	const observation = {
		period: read,
		value: number ?? 0,
		...(Object.keys(breakdown).length > 0 && { breakdown }),
		...(note && { note }),
		...(version !== undefined && { version: Number(version) }),
	};
	const checked = problems.length > 0 ? undefined : Observation.safeParse(observation);
	if (checked && !checked.success)
		for (const issue of checked.error.issues)
			problems.push(inBoth((language) => `${issue.path.join(".")}: ${sentenceFor(issue, language, "")}`));
	return { indicator, observation, problems };
}

const columnsIn = (cells: readonly string[]): readonly Column[] => cells.map((cell) => columnOf(cell) ?? "ignored");

/** Whether a first row names columns: one of them is the period or the value. */
const namesColumns = (columns: readonly Column[]) => columns.some((one) => one === "period" || one === "value");

/**
 * Reads a table of observations: cells apart by tab, semicolon or comma. Its first row names the columns; one that does not is a
 * row like the others, in the order of `columns` (by default period, value and note). Every row that is not empty comes back,
 * read or with sentences that say what is wrong.
 */
export function readObservations(text: string, columns: readonly string[] = ["period", "value", "note"]): ReadTable {
	const content = text.replace(/^\uFEFF/, "");
	const delimiter = delimiterOf(content);
	const rows = cellsOf(content, delimiter);
	const first = columnsIn(rows[0] ?? []);
	const headed = namesColumns(first);
	const own = headed ? first : columnsIn(columns);
	const line = (cells: readonly string[]) => lineOf(cells, delimiter);
	const heading = headed ? line(rows[0] ?? []) : undefined;
	const textOf = (row: number) => line(rows[row - 1] ?? []);
	if (headed && !(first.includes("period") && first.includes("value")))
		return { good: [], bad: [], heading, textOf, problem: sentences.noColumns };
	const good: GoodRow[] = [];
	const bad: BadRow[] = [];
	for (const [index, cells] of rows.entries()) {
		if ((headed && index === 0) || cells.every((cell) => cell.trim() === "")) continue;
		const row = index + 1;
		const { indicator, observation, problems } = readRow(cells, own, delimiter);
		if (problems.length > 0) bad.push({ row, text: line(cells), problems });
		else good.push({ row, ...(indicator && { indicator }), observation });
	}
	return { good, bad, textOf, ...(heading !== undefined && { heading }) };
}

/** Whether a text is a table of observations: its first row names a column for the period and one for the value. */
export function isObservationTable(text: string): boolean {
	const [first = ""] = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1);
	const columns = columnsIn(cellsOf(first, delimiterOf(first))[0] ?? []);
	return columns.includes("period") && columns.includes("value");
}
