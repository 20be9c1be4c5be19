import { type Language, labelOf } from "../../vocabularies/vocabulary.ts";
import { type Axis, vocabularyOf } from "./axes.ts";
import type { Comparison, Difference } from "./compare.ts";
import type { Coverage } from "./coverage-of.ts";

/** The matrix in words. Labels come from the vocabularies; `label` is for who has better ones (a feed's own). */
export type LabelOf = (axis: Axis, code: string) => string | undefined;

const without: Readonly<Record<Axis, Readonly<Record<Language, string>>>> = {
	"action-line": { nl: "Zonder actielijn", en: "Without an action line" },
	ambition: { nl: "Zonder ambitie", en: "Without an ambition" },
	"national-action": { nl: "Zonder landelijke actie", en: "Without a national action" },
	"regional-goal": { nl: "Zonder regionaal doel", en: "Without a regional goal" },
	stage: { nl: "Zonder fase", en: "Without a stage" },
	municipality: { nl: "Hele regio of zonder gemeente", en: "Whole region or no municipality" },
	audience: { nl: "Zonder doelgroep", en: "Without an audience" },
	scale: { nl: "Zonder schaal", en: "Without a scale" },
};

/** What a row or column is called. */
export const lineName = (axis: Axis, code: string, language: Language, label?: LabelOf): string =>
	code ? (label?.(axis, code) ?? labelOf(vocabularyOf[axis], code, language)) : without[axis][language];

/** Names in a row: "Vmbo, Mbo en Ouders". */
export const listed = (names: readonly string[], language: Language): string =>
	new Intl.ListFormat(language, { type: "conjunction" }).format(names);

/** Whether national policy finds something to connect to in the region, as the plan of Oost ticks its twelve actions. */
export const connects = (ids: readonly string[], language: Language): string =>
	language === "nl"
		? ids.length > 0
			? "Sluit aan"
			: "Sluit niet aan"
		: ids.length > 0
			? "Connects"
			: "Does not connect";

const say = {
	nl: {
		everything: "Er zijn geen witte vlekken: in elk vak staat ten minste één initiatief.",
		nothing: "Er zijn nog geen initiatieven.",
		row: (row: string) => `${row}: nog helemaal niets.`,
		column: (columns: string) => `Nergens iets voor: ${columns}.`,
		part: (row: string, columns: string) => `${row}: nog niets voor ${columns}.`,
		only: (region: string, row: string, columns: string) => `${row}: alleen ${region} heeft iets voor ${columns}.`,
	},
	en: {
		everything: "There are no white spots: every cell has at least one initiative.",
		nothing: "There are no initiatives yet.",
		row: (row: string) => `${row}: nothing at all yet.`,
		column: (columns: string) => `Nothing anywhere for: ${columns}.`,
		part: (row: string, columns: string) => `${row}: nothing yet for ${columns}.`,
		only: (region: string, row: string, columns: string) => `${row}: only ${region} has something for ${columns}.`,
	},
} as const;

/** The white spots as sentences: rows and columns without anything first said as such, then what the other rows lack. */
export function whiteSpotsInWords(coverage: Coverage, language: Language, label?: LabelOf): string[] {
	const { axes, rows, columns, whiteSpots, total } = coverage;
	const words = say[language];
	if (total === 0) return [words.nothing];
	if (whiteSpots.length === 0) return [words.everything];
	const known = (lines: Coverage["rows"]) => lines.filter(({ code }) => code).map(({ code }) => code);
	const empty = (code: string, side: "row" | "column", among: number) =>
		whiteSpots.filter((spot) => spot[side] === code).length === among;
	const rowCodes = known(rows);
	const columnCodes = known(columns);
	const bareRows = rowCodes.filter((code) => empty(code, "row", columnCodes.length));
	const bareColumns = columnCodes.filter((code) => empty(code, "column", rowCodes.length));
	const name = (side: "rows" | "columns", code: string) => lineName(axes[side], code, language, label);
	const partly = rowCodes.flatMap((row) => {
		const missing = columnCodes.filter(
			(column) =>
				!bareColumns.includes(column) && whiteSpots.some((spot) => spot.row === row && spot.column === column),
		);
		if (bareRows.includes(row) || missing.length === 0) return [];
		return words.part(
			name("rows", row),
			listed(
				missing.map((code) => name("columns", code)),
				language,
			),
		);
	});
	// When every row is bare, that says it all.
	const columnsToo = bareColumns.length > 0 && bareRows.length < rowCodes.length;
	return [
		...bareRows.map((code) => words.row(name("rows", code))),
		...(columnsToo
			? [
					words.column(
						listed(
							bareColumns.map((code) => name("columns", code)),
							language,
						),
					),
				]
			: []),
		...partly,
	];
}

/** What one of two regions has and the other has not, as sentences: of the first region, then of the second. */
export function differencesInWords(
	{ axes, rows, columns, cells }: Comparison,
	names: { first: string; second: string },
	language: Language,
	label?: LabelOf,
): string[] {
	const of = (difference: Difference, region: string) =>
		rows.flatMap((row, down) => {
			const only = columns.filter((column, across) => column && cells[down]?.[across]?.difference === difference);
			if (!row || only.length === 0) return [];
			const there = listed(
				only.map((code) => lineName(axes.columns, code, language, label)),
				language,
			);
			return say[language].only(region, lineName(axes.rows, row, language, label), there);
		});
	return [...of("only-first", names.first), ...of("only-second", names.second)];
}
