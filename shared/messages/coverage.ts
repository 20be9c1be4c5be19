import type { Language } from "../vocabularies/vocabulary.ts";

/** What the coverage matrix says wherever it stands: in the workbench, in the widget, in a table file. */
export interface CoverageMessages {
	axes: Record<
		"action-line" | "ambition" | "national-action" | "regional-goal" | "stage" | "municipality" | "audience" | "scale",
		string
	>;
	region: string;
	rows: string;
	columns: string;
	number: string;
	initiatives: string;
	/** `rows` and `columns` are names of axes. */
	caption: (rows: string, columns: string) => string;
	total: string;
	/** Under the totals, which are not the sums of their cells. */
	once: string;
	/** Of a cell, to who does not see it: "Kiezen voor techniek, Vmbo: 5 initiatieven". */
	cell: (row: string, column: string, count: number) => string;
	count: (count: number) => string;
	open: string;
	close: string;
	whiteSpots: string;
	/** For the white spots: how many of how many cells. */
	spots: (empty: number, of: number) => string;
	connects: string;
	legend: string;
}

const ofCount = (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`;
const nl = ofCount("initiatief", "initiatieven");
const en = ofCount("initiative", "initiatives");

export const coverageMessages: Readonly<Record<Language, CoverageMessages>> = {
	nl: {
		axes: {
			"action-line": "Actielijn",
			ambition: "Ambitie",
			"national-action": "Landelijke actie",
			"regional-goal": "Regionaal doel",
			stage: "Onderwijs- of werkfase",
			municipality: "Gemeente",
			audience: "Doelgroep",
			scale: "Schaal",
		},
		region: "Regio",
		rows: "Rijen",
		columns: "Kolommen",
		number: "Aantal",
		initiatives: "Initiatieven",
		caption: (rows, columns) => `Aantal initiatieven per ${rows.toLowerCase()} en ${columns.toLowerCase()}`,
		total: "Totaal",
		once: "Een initiatief telt in elk vak waar het bij hoort, en in een totaal één keer.",
		cell: (row, column, count) => `${row}, ${column}: ${nl(count)}`,
		count: nl,
		open: "Kies een getal om te zien welke initiatieven dat zijn.",
		close: "Sluiten",
		whiteSpots: "Witte vlekken",
		spots: (empty, of) => `${empty} van de ${of} vakken ${empty === 1 ? "is" : "zijn"} leeg.`,
		connects: "Sluit aan?",
		legend: "Donkerder is meer; een leeg vak met een streepje is een witte vlek.",
	},
	en: {
		axes: {
			"action-line": "Action line",
			ambition: "Ambition",
			"national-action": "National action",
			"regional-goal": "Regional goal",
			stage: "Stage of education or work",
			municipality: "Municipality",
			audience: "Audience",
			scale: "Scale",
		},
		region: "Region",
		rows: "Rows",
		columns: "Columns",
		number: "Number",
		initiatives: "Initiatives",
		caption: (rows, columns) => `Number of initiatives by ${rows.toLowerCase()} and ${columns.toLowerCase()}`,
		total: "Total",
		once: "An initiative counts in every cell that it belongs to, and once in a total.",
		cell: (row, column, count) => `${row}, ${column}: ${en(count)}`,
		count: en,
		open: "Choose a number to see which initiatives these are.",
		close: "Close",
		whiteSpots: "White spots",
		spots: (empty, of) => `${empty} of the ${of} cells ${empty === 1 ? "is" : "are"} empty.`,
		connects: "Connects?",
		legend: "Darker is more; an empty cell with a dash is a white spot.",
	},
};
