import { html, type TemplateResult } from "lit";
import type { PanelMessages } from "../../shared/messages/panel/messages.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { FieldName, Fields } from "../draft/fields.ts";
import { differences, fieldsOf, mergedDraft } from "../draft/record-fields.ts";
import type { OutboxEntry } from "../outbox/entry.ts";
import { fieldLabel, valueText } from "./value-text.ts";

/** A clip that was refused because somebody changed its record meanwhile, and whose value stands for each field. */
export interface Merge {
	readonly entry: OutboxEntry;
	/** The record as it stands. */
	readonly record: Readonly<Record<string, unknown>>;
	readonly revision: number;
	readonly differing: readonly FieldName[];
	readonly theirs: ReadonlySet<FieldName>;
}

/** What a person typed stands to begin with; of what was read from the page, what the inventory has. */
export function mergeOf(entry: OutboxEntry): Merge | undefined {
	const { revision, current: record } = entry.refusal ?? {};
	if (revision === undefined || record === undefined) return undefined;
	const differing = differences(entry.draft, record);
	const theirs = new Set(differing.filter((name) => entry.draft.evidence[name]?.from !== "human"));
	return { entry, record, revision, differing, theirs };
}

export const draftOfMerge = ({ entry, record, revision, theirs }: Merge) =>
	mergedDraft(entry.draft, { record, revision }, theirs);

export interface MergeView {
	readonly merge: Merge;
	readonly language: Language;
	readonly say: PanelMessages;
	readonly choose: (theirs: ReadonlySet<FieldName>) => void;
	readonly apply: () => void;
	readonly cancel: () => void;
}

function row(name: FieldName, standing: Fields, { merge, language, say, choose }: MergeView): TemplateResult {
	const { draft } = merge.entry;
	const option = (whose: "mine" | "theirs", value: Fields[FieldName]) => {
		const toggle = () => {
			const theirs = new Set(merge.theirs);
			if (whose === "theirs") theirs.add(name);
			else theirs.delete(name);
			choose(theirs);
		};
		const text = valueText(name, value, language);
		return html`<label class="choice"
			><input type="radio" name="merge-${name}" value=${whose}
				.checked=${merge.theirs.has(name) === (whose === "theirs")} @change=${toggle}
			/><span><strong>${say.merge[whose]}</strong> ${text || html`<em>${say.merge.nothing}</em>`}</span></label
		>`;
	};
	return html`<fieldset class="merge-field" data-field=${name}>
		<legend>${fieldLabel(name, draft.kind, say)}</legend>
		${option("mine", draft.fields[name])}${option("theirs", standing[name])}
	</fieldset>`;
}

/** Mine beside theirs, field by field; after it the clip follows the revision that stands. */
export function mergeView(view: MergeView): TemplateResult {
	const { merge, say, choose, apply, cancel } = view;
	const standing = fieldsOf(merge.entry.kind, merge.record);
	const submit = (event: Event) => {
		event.preventDefault();
		apply();
	};
	return html`<form id="merge" class="card" novalidate @submit=${submit}>
		<h2 tabindex="-1">${say.merge.title(merge.entry.title)}</h2>
		<p>${merge.differing.length === 0 ? say.merge.same : say.merge.intro(merge.revision)}</p>
		${
			merge.differing.length > 1
				? html`<div class="actions">
						<button type="button" class="small" @click=${() => choose(new Set())}>${say.merge.allMine}</button>
						<button type="button" class="small" @click=${() => choose(new Set(merge.differing))}>${say.merge.allTheirs}</button>
					</div>`
				: ""
		}
		${merge.differing.map((name) => row(name, standing, view))}
		<div class="actions">
			<button type="submit" class="primary">${say.merge.apply}</button>
			<button type="button" @click=${cancel}>${say.cancel}</button>
		</div>
	</form>`;
}
