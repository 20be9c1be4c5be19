import type { ClipKind } from "../../shared/model/clip.ts";
import { findPhrase } from "../../shared/text/word-forms.ts";
import { eventTypes } from "../../shared/vocabularies/event-types.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { codesOf, type Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import type { FoundMoment } from "./moment.ts";
import { type Found, found, quoted } from "./page.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { isEvent, isOpportunity } from "./subject.ts";
import { isA, textOf } from "./things.ts";

export interface FoundKind {
	readonly kind: ClipKind;
	readonly fields: Partial<Record<"eventType" | "eventStatus" | "attendance" | "opportunityType" | "direction", Found>>;
}

/** Words of a page that recruits; a sentence about vacancies in general has none of them. */
const applying = [
	"solliciteer",
	"solliciteren",
	"sollicitatie",
	"arbeidsvoorwaarden",
	"functie-eisen",
	"wat bieden wij",
	"wij bieden",
	"dienstverband",
	"wie ben jij",
	"wie zoeken wij",
	"jouw profiel",
];
/** Words of a page that somebody is to come to. */
const attending = [
	"aanmelden",
	"meld je aan",
	"schrijf je in",
	"inschrijven",
	"programma",
	"inloop",
	"aanvang",
	"doe mee",
	"toegang gratis",
	"entree",
	"bezoek",
	"kom langs",
];

const phrasesOf = (vocabulary: Vocabulary, code: string) => {
	const term = vocabulary[code];
	return term ? [term.nl.toLowerCase(), ...(term.synonyms ?? [])] : [];
};

/** The code that `text` names, first in the text, with the words that do. */
function named(vocabulary: Vocabulary, text: string): Found | undefined {
	const hits = codesOf(vocabulary).flatMap((code) => {
		const hit = findPhrase(text, phrasesOf(vocabulary, code));
		return hit ? [{ code, ...hit }] : [];
	});
	// The longer of two that begin alike says more: "hybride docent" over "docent".
	const [first] = hits.toSorted((a, b) => a.index - b.index || b.exact.length - a.exact.length);
	return first && quoted(first.code, text, first.index, first.exact, 0.75);
}

const eventStatusOf: Readonly<Record<string, string>> = {
	EventCancelled: "cancelled",
	EventPostponed: "postponed",
	EventRescheduled: "rescheduled",
};
const attendanceOf: Readonly<Record<string, string>> = {
	OnlineEventAttendanceMode: "online",
	MixedEventAttendanceMode: "mixed",
};
const employmentType = (text: string) =>
	/INTERN/i.test(text) ? "internship" : /FULL|PART|TEMPORARY|CONTRACT/i.test(text) ? "vacancy" : undefined;

function eventFields(source: Source, headline: string): FoundKind["fields"] {
	const { subject, things, main } = source;
	const structured = (property: string, codes: Readonly<Record<string, string>>) => {
		const text = subject && textOf(things, subject, property);
		const code = codes[text?.replace(/^.*[/#]/, "") ?? ""];
		return subject && code ? found(code, subject.from, structuredConfidence) : undefined;
	};
	const cancelled = /\b(?:geannuleerd|afgelast|gaat niet door)\b/i.exec(headline);
	return {
		eventType: named(eventTypes, headline) ?? named(eventTypes, main.text.slice(0, 600)),
		eventStatus:
			structured("eventStatus", eventStatusOf) ??
			(cancelled ? quoted("cancelled", headline, cancelled.index, cancelled[0], 0.8) : undefined),
		attendance: structured("eventAttendanceMode", attendanceOf),
	};
}

function opportunityFields(source: Source, headline: string): FoundKind["fields"] {
	const { subject, things, main } = source;
	const declared = subject && textOf(things, subject, "employmentType");
	const type = employmentType(declared ?? "");
	const asked =
		/\b(?:gezocht|wij zoeken een (?:bedrijf|gastdocent|gastspreker|stageplek)|op zoek naar een (?:bedrijf|stageplek|gastspreker))\b/i.exec(
			headline,
		);
	return {
		opportunityType:
			named(opportunityTypes, headline) ??
			(subject && type ? found(type, subject.from, structuredConfidence) : undefined) ??
			named(opportunityTypes, main.text.slice(0, 1500)) ??
			(subject && isOpportunity(subject) ? found("vacancy", subject.from, 0.8) : undefined),
		direction: asked ? quoted("request", headline, asked.index, asked[0], 0.6) : undefined,
	};
}

/** What the page is: what it declares, else what its headline, address and words say. In doubt an initiative. */
export function findKind(source: Source, title: string, moment: FoundMoment): FoundKind {
	const { subject, meta, main, page } = source;
	const path = URL.canParse(page.url) ? new URL(page.url).pathname : "";
	const event = (): FoundKind => ({ kind: "event", fields: eventFields(source, title) });
	const opportunity = (): FoundKind => ({ kind: "opportunity", fields: opportunityFields(source, title) });
	if (subject && isEvent(subject)) return event();
	if (subject && isOpportunity(subject)) return opportunity();
	if (/event/.test(meta.get("og:type") ?? "")) return event();

	const isUpcoming = moment.startDate !== undefined && (moment.endDate ?? moment.startDate).value >= page.today;
	const isArticle = subject !== undefined && isA(subject, /Article|BlogPosting/);
	const opportunityScore =
		(named(opportunityTypes, title) ? 2 : 0) +
		(/\/(?:vacatures?|stages?|stageplaatsen|werken-bij|leerwerkplekken|jobs?)\//i.test(`${path}/`) ? 2 : 0) +
		(findPhrase(main.text, applying) ? 1 : 0) +
		(/\b\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s*uur\s*(?:per|p\/)\s*week\b|\b€\s*[\d.]+(?:,-)?\s*(?:bruto|per maand)/i.test(
			main.text,
		)
			? 1
			: 0);
	const eventScore =
		(named(eventTypes, title) ? 2 : 0) +
		(/\/(?:agenda|evenement(?:en)?|events?|activiteiten|kalender)\//i.test(`${path}/`) ? 2 : 0) +
		(moment.startTime ? 1 : 0) +
		(findPhrase(main.text, attending) ? 1 : 0) -
		(isArticle ? 1 : 0);
	if (opportunityScore >= 3 && opportunityScore >= eventScore) return opportunity();
	if (eventScore >= 2 && isUpcoming) return event();
	if (opportunityScore >= 2 && !isUpcoming) return opportunity();
	return { kind: "initiative", fields: {} };
}
