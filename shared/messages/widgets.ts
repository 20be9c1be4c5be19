import type { FeedKind } from "../model/kinds.ts";
import type { FacetParameter } from "../model/query.ts";
import type { Language } from "../vocabularies/vocabulary.ts";

export type WidgetKind = Extract<FeedKind, "events" | "opportunities" | "initiatives">;

/** What visitors can narrow a list by: the facets, words to look for, and the first and last day. */
export type FilterName = FacetParameter | "q" | "from" | "to";

/** What can be wrong with a feed, and with the settings (`region`, `value`) or single items (`dropped`). */
export type WidgetProblem =
	| "network"
	| "timeout"
	| "http"
	| "format"
	| "version"
	| "kind"
	| "region"
	| "value"
	| "dropped";

/** What the widgets say, to visitors and (`problems`) in the console to the partner who placed them. */
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
	apply: string;
	respondBy: (day: string) => string;
	daysLeft: (days: number) => string;
	hours: (range: string) => string;
	per: Record<"hour" | "month" | "year", string>;
	free: string;
	sample: string;
	partners: string;
	/** Sentences for the partner, each with the detail it is about. */
	problems: Record<WidgetProblem, (detail: string) => string>;
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
	apply: "Reageren",
	respondBy: (day) => `Reageer uiterlijk ${day}`,
	daysLeft: (days) => (days === 0 ? "vandaag nog" : days === 1 ? "nog 1 dag" : `nog ${days} dagen`),
	hours: (range) => `${range} uur per week`,
	per: { hour: "per uur", month: "per maand", year: "per jaar" },
	free: "gratis",
	sample: "voorbeeld",
	partners: "Partners",
	problems: {
		region: () => "region of src ontbreekt.",
		value: (detail) => `Onbekende waarde: ${detail}.`,
		dropped: (detail) => `${detail} onbruikbaar in de feed.`,
		network: () => "Feed onbereikbaar: netwerk, CSP (connect-src) of CORS.",
		timeout: () => "Feed antwoordt niet op tijd.",
		http: (detail) => `Feed antwoordt ${detail}`,
		format: () => "Dit is geen feed.",
		version: (detail) => `${detail} vraagt een nieuwer script.`,
		kind: (detail) => `Deze feed bevat ${detail}.`,
	},
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
	apply: "Respond",
	respondBy: (day) => `Respond by ${day}`,
	daysLeft: (days) => (days === 0 ? "last day" : days === 1 ? "1 day left" : `${days} days left`),
	hours: (range) => `${range} hours a week`,
	per: { hour: "an hour", month: "a month", year: "a year" },
	free: "free",
	sample: "example",
	partners: "Partners",
	problems: {
		region: () => "region or src is missing.",
		value: (detail) => `Unknown value: ${detail}.`,
		dropped: (detail) => `${detail} unusable in the feed.`,
		network: () => "Feed unreachable: network, CSP (connect-src) or CORS.",
		timeout: () => "Feed does not answer in time.",
		http: (detail) => `Feed answers ${detail}`,
		format: () => "This is no feed.",
		version: (detail) => `${detail} needs a newer script.`,
		kind: (detail) => `This feed holds ${detail}.`,
	},
};

export const widgetMessages: Readonly<Record<Language, WidgetMessages>> = { nl, en };
