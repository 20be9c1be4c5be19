import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { asCode, dimensionLabel, dimensionOf, valueLabel } from "../../../shared/insight/indicators/words.ts";
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
	versionOfRow,
	versionsOf,
	withCell,
	withSlice,
} from "./observation-rows.ts";
import type { Draft } from "./path.ts";

/** So many rows are drawn at once; a file may bring thousands. */
const page = 100;
/** So many steps can be undone. */
const mostSteps = 100;

const typed = (event: Event): string => {
	const { currentTarget: control } = event;
	return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.value : "";
};

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

	async #choose(event: Event): Promise<void> {
		const { currentTarget: control } = event;
		const file = control instanceof HTMLInputElement ? control.files?.[0] : undefined;
		if (!file) return;
		const bytes = await file.arrayBuffer();
		if (control instanceof HTMLInputElement) control.value = "";
		this.#take(fileText(bytes));
	}

	#cellFor(index: number, key: string, name: string, control: (about: CellNotes) => TemplateResult): TemplateResult {
		const path = `observations.${index}.${key}`;
		const problem = this.problems.get(path);
		const id = idOf(path);
		const about: CellNotes = {
			id,
			name: this.#say.cell(name, index + 1),
			invalid: problem ? "true" : nothing,
			described: problem ? `${id}-problem` : nothing,
		};
		return html`<td ?data-problem=${problem !== undefined}>
			${control(about)}${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing}
		</td>`;
	}

	#input(
		about: CellNotes,
		value: string,
		change: (text: string) => void,
		more: { decimal?: boolean; paste?: boolean; done?: () => void } = {},
	) {
		return html`<input
			id=${about.id}
			type="text"
			inputmode=${more.decimal ? "decimal" : nothing}
			autocomplete="off"
			aria-label=${about.name}
			aria-invalid=${about.invalid}
			aria-describedby=${about.described}
			.value=${live(value)}
			?readonly=${this.disabled}
			@input=${(event: Event) => change(typed(event))}
			@change=${more.done ?? nothing}
			@paste=${more.paste && !this.disabled ? (event: ClipboardEvent) => this.#pasteIn(event) : nothing}
		/>`;
	}

	#valueText(row: Row, index: number): string {
		const { value } = row;
		const said = this.#numbers.get(index);
		if (said !== undefined && valueFrom(said) === value) return said;
		return typeof value === "number" ? numberText(value, this.language) : typeof value === "string" ? value : "";
	}

	#row(row: Row, index: number, dimensions: readonly string[], versions: readonly number[]): TemplateResult {
		const say = this.#say;
		const text = (key: string) => (typeof row[key] === "string" ? String(row[key]) : "");
		return html`<tr>
			${this.#cellFor(index, "period", say.period, (about) =>
				this.#input(
					about,
					text("period"),
					(said) => this.#set(index, "period", (one) => withCell(one, "period", said)),
					{
						paste: true,
					},
				),
			)}
			${this.#cellFor(index, "value", say.value, (about) =>
				this.#input(
					about,
					this.#valueText(row, index),
					(said) => {
						this.#numbers.set(index, said);
						this.#set(index, "value", (one) => withCell(one, "value", valueFrom(said)));
					},
					{ decimal: true },
				),
			)}
			${dimensions.map((key) =>
				this.#cellFor(index, `breakdown.${key}`, dimensionLabel(key, this.language), (about) =>
					this.#input(
						about,
						// What is being typed stays as it is typed; a code shows as people read it.
						this.#cell === cellName(index, key) ? cellOf(row, key) : valueLabel(key, cellOf(row, key), this.language),
						(said) => this.#set(index, key, (one) => withSlice(one, key, said)),
						{ done: () => this.#settle(index, key) },
					),
				),
			)}
			${this.#cellFor(index, "note", say.note, (about) =>
				this.#input(about, text("note"), (said) => this.#set(index, "note", (one) => withCell(one, "note", said))),
			)}
			${
				versions.length > 1
					? this.#cellFor(
							index,
							"version",
							say.version,
							(about) =>
								html`<select
									id=${about.id}
									aria-label=${about.name}
									aria-invalid=${about.invalid}
									aria-describedby=${about.described}
									?disabled=${this.disabled}
									@change=${(event: Event) => {
										const { currentTarget: control } = event;
										if (control instanceof HTMLSelectElement)
											this.#set(index, "version", (one) => withCell(one, "version", Number(control.value)));
									}}
								>
									${[...new Set([...versions, versionOfRow(row)])].map(
										(version) =>
											html`<option value=${version} .selected=${version === versionOfRow(row)}>${version}</option>`,
									)}
								</select>`,
						)
					: nothing
			}
			${
				this.disabled
					? nothing
					: html`<td>
							<button type="button" class="icon" aria-label=${say.remove(index + 1)} @click=${() => void this.#remove(index)}>
								✕
							</button>
						</td>`
			}
		</tr>`;
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

	#pasting(): TemplateResult {
		const say = this.#say;
		const dimensions = dimensionsOf(rowsOf(this.draft), this.added).map((key) => dimensionLabel(key, this.language));
		const columns = [say.period, say.value, ...dimensions, say.note].map((name) => name.toLowerCase()).join(", ");
		const { taken } = this;
		return html`<details class="fold">
			<summary><span class="name">${say.paste}</span></summary>
			<div class="pasting">
				<label for="observations-paste">${say.pasteLabel}</label>
				<p class="hint" id="observations-paste-hint">${say.pasteHint(columns)}</p>
				${
					taken
						? html`<div class="message ${taken.problem || taken.bad.length > 0 ? "warn" : "good"}" id="observations-taken">
								<p>${taken.problem ? taken.problem[this.language] : say.taken(taken.added, taken.changed, taken.unchanged)}</p>
								${
									taken.bad.length > 0
										? html`<p>${say.left(taken.bad.length)}</p>
												<ul>
													${taken.bad
														.slice(0, page)
														.map(
															({ row, text, problems }) =>
																html`<li>${say.row(row)} <code>${text}</code> ${problems.map((one) => one[this.language]).join(" ")}</li>`,
														)}
												</ul>`
										: nothing
								}
							</div>`
						: nothing
				}
				<textarea
					id="observations-paste"
					rows="6"
					spellcheck="false"
					aria-describedby="observations-paste-hint"
					.value=${live(this.pasted)}
					@input=${(event: Event) => {
						this.pasted = typed(event);
					}}
				></textarea>
				<p class="row">
					<button type="button" class="observations-take" @click=${() => this.#take(this.pasted)}>${say.take}</button>
				</p>
				<label for="observations-file">${say.file}</label>
				<input id="observations-file" type="file" accept=".csv,.tsv,.txt,text/csv" @change=${(event: Event) => void this.#choose(event)} />
			</div>
		</details>`;
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
						${this.#pasting()}`
		}`;
	}
}

const cellName = (index: number, column: string) => `${index} ${column}`;

interface CellNotes {
	readonly id: string;
	readonly name: string;
	readonly invalid: "true" | typeof nothing;
	readonly described: string | typeof nothing;
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-observations": ObservationsEditor;
	}
}
