import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { asCode, dimensionLabel, dimensionOf } from "../../../shared/insight/indicators/words.ts";
import { indicatorMessages } from "../../../shared/messages/workbench/insight-indicators.ts";
import { Announcement, FieldChange } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { numberText } from "../text/dates.ts";
import { fileText } from "../text/file-text.ts";
import { idOf } from "./form-view.ts";
import {
	cellOf,
	dimensionsOf,
	type Row,
	rowsOf,
	type Taken,
	takeTable,
	valueFrom,
	versionOf,
	versionsOf,
	withCell,
	withSlice,
} from "./observation-rows.ts";
import { pastingView } from "./observations-pasting.ts";
import { observationRow } from "./observations-row.ts";
import type { Draft } from "./path.ts";

/** So many rows are drawn at once; a file may bring thousands. */
const page = 100;
/** So many steps can be undone. */
const mostSteps = 100;

/**
 * The observations of an indicator as a table to type and paste in. It holds no figures itself: each change goes out as the whole
 * list and comes back with the draft.
 *
 * @fires workbench-field @fires workbench-announce
 */
export class ObservationsEditor extends LightElement {
	static override properties = {
		...LightElement.properties,
		draft: { attribute: false },
		problems: { attribute: false },
		disabled: { type: Boolean },
		added: { state: true },
		shown: { state: true },
		pasted: { state: true },
		taken: { state: true },
		splitProblem: { state: true },
	};
	declare draft: Draft;
	declare problems: ReadonlyMap<string, string>;
	declare disabled: boolean;
	/** Dimensions that have a column and no value yet. */
	declare added: readonly string[];
	declare shown: number;
	declare pasted: string;
	declare taken: Taken | undefined;
	declare splitProblem: boolean;

	/** What stood before each change, and what this element last sent: anything else came from elsewhere, and ends the undoing. */
	#before: (readonly unknown[])[] = [];
	#sent: unknown;
	#underway = false;
	/** The cell that was typed in last: a word is one step, not one for each letter. */
	#cell = "";
	readonly #numbers = new Map<number, string>();

	constructor() {
		super();
		this.draft = {};
		this.problems = new Map();
		this.disabled = false;
		this.added = [];
		this.shown = page;
		this.pasted = "";
		this.splitProblem = false;
	}

	get #say() {
		return indicatorMessages[this.language].editor;
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		if (changed.has("draft") && !this.#underway) this.#follow();
		// What is wrong must be on the page to be found.
		for (const path of this.problems.keys()) {
			const index = Number(/^observations\.(\d+)/.exec(path)?.[1] ?? -1);
			if (index >= this.shown) this.shown = index + 1;
		}
	}

	/** Takes what stands in the draft for true: what came from elsewhere cannot be undone here. */
	#follow(): void {
		if (this.draft.observations === this.#sent) return;
		this.#before = [];
		this.#cell = "";
		this.#numbers.clear();
		this.#sent = this.draft.observations;
		this.requestUpdate();
	}

