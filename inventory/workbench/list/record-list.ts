import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { type Kind, kinds } from "../../../shared/model/kinds.ts";
import { sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { RecordSummary } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { Announcement, PageTitle } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { addressOfList, addressOfRecord, type ListFilters, tabs } from "../app/route.ts";
import { agoText } from "../text/dates.ts";
import { ListController } from "./list-controller.ts";

const hostOf = (url: string): string => {
	try {
		return new URL(url).hostname.replace(/^www\./, "");
	} catch {
		return url;
	}
};

/** Somebody typed or chose other filters. */
export class FiltersChange extends Event {
	static readonly type = "workbench-filters";
	readonly filters: ListFilters;

	constructor(filters: ListFilters) {
		super(FiltersChange.type);
		this.filters = filters;
	}
}

/** Milliseconds of rest after a keystroke before searching. */
const rest = 250;

/**
 * The records by state, narrowed by kind, region and words. Stays on the page while a record is open, so that coming back
 * finds the same place.
 *
 * @fires workbench-filters the filters that somebody wants
 */
export class RecordListPage extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		me: { attribute: false },
		filters: { attribute: false },
	};
	declare client: Client;
	declare me: Me;
	declare filters: ListFilters;

	readonly #list = new ListController(this, () => this.client);
	#typing: ReturnType<typeof setTimeout> | undefined;
	#place: { scroll: number; id: string; index: number } | undefined;
	#stale = false;

	constructor() {
		super();
		this.filters = { tab: "clipped" };
	}

	/** Remembers where the reader is, to bring them back there. */
	leave(id: string): void {
		this.#place = { scroll: window.scrollY, id, index: this.#list.items.findIndex((item) => item.id === id) };
	}

	/** What is shown may have changed: fetch it again when it is next looked at. */
	outdate(): void {
		this.#stale = true;
	}

	/** Back from a record: same place, focus on that record, or on the one that took its place. */
	async comeBack(): Promise<void> {
		this.#title();
		if (this.#stale) await this.#list.refresh();
		this.#stale = false;
		await this.updateComplete;
		const place = this.#place;
		window.scrollTo(0, place?.scroll ?? 0);
		if (!place) {
			this.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
			return;
		}
		const links = [...this.querySelectorAll<HTMLAnchorElement>("a.record-link")];
		const link = links.find((one) => one.dataset.id === place.id) ?? links[Math.min(place.index, links.length - 1)];
		(link ?? this.querySelector<HTMLElement>("h1"))?.focus({ preventScroll: true });
		this.#place = undefined;
	}

	#title(): void {
		this.dispatchEvent(new PageTitle(this.messages.list.tabs[this.filters.tab]));
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has("filters")) void this.#show();
	}

	protected override updated(changed: PropertyValues<this>): void {
		if (changed.has("filters") || changed.has("language")) this.#title();
	}

	async #show(): Promise<void> {
		await this.#list.show(this.filters);
		const { phase, items, total } = this.#list;
		if (phase === "ready") this.dispatchEvent(new Announcement(this.messages.list.count(items.length, total)));
	}

	async #more(): Promise<void> {
		const first = this.#list.items.length;
		await this.#list.more();
		await this.updateComplete;
		// On the first new one, where reading goes on; the button may be gone.
		this.querySelectorAll<HTMLElement>("a.record-link")[first]?.focus();
		this.dispatchEvent(new Announcement(this.messages.list.count(this.#list.items.length, this.#list.total)));
	}

	#want(change: Partial<ListFilters>): void {
		clearTimeout(this.#typing);
		this.dispatchEvent(new FiltersChange({ ...this.filters, ...change }));
	}

	#onSearch(event: Event): void {
		if (!(event.currentTarget instanceof HTMLInputElement)) return;
		const q = event.currentTarget.value.trim() || undefined;
		clearTimeout(this.#typing);
		this.#typing = setTimeout(() => this.#want({ q }), rest);
	}

	override render(): TemplateResult {
		const say = this.messages.list;
		return html`<h1 tabindex="-1">${say.title}</h1>
			<nav class="tabs" aria-label=${say.tabsLabel}>${tabs.map((tab) => this.#tab(tab))}</nav>
			${this.#filterForm()}${this.#body()}`;
	}

	#tab(tab: (typeof tabs)[number]): TemplateResult {
		const { counts } = this.#list;
		const count = counts && (tab === "all" ? Object.values(counts).reduce((sum, n) => sum + n, 0) : counts[tab]);
		return html`<a
			href=${addressOfList({ ...this.filters, tab })}
			aria-current=${this.filters.tab === tab ? "page" : nothing}
			>${this.messages.list.tabs[tab]}<span class="count">${count ?? "…"}</span></a
		>`;
	}

	#filterForm(): TemplateResult {
		const say = this.messages.list;
		const { kind, region, q } = this.filters;
		const chosen = (event: Event) =>
			event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : "";
		return html`<form
			class="filters"
			role="search"
			@submit=${(event: Event) => event.preventDefault()}
		>
			<div class="grow">
				<label for="filter-q">${say.search}</label>
				<input id="filter-q" type="search" autocomplete="off" .value=${q ?? ""} @input=${this.#onSearch} />
			</div>
			<div>
				<label for="filter-kind">${say.kind}</label>
				<select
					id="filter-kind"
					@change=${(event: Event) => this.#want({ kind: kinds.find((one): one is Kind => one === chosen(event)) })}
				>
					<option value="" .selected=${live(!kind)}>${say.allKinds}</option>
					${kinds.map((one) => html`<option value=${one} .selected=${live(one === kind)}>${this.messages.kinds[one]}</option>`)}
				</select>
			</div>
			${
				this.me.regions.length > 1
					? html`<div>
							<label for="filter-region">${say.region}</label>
							<select id="filter-region" @change=${(event: Event) => this.#want({ region: chosen(event) || undefined })}>
								<option value="" .selected=${live(!region)}>${say.allRegions}</option>
								${this.me.regions.map(({ id, name }) => html`<option value=${id} .selected=${live(id === region)}>${name}</option>`)}
							</select>
						</div>`
					: nothing
			}
			${
				kind || region || q
					? html`<div class="clear">
							<button type="button" @click=${() => this.#want({ kind: undefined, region: undefined, q: undefined })}>
								${say.clear}
							</button>
						</div>`
					: nothing
			}
		</form>`;
	}

	#body(): TemplateResult {
		const say = this.messages.list;
		const { phase, items, total, next, loadingMore, outdated, failure } = this.#list;
		if (phase === "loading") {
			return html`<p class="waiting" aria-busy="true">${say.loading}</p>
				<div class="skeleton" aria-hidden="true">${[0, 1, 2, 3, 4].map(() => html`<div></div>`)}</div>`;
		}
		const failed = failure
			? html`<div class="message bad" role="alert">
					<p>${sentenceOf(failure, this.messages)}</p>
					<button type="button" @click=${() => void this.#list.refresh()}>${this.messages.failure.retry}</button>
				</div>`
			: nothing;
		if (phase === "failed") return html`${failed}`;
		if (items.length === 0) return html`${failed}${this.#empty()}`;
		return html`${failed}
			<p class="hint count-line">${say.count(items.length, total)}</p>
			<ul class="records" aria-busy=${outdated}>
				${repeat(
					items,
					({ id }) => id,
					(item) => this.#item(item),
				)}
			</ul>
			${
				next
					? html`<p class="more">
							<button type="button" aria-busy=${loadingMore} @click=${() => void this.#more()}>
								${loadingMore ? say.loadingMore : say.more}
							</button>
						</p>`
					: nothing
			}`;
	}

	#empty(): TemplateResult {
		const say = this.messages.list;
		const { kind, region, q, tab } = this.filters;
		if (kind || region || q) return html`<div class="card empty"><p>${say.filteredEmpty}</p></div>`;
		return html`<div class="card empty">
			<p><strong>${say.empty[tab]}</strong></p>
			${tab === "clipped" || tab === "all" ? html`<p class="hint">${say.emptyHint}</p>` : nothing}
		</div>`;
	}

	#item(item: RecordSummary): TemplateResult {
		const say = this.messages.list;
		const region = this.me.regions.find(({ id }) => id === item.region)?.name ?? item.region;
		const behind = item.state === "published" && item.publishedRevision !== item.revision;
		return html`<li class="record-row">
			<a class="record-link" data-id=${item.id} href=${addressOfRecord(item.id)}>${item.title}</a>
			<p class="tags">
				<span class="tag kind">${this.messages.kinds[item.kind]}</span>
				${this.filters.tab === "all" ? html`<span class="tag">${this.messages.states[item.state]}</span>` : nothing}
				${behind ? html`<span class="tag warn">${say.unpublished}</span>` : nothing}
				<span>${region}</span>
				${item.sourceUrl ? html`<span>${hostOf(item.sourceUrl)}</span>` : nothing}
				<span
					>${say.changed(agoText(item.updatedAt, this.language, Date.now()))}${
						item.clippedBy ? html`, ${say.by(item.clippedBy)}` : nothing
					}</span
				>
			</p>
			${item.note ? html`<p class="note-line"><strong>${say.note}</strong> ${item.note}</p>` : nothing}
		</li>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-list": RecordListPage;
	}
	interface HTMLElementEventMap {
		"workbench-filters": FiltersChange;
	}
}
