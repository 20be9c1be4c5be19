import type { Language } from "../vocabularies/vocabulary.ts";

/** What the dashboard says. Amounts and periods come in as readers of the language write them. */
export interface DashboardMessages {
	loading: string;
	/** `of`: how many there are when fewer are shown. */
	count: (shown: string, one: boolean) => string;
	empty: string;
	filteredEmpty: string;
	failed: string;
	stale: (when: string) => string;
	retry: string;
	/** The heading above indicators of no perspective. */
	otherPerspective: string;
	sample: string;
	noValue: string;
	noTotal: string;
	oneValue: string;
	more: (change: string, before: string, period: string) => string;
	less: (change: string, before: string, period: string) => string;
	same: (before: string, period: string) => string;
	since: (change: string, period: string) => string;
	points: string;
	target: string;
	/** `when` is the period, or empty. */
	targetWords: (value: string, when: string) => string;
	/** As short as a chart has room for. */
	targetShort: (value: string) => string;
	targetOfNewDefinition: (target: string) => string;
	changed: (period: string) => string;
	changedShort: string;
	otherUnit: (unit: string) => string;
	gaps: string;
	split: string;
	whole: string;
	period: string;
	largest: (shown: string, all: string) => string;
	none: string;
	table: string;
	tableOf: (title: string) => string;
	download: string;
	downloadAll: string;
	about: string;
	definition: string;
	noDefinition: string;
	earlier: (until: string) => string;
	source: string;
	unit: string;
	note: string;
	/** The texts that stand for the charts. */
	chart: {
		line: (title: string, from: string, to: string, low: string, high: string) => string;
		bars: (title: string, all: string) => string;
		flow: (title: string, period: string, all: string) => string;
		flowLink: (from: string, to: string, value: string) => string;
		target: (target: string) => string;
	};
}

const nl: DashboardMessages = {
	loading: "Laden…",
	count: (shown, one) => `${shown} ${one ? "indicator" : "indicatoren"}`,
	empty: "Er zijn nu geen indicatoren.",
	filteredEmpty: "Geen van de indicatoren is hier gevraagd.",
	failed: "De indicatoren zijn nu niet bereikbaar.",
	stale: (when) => `Bijgewerkt ${when}. Nieuwere gegevens zijn nu niet bereikbaar.`,
	retry: "Opnieuw proberen",
	otherPerspective: "Overige indicatoren",
	sample: "voorbeeld",
	noValue: "Nog geen cijfer",
	noTotal: "Alleen per onderdeel gemeten",
	oneValue: "Eén meting: een verloop is er nog niet.",
	more: (change, before, period) => `${change} meer dan in ${period} (${before}).`,
	less: (change, before, period) => `${change} minder dan in ${period} (${before}).`,
	same: (before, period) => `Evenveel als in ${period} (${before}).`,
	since: (change, period) => `Sinds ${period}: ${change}.`,
	points: "procentpunt",
	target: "Streefwaarde",
	targetWords: (value, when) => `Streefwaarde ${value}${when && ` in ${when}`}`,
	targetShort: (value) => `Streefwaarde ${value}`,
	targetOfNewDefinition: (target) => `${target}. Die geldt voor de definitie van nu; daarvan is nog geen cijfer.`,
	changed: (period) =>
		`Vanaf ${period} is de definitie anders. Cijfers van daarvoor en daarna zijn niet met elkaar te vergelijken.`,
	changedShort: "andere definitie",
	otherUnit: (unit) => `Daarvoor is gemeten in ${unit}: die cijfers staan in de tabel.`,
	gaps: "Stippellijn: in de perioden ertussen is niet gemeten.",
	split: "Uitsplitsen",
	whole: "Niet uitgesplitst",
	period: "Periode",
	largest: (shown, all) => `De ${shown} grootste van ${all}; alle staan in de tabel.`,
	none: "geen cijfer",
	table: "Alle cijfers",
	tableOf: (title) => `Alle cijfers van ${title}`,
	download: "Download als CSV",
	downloadAll: "Download alle indicatoren als CSV",
	about: "Bron en definitie",
	definition: "Definitie",
	noDefinition: "Van dit cijfer is geen definitie opgegeven.",
	earlier: (until) => `Definitie tot en met ${until}`,
	source: "Bron",
	unit: "Eenheid",
	note: "Toelichting",
	chart: {
		line: (title, from, to, low, high) =>
			`Lijngrafiek van ${title}: van ${from} naar ${to}. Laagste waarde ${low}, hoogste ${high}.`,
		bars: (title, all) => `Staafgrafiek van ${title}: ${all}.`,
		flow: (title, period, all) => `Stroomdiagram van ${title} in ${period}: ${all}.`,
		flowLink: (from, to, value) => `van ${from} naar ${to} ${value}`,
		target: (target) => ` ${target}.`,
	},
};

const en: DashboardMessages = {
	loading: "Loading…",
	count: (shown, one) => `${shown} ${one ? "indicator" : "indicators"}`,
	empty: "There are no indicators at the moment.",
	filteredEmpty: "None of the indicators is asked for here.",
	failed: "The indicators cannot be reached at the moment.",
	stale: (when) => `Updated ${when}. Newer data cannot be reached at the moment.`,
	retry: "Try again",
	otherPerspective: "Other indicators",
	sample: "example",
	noValue: "No figure yet",
	noTotal: "Measured in parts only",
	oneValue: "One measurement: there is no trend yet.",
	more: (change, before, period) => `${change} more than in ${period} (${before}).`,
	less: (change, before, period) => `${change} less than in ${period} (${before}).`,
	same: (before, period) => `The same as in ${period} (${before}).`,
	since: (change, period) => `Since ${period}: ${change}.`,
	points: "percentage points",
	target: "Target",
	targetWords: (value, when) => `Target ${value}${when && ` in ${when}`}`,
	targetShort: (value) => `Target ${value}`,
	targetOfNewDefinition: (target) =>
		`${target}. It is set for the present definition, of which there is no figure yet.`,
	changed: (period) =>
		`From ${period} on the definition is another one. Figures before and after cannot be compared with each other.`,
	changedShort: "other definition",
	otherUnit: (unit) => `Before that it was measured in ${unit}: those figures are in the table.`,
	gaps: "Dotted: the periods in between were not measured.",
	split: "Break down by",
	whole: "Not broken down",
	period: "Period",
	largest: (shown, all) => `The ${shown} largest of ${all}; all are in the table.`,
	none: "no figure",
	table: "All figures",
	tableOf: (title) => `All figures of ${title}`,
	download: "Download as CSV",
	downloadAll: "Download all indicators as CSV",
	about: "Source and definition",
	definition: "Definition",
	noDefinition: "No definition of this figure is given.",
	earlier: (until) => `Definition up to and including ${until}`,
	source: "Source",
	unit: "Unit",
	note: "Note",
	chart: {
		line: (title, from, to, low, high) =>
			`Line chart of ${title}: from ${from} to ${to}. Lowest value ${low}, highest ${high}.`,
		bars: (title, all) => `Bar chart of ${title}: ${all}.`,
		flow: (title, period, all) => `Flow diagram of ${title} in ${period}: ${all}.`,
		flowLink: (from, to, value) => `from ${from} to ${to} ${value}`,
		target: (target) => ` ${target}.`,
	},
};

export const dashboardMessages: Readonly<Record<Language, DashboardMessages>> = { nl, en };
