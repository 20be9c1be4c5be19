import { findRepeats } from "../../shared/text/dutch-periods.ts";
import type { Captured, FieldEvidence, FieldName, Fields } from "../draft/fields.ts";
import { findCandidates } from "./candidates.ts";
import { findFacts } from "./facts.ts";
import { type FoundKind, findKind } from "./kind.ts";
import { findCanonical, findLink } from "./link.ts";
import { findLocation } from "./location.ts";
import { type FoundMoment, findMoment } from "./moment.ts";
import { findOrganization } from "./organization.ts";
import { type Found, type Page, quoted, tidy } from "./page.ts";
import { findReason, isPdf } from "./reason.ts";
import { readSource, type Source } from "./source.ts";
import { findSummary } from "./summary.ts";
import { findTitle } from "./title.ts";

/** What the reader of the draft should know beyond the fields. */
function notesOf(source: Source, repeats: Found | undefined, isListing: boolean): Captured["notes"] {
	const notes: NonNullable<Captured["notes"]> = [];
	if (repeats) notes.push({ code: "repeats", evidence: repeats.evidence });
	if (source.isStale) notes.push({ code: "stale-metadata" });
	if (isListing) notes.push({ code: "listing" });
	return notes.length > 0 ? notes : undefined;
}

/** "Elke eerste woensdag" near the beginning, where no structured date says otherwise: there is no one day then. */
function findRepetition({ main, subject }: Source, moment: FoundMoment): Found | undefined {
	if (subject && moment.startDate && !moment.startDate.evidence.quote) return undefined;
	const hit = findRepeats(main.text.slice(0, 1500));
	return hit && quoted(hit.exact, main.text, hit.index, hit.exact, 0.7);
}

/** The unsure half of what was read from a page whose metadata belongs to another. */
const staleShare = 0.9;

/**
 * Reads a page into a draft: what it is, its fields, and for each field where it came from. Reads only; the page is
 * the same afterwards. `now` is the moment of capture as RFC 3339 with offset; `known` are names of organisations that
 * the inventory has.
 */
export function capture(page: Page, now: string, known: readonly string[] = []): Captured {
	const facts = { url: page.url, capturedAt: now };
	if (isPdf(page)) return { page: facts, kind: "initiative", fields: {}, evidence: {}, unreadable: "pdf" };
	const source = readSource(page, known);
	const candidates = findCandidates(source);
	const isListing = candidates.length > 0;
	const title = findTitle(source);
	const read = findMoment(source);
	const repeats = findRepetition(source, read);
	// What comes back has no one day, and a list has the days of others.
	const moment: FoundMoment =
		isListing || (repeats && !read.startDate?.evidence.quote?.exact.match(/\d{4}/))
			? {
					validThrough: read.validThrough,
					datePosted: read.datePosted,
					planningLabel: isListing ? undefined : read.planningLabel,
				}
			: read;
	const { kind, fields: kindFields }: FoundKind = isListing
		? { kind: "initiative", fields: {} }
		: findKind(source, title?.value ?? "", moment);
	const { planningLabel, validThrough, datePosted, ...when } = moment;
	const organization = findOrganization(source);
	const all: Partial<Record<FieldName, Found | undefined>> = {
		title,
		summary: findSummary(source, title?.value),
		organization,
		...(isListing ? {} : findLocation(source, organization?.value ?? "")),
		...kindFields,
		// A day named in a text about an initiative is seldom its planning; a period in words is.
		...(kind === "event" ? { ...when, linkUrl: findLink(source) } : {}),
		...(kind === "opportunity" ? { validThrough, datePosted, linkUrl: findLink(source) } : {}),
		...(kind === "initiative" ? { planningLabel } : {}),
	};
	const fields: Partial<Fields> = {};
	const evidence: FieldEvidence = {};
	for (const [name, it] of Object.entries(all)) {
		if (!it?.value) continue;
		Object.assign(fields, { [name]: it.value });
		const confidence = it.evidence.confidence * (source.isStale ? staleShare : 1);
		evidence[name] = { ...it.evidence, confidence: Math.round(confidence * 100) / 100 };
	}
	const documentTitle = tidy(page.document.title);
	const language = page.document.documentElement.getAttribute("lang")?.trim();
	const canonicalUrl = source.isStale ? undefined : findCanonical(source);
	const unreadable = findReason(source, title?.value);
	const amounts = findFacts(source, kind);
	const notes = notesOf(source, repeats, isListing);
	return {
		page: {
			...facts,
			...(canonicalUrl && { canonicalUrl }),
			...(documentTitle && { title: documentTitle.slice(0, 500) }),
			...(language && { language: language.slice(0, 35) }),
		},
		kind,
		fields,
		evidence,
		...(unreadable && { unreadable }),
		...(isListing && { candidates }),
		...(Object.values(amounts).some(Boolean) && { facts: amounts }),
		...(notes && { notes }),
	};
}
