import { html, nothing, type TemplateResult } from "lit";
import { importsMessages } from "../../../shared/messages/workbench/imports.ts";
import { type Kind, kinds } from "../../../shared/model/kinds.ts";
import { opportunityTypes } from "../../../shared/vocabularies/opportunity-types.ts";
import { codesOf, labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import { isFailure, sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import { LightElement } from "../app/light-element.ts";
import { momentText } from "../text/dates.ts";
import { guessedColumns } from "./column-fields.ts";
import { columnTable } from "./column-table.ts";
import { fileBody, type ImportSource, type ImportsClient, type SourceDraft, type Trial } from "./imports-client.ts";

/** Somebody kept a new source, and it is being read. */
export class SourceAdded extends Event {
	static readonly type = "import-added";
	constructor() {
		super(SourceAdded.type, { bubbles: true });
	}
}

/** Somebody thought better of it. */
export class SourceDropped extends Event {
	static readonly type = "import-dropped";
	constructor() {
		super(SourceDropped.type, { bubbles: true });
	}
}

const times = { hour: "0 * * * *", day: "0 6 * * *", week: "0 6 * * 1", hand: "" } as const;

const standing = ({ region, kind, address, format, mapping }: ImportSource): SourceDraft => ({
	region,
	kind,
	address,
	format,
	mapping,
});

/**
 * Adding a source in two steps: where it is, then what was found there, how its columns are to be read and when. Changing one
 * begins at the second step, with what stands; of one that comes as a file, with the file.
 *
 * @fires import-added @fires import-dropped
 */
export class ImportForm extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		me: { attribute: false },
		source: { attribute: false },
		draft: { state: true },
		trial: { state: true },
		busy: { state: true },
		problem: { state: true },
	};
	declare client: ImportsClient;
	declare me: Me;
	/** The source that is being changed; without one, one is added. */
	declare source: ImportSource | undefined;
	/** What was tried. */
	declare draft: SourceDraft | undefined;
	declare trial: Trial | undefined;
	declare busy: boolean;
	declare problem: string | undefined;

	constructor() {
		super();
		this.busy = false;
	}

	get #say() {
		return importsMessages[this.language];
	}

	protected override firstUpdated(): void {
		const { source } = this;
		if (!source) return;
		if (/^https?:/.test(source.address)) void this.#look(standing(source));
		else this.querySelector<HTMLElement>("#import-file")?.focus();
	}

	#value(id: string): string {
		return this.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value.trim() ?? "";
	}

	async #do(work: () => Promise<void>): Promise<boolean> {
		this.busy = true;
		this.problem = undefined;
		try {
			await work();
			return true;
		} catch (error) {
			if (!isFailure(error)) throw error;
			this.problem = sentenceOf(error, this.messages);
			return false;
		} finally {
			this.busy = false;
		}
	}

	/** The columns as they are chosen now, or as they probably are when they are new. */
	#columns(): Record<string, string> | undefined {
		const chosen = [...this.querySelectorAll<HTMLSelectElement>("[data-column]")];
		if (chosen.length === 0) return undefined;
		return Object.fromEntries(chosen.flatMap((one) => (one.value ? [[one.dataset.column ?? "", one.value]] : [])));
	}

	async #try(event: Event): Promise<void> {
		event.preventDefault();
		const file = this.querySelector<HTMLInputElement>("#import-file")?.files?.[0];
		const address = file ? `upload:${file.name.slice(0, 200)}` : this.#value("import-address");
		if (!address) {
			this.problem = this.#say.needed;
			this.querySelector<HTMLElement>("#import-address")?.focus();
			return;
		}
		const draft: SourceDraft = {
			region: this.#value("import-region"),
			kind: this.#value("import-kind"),
			address,
			mapping: {},
			...(this.source && standing(this.source)),
			...(file && { file: await fileBody(file) }),
		};
		await this.#look(draft);
	}

	async #look(draft: SourceDraft): Promise<void> {
		const done = await this.#do(async () => {
			const again = draft === this.draft;
			const type = this.#value("import-type");
			const defaults = again ? (type ? { type } : undefined) : draft.mapping.defaults;
			let columns = again ? this.#columns() : draft.mapping.columns;
			let trial = await this.client.trial({ ...draft, mapping: { columns, defaults } });
			const kind = kinds.find((one) => one === draft.kind);
			if (trial.table && !columns && kind) {
				columns = guessedColumns(trial.table.columns, kind);
				trial = await this.client.trial({ ...draft, mapping: { columns, defaults } });
			}
			this.draft = { ...draft, mapping: { ...(columns && { columns }), ...(defaults && { defaults }) } };
			this.trial = trial;
		});
		await this.updateComplete;
		this.querySelector<HTMLElement>(done ? "#import-found" : "#import-problem")?.focus();
	}

	async #save(event: Event): Promise<void> {
		event.preventDefault();
		const { draft } = this;
		if (!draft) return;
		const columns = this.#columns();
		const type = this.#value("import-type");
		const mapping = { ...(columns && { columns }), ...(type && { defaults: { type } }) };
		const schedule = this.#value("import-schedule") || null;
		const name = this.#value("import-name") || draft.address.slice(0, 200);
		const done = await this.#do(async () => {
			const { source } = this;
			const more = { name, schedule: draft.file ? null : schedule };
			if (source) await this.client.change({ ...source, ...more, mapping }, source.paused);
			const id = source?.id ?? (await this.client.add({ ...draft, mapping }, more));
			await this.client.run(id, draft.file);
		});
		if (done) this.dispatchEvent(new SourceAdded());
	}

	#problem(): TemplateResult | typeof nothing {
		return this.problem
			? html`<p class="message bad" id="import-problem" role="alert" tabindex="-1">${this.problem}</p>`
			: nothing;
	}

	#file(): TemplateResult {
		const say = this.#say;
		return html`<label for="import-file">${this.source ? say.fileAgain : say.file}</label>
			<p class="hint" id="import-file-hint">${say.fileHint}</p>
			<input id="import-file" type="file" accept=".csv,.ics,.json,.xml,.txt" aria-describedby="import-file-hint" />`;
	}

	/** A source that is being changed, before it was looked at. */
	#again(source: ImportSource): TemplateResult {
		const say = this.#say;
		const isFile = !/^https?:/.test(source.address);
		const look = (event: Event) => {
			if (isFile) return void this.#try(event);
			event.preventDefault();
			void this.#look(standing(source));
		};
		return html`<form novalidate @submit=${look}>
			${isFile ? this.#file() : nothing}${this.#problem()}
			<div class="row">
				<button class="primary" ?disabled=${this.busy}>${this.busy ? say.trying : say.try}</button>
				<button type="button" @click=${() => this.dispatchEvent(new SourceDropped())}>${say.cancel}</button>
			</div>
		</form>`;
	}

	#where(): TemplateResult {
		const say = this.#say;
		return html`<form novalidate @submit=${(event: Event) => void this.#try(event)}>
			<div class="pair">
				<div>
					<label for="import-region">${say.region}</label>
					<select id="import-region">
						${this.me.regions.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
					</select>
				</div>
				<div>
					<label for="import-kind">${say.kind}</label>
					<select id="import-kind">
						${["event", "opportunity", "initiative", "organization"].map(
							(kind) => html`<option value=${kind}>${this.messages.kinds[kind as Kind]}</option>`,
						)}
					</select>
				</div>
			</div>
			<label for="import-address">${say.address}</label>
			<p class="hint" id="import-address-hint">${say.addressHint}</p>
			<input id="import-address" type="url" maxlength="2000" autocomplete="off" placeholder="https://" aria-describedby="import-address-hint" />
			${this.#file()}${this.#problem()}
			<div class="row">
				<button class="primary" ?disabled=${this.busy}>${this.busy ? say.trying : say.try}</button>
				<button type="button" @click=${() => this.dispatchEvent(new SourceDropped())}>${say.cancel}</button>
			</div>
		</form>`;
	}

	#schedules(): TemplateResult[] {
		const { schedules } = this.#say;
		const kept = this.source ? (this.source.schedule ?? "") : times.day;
		const usual = (["day", "hour", "week", "hand"] as const).map((one) => ({
			cron: times[one] as string,
			name: schedules[one],
		}));
		const all = usual.some(({ cron }) => cron === kept) ? usual : [{ cron: kept, name: schedules.other }, ...usual];
		return all.map(({ cron, name }) => html`<option value=${cron} ?selected=${cron === kept}>${name}</option>`);
	}

	#found(trial: Trial, draft: SourceDraft): TemplateResult {
		const say = this.#say;
		const url = URL.canParse(draft.address) ? new URL(draft.address) : undefined;
		const name =
			this.source?.name ?? draft.file?.name ?? `${url?.hostname ?? ""}${url?.pathname.replace(/\/$/, "") ?? ""}`;
		const facts = ({ start, place }: Trial["items"][number]) =>
			[start && momentText(start, this.language), place].filter(Boolean).join(" · ");
		return html`<form novalidate @submit=${(event: Event) => void this.#save(event)}>
			<p class="message ${trial.found > 0 ? "good" : "warn"}" id="import-found" tabindex="-1">
				${trial.found > 0 ? say.found(trial.found, trial.more, say.formats[trial.format] ?? trial.format) : say.foundNone}
			</p>
			<ul class="import-items">
				${trial.items.map((item) => html`<li><strong>${item.title}</strong> <span class="hint">${facts(item)}</span></li>`)}
			</ul>
			${
				trial.skipped.length > 0
					? html`<h3>${say.notTaken}</h3>
							<ul class="import-items">
								${trial.skipped.map((one) => html`<li>${one.key}: ${one[this.language]}</li>`)}
							</ul>`
					: nothing
			}
			${columnTable(trial, draft, { language: this.language, busy: this.busy, again: () => void this.#look(draft) })}
			${
				draft.kind === "opportunity"
					? html`<label for="import-type">${say.type}</label>
							<select id="import-type" @change=${() => void this.#look(draft)}>
								<option value=""></option>
								${codesOf(opportunityTypes).map(
									(code) =>
										html`<option value=${code} ?selected=${draft.mapping.defaults?.type === code}>
											${labelOf(opportunityTypes, code, this.language)}
										</option>`,
								)}
							</select>`
					: nothing
			}
			<label for="import-name">${say.name}</label>
			<input id="import-name" maxlength="200" autocomplete="off" .value=${name} />
			${
				draft.file
					? nothing
					: html`<label for="import-schedule">${say.schedule}</label>
							<select id="import-schedule">
								${this.#schedules()}
							</select>`
			}
			${this.#problem()}
			<div class="row">
				<button class="primary" ?disabled=${this.busy}>${say.save}</button>
				<button type="button" @click=${() => this.dispatchEvent(new SourceDropped())}>${say.cancel}</button>
			</div>
		</form>`;
	}

	override render(): TemplateResult {
		const { source, trial, draft } = this;
		const say = this.#say;
		const step = trial && draft ? this.#found(trial, draft) : source ? this.#again(source) : this.#where();
		return source
			? html`<section aria-label=${say.changeTitle(source.name)}>${step}</section>`
			: html`<section class="card" aria-labelledby="import-title">
					<h2 id="import-title" tabindex="-1">${say.addTitle}</h2>
					${step}
				</section>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-import-form": ImportForm;
	}
}
