import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import type { Evidence } from "../../../shared/model/clip.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { Field } from "./fields.ts";
import type { Draft } from "./path.ts";

/** What a control needs to draw a field and to tell of a change. */
export interface FormView {
	readonly language: Language;
	readonly messages: WorkbenchMessages;
	readonly draft: Draft;
	readonly disabled: boolean;
	readonly problems: ReadonlyMap<string, string>;
	/** Where the value at a path came from: the latest source that says so. */
	evidenceFor(path: string): FieldEvidence | undefined;
	/** Numbers as they are being typed ("12," on the way to "12,5"), by path. */
	readonly typed: Map<string, string>;
	change(path: string, value: unknown): void;
	addEntry(field: Field, path: string): void;
	removeEntry(field: Field, path: string, index: number): void;
	announce(text: string): void;
}

export interface FieldEvidence {
	evidence: Evidence;
	/** The source page, scrolled to the quote. */
	link: string;
}

/** The id of a field's control, to label and describe it by and to find it again. */
export const idOf = (path: string): string => `field-${path.replaceAll(".", "-")}`;

/** The problem of a field. One that stands for many values (checkboxes) shows what is wrong with any of them. */
export function problemOf(view: FormView, field: Field, path: string): string | undefined {
	const own = view.problems.get(path);
	if (own !== undefined || field.type !== "choices") return own;
	for (const [at, message] of view.problems) if (at.startsWith(`${path}.`)) return message;
	return undefined;
}
