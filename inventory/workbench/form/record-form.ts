import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Kind } from "../../../shared/model/kinds.ts";
import type { Source } from "../api/answers.ts";
import { Announcement, FieldChange } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { sourceLink } from "../record/source-link.ts";
import {
	choiceControl,
	choicesControl,
	dateControl,
	flagControl,
	longControl,
	momentControl,
	numberControl,
	publicityControl,
	sliceControl,
	textControl,
	zoneControl,
} from "./controls.ts";
import { type Field, type FieldOf, forms } from "./fields.ts";
import { type FieldEvidence, type FormView, idOf } from "./form-view.ts";
import { notesOf } from "./notes.ts";
import { type Draft, valueAt } from "./path.ts";

/** Whether a quote has a field's text, or the text has the quote. */
function saysSo(quote: string | undefined, value: unknown): boolean {
	if (!quote?.trim() || typeof value !== "string" || !value.trim()) return false;
	const [said, stands] = [quote.trim().toLowerCase(), value.trim().toLowerCase()];
	return said.includes(stands) || stands.includes(said);
}

/** The change goes up to whoever holds the draft and comes back down: on the next frame it is on the page. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * The form for a record of any kind, drawn from the kind's description. It holds nothing: what is typed goes out at once,
 * and comes back as `draft`.
 *
 * @fires workbench-field a field changed, with its path and value
 */
export class RecordForm extends LightElement {
	static override properties = {
		...LightElement.properties,
		kind: { attribute: false },
		draft: { attribute: false },
		problems: { attribute: false },
		sources: { attribute: false },
		disabled: { type: Boolean },
	};
	declare kind: Kind;
	declare draft: Draft;
	declare problems: ReadonlyMap<string, string>;
	declare sources: readonly Source[];
	declare disabled: boolean;

	readonly #typed = new Map<string, string>();

	constructor() {
		super();
		this.kind = "initiative";
		this.draft = {};
		this.problems = new Map();
		this.sources = [];
		this.disabled = false;
	}

	/** Puts the focus on the field of a problem, or on the first one that is wrong; opens what hides it. */
	async focusProblem(path?: string): Promise<void> {
		await this.updateComplete;
		const wrong = path === undefined ? null : this.querySelector(`#${CSS.escape(idOf(path))}-problem`);
		const field = wrong?.closest("[data-problem]") ?? this.querySelector("[data-problem]");
		for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
		const controls = [...(field?.querySelectorAll<HTMLInputElement>("input, select, textarea") ?? [])];
		const control = controls.find(({ value }) => value === "") ?? controls[0] ?? field?.querySelector("button");
		// In the middle: at the edge, the bar at the foot would cover what is wrong with it.
		control?.focus({ preventScroll: true });
		control?.scrollIntoView({ block: "center" });
	}

