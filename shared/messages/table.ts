import type { Language } from "../vocabularies/vocabulary.ts";

export const tableColumns = [
	"actionLine",
	"initiative",
	"goal",
	"activity",
	"planning",
	"partners",
	"result",
	"means",
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** What the table of initiatives says, beside what every list says. */
export interface TableMessages {
	/** `order`: the column by which it is sorted, in lower case. */
	caption: (order: string) => string;
	columns: Record<TableColumn, string>;
	/** Above the buttons where the table is a stack of cards. */
	sort: string;
	/** The heading above those that belong to no action line. */
	otherActionLine: string;
	lead: string;
	download: string;
}

export const tableMessages: Readonly<Record<Language, TableMessages>> = {
	nl: {
		caption: (order) => `Actielijst, op volgorde van ${order}`,
		columns: {
			actionLine: "Actielijn",
			initiative: "Initiatief",
			goal: "Doel",
			activity: "Activiteit",
			planning: "Planning",
			partners: "Partners",
			result: "Resultaat",
			means: "Middelen",
		},
		sort: "Sorteer op",
		otherActionLine: "Zonder actielijn",
		lead: "trekker",
		download: "Download als CSV",
	},
	en: {
		caption: (order) => `Action list, in order of ${order}`,
		columns: {
			actionLine: "Action line",
			initiative: "Initiative",
			goal: "Goal",
			activity: "Activity",
			planning: "Planning",
			partners: "Partners",
			result: "Result",
			means: "Means",
		},
		sort: "Sort by",
		otherActionLine: "Without an action line",
		lead: "lead",
		download: "Download as CSV",
	},
};
