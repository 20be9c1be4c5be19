import type { ClipKind, Evidence } from "../../model/clip.ts";
import type { Language } from "../../vocabularies/vocabulary.ts";
import { en } from "./en.ts";
import { nl } from "./nl.ts";

/** What the clipper says: its panel and its settings. */
export interface PanelMessages {
	product: string;
	page: string;
	readPage: string;
	reading: string;
	settings: string;
	intro: string;
	manual: string;
	kind: string;
	kinds: Record<ClipKind, string>;
	when: string;
	where: string;
	source: string;
	choose: string;
	chosen: (count: number) => string;
	fields: Record<
		| "title"
		| "summary"
		| "organization"
		| "organizer"
		| "locationName"
		| "streetAddress"
		| "postalCode"
		| "place"
		| "startDate"
		| "startTime"
		| "endDate"
		| "endTime"
		| "planningLabel"
		| "validThrough"
		| "datePosted"
		| "registrationUrl"
		| "applyUrl"
		| "sourceUrl"
		| "nature"
		| "status"
		| "eventType"
		| "eventStatus"
		| "attendance"
		| "opportunityType"
		| "direction"
		| "actionLines"
		| "stages"
		| "audiences"
		| "sectors"
		| "region"
		| "note",
		string
	>;
	hints: Record<"planningLabel" | "time" | "note" | "regionMissing", string>;
	evidence: Record<Evidence["from"], string>;
	evidenceFrom: (origin: string, quote: string | undefined) => string;
	unsure: string;
	save: string;
	discard: string;
	actions: string;
	required: string;
	problems: (count: number) => string;
	saved: (title: string) => string;
	restored: (when: string) => string;
	correcting: (title: string) => string;
	clippedBefore: (when: string) => string;
	notStored: string;
	unreadable: Record<"browser-page" | "pdf" | "empty" | "protected" | "no-access" | "no-access-firefox", string>;
	notConnected: string;
	connect: string;
	pause: Record<"not-connected" | "sign-in" | "forbidden", string>;
	retryAll: string;
	recent: string;
	recentEmpty: string;
	drafts: string;
	openDraft: string;
	removeDraft: string;
	untitled: string;
	states: Record<"queued" | "sending" | "sent" | "attention", string>;
	trouble: Record<"network" | "timeout" | "unreadable" | "server", string>;
	nextAttempt: (when: string) => string;
	refused: (status: number) => string;
	conflict: (revision: number) => string;
	edit: string;
	retry: string;
	remove: string;
	reallyRemove: string;
	cancel: string;
	duplicates: string;
	duplicateScore: (percent: number) => string;
	connection: {
		title: string;
		intro: string;
		address: string;
		addressHint: string;
		token: string;
		tokenHint: string;
		showToken: string;
		region: string;
		regionHint: string;
		test: string;
		testing: string;
		save: string;
		works: (name: string, regions: number) => string;
		saved: string;
		privacy: string;
		problems: Record<
			| "address-empty"
			| "address-no-address"
			| "address-not-secure"
			| "token-empty"
			| "token-no-token"
			| "region-empty"
			| "unreachable"
			| "no-inventory"
			| "sign-in"
			| "forbidden"
			| "server"
			| "no-regions",
			string
		>;
	};
}

const all: Record<Language, PanelMessages> = { nl, en };

/** The messages for a browser's language, such as `nl-NL` or `en`: Dutch for Dutch, English for all others. */
export function panelMessages(browserLanguage: string): { language: Language; say: PanelMessages } {
	const language = /^nl\b/i.test(browserLanguage) ? "nl" : "en";
	return { language, say: all[language] };
}
