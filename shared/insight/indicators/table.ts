import type { Language } from "../../vocabularies/vocabulary.ts";
import { definitionsOf, inOrder, type Measured, sliceOf, unitOf } from "./measured.ts";
import { dimensionLabel, numberText, valueLabel } from "./words.ts";

export interface TableColumn {
	/** `period`, `value`, `unit`, `version`, `note` or `breakdown.<dimension>`. */
	readonly key: string;
	readonly label: string;
	/** To be set to the right. */
	readonly numeric?: true;
}

export interface FigureTable {
	readonly columns: readonly TableColumn[];
	/** A text for each column. */
	readonly rows: readonly (readonly string[])[];
}

const headings = {
	period: { nl: "Periode", en: "Period" },
	value: { nl: "Waarde", en: "Value" },
	unit: { nl: "Eenheid", en: "Unit" },
	version: { nl: "Definitie", en: "Definition" },
	note: { nl: "Toelichting", en: "Note" },
	total: { nl: "Totaal", en: "Total" },
};

/** The dimensions that occur, in the order in which they first do. */
export const dimensionKeys = (item: Pick<Measured, "observations">): string[] => [
	...new Set(item.observations.flatMap((observation) => Object.keys(sliceOf(observation)))),
];

/**
 * Every observation as one row, in order of time, as a reader of `language` reads it. Unit and version have a column once the
 * definition changed, a note when there is one.
 */
export function tableOf(item: Measured, language: Language): FigureTable {
	const dimensions = dimensionKeys(item);
	const changed = definitionsOf(item).length > 1 || item.observations.some(({ version }) => version !== item.version);
	const noted = item.observations.some(({ note }) => note);
	const heading = (key: keyof typeof headings): TableColumn => ({ key, label: headings[key][language] });
	return {
		columns: [
			heading("period"),
			...dimensions.map((key) => ({ key: `breakdown.${key}`, label: dimensionLabel(key, language) })),
			{ ...heading("value"), numeric: true },
			...(changed ? [heading("unit"), heading("version")] : []),
			...(noted ? [heading("note")] : []),
		],
		rows: inOrder(item.observations).map((observation) => [
			observation.period,
			...dimensions.map((key) => {
				const value = sliceOf(observation)[key];
				return value === undefined ? headings.total[language] : valueLabel(key, value, language);
			}),
			numberText(observation.value, language),
			...(changed ? [unitOf(item, observation.version), String(observation.version)] : []),
			...(noted ? [observation.note ?? ""] : []),
		]),
	};
}