	#evidenceFor(path: string): FieldEvidence | undefined {
		const all = this.sources.flatMap((source) => {
			const evidence = source.evidence[path];
			return evidence ? [{ evidence, link: sourceLink(source.url, evidence) }] : [];
		});
		// After a merge there are sources of both: the one that says what stands here goes first, else the latest.
		return all.find(({ evidence }) => saysSo(evidence.quote?.exact, valueAt(this.draft, path))) ?? all[0];
	}

	#view(): FormView {
		return {
			language: this.language,
			messages: this.messages,
			draft: this.draft,
			disabled: this.disabled,
			problems: this.problems,
			typed: this.#typed,
			evidenceFor: (path) => this.#evidenceFor(path),
			change: (path, value) => this.dispatchEvent(new FieldChange(path, value)),
			addEntry: (field, path) => this.#addEntry(field, path),
			removeEntry: (field, path, index) => this.#removeEntry(field, path, index),
			announce: (text) => this.dispatchEvent(new Announcement(text)),
		};
	}

	#entries(path: string): readonly unknown[] {
		const value = valueAt(this.draft, path);
		return Array.isArray(value) ? value : [];
	}

	async #addEntry(field: Field, path: string): Promise<void> {
		const index = this.#entries(path).length;
		this.dispatchEvent(new FieldChange(path, [...this.#entries(path), {}]));
		await drawn();
		this.querySelector<HTMLElement>(`#${CSS.escape(idOf(`${path}.${index}`))} :is(input, select)`)?.focus();
		if (field.type === "list") this.#say("added", field);
	}

	async #removeEntry(field: Field, path: string, index: number): Promise<void> {
		this.dispatchEvent(
			new FieldChange(
				path,
				this.#entries(path).filter((_, at) => at !== index),
			),
		);
		for (const key of this.#typed.keys()) if (key.startsWith(`${path}.`)) this.#typed.delete(key);
		await drawn();
		this.querySelector<HTMLElement>(`#${CSS.escape(idOf(path))}-add`)?.focus();
		if (field.type === "list") this.#say("removed", field);
	}

	#say(what: "added" | "removed", field: FieldOf<"list">): void {
		this.dispatchEvent(new Announcement(this.messages.form[what](field.one[this.language])));
	}

	#field(view: FormView, field: Field, path: string): TemplateResult {
		switch (field.type) {
			case "text":
				return textControl(view, field, path);
			case "long":
				return longControl(view, field, path);
			case "number":
				return numberControl(view, field, path);
			case "date":
				return dateControl(view, field, path);
			case "moment":
				return momentControl(view, field, path);
			case "zone":
				return zoneControl(view, field, path);
			case "publicity":
				return publicityControl(view, field, path);
			case "flag":
				return flagControl(view, field, path);
			case "slice":
				return sliceControl(view, field, path);
			case "definition":
			case "observations":
				return this.#element(view, field, path);
			case "choice":
				return choiceControl(view, field, path);
			case "choices":
				return choicesControl(view, field, path);
			case "group":
				return this.#group(view, field, path);
			case "list":
				return this.#list(view, field, path);
		}
	}

	/** A field with an element of its own, which gets the whole draft. */
	#element(view: FormView, field: FieldOf<"definition" | "observations">, path: string): TemplateResult {
		const { name, hint, problem, invalid } = notesOf(view, field, path);
		const { language, draft, disabled, problems } = this;
		return html`<fieldset class="field wide list" ?data-problem=${invalid === "true"}>
			<legend>${name}</legend>
			${hint}${problem}
			${
				field.type === "observations"
					? html`<workbench-observations
							.language=${language}
							.draft=${draft}
							.problems=${problems}
							?disabled=${disabled}
						></workbench-observations>`
					: html`<workbench-definition .language=${language} .draft=${draft} ?disabled=${disabled}></workbench-definition>`
			}
		</fieldset>`;
	}

	#group(view: FormView, field: FieldOf<"group">, path: string): TemplateResult {
		const { name, hint, evidence, problem, invalid } = notesOf(view, field, path);
		return html`<fieldset class="field wide group" ?data-problem=${invalid === "true"}>
			<legend>${name}</legend>
			${hint}${problem}${evidence}
			<div class="fields">${field.fields.map((inner) => this.#field(view, inner, `${path}.${inner.key}`))}</div>
		</fieldset>`;
	}

	#list(view: FormView, field: FieldOf<"list">, path: string): TemplateResult {
		const { name, hint, evidence, problem, invalid } = notesOf(view, field, path);
		const entries = this.#entries(path);
		const one = field.one[this.language];
		const say = this.messages.form;
		const all = html`${repeat(
			entries,
			(_, index) => index,
			(_, index) => {
				const at = `${path}.${index}`;
				const called = valueAt(this.draft, `${at}.name`);
				const title = `${one[0]?.toUpperCase()}${one.slice(1)} ${index + 1}`;
				return html`<div
					class="entry"
					id=${idOf(at)}
					role="group"
					aria-label=${typeof called === "string" ? `${title}: ${called}` : title}
				>
					<div class="fields">${field.fields.map((inner) => this.#field(view, inner, `${at}.${inner.key}`))}</div>
					${
						this.disabled
							? nothing
							: html`<button type="button" class="plain danger" @click=${() => view.removeEntry(field, path, index)}>
									${say.remove(`${one} ${index + 1}`)}
								</button>`
					}
				</div>`;
			},
		)}
		${
			this.disabled
				? nothing
				: html`<button type="button" id="${idOf(path)}-add" @click=${() => view.addEntry(field, path)}>
						${say.add(one)}
					</button>`
		}`;
		if (field.folded) {
			return html`<details class="field wide fold">
				<summary>
					<span class="name">${name}</span><span class="gist">${entries.length}</span>
				</summary>
				<fieldset class="list">
					<legend class="visually-hidden">${name}</legend>
					${hint}${problem}${all}
				</fieldset>
			</details>`;
		}
		return html`<fieldset class="field wide list" ?data-problem=${invalid === "true"}>
			<legend>${name}</legend>
			${hint}${problem}${evidence}${all}
		</fieldset>`;
	}

	override render(): TemplateResult {
		const view = this.#view();
		return html`${forms[this.kind].map(
			({
				id,
				title,
				hint,
				fields,
			}) => html`<section class="card section ${fields.length === 1 ? "single" : ""}" aria-labelledby="section-${id}">
				<h2 id="section-${id}">${title[this.language]}</h2>
				${hint ? html`<p class="hint">${hint[this.language]}</p>` : nothing}
				<div class="fields">${fields.map((field) => this.#field(view, field, field.key))}</div>
			</section>`,
		)}`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-form": RecordForm;
	}
}
