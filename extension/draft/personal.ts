import type { Evidence } from "../../shared/model/clip.ts";
import { findPersonalData, type PersonalData } from "../../shared/text/personal-data.ts";
import type { Draft, TextField } from "./fields.ts";

export interface FieldFinding extends PersonalData {
	readonly field: TextField;
}

/** Fields that become public and may hold running text. The note is for the reviewer and is never published. */
const watched: readonly TextField[] = [
	"title",
	"summary",
	"description",
	"organization",
	"locationName",
	"planningLabel",
];

/** Personal data that would go along with a draft, less what somebody lets go on purpose. */
export function personalIn(draft: Draft): readonly FieldFinding[] {
	return watched.flatMap((field) =>
		findPersonalData(draft.fields[field])
			.filter(({ text }) => !draft.allowed.includes(text))
			.map((finding) => ({ ...finding, field })),
	);
}

/** The text without a finding, and without the comma, brackets or double space that would be left where it stood. */
export function without(text: string, { start, end }: Pick<PersonalData, "start" | "end">): string {
	const before = text.slice(0, start).replace(/[\s(,;:–-]+$/, "");
	const after = text.slice(end).replace(/^[\s),;]+/, "");
	const glue = before === "" || after === "" || /^[.!?]/.test(after) ? "" : " ";
	return before + glue + after;
}

/** Evidence without the personal data that happens to stand around, or in, its quote; unless that was let go on purpose. */
export function discreet(evidence: Evidence, allowed: readonly string[]): Evidence {
	const { quote, ...rest } = evidence;
	if (!quote) return evidence;
	const clean = (text: string | undefined) =>
		text !== undefined && findPersonalData(text).every((found) => allowed.includes(found.text)) ? text : undefined;
	if (clean(quote.exact) === undefined) return rest;
	return { ...rest, quote: { exact: quote.exact, prefix: clean(quote.prefix), suffix: clean(quote.suffix) } };
}
