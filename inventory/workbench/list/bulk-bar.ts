import { html, nothing, type TemplateResult } from "lit";
import { workListMessages } from "../../../shared/messages/workbench/work-list.ts";
import type { RecordId } from "../../../shared/model/values.ts";
import { actionLines } from "../../../shared/vocabularies/action-lines.ts";
import { audiences } from "../../../shared/vocabularies/audiences.ts";
import { regionalGoals } from "../../../shared/vocabularies/regional-goals.ts";
import { sectors } from "../../../shared/vocabularies/sectors.ts";
import { stages } from "../../../shared/vocabularies/stages.ts";
import { codesOf, labelOf, type Vocabulary } from "../../../shared/vocabularies/vocabulary.ts";
import { sentenceOf } from "../../browser/failure.ts";
import type { Client } from "../api/client.ts";
import type { ApiFilters, BulkAction } from "../api/work-list-client.ts";
import { Announcement, RecordChanged } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { addressOfRecord } from "../app/route.ts";
import { fieldFor } from "../form/fields.ts";
import { BulkController } from "./bulk-controller.ts";

const vocabularies: Readonly<Record<string, Vocabulary>> = { actionLines, stages, audiences, sectors, regionalGoals };
const modes = ["add", "remove", "replace"] as const;
const verbs = ["publish", "archive", "restore"] as const;

/** What is chosen in the list: some records, or everything under its filters. */
export type Choice =
	| { is: "some"; records: ReadonlyMap<RecordId, number> }
	| { is: "all"; filters: ApiFilters; total: string };

/** The choice was used or thrown away. */
export class ChoiceCleared extends Event {
	static readonly type = "workbench-choice-cleared";
	constructor() {
		super(ChoiceCleared.type);
	}
}

/**
 * What can be done with the chosen records, how far it is, what came of it, and the way back.
 *
 * @fires workbench-choice-cleared @fires workbench-record-changed @fires workbench-announce
 */
