import { html, nothing, type TemplateResult } from "lit";
import { workListMessages } from "../../../shared/messages/workbench/work-list.ts";
import { Region } from "../../../shared/model/region.ts";
import { Slug } from "../../../shared/model/values.ts";
import { municipalities } from "../../../shared/vocabularies/municipalities.ts";
import { codesOf, labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import { isFailure, sentenceOf } from "../../browser/failure.ts";
import type { Client } from "../api/client.ts";
import { Announcement, PageTitle } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";

type Problems = Partial<Record<"id" | "name" | "all", string>>;

/**
 * The regions of this inventory, for an administrator: names, municipalities, and one more.
 *
 * @fires workbench-title @fires workbench-announce
 */
export class RegionsPage extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		regions: { state: true },
		editing: { state: true },
		problems: { state: true },
	};
	declare client: Client;
	declare regions: readonly Region[] | undefined;
	/** The region in the form; one without an id is new. */
	declare editing: (Pick<Region, "name" | "municipalities"> & Partial<Region>) | undefined;
	declare problems: Problems;

	constructor() {
		super();
		this.problems = {};
	}

	get #say() {
		return workListMessages[this.language].regions;
	}

	protected override firstUpdated(): void {
		this.dispatchEvent(new PageTitle(this.#say.title));
		void this.#load();
	}

	async #try(work: () => Promise<void>): Promise<boolean> {
		try {
			await work();
			this.problems = {};
			return true;
		} catch (error) {
			if (!isFailure(error)) throw error;
			this.problems = { all: sentenceOf(error, this.messages) };
			return false;
		}
	}

	async #load(): Promise<void> {
		await this.#try(async () => {
			this.regions = (await this.client.regions()).items;
		});
	}

	async #edit(region: RegionsPage["editing"]): Promise<void> {
		this.problems = {};
		this.editing = region;
		await this.updateComplete;
		this.querySelector<HTMLElement>(region?.id ? "#region-name" : "#region-id")?.focus();
	}

	async #save(event: Event): Promise<void> {
		event.preventDefault();
		const { editing } = this;
		if (!editing) return;
		const value = (id: string) => this.querySelector<HTMLInputElement>(id)?.value.trim() ?? "";
		const id = editing.id ?? value("#region-id");
		const name = value("#region-name");
		const chosen = [...this.querySelectorAll<HTMLInputElement>("[name=municipality]:checked")].map((one) => one.value);
		const taken = !editing.id && this.regions?.some((region) => region.id === id);
		this.problems = {
			...(taken ? { id: this.#say.idTaken } : !Slug.safeParse(id).success && { id: this.#say.idWrong }),
			...(!name && { name: this.#say.nameWrong }),
		};
		const wrong = Object.keys(this.problems)[0];
		if (wrong) {
			this.querySelector<HTMLElement>(`#region-${wrong}`)?.focus();
			return;
		}
		const region = Region.safeParse({ ...editing, id, name, municipalities: chosen });
		if (!region.success) return;
		const { id: _, ...input } = region.data;
		if (!(await this.#try(() => this.client.saveRegion(id, input)))) return;
		this.editing = undefined;
		this.dispatchEvent(new Announcement(this.#say.saved));
		await this.#load();
		await this.updateComplete;
		this.querySelector<HTMLElement>(`[data-region="${id}"]`)?.focus();
	}

	#problem(field: "id" | "name"): TemplateResult {
		return html`<p class="problem" id="region-${field}-problem" role="alert">${this.problems[field] ?? nothing}</p>`;
	}

	#form(region: NonNullable<RegionsPage["editing"]>): TemplateResult {
		const say = this.#say;
		return html`<form class="card region-form" novalidate @submit=${(event: Event) => void this.#save(event)}>
			${
				region.id
					? nothing
					: html`<label for="region-id">${say.id}</label>
							<p class="hint" id="region-id-hint">${say.idHint}</p>
							<input
								id="region-id"
								maxlength="80"
								autocomplete="off"
								spellcheck="false"
								aria-required="true"
								aria-invalid=${this.problems.id ? "true" : nothing}
								aria-describedby="region-id-problem region-id-hint"
							/>
							${this.#problem("id")}`
			}
			<label for="region-name">${say.name}</label>
			<input
				id="region-name"
				autocomplete="off"
				aria-required="true"
				aria-invalid=${this.problems.name ? "true" : nothing}
				aria-describedby="region-name-problem"
				.value=${region.name}
			/>
			${this.#problem("name")}
			<fieldset>
				<legend>${say.municipalities}</legend>
				<div class="municipalities">
					${codesOf(municipalities).map(
						(code) =>
							html`<label
								><input type="checkbox" name="municipality" value=${code} ?checked=${region.municipalities.includes(code)} />
								${labelOf(municipalities, code, this.language)}</label
							>`,
					)}
				</div>
			</fieldset>
			<div class="row">
				<button class="primary">${say.save}</button>
				<button type="button" class="plain" @click=${() => void this.#edit(undefined)}>${say.cancel}</button>
			</div>
		</form>`;
	}

	override render(): TemplateResult {
		const say = this.#say;
		const { editing } = this;
		return html`<div class="settings">
			<p><a href="#/records">← ${this.messages.record.back}</a></p>
			<h1 tabindex="-1">${say.title}</h1>
			<p>${say.intro}</p>
			${this.problems.all ? html`<p class="message bad" role="alert">${this.problems.all}</p>` : nothing}
			<ul class="plain-list regions">
				${this.regions?.map((region) =>
					editing?.id === region.id
						? html`<li>${this.#form(region)}</li>`
						: html`<li class="card">
								<strong>${region.name}</strong>
								<span class="hint">${region.id} · ${say.chosen(region.municipalities.length)}</span>
								<button type="button" data-region=${region.id} @click=${() => void this.#edit(region)}>${say.change(region.name)}</button>
							</li>`,
				)}
			</ul>
			${
				editing && !editing.id
					? this.#form(editing)
					: html`<button type="button" id="region-add" @click=${() => void this.#edit({ name: "", municipalities: [] })}>${say.add}</button>`
			}
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-regions": RegionsPage;
	}
}