	#send(rows: readonly unknown[]): void {
		this.#sent = rows;
		if (!this.#underway) {
			this.#underway = true;
			// On the next frame it has come back; until then an older draft may still be on its way.
			requestAnimationFrame(() => {
				this.#underway = false;
				this.#follow();
			});
		}
		this.dispatchEvent(new FieldChange("observations", rows));
	}

	/** The rows as they are now: what was sent may not have come back with the draft yet. */
	get #rows(): readonly Row[] {
		return rowsOf({ observations: this.#sent });
	}

	#change(rows: readonly unknown[], cell = ""): void {
		if (!cell || cell !== this.#cell) this.#before = [...this.#before, this.#rows].slice(-mostSteps);
		this.#cell = cell;
		if (!cell) this.#numbers.clear();
		this.#send(rows);
	}

	#tell(text: string): void {
		this.dispatchEvent(new Announcement(text));
	}

	#set(index: number, column: string, change: (row: Row) => Row): void {
		this.#change(
			this.#rows.map((row, at) => (at === index ? change(row) : row)),
			cellName(index, column),
		);
	}

	/** Somebody is done typing: a name that we have a code for is kept as the code. */
	#settle(index: number, dimension: string): void {
		const row = this.#rows[index];
		if (!row) return;
		const said = cellOf(row, dimension);
		const code = asCode(dimension, said.trim());
		if (code !== said) this.#set(index, dimension, (one) => withSlice(one, dimension, code));
		this.#cell = "";
		this.requestUpdate();
	}

	async #focus(selector: string): Promise<void> {
		await new Promise((resolve) => requestAnimationFrame(resolve));
		await this.updateComplete;
		this.querySelector<HTMLElement>(selector)?.focus();
	}

	async #add(): Promise<void> {
		const rows = this.#rows;
		this.shown = Math.max(this.shown, rows.length + 1);
		this.#change([...rows, { version: versionOf(this.draft) }]);
		this.#tell(this.#say.added);
		await this.#focus(`#${idOf(`observations.${rows.length}.period`)}`);
	}

	async #remove(index: number): Promise<void> {
		this.#change(this.#rows.filter((_, at) => at !== index));
		this.#tell(this.#say.removed(index + 1));
		await this.#focus(".observations-undo");
	}

	async #undo(): Promise<void> {
		const rows = this.#before.at(-1);
		if (!rows) return;
		this.#before = this.#before.slice(0, -1);
		this.#cell = "";
		this.#numbers.clear();
		this.#send(rows);
		this.#tell(this.#say.undone);
		await this.#focus(this.#before.length > 0 ? ".observations-undo" : ".observations-add");
	}

	async #split(): Promise<void> {
		const control = this.querySelector<HTMLInputElement>("#observations-split");
		const key = dimensionOf(control?.value ?? "");
		this.splitProblem = !key || dimensionsOf(this.#rows, this.added).includes(key);
		if (!key || this.splitProblem) {
			control?.focus();
			return;
		}
		if (control) control.value = "";
		this.added = [...this.added, key];
		this.#tell(this.#say.splitAdded(dimensionLabel(key, this.language)));
		await this.#focus(`#${idOf(`observations.0.breakdown.${key}`)}`);
	}

	#take(text: string): void {
		if (text.trim() === "") {
			this.#tell(this.#say.nothing);
			return;
		}
		const rows = this.#rows;
		const taken = takeTable({ ...this.draft, observations: rows }, text, dimensionsOf(rows, this.added));
		this.taken = taken;
		this.pasted = taken.left;
		if (taken.added + taken.changed > 0) this.#change(taken.observations);
		this.#tell(
			[
				taken.problem?.[this.language] ?? this.#say.taken(taken.added, taken.changed, taken.unchanged),
				taken.bad.length > 0 ? this.#say.left(taken.bad.length) : "",
			].join(" "),
		);
	}

	/** Several rows or cells, pasted where a period stands, are a table. */
	#pasteIn(event: ClipboardEvent): void {
		const text = event.clipboardData?.getData("text/plain") ?? "";
		if (!/\t|\n./.test(text)) return;
		event.preventDefault();
		this.#take(text);
		if (this.pasted) this.querySelector("details")?.setAttribute("open", "");
	}

	#valueText(row: Row, index: number): string {
		const { value } = row;
		const said = this.#numbers.get(index);
		if (said !== undefined && valueFrom(said) === value) return said;
		return typeof value === "number" ? numberText(value, this.language) : typeof value === "string" ? value : "";
	}

	#row(row: Row, index: number, dimensions: readonly string[], versions: readonly number[]): TemplateResult {
		return observationRow({
			row,
			index,
			dimensions,
			versions,
			language: this.language,
			disabled: this.disabled,
			problems: this.problems,
			value: this.#valueText(row, index),
			isTyped: (column) => this.#cell === cellName(index, column),
			onCell: (column, said) => this.#set(index, column, (one) => withCell(one, column, said)),
			onValue: (said) => {
				this.#numbers.set(index, said);
				this.#set(index, "value", (one) => withCell(one, "value", valueFrom(said)));
			},
			onSlice: (key, said) => this.#set(index, key, (one) => withSlice(one, key, said)),
			onSettled: (key) => this.#settle(index, key),
			onPaste: (event) => this.#pasteIn(event),
			onRemove: () => void this.#remove(index),
		});
	}

	#table(): TemplateResult {
		const say = this.#say;
		const rows = rowsOf(this.draft);
		const dimensions = dimensionsOf(rows, this.added);
		const versions = versionsOf(this.draft);
		if (rows.length === 0) return html`<p class="hint">${say.none}</p>`;
		const left = rows.length - this.shown;
		return html`<div class="wide-table">
				<table class="observations">
					<caption class="visually-hidden">
						${say.caption}
					</caption>
					<thead>
						<tr>
							<th scope="col">${say.period}</th>
							<th scope="col">${say.value}</th>
							${dimensions.map((key) => html`<th scope="col">${dimensionLabel(key, this.language)}</th>`)}
							<th scope="col">${say.note}</th>
							${versions.length > 1 ? html`<th scope="col">${say.version}</th>` : nothing}
							${this.disabled ? nothing : html`<td></td>`}
						</tr>
					</thead>
					<tbody>
						${repeat(
							rows.slice(0, this.shown),
							(_, index) => index,
							(row, index) => this.#row(row, index, dimensions, versions),
						)}
					</tbody>
				</table>
			</div>
			${
				left > 0
					? html`<p>
							<button
								type="button"
								class="plain"
								@click=${() => {
									this.shown += page;
								}}
							>
								${say.more(Math.min(left, page))}
							</button>
						</p>`
					: nothing
			}`;
	}

	override render(): TemplateResult {
		const say = this.#say;
		return html`${this.#table()}${
			this.disabled
				? nothing
				: html`<p class="row">
							<button type="button" class="observations-add" @click=${() => void this.#add()}>${say.add}</button>
							${
								this.#before.length > 0
									? html`<button type="button" class="plain observations-undo" @click=${() => void this.#undo()}>
											${say.undo}
										</button>`
									: nothing
							}
						</p>
						<div class="field split">
							<label for="observations-split">${say.split}</label>
							<p class="hint" id="observations-split-hint">${say.splitHint}</p>
							${this.splitProblem ? html`<p class="problem" id="observations-split-problem">${say.splitWrong}</p>` : nothing}
							<p class="row">
								<input
									id="observations-split"
									type="text"
									autocomplete="off"
									aria-invalid=${this.splitProblem ? "true" : nothing}
									aria-describedby=${this.splitProblem ? "observations-split-problem observations-split-hint" : "observations-split-hint"}
									@keydown=${(event: KeyboardEvent) => {
										if (event.key !== "Enter") return;
										event.preventDefault();
										void this.#split();
									}}
								/>
								<button type="button" @click=${() => void this.#split()}>${say.splitAdd}</button>
							</p>
						</div>
						${pastingView({
							language: this.language,
							dimensions: dimensionsOf(rowsOf(this.draft), this.added),
							taken: this.taken,
							pasted: this.pasted,
							onText: (text) => {
								this.pasted = text;
							},
							onTake: () => this.#take(this.pasted),
							onFile: (file) => void file.arrayBuffer().then((bytes) => this.#take(fileText(bytes))),
						})}`
		}`;
	}
}

const cellName = (index: number, column: string) => `${index} ${column}`;

declare global {
	interface HTMLElementTagNameMap {
		"workbench-observations": ObservationsEditor;
	}
}
