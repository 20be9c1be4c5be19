import { html, nothing, type TemplateResult } from "lit";
import { fieldProblems } from "../../../shared/messages/field-problems.ts";
import { indicatorMessages } from "../../../shared/messages/workbench/insight-indicators.ts";
import { Indicator } from "../../../shared/model/indicator.ts";
import type { FieldProblem } from "../../../shared/model/problem.ts";
import { ApiRefusal } from "../../browser/failure.ts";
import { Announcement, RecordChanged } from "../app/events.ts";
import { addressOfRecord } from "../app/route.ts";
import { TryingElement } from "../app/trying-element.ts";
import type { IndicatorsClient } from "./indicators-client.ts";

/** The fields of the form by their paths in the record, in the order in which they stand. */
const paths = ["title", "unit", "source.name", "source.url", "definition"] as const;
type Path = (typeof paths)[number];

const idOf = (path: Path) => `indicator-${path.replace(".", "-")}`;

/**
 * A button that opens a form for a new indicator: as much as it cannot do without, the rest is filled in on its own page, which
 * opens after it. What was typed stays until it is saved, also when the form is closed.
 *
 * @fires workbench-announce @fires workbench-record-changed @fires workbench-session-ended
 */
export class NewIndicator extends TryingElement {
	static override properties = {
		...TryingElement.properties,
		client: { attribute: false },
		region: { attribute: false },
		problems: { state: true },
		busy: { state: true },
	};
	declare client: IndicatorsClient;
	declare region: { id: string; name: string };
	/** What is wrong with single fields. */
	declare problems: readonly FieldProblem[];
	declare busy: boolean;

	constructor() {
		super();
		this.problems = [];
		this.busy = false;
	}

	get #say() {
		return indicatorMessages[this.language].adding;
	}

	#valueOf(path: Path): string | undefined {
		const control = this.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${idOf(path)}`);
		return control?.value.trim() || undefined;
	}

	async #open(): Promise<void> {
		Object.assign(this, { problem: undefined, problems: [] });
		await this.showDialog();
	}

	/** Shows what is wrong, and goes to the first of it: a field, or else the sentence that says why not. */
	async #showProblems(problems: readonly FieldProblem[]): Promise<void> {
		this.problems = problems;
		await this.showDialog();
		const first = paths.find((path) => problems.some(({ field }) => field === path));
		this.querySelector<HTMLElement>(first ? `#${idOf(first)}` : "#indicator-problem")?.focus();
	}

	async #save(event: Event): Promise<void> {
		event.preventDefault();
		if (this.busy) return;
		this.problem = undefined;
		const record = {
			title: this.#valueOf("title"),
			unit: this.#valueOf("unit"),
			source: { name: this.#valueOf("source.name"), url: this.#valueOf("source.url") },
			definition: this.#valueOf("definition"),
		};
		const parsed = Indicator.safeParse(record);
		if (!parsed.success) return this.#showProblems(fieldProblems(parsed.error.issues, record, this.language));
		this.problems = [];
		this.busy = true;
		let id: string | undefined;
		let wrong: readonly FieldProblem[] = [];
		await this.tryTo(async () => {
			try {
				id = await this.client.add(this.region.id, record);
			} catch (error) {
				if (error instanceof ApiRefusal) wrong = error.problem?.errors ?? [];
				throw error;
			}
		});
		this.busy = false;
		if (id === undefined) {
			await this.#showProblems(wrong);
			return;
		}
		this.querySelector("form")?.reset();
		this.querySelector("dialog")?.close();
		this.dispatchEvent(new RecordChanged());
		this.dispatchEvent(new Announcement(this.#say.saved));
		location.hash = addressOfRecord(id);
	}

	#field(
		path: Path,
		{ label, hint, required = false }: { label: string; hint?: string; required?: boolean },
	): TemplateResult {
		const id = idOf(path);
		const problem = this.problems.find(({ field }) => field === path)?.message;
		const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ") || nothing;
		const invalid = problem ? "true" : nothing;
		const control =
			path === "definition"
				? html`<textarea id=${id} rows="4" ?readonly=${this.busy} aria-invalid=${invalid} aria-describedby=${described}></textarea>`
				: html`<input
						id=${id}
						type=${path === "source.url" ? "url" : "text"}
						autocomplete="off"
						?readonly=${this.busy}
						?autofocus=${path === "title"}
						aria-required=${required ? "true" : nothing}
						aria-invalid=${invalid}
						aria-describedby=${described}
					/>`;
		return html`<div class="field">
			<label for=${id}>${label}
				${
					required
						? html`<span class="star" aria-hidden="true">*</span><span class="visually-hidden">(${this.messages.form.required})</span>`
						: html`<span class="optional">(${this.#say.optional})</span>`
				}</label>
			${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
			${control}
			${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing}
		</div>`;
	}

	override render(): TemplateResult {
		const say = this.#say;
		const close = () => this.querySelector("dialog")?.close();
		return html`<button type="button" class="primary" id="indicator-add" @click=${() => void this.#open()}>${say.open}</button>
			<dialog
				aria-labelledby="indicator-add-title"
				aria-describedby="indicator-add-intro"
				@cancel=${(event: Event) => {
					// Somebody who waits for an answer stays until it is there.
					if (this.busy) event.preventDefault();
				}}
				@close=${() => this.querySelector<HTMLElement>("#indicator-add")?.focus()}
			>
				<form novalidate class="adding" aria-busy=${this.busy} @submit=${(event: Event) => void this.#save(event)}>
					<div>
						<h2 id="indicator-add-title">${say.title}</h2>
						<p id="indicator-add-intro">${say.intro(this.region.name)}</p>
						${this.problem ? html`<p class="message bad" id="indicator-problem" role="alert" tabindex="-1">${this.problem}</p>` : nothing}
					</div>
					${this.#field("title", { label: say.name, required: true })}
					${this.#field("unit", { label: say.unit, hint: say.unitHint, required: true })}
					${this.#field("source.name", { label: say.source, hint: say.sourceHint, required: true })}
					${this.#field("source.url", { label: say.url })}
					${this.#field("definition", { label: say.definition, hint: say.definitionHint })}
					<div class="buttons">
						<button class="primary" ?disabled=${this.busy}>${this.busy ? say.saving : say.save}</button>
						<button type="button" ?disabled=${this.busy} @click=${close}>${say.cancel}</button>
					</div>
				</form>
			</dialog>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-new-indicator": NewIndicator;
	}
}
