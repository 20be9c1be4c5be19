import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { amountText } from "../../../shared/insight/indicators/words.ts";
import { indicatorMessages } from "../../../shared/messages/workbench/insight-indicators.ts";
import { targetBounds } from "../../../shared/vocabularies/target-bounds.ts";
import { ApiRefusal, isFailure, sentenceOf } from "../../browser/failure.ts";
import { type Me, staffApi } from "../../browser/staff-api.ts";
import { Announcement, PageTitle, SessionEnded } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { addressOfRecord } from "../app/route.ts";
import { agoText } from "../text/dates.ts";
import { fileText } from "../text/file-text.ts";
import { type Imported, type IndicatorsClient, indicatorsClient, type ListedIndicator } from "./indicators-client.ts";

/** So many rows with a problem are written out; the rest stay in the field. */
const most = 50;

/**
 * The indicators of a region, those without fresh figures first, and bringing in observations for many of them at once.
 *
 * @fires workbench-announce @fires workbench-title @fires workbench-session-ended
 */
export class IndicatorsPage extends LightElement {
	static override properties = {
		...LightElement.properties,
		me: { attribute: false },
		region: { state: true },
		items: { state: true },
		problem: { state: true },
		text: { state: true },
		outcome: { state: true },
		refusal: { state: true },
		busy: { state: true },
	};
	declare me: Me;
	declare region: string | undefined;
	declare items: readonly ListedIndicator[] | undefined;
	declare problem: string | undefined;
	/** The table to bring in, and what came of it. */
	declare text: string;
	declare outcome: { trial: boolean; of: Imported } | undefined;
	declare refusal: string | undefined;
	declare busy: boolean;
	readonly client: IndicatorsClient;

	constructor() {
		super();
		this.text = "";
		this.busy = false;
		this.client = indicatorsClient(
			staffApi({ fetch: (input, init) => fetch(input, init), language: () => this.language }),
		);
	}

