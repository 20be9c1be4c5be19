import type { ClipKind } from "../../shared/model/clip.ts";
import { findPhrase } from "../../shared/text/word-forms.ts";
import { eventTypes } from "../../shared/vocabularies/event-types.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { codesOf, type Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import { isOnline } from "./location.ts";
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
	"stuur je cv",
	"stuur je motivatie",
	"apply now",
	"what we offer",
	"we offer",
	"wij zoeken",
	"zoeken wij",
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
	"is welkom",
	"zijn welkom",
	"van harte welkom",
	"toegang vrij",
	"georganiseerd",
	"registration",
	"opgeven",
	"rondleiding",
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
		attendance:
			structured("eventAttendanceMode", attendanceOf) ?? (isOnline(source) ? found("online", "text", 0.7) : undefined),
	};
}

/** A page that asks to apply and names no other sort is a vacancy. */
function vacancyBy(text: string): Found | undefined {
	const hit = findPhrase(text, applying);
	return hit && quoted("vacancy", text, hit.index, hit.exact, 0.5);
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
			(subject && isOpportunity(subject) ? found("vacancy", subject.from, 0.8) : undefined) ??
			vacancyBy(main.text),
		direction: asked ? quoted("request", headline, asked.index, asked[0], 0.6) : undefined,
	};
}

/** Words of a past or of a report, in which a day to come is not what the page is about. */
const reporting = /\b(?:terugblik|was het decor|tekenden|ondertekenden|vond plaats|hebben getekend|is geopend)\b/i;

function opportunityScore({ main, labels }: Source, title: string, path: string, deadline: Found | undefined): number {
	const start = main.text.slice(0, 4000);
	const pays =
		/\b\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s*uur\s*(?:per|p\/)\s*week\b|€\s*[\d.]+(?:,-)?[^.\n]{0,30}(?:bruto|per maand|per uur)|(?:salaris|vergoeding)[^.\n]{0,40}(?:€|euro)/i;
	return (
		(named(opportunityTypes, title) ? 2 : 0) +
		(/\b(?:gezocht|oproep)\b/i.test(title) ? 2 : 0) +
		(/\/(?:vacatures?|stages?|stageplaatsen|werken-bij(?:-ons)?|werken-en-leren|leerwerkplekken|leerbanen|jobs?|careers?|oproepen|gastlessen)\//i.test(
			`${path}/`,
		)
			? 2
			: 0) +
		(findPhrase(start, applying) ? 1 : 0) +
		(pays.test(start) ? 1 : 0) +
		(/\b(?:gevraagd door|oproep)\b/i.test(main.text.slice(0, 300)) ? 1 : 0) +
		(labels.has("deadline") || deadline ? 1 : 0) +
		(labels.has("hours") ? 1 : 0) +
		(/(?:^|\n)(?:werkgever|standplaats|werklocatie|leerbedrijf)\b/i.test(start) ? 1 : 0)
	);
}

function eventScore({ main, labels, page }: Source, title: string, path: string, moment: FoundMoment): number {
	return (
		(named(eventTypes, title) ? 2 : 0) +
		(/\/(?:agenda|evenement(?:en)?|events?|activiteit(?:en)?|kalender|bijeenkomst(?:en)?)\//i.test(`${path}/`)
			? 2
			: 0) +
		(moment.startTime ? 1 : 0) +
		(labels.has("when") && moment.startDate ? 2 : 0) +
		(moment.startDate?.evidence.quote && (moment.endDate ?? moment.startDate).value >= page.today ? 1 : 0) +
		(findPhrase(main.text.slice(0, 4000), attending) ? 1 : 0) -
		(reporting.test(`${title}\n${main.text.slice(0, 800)}`) ? 2 : 0)
	);
}

/** What the page is: what it declares, else what its headline, address, labels and words say. In doubt an initiative. */
export function findKind(source: Source, title: string, moment: FoundMoment): FoundKind {
	const { subject, meta, page } = source;
	const path = URL.canParse(page.url) ? new URL(page.url).pathname : "";
	const event = (): FoundKind => ({ kind: "event", fields: eventFields(source, title) });
	const opportunity = (): FoundKind => ({ kind: "opportunity", fields: opportunityFields(source, title) });
	if (subject && isEvent(subject)) return event();
	if (subject && isOpportunity(subject)) return opportunity();
	if (/event/.test(meta.get("og:type") ?? "")) return event();

	const isUpcoming = moment.startDate !== undefined && (moment.endDate ?? moment.startDate).value >= page.today;
	const isArticle = subject !== undefined && isA(subject, /NewsArticle/);
	const isNews = /\/(?:nieuws|blog|verhalen|artikelen|actueel)\//i.test(path);
	const asOpportunity = opportunityScore(source, title, path, moment.validThrough) - (isNews ? 1 : 0);
	const asEvent = eventScore(source, title, path, moment) - (isArticle ? 1 : 0);
	// A deadline is no day to come to: without a day or hour of its own, what asks to apply is no event.
	if (asOpportunity >= 3 && (asOpportunity >= asEvent || !isUpcoming)) return opportunity();
	if (asEvent >= 2 && isUpcoming) return event();
	if (asOpportunity >= 2 && !isUpcoming) return opportunity();
	return { kind: "initiative", fields: {} };
}