export class BulkBar extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		choice: { attribute: false },
		field: { state: true },
		setting: { state: true },
	};
	declare client: Client;
	declare choice: Choice;
	declare field: string;
	declare setting: boolean;

	readonly #bulk = new BulkController(this, () => this.client);

	constructor() {
		super();
		this.choice = { is: "some", records: new Map() };
		this.field = "actionLines";
		this.setting = false;
	}

	get #say() {
		return workListMessages[this.language].bulk;
	}

	async #run(action: BulkAction): Promise<void> {
		const { choice } = this;
		const done = await this.#bulk.run(
			action,
			choice.is === "all"
				? { filters: choice.filters }
				: { records: [...choice.records].map(([id, revision]) => ({ id, revision })) },
		);
		this.setting = false;
		if (done) this.dispatchEvent(new ChoiceCleared());
		await this.#tell();
	}

	async #tell(): Promise<void> {
		this.dispatchEvent(new RecordChanged());
		this.dispatchEvent(new Announcement(this.#outcome().join(" ")));
		await this.updateComplete;
		this.querySelector<HTMLElement>(".bulk-outcome")?.focus();
	}

	async #undo(): Promise<void> {
		await this.#bulk.undo();
		await this.#tell();
	}

	/** What came of it, in sentences. */
	#outcome(): string[] {
		const say = this.#say;
		const { action, progress, direction, failure } = this.#bulk;
		if (failure) return [sentenceOf(failure, this.messages), ...(progress ? [say.interrupted] : [])];
		if (!action || !progress) return [];
		const { done = 0, same = 0, refused = 0, undone = 0 } = progress.counts;
		const kept = this.#bulk.left.filter(({ state }) => state === "kept").length;
		const sentences =
			direction === "undo"
				? [say.undone(undone), kept > 0 && say.kept(kept)]
				: [
						(done > 0 || same + refused === 0) && say.done[action](done),
						same > 0 && say.same(same),
						refused > 0 && say.refused(refused),
					];
		return sentences.filter((one) => one !== false);
	}

	#working(): TemplateResult {
		const { progress, total, direction } = this.#bulk;
		const done = total - (progress?.remaining ?? total);
		return html`<p class="bulk-working" aria-busy="true">
			<label for="bulk-progress">${progress ? this.#say.progress(done, total) : this.#say.verbs[this.#bulk.action ?? "set"]}</label>
			${
				progress && direction === "do"
					? html`<progress id="bulk-progress" max=${total} value=${done}></progress>`
					: html`<progress id="bulk-progress"></progress>`
			}
		</p>`;
	}

	#after(): TemplateResult {
		const say = this.#say;
		const { left, progress, direction, failure } = this.#bulk;
		const undoable = direction === "do" && (progress?.counts.done ?? 0) > 0;
		const bad = failure !== undefined || left.length > 0;
		return html`<div class="message ${bad ? "warn" : "good"} bulk-outcome" tabindex="-1">
			${this.#outcome().map((sentence) => html`<p>${sentence}</p>`)}
			${
				left.length > 0
					? html`<ul>
							${left.map(
								({ id, title, sentence }) =>
									html`<li><a href=${addressOfRecord(id)}>${title}</a>${sentence ? html`: ${sentence[this.language]}` : nothing}</li>`,
							)}
						</ul>`
					: nothing
			}
			<div class="row">
				${failure && progress ? html`<button type="button" @click=${() => void this.#bulk.goOn().then(() => this.#tell())}>${say.goOn}</button>` : nothing}
				${undoable ? html`<button type="button" id="bulk-undo" @click=${() => void this.#undo()}>${say.undo}</button>` : nothing}
				<button type="button" class="plain" @click=${() => this.#bulk.forget()}>${say.close}</button>
			</div>
		</div>`;
	}

	#setForm(): TemplateResult {
		const say = this.#say;
		const vocabulary = vocabularies[this.field] ?? actionLines;
		const value = (id: string) => this.querySelector<HTMLSelectElement>(`#${id}`)?.value ?? "";
		const submit = (event: Event) => {
			event.preventDefault();
			const mode = modes.find((one) => one === value("bulk-mode")) ?? "add";
			void this.#run({ action: "set", field: this.field, mode, values: [value("bulk-value")] });
		};
		return html`<form class="bulk-set" @submit=${submit}>
			<div>
				<label for="bulk-field">${say.field}</label>
				<select
					id="bulk-field"
					@change=${() => {
						this.field = value("bulk-field");
					}}
				>
					${Object.keys(vocabularies).map(
						(name) =>
							html`<option value=${name} ?selected=${name === this.field}>${fieldFor("initiative", name)?.label[this.language] ?? name}</option>`,
					)}
				</select>
			</div>
			<div>
				<label for="bulk-mode">${say.mode}</label>
				<select id="bulk-mode">${modes.map((mode) => html`<option value=${mode}>${say.modes[mode]}</option>`)}</select>
			</div>
			<div>
				<label for="bulk-value">${say.value}</label>
				<select id="bulk-value">
					${codesOf(vocabulary).map((code) => html`<option value=${code}>${labelOf(vocabulary, code, this.language)}</option>`)}
				</select>
			</div>
			<button class="primary">${say.apply}</button>
		</form>`;
	}

	#chosen(): TemplateResult {
		const say = this.#say;
		const { choice } = this;
		const text = choice.is === "all" ? say.allChosen(choice.total) : say.chosen(choice.records.size);
		return html`<div class="row">
				<strong>${text}</strong>
				${verbs.map((action) => html`<button type="button" data-verb=${action} @click=${() => void this.#run({ action })}>${say.verbs[action]}</button>`)}
				<button
					type="button"
					aria-expanded=${this.setting}
					@click=${() => {
						this.setting = !this.setting;
					}}
				>
					${say.verbs.set}
				</button>
				<button type="button" class="plain" @click=${() => this.dispatchEvent(new ChoiceCleared())}>${say.clear}</button>
			</div>
			${this.setting ? this.#setForm() : nothing}`;
	}

	override render(): TemplateResult | typeof nothing {
		const { choice } = this;
		const chosen = choice.is === "all" || choice.records.size > 0;
		const { busy, progress, failure } = this.#bulk;
		if (busy) return html`<section class="bulk" aria-label=${this.#say.title}>${this.#working()}</section>`;
		if (!chosen && !progress && !failure) return nothing;
		return html`<section class="bulk" aria-label=${this.#say.title}>
			${progress || failure ? this.#after() : nothing}${chosen ? this.#chosen() : nothing}
		</section>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-bulk": BulkBar;
	}
	interface HTMLElementEventMap {
		"workbench-choice-cleared": ChoiceCleared;
	}
}
