import type { FacetParameter } from "../model/query.ts";
import type { WidgetKind } from "../model/widget.ts";
import type { Language } from "../vocabularies/vocabulary.ts";

export type { WidgetKind } from "../model/widget.ts";

/** What visitors can narrow a list by: the facets, words to look for, and the first and last day. */
export type FilterName = FacetParameter | "q" | "from" | "to";

/** What can be wrong: with a feed, the settings (`region`, `value`), single items (`dropped`), a script that loads later (`part`), or a map's images (`tiles`). */
export type WidgetProblem =
	| "network"
	| "csp"
	| "cors"
	| "timeout"
	| "http"
	| "format"
	| "version"
	| "kind"
	| "region"
	| "value"
	| "dropped"
	| "part"
	| "tiles"
	| "inventory";

/** What every list says to visitors. What only one kind or one part says is in its own file, so that it loads with it. */
export interface WidgetMessages {
	/** One and many of a kind, in lower case. */
	things: Record<WidgetKind, readonly [one: string, many: string]>;
	loading: string;
	count: (shown: string, total: string) => string;
	empty: (things: string) => string;
	filteredEmpty: (things: string) => string;
	stale: (when: string) => string;
	failed: (things: string) => string;
	retry: string;
	more: string;
	filter: (things: string) => string;
	filters: Record<FilterName, string>;
	any: string;
	remove: string;
	clear: string;
	localTime: string;
	previously: (when: string) => string;
	register: string;
	subscribe: string;
	past: string;
	upcoming: string;
	free: string;
	sample: string;
}

const nl: WidgetMessages = {
	things: {
		events: ["activiteit", "activiteiten"],
		opportunities: ["kans", "kansen"],
		initiatives: ["initiatief", "initiatieven"],
	},
	loading: "Laden…",
	count: (shown, total) => `${shown} van ${total}`,
	empty: (things) => `Er zijn nu geen ${things}.`,
	filteredEmpty: (things) => `Geen ${things} gevonden. Haal een filter weg of zoek op iets anders.`,
	stale: (when) => `Bijgewerkt ${when}. Nieuwere gegevens zijn nu niet bereikbaar.`,
	failed: (things) => `De ${things} zijn nu niet bereikbaar.`,
	retry: "Opnieuw proberen",
	more: "Toon meer",
	filter: (things) => `Filter ${things}`,
	filters: {
		q: "Zoeken",
		place: "Plaats",
		municipality: "Gemeente",
		organization: "Organisatie",
		stage: "Niveau",
		audience: "Doelgroep",
		sector: "Vakgebied",
		"action-line": "Actielijn",
		type: "Soort",
		direction: "Vraag of aanbod",
		from: "Vanaf",
		to: "Tot en met",
	},
	any: "Alle",
	remove: "Verwijder filter",
	clear: "Wis alle filters",
	localTime: "bij u",
	previously: (when) => `was ${when}`,
	register: "Aanmelden",
	subscribe: "Zet in uw agenda",
	past: "Afgelopen activiteiten",
	upcoming: "Komende activiteiten",
	free: "gratis",
	sample: "voorbeeld",
};

const en: WidgetMessages = {
	things: {
		events: ["event", "events"],
		opportunities: ["opportunity", "opportunities"],
		initiatives: ["initiative", "initiatives"],
	},
	loading: "Loading…",
	count: (shown, total) => `${shown} of ${total}`,
	empty: (things) => `There are no ${things} at the moment.`,
	filteredEmpty: (things) => `No ${things} found. Remove a filter or search for something else.`,
	stale: (when) => `Updated ${when}. Newer data cannot be reached at the moment.`,
	failed: (things) => `The ${things} cannot be reached at the moment.`,
	retry: "Try again",
	more: "Show more",
	filter: (things) => `Filter ${things}`,
	filters: {
		q: "Search",
		place: "Place",
		municipality: "Municipality",
		organization: "Organisation",
		stage: "Level",
		audience: "Audience",
		sector: "Field",
		"action-line": "Action line",
		type: "Type",
		direction: "Offer or request",
		from: "From",
		to: "Until",
	},
	any: "All",
	remove: "Remove filter",
	clear: "Clear all filters",
	localTime: "your time",
	previously: (when) => `was ${when}`,
	register: "Sign up",
	subscribe: "Add to your calendar",
	past: "Past events",
	upcoming: "Upcoming events",
	free: "free",
	sample: "example",
};

export const widgetMessages: Readonly<Record<Language, WidgetMessages>> = { nl, en };
