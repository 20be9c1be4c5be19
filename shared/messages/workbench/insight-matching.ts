import type { Language } from "../../vocabularies/vocabulary.ts";

/** What the page about supply and demand says, and the card of it beside a record. */
export interface MatchingMessages {
	title: string;
	intro: string;
	region: string;
	allRegions: string;
	views: Record<"request" | "offer" | "introductions", string>;
	view: string;
	loading: string;
	more: string;
	emptyRequests: string;
	emptyOffers: string;
	emptyIntroductions: string;
	personal: string;
	best: Record<"request" | "offer", string>;
	none: string;
	score: (percent: number) => string;
	look: string;
	whyNot: string;
	hideWhyNot: string;
	whyNotTitle: string;
	whyNotNone: string;
	introduce: string;
	introduceLabel: (one: string, other: string) => string;
	propose: string;
	proposed: string;
	text: string;
	introduced: string;
	letterTitle: string;
	letterHint: string;
	to: (addresses: string) => string;
	noAddress: string;
	subject: string;
	body: string;
	copy: string;
	copied: string;
	notCopied: string;
	mail: string;
	close: string;
	undo: string;
	undone: string;
	request: string;
	offer: string;
	status: string;
	statusOf: (title: string) => string;
	changed: (status: string) => string;
	nothingHere: string;
	note: string;
	noteOf: (title: string) => string;
	noteSaved: string;
	since: (when: string) => string;
	ends: (day: string) => string;
	card: string;
	cardMore: string;
}

export const matchingMessages: Readonly<Record<Language, MatchingMessages>> = {
	nl: {
		title: "Vraag en aanbod",
		intro:
			"Bij elke vraag staat het aanbod dat er het best bij past, en andersom. Harde voorwaarden (soort, fase, leerweg, periode, grootste afstand) zijn altijd vervuld; de volgorde volgt de voorkeuren.",
		region: "Regio",
		allRegions: "Al mijn regio's",
		views: { request: "Open vragen", offer: "Open aanbod", introductions: "Bemiddelingen" },
		view: "Toon",
		loading: "Vraag en aanbod worden naast elkaar gelegd.",
		more: "Meer tonen",
		emptyRequests: "Er staat geen vraag open. Een vraag is een kans met richting “Gevraagd”.",
		emptyOffers: "Er staat geen aanbod open.",
		emptyIntroductions: "Er is nog niemand met elkaar in contact gebracht. Dat begint bij een open vraag.",
		personal: "Persoonlijk: wordt nooit gepubliceerd",
		best: { request: "Past het best", offer: "Wie erom vraagt" },
		none: "Niets vervult alle harde voorwaarden.",
		score: (percent) => `${percent}% overeenkomst`,
		look: "Let op",
		whyNot: "Waarom niet?",
		hideWhyNot: "Verberg wat niet past",
		whyNotTitle: "Bijna passend, maar",
		whyNotNone: "Er is niets dat in de buurt komt.",
		introduce: "Breng in contact",
		introduceLabel: (one, other) => `Breng in contact: ${one} en ${other}`,
		propose: "Bewaar als voorstel",
		proposed: "Bewaard als voorstel.",
		text: "Toon de tekst",
		introduced: "Vastgelegd als in contact gebracht. De tekst staat klaar.",
		letterTitle: "Tekst voor beide kanten",
		letterHint: "Lees de tekst na en pas haar aan in uw eigen mailprogramma.",
		to: (addresses) => `Aan: ${addresses}`,
		noAddress: "Van geen van beide kanten is een e-mailadres bekend: vul bij het item een contactpersoon in.",
		subject: "Onderwerp",
		body: "Tekst",
		copy: "Kopieer de tekst",
		copied: "De tekst staat op het klembord.",
		notCopied: "Kopiëren lukte niet: selecteer de tekst en kopieer haar zelf.",
		mail: "Open in uw mailprogramma",
		close: "Sluiten",
		undo: "Ongedaan maken",
		undone: "Teruggezet.",
		request: "Vraag",
		offer: "Aanbod",
		status: "Stand",
		statusOf: (title) => `Stand van de bemiddeling voor ${title}`,
		changed: (status) => `Vastgelegd: ${status.toLowerCase()}.`,
		nothingHere: "Niets in deze stand.",
		note: "Notitie",
		noteOf: (title) => `Notitie bij de bemiddeling voor ${title}`,
		noteSaved: "De notitie is bewaard.",
		since: (when) => `sinds ${when}`,
		ends: (day) => `reageren kan tot en met ${day}`,
		card: "Past bij",
		cardMore: "Alle vragen en aanbod",
	},
	en: {
		title: "Supply and demand",
		intro:
			"With each request stands the offer that suits it best, and the other way round. Hard conditions (type, stage, learning path, period, greatest distance) are always met; the order follows the preferences.",
		region: "Region",
		allRegions: "All my regions",
		views: { request: "Open requests", offer: "Open offers", introductions: "Introductions" },
		view: "Show",
		loading: "Requests and offers are being compared.",
		more: "Show more",
		emptyRequests: "No request is open. A request is an opportunity with direction “Requested”.",
		emptyOffers: "No offer is open.",
		emptyIntroductions: "Nobody was introduced to anybody yet. That begins with an open request.",
		personal: "Personal: never published",
		best: { request: "Suits best", offer: "Who asks for it" },
		none: "Nothing meets all the hard conditions.",
		score: (percent) => `${percent}% in common`,
		look: "Mind",
		whyNot: "Why not?",
		hideWhyNot: "Hide what does not fit",
		whyNotTitle: "Close, but",
		whyNotNone: "There is nothing that comes close.",
		introduce: "Introduce",
		introduceLabel: (one, other) => `Introduce: ${one} and ${other}`,
		propose: "Keep as a proposal",
		proposed: "Kept as a proposal.",
		text: "Show the text",
		introduced: "Recorded as introduced. The text is ready.",
		letterTitle: "Text for both sides",
		letterHint: "Read the text and change it in your own mail program.",
		to: (addresses) => `To: ${addresses}`,
		noAddress: "No e-mail address is known of either side: fill in a contact at the record.",
		subject: "Subject",
		body: "Text",
		copy: "Copy the text",
		copied: "The text is on the clipboard.",
		notCopied: "Copying did not work: select the text and copy it yourself.",
		mail: "Open in your mail program",
		close: "Close",
		undo: "Undo",
		undone: "Put back.",
		request: "Request",
		offer: "Offer",
		status: "Status",
		statusOf: (title) => `Status of the introduction for ${title}`,
		changed: (status) => `Recorded: ${status.toLowerCase()}.`,
		nothingHere: "Nothing in this status.",
		note: "Note",
		noteOf: (title) => `Note on the introduction for ${title}`,
		noteSaved: "The note is kept.",
		since: (when) => `since ${when}`,
		ends: (day) => `respond until ${day}`,
		card: "Suits",
		cardMore: "All requests and offers",
	},
};
