import type { Captured, FieldEvidence, FieldName, Fields } from "../draft/fields.ts";
import { findKind } from "./kind.ts";
import { findCanonical, findLink } from "./link.ts";
import { findLocation } from "./location.ts";
import { findMoment } from "./moment.ts";
import { findOrganization } from "./organization.ts";
import { type Found, type Page, tidy } from "./page.ts";
import { readSource } from "./source.ts";
import { findSummary } from "./summary.ts";
import { findTitle } from "./title.ts";

function isPdf(document: Document): boolean {
	return (
		document.contentType === "application/pdf" ||
		document.querySelector("body > embed[type='application/pdf']") !== null
	);
}

/**
 * Reads a page into a draft: what it is, its fields, and for each field where it came from. Reads only; the page is
 * the same afterwards. `now` is the moment of capture as RFC 3339 with offset.
 */
export function capture(page: Page, now: string): Captured {
	const facts = { url: page.url, capturedAt: now };
	if (isPdf(page.document)) return { page: facts, kind: "initiative", fields: {}, evidence: {}, unreadable: "pdf" };
	const source = readSource(page);
	const title = findTitle(source);
	const moment = findMoment(source);
	const { kind, fields: kindFields } = findKind(source, title?.value ?? "", moment);
	const { planningLabel, validThrough, datePosted, ...when } = moment;
	const summary = findSummary(source, title?.value);
	const all: Partial<Record<FieldName, Found | undefined>> = {
		title,
		summary,
		organization: findOrganization(source),
		...findLocation(source),
		...kindFields,
		// A day named in a text about an initiative is seldom its planning; a period in words is.
		...(kind === "event" ? { ...when, linkUrl: findLink(source) } : {}),
		...(kind === "opportunity" ? { validThrough, datePosted, linkUrl: findLink(source) } : {}),
		...(kind === "initiative" ? { planningLabel } : {}),
	};
	const fields: Partial<Fields> = {};
	const evidence: FieldEvidence = {};
	for (const [name, it] of Object.entries(all)) {
		if (!it) continue;
		Object.assign(fields, { [name]: it.value });
		evidence[name] = it.evidence;
	}
	const documentTitle = tidy(page.document.title);
	const language = page.document.documentElement.getAttribute("lang")?.trim();
	const canonicalUrl = findCanonical(source);
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
		...(source.main.text.length < 20 && !title && { unreadable: "empty" }),
	};
}
