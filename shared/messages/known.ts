import type { Reason, ReasonCode } from "../text/duplicates.ts";
import type { SuggestedField } from "../text/suggestions.ts";
import type { Language } from "../vocabularies/vocabulary.ts";

/** What the clipper says of records that are known already, and of tags that it suggests. */
export interface KnownMessages {
	title: (count: number) => string;
	hint: string;
	probably: string;
	edition: string;
	/** Heads of the comparison. */
	here: string;
	there: string;
	rows: { title: string; organization: string; place: string; start: string };
	reasons: Record<ReasonCode, (value: string) => string>;
	same: string;
	newEdition: string;
	different: string;
	/** Said of a choice that was made before. */
	chosen: { same: string; edition: string };
	editionNote: (title: string, id: string) => string;
	badge: string;
	suggestions: string;
	suggestionsHint: string;
	/** Why a suggestion is made, from the words it follows from. */
	reason: Record<"title" | "text" | "known-name", (words: string) => string>;
	accept: (field: string, value: string) => string;
	accepted: (field: string, value: string) => string;
	fields: Record<SuggestedField, string>;
}

const nl: KnownMessages = {
	title: (count) => (count === 1 ? "Misschien al bekend" : `Misschien al bekend: ${count}`),
	hint: "Vergeleken op dit apparaat; uw inventaris krijgt niet te zien welke pagina’s u bezoekt.",
	probably: "Waarschijnlijk hetzelfde",
	edition: "Waarschijnlijk een andere editie",
	here: "Deze clip",
	there: "In de inventaris",
	rows: { title: "Titel", organization: "Organisatie", place: "Plaats", start: "Begin" },
	reasons: {
		"same-page": () => "Zelfde webpagina",
		"same-title": () => "Zelfde titel",
		"similar-title": () => "Titel lijkt sterk",
		"same-organization": () => "Zelfde organisatie",
		"other-organization": (value) => `Andere organisatie: ${value}`,
		"same-place": () => "Zelfde plaats",
		"other-place": (value) => (value ? `Andere plaats: ${value}` : "Andere plaats"),
		"same-day": () => "Zelfde dag",
		"other-day": () => "Andere datum",
		"other-edition": () => "Ander jaar of andere editie in de titel",
	},
	same: "Hetzelfde: mijn wijzigingen toevoegen",
	newEdition: "Nieuwe editie",
	different: "Iets anders",
	chosen: { same: "U koos: hetzelfde.", edition: "U koos: nieuwe editie." },
	editionNote: (title, id) => `Nieuwe editie van “${title}” (${id}).`,
	badge: "Regiotechniek: deze pagina is bekend",
	suggestions: "Suggesties",
	suggestionsHint: "Uit de titel en de omschrijving, op dit apparaat bepaald. Met Enter neemt u een suggestie over.",
	reason: {
		title: (words) => `‘${words}’ staat in de titel`,
		text: (words) => `‘${words}’ staat in de tekst`,
		"known-name": (words) => `‘${words}’ heet zo in de inventaris`,
	},
	accept: (field, value) => `${field}: ${value} overnemen`,
	accepted: (field, value) => `${field}: ${value} overgenomen.`,
	fields: {
		actionLines: "Actielijn",
		stages: "Onderwijs en werk",
		audiences: "Doelgroep",
		sectors: "Sector",
		scale: "Schaal",
		place: "Plaats",
		partners: "Organisatie",
	},
};

const en: KnownMessages = {
	title: (count) => (count === 1 ? "Perhaps known already" : `Perhaps known already: ${count}`),
	hint: "Compared on this device; your inventory does not see which pages you visit.",
	probably: "Probably the same",
	edition: "Probably another edition",
	here: "This clip",
	there: "In the inventory",
	rows: { title: "Title", organization: "Organisation", place: "Place", start: "Start" },
	reasons: {
		"same-page": () => "Same web page",
		"same-title": () => "Same title",
		"similar-title": () => "Very similar title",
		"same-organization": () => "Same organisation",
		"other-organization": (value) => `Another organisation: ${value}`,
		"same-place": () => "Same place",
		"other-place": (value) => (value ? `Another place: ${value}` : "Another place"),
		"same-day": () => "Same day",
		"other-day": () => "Another date",
		"other-edition": () => "Another year or edition in the title",
	},
	same: "The same: add my changes",
	newEdition: "New edition",
	different: "Something else",
	chosen: { same: "You chose: the same.", edition: "You chose: new edition." },
	editionNote: (title, id) => `New edition of “${title}” (${id}).`,
	badge: "Regiotechniek: this page is known",
	suggestions: "Suggestions",
	suggestionsHint: "From title and description, worked out on this device. Enter accepts a suggestion.",
	reason: {
		title: (words) => `‘${words}’ is in the title`,
		text: (words) => `‘${words}’ is in the text`,
		"known-name": (words) => `the inventory’s name for ‘${words}’`,
	},
	accept: (field, value) => `Accept ${field}: ${value}`,
	accepted: (field, value) => `${field}: ${value} accepted.`,
	fields: {
		actionLines: "Action line",
		stages: "Education and work",
		audiences: "Audience",
		sectors: "Sector",
		scale: "Scale",
		place: "Place",
		partners: "Organisation",
	},
};

const all: Record<Language, KnownMessages> = { nl, en };

export const knownMessages = (language: Language): KnownMessages => all[language];

/** A reason as a sentence without full stop. */
export const reasonText = ({ code, value }: Reason, say: KnownMessages): string => say.reasons[code](value ?? "");
