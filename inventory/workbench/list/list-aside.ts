import { html, nothing, type TemplateResult } from "lit";
import { workListMessages } from "../../../shared/messages/workbench/work-list.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { Client } from "../api/client.ts";
import type { SavedSearch, Views } from "../api/work-list-client.ts";
import { Announcement } from "../app/events.ts";

import {
	addressOfActionList,
	addressOfList,
	apiFiltersOf,
	attentionViews,
	type ListFilters,
	listFiltersOfApi,
} from "../app/route.ts";
import { TryingElement } from "../app/trying-element.ts";
import { insightLinks } from "../insight/insight-pages.ts";

/**
 * Beside the list: what needs attention, saved searches, and the ways to the action list, regions and vocabularies.
 *
 * @fires workbench-announce @fires workbench-session-ended
 */
export class ListAside extends TryingElement {
	static override properties = {
		...TryingElement.properties,
		client: { attribute: false },
		me: { attribute: false },
		filters: { attribute: false },
		views: { state: true },
		searches: { state: true },
		naming: { state: true },
		removed: { state: true },
	};
	declare client: Client;
	declare me: Me;
	declare filters: ListFilters;
	declare views: Views | undefined;
	declare searches: { items: SavedSearch[]; countedTo: number } | undefined;
	/** What is being given a name: the filters as they stand, or a search that has one. */
	declare naming: "new" | SavedSearch | undefined;
	declare removed: SavedSearch | undefined;

	get #say() {
		return workListMessages[this.language];
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		const before = changed.get("filters");
		const region = before instanceof Object && "region" in before ? before.region : undefined;
		if (changed.has("client") || (changed.has("filters") && region !== this.filters.region)) void this.refresh();
	}

	/** Counts again: something changed. */
	async refresh(): Promise<void> {
		await this.tryTo(async () => {
			const [views, searches] = await Promise.all([this.client.views(this.filters.region), this.client.searches()]);
			this.views = views;
			this.searches = searches;
		});
	}

	async #change(work: () => Promise<void>, told: string): Promise<void> {
		if (!(await this.tryTo(work))) return;
		this.dispatchEvent(new Announcement(told));
		await this.refresh();
	}

	async #save(event: Event): Promise<void> {
		event.preventDefault();
		const { naming } = this;
		const name = this.querySelector<HTMLInputElement>("#search-name")?.value.trim();
		if (!name || !naming) return;
		const region = this.querySelector<HTMLSelectElement>("#search-region")?.value || null;
		const filters = naming === "new" ? apiFiltersOf(this.filters) : naming.filters;
		await this.#change(
			() => this.client.saveSearch({ name, filters, region }, naming === "new" ? undefined : naming.id),
			this.#say.searches.saved,
		);
		if (!this.problem) this.naming = undefined;
	}

	async #name(naming: "new" | SavedSearch): Promise<void> {
		this.naming = naming;
		await this.updateComplete;
		this.querySelector<HTMLInputElement>("#search-name")?.focus();
	}

	async #remove(search: SavedSearch): Promise<void> {
		const say = this.#say.searches;
		await this.#change(() => this.client.removeSearch(search.id), say.removed(search.name));
		if (this.problem) return;
		this.removed = search;
		await this.updateComplete;
		this.querySelector<HTMLElement>("#search-undo")?.focus();
	}

	async #bringBack(search: SavedSearch): Promise<void> {
		await this.#change(() => this.client.restoreSearch(search.id), this.#say.searches.restored);
		this.removed = undefined;
	}

	#count(count: number, countedTo: number): TemplateResult {
		return html`<span class="count">${count > countedTo ? this.#say.moreThan(countedTo) : count}</span>`;
	}

	#viewsPart(): TemplateResult {
		const say = this.#say.views;
		const { region, view } = this.filters;
		return html`<nav aria-labelledby="views-title">
			<h2 id="views-title">${say.title}</h2>
			<ul class="plain-list side-links">
				${attentionViews.map((one) => {
					const found = this.views?.items.find((item) => item.view === one);
					const address = addressOfList({ tab: "all", region, view: one });
					return html`<li>
						<a href=${address} aria-current=${view === one ? "true" : nothing}>${say.names[one]}</a>
						${found && this.views ? this.#count(found.count, this.views.countedTo) : nothing}
					</li>`;
				})}
			</ul>
		</nav>`;
	}

	#naming(naming: "new" | SavedSearch): TemplateResult {
		const say = this.#say.searches;
		const named = naming === "new" ? { name: "", region: null } : naming;
		return html`<form class="search-form" @submit=${(event: Event) => void this.#save(event)}>
			<label for="search-name">${say.name}</label>
			<input id="search-name" maxlength="80" required autocomplete="off" .value=${named.name} />
			<label for="search-region">${say.share}</label>
			<select id="search-region">
				<option value="">–</option>
				${this.me.regions.map(({ id, name }) => html`<option value=${id} ?selected=${id === named.region}>${name}</option>`)}
			</select>
			<p class="row">
				<button class="primary">${say.keep}</button>
				<button
					type="button"
					class="plain"
					@click=${() => {
						this.naming = undefined;
					}}
				>
					${say.cancel}
				</button>
			</p>
		</form>`;
	}

	#search(search: SavedSearch, countedTo: number): TemplateResult {
		const say = this.#say.searches;
		const region = this.me.regions.find(({ id }) => id === search.region)?.name ?? search.region;
		return html`<li>
			<a href=${addressOfList(listFiltersOfApi(search.filters))}>${search.name}</a>
			${this.#count(search.count, countedTo)}
			${region ? html`<span class="hint">${say.shared(region)}</span>` : nothing}
			<span class="search-tools">
				<button type="button" class="icon" aria-label=${say.rename(search.name)} @click=${() => void this.#name(search)}>✎</button>
				<button type="button" class="icon" aria-label=${say.remove(search.name)} @click=${() => void this.#remove(search)}>✕</button>
			</span>
		</li>`;
	}

	#searchesPart(): TemplateResult {
		const say = this.#say.searches;
		const { searches, naming, removed } = this;
		return html`<section aria-labelledby="searches-title">
			<h2 id="searches-title">${say.title}</h2>
			${searches?.items.length === 0 ? html`<p class="hint">${say.none}</p>` : nothing}
			<ul class="plain-list side-links">
				${searches?.items.map((search) => this.#search(search, searches.countedTo))}
			</ul>
			${
				removed
					? html`<p class="hint">
							${say.removed(removed.name)}
							<button type="button" class="link" id="search-undo" @click=${() => void this.#bringBack(removed)}>${say.undo}</button>
						</p>`
					: nothing
			}
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${
				naming
					? this.#naming(naming)
					: html`<p><button type="button" id="search-save" @click=${() => void this.#name("new")}>${say.save}</button></p>`
			}
		</section>`;
	}

	override render(): TemplateResult {
		const say = this.#say;
		return html`${this.#viewsPart()}${this.#searchesPart()}${insightLinks(this.language)}
			<nav class="side-ways" aria-label=${this.messages.workbench}>
				<p><a href=${addressOfActionList(this.filters)}>${say.actionList.link}</a></p>
				<p><a href="#/vocabularies">${say.vocabularies.title}</a></p>
				${this.me.role === "admin" ? html`<p><a href="#/regions">${say.regions.title}</a></p>` : nothing}
			</nav>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-list-aside": ListAside;
	}
}
