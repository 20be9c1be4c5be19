import { diffWords } from "diff";
import { html, nothing, type TemplateResult } from "lit";
import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { describeValue } from "../form/describe.ts";
import type { Field } from "../form/fields.ts";

interface Reading {
	language: Language;
	messages: WorkbenchMessages;
	zone: string;
}

/** Of what stayed the same in a long text, as much as shows where the change is. */
const around = 60;

function abridged(text: string, first: boolean, last: boolean): string {
	if (text.length <= around * 2 + 40) return text;
	return `${first ? "" : text.slice(0, around)} … ${last ? "" : text.slice(-around)}`;
}

const gone = (text: string, say: WorkbenchMessages["side"]) =>
	html`<del><span class="visually-hidden">${say.was} </span>${text}</del>`;
const come = (text: string, say: WorkbenchMessages["side"]) =>
	html`<ins><span class="visually-hidden">${say.became} </span>${text}</ins>`;

function wordsDiff(before: string, after: string, say: WorkbenchMessages["side"]): TemplateResult {
	const parts = diffWords(before, after);
	const words = parts.map(({ value, added, removed }, at) =>
		removed
			? gone(value, say)
			: added
				? come(value, say)
				: html`<span>${abridged(value, at === 0, at === parts.length - 1)}</span>`,
	);
	// On one line: line ends of the text are shown as they are, and so would those of the template be.
	return html`<dd class="diff-text">${words}</dd>`;
}

/** What changed in a field, in words: texts word by word, lists entry by entry, anything else what it was and became. */
export function fieldDiff(
	field: Field | undefined,
	before: unknown,
	after: unknown,
	{ language, messages, zone }: Reading,
): TemplateResult {
	const say = messages.side;
	const reading = { language, messages, zone };
	const isText = (field?.type === "text" || field?.type === "long") && !("input" in field);
	if (isText && typeof before === "string" && typeof after === "string") return wordsDiff(before, after, say);
	const [was, is] = [describeValue(field, before, reading), describeValue(field, after, reading)];
	const removed = was.filter((line) => !is.includes(line));
	const added = is.filter((line) => !was.includes(line));
	const kept = was.length - removed.length;
	if (removed.length === 0 && added.length === 0) {
		// The same entries in another order.
		return html`<dd>${gone(was.join("; "), say)}</dd><dd>${come(is.join("; "), say)}</dd>`;
	}
	return html`${removed.map((line) => html`<dd>${gone(line, say)}</dd>`)}${added.map((line) => html`<dd>${come(line, say)}</dd>`)}
		${kept > 0 ? html`<dd class="hint">${recordPageMessages[language].unchanged(kept)}</dd>` : nothing}`;
}
