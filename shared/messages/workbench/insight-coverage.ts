import type { Language } from "../../vocabularies/vocabulary.ts";

/** What the page about coverage says, beside the matrix's own words. */
export interface CoveragePageMessages {
	title: string;
	intro: string;
	region: string;
	compare: string;
	nobody: string;
	of: string;
	published: string;
	all: string;
	print: string;
	csv: string;
	review: string;
	loading: string;
	more: string;
	/** Beside numbers of two regions. */
	pair: (first: string, second: string) => string;
	differences: string;
	noDifferences: string;
	states: Record<string, string>;
}

export const coveragePageMessages: Readonly<Record<Language, CoveragePageMessages>> = {
	nl: {
		title: "Dekking en witte vlekken",
		intro:
			"Welke initiatieven dragen waaraan bij, voor wie en waar, en waar is nog niets? Kies een getal om de initiatieven te zien.",
		region: "Regio",
		compare: "Vergelijk met",
		nobody: "Geen andere regio",
		of: "Initiatieven",
		published: "Gepubliceerd",
		all: "Alles wat niet gearchiveerd is",
		print: "Afdrukken",
		csv: "Download als CSV",
		review: "Terugblik per jaar",
		loading: "De dekking wordt opgehaald.",
		more: "Deze regio heeft meer initiatieven dan hier geteld worden: alleen de eerste 5.000 tellen mee.",
		pair: (first, second) => `Het eerste getal is van ${first}, het tweede van ${second}.`,
		differences: "Wat de een heeft en de ander niet",
		noDifferences: "Waar de ene regio iets heeft, heeft de andere dat ook.",
		states: { clipped: "binnengekomen", "in-review": "in behandeling" },
	},
	en: {
		title: "Coverage and white spots",
		intro:
			"Which initiatives serve what, for whom and where, and where is there nothing yet? Choose a number to see the initiatives.",
		region: "Region",
		compare: "Compare with",
		nobody: "No other region",
		of: "Initiatives",
		published: "Published",
		all: "All that is not archived",
		print: "Print",
		csv: "Download as CSV",
		review: "Year in review",
		loading: "Fetching the coverage.",
		more: "This region has more initiatives than are counted here: only the first 5,000 are.",
		pair: (first, second) => `The first number is of ${first}, the second of ${second}.`,
		differences: "What one has and the other has not",
		noDifferences: "Where one region has something, the other has as well.",
		states: { clipped: "come in", "in-review": "in review" },
	},
};
