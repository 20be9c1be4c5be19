import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { PanelMessages } from "../../shared/messages/panel/messages.ts";
import { codesOf, type Language, labelOf, type Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import type { Draft, FieldName, FormChange, ListField, TextField } from "../draft/fields.ts";
import type { FormProblems } from "../draft/paths.ts";
import type { FieldFinding } from "../draft/personal.ts";
import type { RecentTags } from "../draft/recent-tags.ts";
import type { ShownQuote } from "./show-quote.ts";

/** What every control draws from. */
export interface FormView {
	readonly draft: Draft;
	readonly problems: FormProblems;
	readonly language: Language;
	readonly say: PanelMessages;
	readonly recent: RecentTags;
	/** Personal data that would go along. */
	readonly personal: readonly FieldFinding[];
	/** What came of the last "show me". */
	readonly shownQuote: { readonly field: FieldName; readonly outcome: ShownQuote } | undefined;
	readonly change: (change: FormChange) => void;
	/** Points at a field's quote on the page. */
	readonly showMe: (name: FieldName) => void;
	readonly leaveOut: (finding: FieldFinding) => void;
	readonly allow: (text: string) => void;
	/** Tags that follow from the words of the draft. */
	readonly suggestions: TemplateResult;
}

type OneLine = TextField | "note" | "region";

interface Shape {
	readonly label: string;
	readonly hint?: string | undefined;
	readonly required?: boolean | undefined;
}

/** Below this we ask for a look. */
const unsureBelow = 0.65;

/** Where one field was read from, in words. A quote that only repeats the value, or the field before it, is left out. */
function evidenceText({ say, draft }: FormView, name: FieldName): TemplateResult | typeof nothing {
	const evidence = draft.evidence[name];
	if (!evidence || evidence.from === "human" || draft.fields[name] === "") return nothing;
	const quote = evidence.quote?.exact;
	if (quote && name !== "startDate" && /^(?:start|end)/.test(name) && quote === draft.evidence.startDate?.quote?.exact)
		return nothing;
	const telling = quote === draft.fields[name] ? undefined : quote;
	const short = telling && telling.length > 90 ? `${telling.slice(0, 89)}…` : telling;
	return html`${say.evidenceFrom(say.evidence[evidence.from], short)}${
		evidence.confidence < unsureBelow ? html` · <strong>${say.unsure}</strong>` : nothing
	}`;
}

/** A button that points at the quote on the page, and what came of it. */
function showMe(view: FormView, name: FieldName, label: string): TemplateResult | typeof nothing {
	const { say, draft, shownQuote } = view;
	if (!draft.evidence[name]?.quote || draft.evidence[name].from === "human") return nothing;
	const outcome = shownQuote?.field === name ? say.showMeOutcome[shownQuote.outcome] : "";
	return html` <button type="button" class="link" data-show=${name} @click=${() => view.showMe(name)}>
			${say.showMe}<span class="visually-hidden">: ${label}</span></button
		><span role="status"> ${outcome}</span>`;
}

/** Personal data in a field, each with the two ways to deal with it. */
function personalWarning(view: FormView, name: FieldName): TemplateResult | typeof nothing {
	const { say } = view;
	const found = view.personal.filter(({ field: own }) => own === name);
	if (found.length === 0) return nothing;
	return html`<div class="message warn personal">
		<p><strong>${say.personal.title}</strong></p>
		${found.map(
			(it) => html`<p>${say.personal.found[it.kind]}: ${it.text}</p>
				<div class="actions">
					<button type="button" class="small" @click=${() => view.leaveOut(it)}>
						${say.personal.leaveOut}<span class="visually-hidden">: ${it.text}</span>
					</button>
					<button type="button" class="small" @click=${() => view.allow(it.text)}>
						${say.personal.keep}<span class="visually-hidden">: ${it.text}</span>
					</button>
				</div>`,
		)}
	</div>`;
}

/** Label, control, problem, hint and evidence of one field, tied together for assistive technology. */
function field(
	view: FormView,
	name: OneLine,
	shape: Shape,
	control: (attributes: {
		id: string;
		described: string | typeof nothing;
		invalid: "true" | typeof nothing;
	}) => TemplateResult,
): TemplateResult {
	const id = `field-${name}`;
	const problem = view.problems.get(name);
	const shown = name === "note" || name === "region" ? nothing : evidenceText(view, name);
	const described = [problem && `${id}-problem`, shape.hint && `${id}-hint`, shown !== nothing && `${id}-evidence`];
	const ids = described.filter(Boolean).join(" ");
	return html`<div class="field" data-field=${name}>
		<label for=${id}>${shape.label}${shape.required ? html` <span class="required">(${view.say.required})</span>` : nothing}</label>
		${control({ id, described: ids || nothing, invalid: problem ? "true" : nothing })}
		${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing}
		${shape.hint ? html`<p class="hint" id="${id}-hint">${shape.hint}</p>` : nothing}
		${
			shown === nothing || name === "note" || name === "region"
				? nothing
				: html`<p class="evidence"><span id="${id}-evidence">${shown}</span>${showMe(view, name, shape.label)}</p>`
		}
		${name === "note" || name === "region" ? nothing : personalWarning(view, name)}
	</div>`;
}

const fieldValue = ({ draft }: FormView, name: OneLine): string =>
	name === "note" || name === "region" ? draft[name] : draft.fields[name];

function typed(view: FormView, name: OneLine) {
	return (event: Event) => {
		const { currentTarget: control } = event;
		if (
			control instanceof HTMLInputElement ||
			control instanceof HTMLTextAreaElement ||
			control instanceof HTMLSelectElement
		)
			view.change({ field: name, value: control.value });
	};
}

export function textInput(
	view: FormView,
	name: OneLine,
	shape: Shape & { type?: "text" | "url" | "date" | "time"; list?: string },
): TemplateResult {
	return field(
		view,
		name,
		shape,
		({ id, described, invalid }) => html`<input
			id=${id}
			type=${shape.type ?? "text"}
			list=${shape.list ?? nothing}
			autocomplete="off"
			aria-required=${shape.required ? "true" : nothing}
			aria-invalid=${invalid}
			aria-describedby=${described}
			.value=${live(fieldValue(view, name))}
			@input=${typed(view, name)}
		/>`,
	);
}

export function textArea(view: FormView, name: OneLine, shape: Shape & { rows: number }): TemplateResult {
	return field(
		view,
		name,
		shape,
		({ id, described, invalid }) => html`<textarea
			id=${id}
			rows=${shape.rows}
			aria-required=${shape.required ? "true" : nothing}
			aria-invalid=${invalid}
			aria-describedby=${described}
			.value=${live(fieldValue(view, name))}
			@input=${typed(view, name)}
		></textarea>`,
	);
}

interface Option {
	readonly value: string;
	readonly label: string;
}

/** A select; with `empty` the first option is none, in those words. */
export function select(
	view: FormView,
	name: OneLine,
	shape: Shape & { options: readonly Option[]; empty?: string | undefined },
): TemplateResult {
	const value = fieldValue(view, name);
	return field(
		view,
		name,
		shape,
		({ id, described, invalid }) => html`<select
			id=${id}
			aria-required=${shape.required ? "true" : nothing}
			aria-invalid=${invalid}
			aria-describedby=${described}
			@change=${typed(view, name)}
		>
			${shape.empty === undefined ? nothing : html`<option value="" ?selected=${value === ""}>${shape.empty}</option>`}
			${shape.options.map((it) => html`<option value=${it.value} ?selected=${it.value === value}>${it.label}</option>`)}
		</select>`,
	);
}

export const optionsOf = (vocabulary: Vocabulary, language: Language): Option[] =>
	codesOf(vocabulary).map((code) => ({ value: code, label: labelOf(vocabulary, code, language) }));

/** A group of checkboxes for a vocabulary, folded away when it is long; its summary says how many are ticked. */
export function checkboxes(
	view: FormView,
	name: ListField,
	shape: { label: string; vocabulary: Vocabulary; folded: boolean },
): TemplateResult {
	const chosen = view.draft.fields[name];
	const toggle = (code: string) => (event: Event) => {
		const { currentTarget: control } = event;
		if (!(control instanceof HTMLInputElement)) return;
		// In the order of the vocabulary, whatever the order of the clicks.
		const next = codesOf(shape.vocabulary).filter((it) => (it === code ? control.checked : chosen.includes(it)));
		view.change({ field: name, value: next });
	};
	const boxes = html`<div class="boxes">
		${codesOf(shape.vocabulary).map(
			(code) => html`<label class="box"
				><input type="checkbox" .checked=${live(chosen.includes(code))} @change=${toggle(code)} />
				<span>${labelOf(shape.vocabulary, code, view.language)}</span></label
			>`,
		)}
	</div>`;
	const problem = view.problems.get(name);
	const after = problem ? html`<p class="problem">${problem}</p>` : nothing;
	const lately = view.recent[name].filter((code) => !chosen.includes(code) && codesOf(shape.vocabulary).includes(code));
	const add = (code: string) =>
		view.change({ field: name, value: codesOf(shape.vocabulary).filter((it) => it === code || chosen.includes(it)) });
	const quick =
		lately.length === 0
			? nothing
			: html`<p class="recent-tags" data-recent=${name}>
					<span class="hint">${view.say.recentTags}:</span>
					${lately.map(
						(code) => html`<button type="button" class="chip" @click=${() => add(code)}>
							+ ${labelOf(shape.vocabulary, code, view.language)}
						</button>`,
					)}
				</p>`;
	if (!shape.folded)
		return html`<fieldset data-field=${name}><legend>${shape.label}</legend>${boxes}${after}</fieldset>`;
	return html`<details data-field=${name}>
		<summary><span class="name">${shape.label}</span> <span class="hint">${view.say.chosen(chosen.length)}</span></summary>
		<fieldset><legend class="visually-hidden">${shape.label}</legend>${boxes}</fieldset>
		${after}
	</details>
	${quick}`;
}