	get #say() {
		return indicatorMessages[this.language].page;
	}

	/** Regions where this person may do something with figures. */
	get #regions() {
		return this.me.regions.filter(({ role }) => role !== "clipper");
	}

	protected override firstUpdated(): void {
		this.dispatchEvent(new PageTitle(this.#say.title));
		this.region ??= this.#regions[0]?.id;
		void this.#load();
	}

	async #try<T>(work: () => Promise<T>): Promise<{ value: T } | { sentence: string }> {
		try {
			return { value: await work() };
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (error instanceof ApiRefusal && error.status === 401) this.dispatchEvent(new SessionEnded());
			return { sentence: sentenceOf(error, this.messages) };
		}
	}

	async #load(): Promise<void> {
		const { region } = this;
		if (!region) return;
		const answer = await this.#try(() => this.client.list(region));
		if (region !== this.region) return;
		if ("value" in answer) this.items = answer.value;
		this.problem = "sentence" in answer ? answer.sentence : undefined;
	}

	#choose(event: Event): void {
		const { currentTarget: control } = event;
		if (!(control instanceof HTMLSelectElement)) return;
		this.region = control.value;
		this.items = undefined;
		this.outcome = undefined;
		void this.#load();
	}

	async #file(event: Event): Promise<void> {
		const { currentTarget: control } = event;
		const file = control instanceof HTMLInputElement ? control.files?.[0] : undefined;
		if (!file) return;
		this.text = fileText(await file.arrayBuffer());
		if (control instanceof HTMLInputElement) control.value = "";
		await this.#bring(true);
	}

	async #bring(trial: boolean): Promise<void> {
		const { region, text } = this;
		if (!region || this.busy || text.trim() === "") return;
		this.busy = true;
		const answer = await this.#try(() => this.client.bring(region, text, trial));
		this.busy = false;
		this.refusal = "sentence" in answer ? answer.sentence : undefined;
		if (!("value" in answer)) return;
		const of = answer.value;
		this.outcome = { trial, of };
		this.dispatchEvent(new Announcement(this.#summary(this.outcome)));
		if (trial) return;
		// What was not taken stays, to correct and bring in again.
		this.text = of.bad.length > 0 ? [of.heading ?? "", ...of.bad.map((one) => one.text)].join("\n") : "";
		await this.#load();
	}

	#summary({ trial, of: { added, changed, unchanged } }: { trial: boolean; of: Imported }): string {
		return trial
			? this.#say.tried(added, changed, unchanged)
			: indicatorMessages[this.language].editor.taken(added, changed, unchanged);
	}

	#row(item: ListedIndicator): TemplateResult {
		const say = this.#say;
		const { latest, target, distance } = item;
		const goal = target && [
			target.bound === "at-most" ? targetBounds["at-most"][this.language] : "",
			amountText(target.value, target.unit, this.language),
			target.period ? `(${target.period})` : "",
		];
		return html`<tr>
			<th scope="row">
				<a href=${addressOfRecord(item.id)}>${item.title}</a>
				${item.state === "published" ? nothing : html`<span class="tag">${say.states[item.state] ?? item.state}</span>`}
				${item.sample ? html`<span class="tag warn">voorbeeld</span>` : nothing}
			</th>
			<td>
				${
					latest
						? html`${amountText(latest.value, latest.unit, this.language)} <span class="hint">${latest.period}</span>`
						: html`<span class="hint">${item.observations > 0 ? "–" : say.never}</span>`
				}
				${item.stale ? html`<span class="tag warn">${say.stale}</span>` : nothing}
			</td>
			<td>
				${goal ? goal.filter(Boolean).join(" ") : "–"}${distance ? html`<br /><span class="hint">${distance[this.language]}</span>` : nothing}
			</td>
			<td>${agoText(item.updatedAt, this.language, Date.now())}</td>
		</tr>`;
	}

	#list(): TemplateResult {
		const say = this.#say;
		if (!this.items) return html`<p class="waiting" aria-busy="true">${say.loading}</p>`;
		if (this.items.length === 0) return html`<p class="message">${say.none}</p>`;
		return html`<div class="wide-table" role="region" aria-labelledby="indicators-title" tabindex="0">
			<table class="indicators">
				<thead>
					<tr>
						<th scope="col">${say.name}</th>
						<th scope="col">${say.latest}</th>
						<th scope="col">${say.target}</th>
						<th scope="col">${say.updated}</th>
					</tr>
				</thead>
				<tbody>
					${this.items.map((item) => this.#row(item))}
				</tbody>
			</table>
		</div>`;
	}

	#outcome(): TemplateResult | typeof nothing {
		const { outcome, refusal } = this;
		if (refusal) return html`<p class="message bad" role="alert">${refusal}</p>`;
		if (!outcome) return nothing;
		const { bad, indicators } = outcome.of;
		const titles = indicators.filter(({ toPublish }) => toPublish).map(({ title }) => title);
		const say = indicatorMessages[this.language].editor;
		return html`<div class="message ${bad.length > 0 ? "warn" : "good"}">
			<p>${this.#summary(outcome)}</p>
			${titles.length > 0 && !outcome.trial ? html`<p>${this.#say.toPublish(titles.join(", "))}</p>` : nothing}
			${
				bad.length > 0
					? html`${outcome.trial ? nothing : html`<p>${say.left(bad.length)}</p>`}
							<ul>
								${bad
									.slice(0, most)
									.map(
										({ row, text, problems }) =>
											html`<li>${say.row(row)} <code>${text}</code> ${problems.map((one) => one[this.language]).join(" ")}</li>`,
									)}
							</ul>`
					: nothing
			}
		</div>`;
	}

	#importing(): TemplateResult {
		const say = this.#say;
		const empty = this.text.trim() === "";
		return html`<details class="card fold">
			<summary><h2 class="name">${say.import}</h2></summary>
			<div class="pasting">
				<p class="hint" id="indicators-hint">${say.importHint} ${say.columns}.</p>
				<label for="indicators-text">${say.text}</label>
				<textarea
					id="indicators-text"
					rows="8"
					spellcheck="false"
					aria-describedby="indicators-hint"
					.value=${live(this.text)}
					@input=${(event: Event) => {
						const { currentTarget: control } = event;
						if (control instanceof HTMLTextAreaElement) this.text = control.value;
					}}
				></textarea>
				<label for="indicators-file">${say.file}</label>
				<input id="indicators-file" type="file" accept=".csv,.tsv,.txt,text/csv" @change=${(event: Event) => void this.#file(event)} />
				${this.#outcome()}
				<p class="row">
					<button type="button" ?disabled=${empty || this.busy} @click=${() => void this.#bring(true)}>${say.try}</button>
					<button type="button" class="primary" ?disabled=${empty || this.busy} @click=${() => void this.#bring(false)}>
						${say.take}
					</button>
				</p>
			</div>
		</details>`;
	}

	override render(): TemplateResult {
		const say = this.#say;
		const region = this.#regions.find(({ id }) => id === this.region);
		return html`<div class="insight-page">
			<p><a href="#/records">← ${this.messages.record.back}</a></p>
			<h1 tabindex="-1" id="indicators-title">${say.title}</h1>
			<p>${say.intro}</p>
			${
				this.#regions.length > 1
					? html`<p class="field narrow">
							<label for="indicators-region">${say.region}</label>
							<select id="indicators-region" @change=${(event: Event) => this.#choose(event)}>
								${this.#regions.map(
									({ id, name }) => html`<option value=${id} .selected=${id === this.region}>${name}</option>`,
								)}
							</select>
						</p>`
					: nothing
			}
			${
				region
					? html`<workbench-new-indicator
							.language=${this.language}
							.client=${this.client}
							.region=${region}
						></workbench-new-indicator>`
					: nothing
			}
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : this.#list()}
			${this.region ? this.#importing() : nothing}
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-indicators": IndicatorsPage;
	}
}
