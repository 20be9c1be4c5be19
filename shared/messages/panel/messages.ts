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
		| "description"
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
		| "scale"
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
	hints: Record<"description" | "planningLabel" | "time" | "note" | "regionMissing", string>;
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
	unchanged: string;
	changed: {
		title: string;
		intro: (when: string) => string;
		was: string;
		now: string;
		own: string;
		take: string;
		leave: string;
	};
	notStored: string;
	unreadable: Record<
		"browser-page" | "pdf" | "empty" | "login" | "protected" | "no-access" | "no-access-firefox",
		string
	>;
	notes: Record<"repeats" | "stale-metadata", string>;
	notConnected: string;
	connect: string;
	pause: Record<"not-connected" | "sign-in" | "forbidden", string>;
	signInAgain: string;
	retryAll: string;
	recent: string;
	recentEmpty: string;
	drafts: string;
	openDraft: string;
	removeDraft: string;
	untitled: string;
	states: Record<"draft" | "queued" | "sending" | "sent" | "attention", string>;
	history: string;
	happenings: Record<
		"saved" | "corrected" | "merged" | "sending" | "arrived" | "refused" | "conflict" | "again" | "paused" | "retried",
		string
	>;
	merge: {
		open: string;
		title: (title: string) => string;
		intro: (revision: number) => string;
		same: string;
		mine: string;
		theirs: string;
		nothing: string;
		allMine: string;
		allTheirs: string;
		apply: string;
	};
	keeping: {
		full: string;
		lost: (count: number) => string;
		understood: string;
		waiting: (count: number) => string;
		export: string;
	};
	undo: string;
	undoField: (field: string) => string;
	undone: (field: string) => string;
	recentTags: string;
	candidates: {
		title: (count: number) => string;
		hint: string;
		all: string;
		none: string;
		save: (count: number) => string;
		saved: (count: number) => string;
		noDate: (count: number) => string;
	};
	showMe: string;
	showMeOutcome: Record<"shown" | "not-visible" | "no-access", string>;
	meter: { label: string; text: (filled: number, total: number) => string; missing: (fields: string) => string };
	personal: {
		title: string;
		found: Record<"name" | "phone" | "email", string>;
		leaveOut: string;
		keep: string;
		kept: (text: string) => string;
	};
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
		connectHere: string;
		managed: string;
		byHand: string;
		device: {
			intro: string;
			code: string;
			open: string;
			waiting: string;
			cancel: string;
			problems: Record<"unreachable" | "no-inventory" | "server" | "busy" | "denied" | "expired", string>;
		};
		signedIn: (name: string, address: string) => string;
		signOut: string;
		signedOut: (unsent: number) => string;
		kept: string;
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
