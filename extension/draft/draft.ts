import type { Captured, Draft, FieldName, FormChange } from "./fields.ts";
import { Fields } from "./fields.ts";

const isWebAddress = (url: string) => /^https?:/.test(url);

/** By what a draft is kept: its tab and its address, or the clip that it corrects. */
export function keyOf({ tab, page, clipId }: Draft): string {
	if (clipId !== undefined) return `clip ${clipId}`;
	return tab === undefined ? page.url : `${tab} ${page.url}`;
}

/** A form filled with what a page gave. */
export function draftFrom(captured: Captured, region: string): Draft {
	const { page, kind, fields, evidence, facts } = captured;
	const sourceUrl = page.canonicalUrl ?? (isWebAddress(page.url) ? page.url : "");
	return { page, kind, fields: { ...Fields.parse(fields), sourceUrl }, evidence, note: "", region, facts, allowed: [] };
}

/** An empty form for an address that could not be read; `now` is RFC 3339 with offset. */
export function manualDraft(url: string, region: string, now: string): Draft {
	return draftFrom({ page: { url, capturedAt: now }, kind: "initiative", fields: {}, evidence: {} }, region);
}

/** The draft after a change by a person, who from then on is where the field came from. */
export function changeDraft(draft: Draft, change: FormChange): Draft {
	if (change.field === "kind") return { ...draft, kind: change.value };
	if (change.field === "note" || change.field === "region") return { ...draft, [change.field]: change.value };
	const { field, value } = change;
	return {
		...draft,
		fields: { ...draft.fields, [field]: value },
		evidence: { ...draft.evidence, [field satisfies FieldName]: { from: "human", confidence: 1 } },
	};
}
