import { html, nothing, type TemplateResult } from "lit";
import { importsMessages } from "../../../shared/messages/workbench/imports.ts";
import { type Me, staffApi } from "../../browser/staff-api.ts";
import { Announcement, PageTitle, RecordChanged } from "../app/events.ts";
import { TryingElement } from "../app/trying-element.ts";
import { momentText } from "../text/dates.ts";
import {
	fileBody,
	type ImportSource,
	type ImportsClient,
	importsClient,
	type RunWithReport,
} from "./imports-client.ts";

/** Milliseconds between two looks at a run that goes on. */
const pause = 1000;

/**
 * The sources that items come from by themselves: what state they are in, running them, and what came of it.
 *
 * @fires workbench-announce @fires workbench-title @fires workbench-record-changed @fires workbench-session-ended
 */
export class ImportsPage extends TryingElement {
	static override properties = {
		...TryingElement.properties,
		me: { attribute: false },
		sources: { state: true },
		adding: { state: true },
		editing: { state: true },
		open: { state: true },
		runs: { state: true },
		removing: { state: true },
	};
	declare me: Me;
	declare sources: readonly ImportSource[] | undefined;
	declare adding: boolean;
	/** The source that is being changed. */
	declare editing: string | undefined;
	/** The source whose reports are shown. */
	declare open: string | undefined;
	declare runs: readonly RunWithReport[];
	declare removing: string | undefined;
	readonly client: ImportsClient;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		super();
		this.adding = false;
		this.runs = [];
		this.client = importsClient(
			staffApi({ fetch: (input, init) => fetch(input, init), language: () => this.language }),
		);
	}

	get #say() {
		return importsMessages[this.language];
	}

	protected override firstUpdated(): void {
		this.dispatchEvent(new PageTitle(this.#say.title));
		void this.#load();
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		clearTimeout(this.#timer);
	}

	async #load(): Promise<void> {
		const before = this.sources;
		await this.tryTo(async () => {
			this.sources = await this.client.list();
			if (this.open) this.runs = await this.client.runs(this.open);
		});
		for (const { id, name, lastRun } of this.sources ?? []) {
			const was = before?.find((one) => one.id === id)?.lastRun;
			if (was?.state !== "running" || !lastRun || lastRun.state === "running") continue;
			this.dispatchEvent(new Announcement(this.#say.ended(name, this.#say.states[lastRun.state])));
			this.dispatchEvent(new RecordChanged());
		}
		clearTimeout(this.#timer);
		const going = this.sources?.some(({ lastRun }) => lastRun?.state === "running");
		if (going && this.isConnected) this.#timer = setTimeout(() => void this.#load(), pause);
	}

	async #run(source: ImportSource, file?: File): Promise<void> {
		const done = await this.tryTo(async () => this.client.run(source.id, file && (await fileBody(file))));
		if (!done) return;
		this.dispatchEvent(new Announcement(this.#say.started(source.name)));
		await this.#load();
		this.dispatchEvent(new RecordChanged());
	}

	async #stop(source: ImportSource): Promise<void> {
		if (await this.tryTo(() => this.client.cancel(source.id))) this.dispatchEvent(new Announcement(this.#say.stopping));
	}

	async #hold(source: ImportSource): Promise<void> {
		await this.tryTo(() => this.client.change(source, !source.paused));
		await this.#load();
	}

	async #remove(source: ImportSource): Promise<void> {
		this.removing = undefined;
		if (!(await this.tryTo(() => this.client.remove(source.id)))) return;
		this.dispatchEvent(new Announcement(this.#say.removed));
		await this.#load();
		this.querySelector<HTMLElement>("#imports-title")?.focus();
	}

	async #toggle(id: string): Promise<void> {
		this.open = this.open === id ? undefined : id;
		this.editing = undefined;
		this.runs = [];
		if (this.open) await this.#load();
	}

	async #add(): Promise<void> {
		this.adding = true;
		await this.updateComplete;
		this.querySelector<HTMLElement>("#import-address")?.focus();
	}

	async #added(): Promise<void> {
		this.adding = false;
		this.editing = undefined;
		this.dispatchEvent(new Announcement(this.#say.saved));
		await this.#load();
		this.dispatchEvent(new RecordChanged());
		this.querySelector<HTMLElement>("#imports-title")?.focus();
	}

	async #edit(id: string): Promise<void> {
		this.editing = this.editing === id ? undefined : id;
		this.open = undefined;
		await this.updateComplete;
		if (!this.editing) this.querySelector<HTMLElement>(`#change-${CSS.escape(id)}`)?.focus();
	}

	#report(run: RunWithReport): TemplateResult {
		const say = this.#say;
		const { counts, problem, report } = run;
		return html`<li>
			<p><strong>${momentText(run.startedAt, this.language)}</strong> · ${say.states[run.state]} · ${run.startedBy}</p>
			<p class="hint">${say.counts(counts)}</p>
			${problem ? html`<p class="message bad">${problem[this.language]}</p>` : nothing}
			${
				report.length > 0
					? html`<ul class="import-notes">
							${report.map((note) => html`<li>${note.key ? html`<strong>${note.key}</strong>: ` : nothing}${note[this.language]}</li>`)}
						</ul>`
					: nothing
			}
		</li>`;
	}

	#state({ paused, lastRun }: ImportSource): { state: keyof typeof importsMessages.nl.states; tone: string } {
		if (lastRun?.state === "running") return { state: "running", tone: "" };
		if (paused) return { state: "paused", tone: "warn" };
		if (!lastRun) return { state: "never", tone: "" };
		const tones = { done: "good", unchanged: "good", failed: "bad", cancelled: "warn" } as const;
		return { state: lastRun.state, tone: tones[lastRun.state] };
	}

	#runControl(source: ImportSource, name: TemplateResult): TemplateResult {
		const say = this.#say;
		if (source.lastRun?.state === "running")
			return html`<button type="button" @click=${() => void this.#stop(source)}>${say.stop}${name}</button>`;
		if (/^https?:/.test(source.address))
			return html`<button type="button" @click=${() => void this.#run(source)}>${say.run}${name}</button>`;
		const choose = (event: Event) => {
			const input = event.currentTarget;
			const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
			if (file) void this.#run(source, file);
		};
		return html`<label class="import-again">${say.file}${name}<input type="file" accept=".csv,.ics,.json,.xml,.txt" @change=${choose} /></label>`;
	}

	#source(source: ImportSource): TemplateResult {
		const say = this.#say;
		const { state, tone } = this.#state(source);
		const name = html`<span class="visually-hidden">: ${source.name}</span>`;
		const isOpen = this.open === source.id;
		const region = this.me.regions.find(({ id }) => id === source.region)?.name ?? source.region;
		const facts = [
			region,
			this.messages.kinds[source.kind],
			say.items(source.items),
			source.vanished > 0 && say.vanished(source.vanished),
			source.lastRun && say.lastRun(momentText(source.lastRun.startedAt, this.language)),
			source.nextRunAt && say.nextRun(momentText(source.nextRunAt, this.language)),
		];
		const ask = (id: string | undefined) => () => {
			this.removing = id;
		};
		return html`<li class="card import-source" data-id=${source.id}>
			<h2>${source.name} <span class="tag ${tone}">${say.states[state]}</span></h2>
			<p class="hint import-address">${source.address}</p>
			<p class="hint">${facts.filter(Boolean).join(" · ")}</p>
			${
				source.lastRun?.state === "running"
					? html`<p class="import-progress">
							<progress aria-label=${say.states.running}></progress> ${say.progress(source.lastRun.counts.read)}
						</p>`
					: nothing
			}
			${source.lastRun?.problem ? html`<p class="message bad">${source.lastRun.problem[this.language]}</p>` : nothing}
			<div class="row">
				${this.#runControl(source, name)}
				<button type="button" aria-expanded=${isOpen ? "true" : "false"} @click=${() => void this.#toggle(source.id)}>${say.report}${name}</button>
				${
					source.lastRun?.state === "running"
						? nothing
						: html`<button
								type="button"
								id="change-${source.id}"
								aria-expanded=${this.editing === source.id ? "true" : "false"}
								@click=${() => void this.#edit(source.id)}
							>${say.change}${name}</button>`
				}
				${
					source.schedule
						? html`<button type="button" @click=${() => void this.#hold(source)}>${source.paused ? say.resume : say.pause}${name}</button>`
						: nothing
				}
				${
					this.removing === source.id
						? html`<button type="button" class="danger" @click=${() => void this.#remove(source)}>${say.reallyRemove}${name}</button>
								<button type="button" @click=${ask(undefined)}>${say.cancel}${name}</button>`
						: html`<button type="button" @click=${ask(source.id)}>${say.remove}${name}</button>`
				}
			</div>
			${
				this.editing === source.id
					? html`<workbench-import-form
							.language=${this.language}
							.client=${this.client}
							.me=${this.me}
							.source=${source}
							@import-added=${() => void this.#added()}
							@import-dropped=${() => void this.#edit(source.id)}
						></workbench-import-form>`
					: nothing
			}
			${
				isOpen
					? html`<ol class="import-runs">
							${this.runs.map((run) => this.#report(run))}
							${this.runs.length === 0 ? html`<li>${say.noReport}</li>` : nothing}
						</ol>`
					: nothing
			}
		</li>`;
	}

	override render(): TemplateResult {
		const say = this.#say;
		return html`<div class="imports">
			<h1 id="imports-title" tabindex="-1">${say.title}</h1>
			<p>${say.intro}</p>
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${
				this.adding
					? html`<workbench-import-form
							.language=${this.language}
							.client=${this.client}
							.me=${this.me}
							@import-added=${() => void this.#added()}
							@import-dropped=${() => {
								this.adding = false;
							}}
						></workbench-import-form>`
					: html`<p><button type="button" class="primary" id="import-add" @click=${() => void this.#add()}>${say.add}</button></p>`
			}
			${this.sources?.length === 0 && !this.adding ? html`<p>${say.none}</p>` : nothing}
			<ul class="plain-list import-list">
				${(this.sources ?? []).map((source) => this.#source(source))}
			</ul>
			<p><a href="#/records">${say.back}</a></p>
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-imports": ImportsPage;
	}
}
