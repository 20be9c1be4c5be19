import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { workListMessages } from "../../../shared/messages/workbench/work-list.ts";
import type { RecordId } from "../../../shared/model/values.ts";
import { sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { ListedRecord } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { Announcement, PageTitle } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { addressOfList, apiFiltersOf, type ListFilters, tabs } from "../app/route.ts";
import type { Choice } from "./bulk-bar.ts";
import { filterForm } from "./filter-form.ts";
import { ListController } from "./list-controller.ts";
import { recordRow } from "./record-row.ts";

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
		choice: { state: true },
	};
	declare client: Client;
	declare me: Me;
	declare filters: ListFilters;
	declare choice: Choice;

	readonly #list = new ListController(this, () => this.client);
	#typing: ReturnType<typeof setTimeout> | undefined;
	#place: { scroll: number; id: string; index: number } | undefined;
	#stale = false;

	constructor() {
		super();
		this.filters = { tab: "clipped" };
		this.choice = { is: "some", records: new Map() };
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
		if (this.#stale) await this.#refresh();
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
		const { view, tab } = this.filters;
		this.dispatchEvent(
			new PageTitle(view ? workListMessages[this.language].views.names[view] : this.messages.list.tabs[tab]),
		);
	}

	async #refresh(): Promise<void> {
		await Promise.all([this.#list.refresh(), this.querySelector("workbench-list-aside")?.refresh()]);
	}

	#clearChoice(): void {
		this.choice = { is: "some", records: new Map() };
	}

	#tick(item: ListedRecord, ticked: boolean): void {
		// Of everything, one taken off leaves those that are shown.
		const before =
			this.choice.is === "some"
				? this.choice.records
				: this.#list.items.map(({ id, revision }) => [id, revision] as const);
		const records = new Map<RecordId, number>(before);
		if (ticked) records.set(item.id, item.revision);
		else records.delete(item.id);
		this.choice = { is: "some", records };
	}

	#tickAll(ticked: boolean): void {
		const records = ticked ? this.#list.items.map(({ id, revision }) => [id, revision] as const) : [];
		this.choice = { is: "some", records: new Map(records) };
	}

	get #total(): string {
		const { total, countedTo } = this.#list;
		return total > countedTo ? workListMessages[this.language].moreThan(countedTo) : String(total);
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (!changed.has("filters")) return;
		this.#clearChoice();
		void this.#show();
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

	readonly #onSearch = (event: Event): void => {
		if (!(event.currentTarget instanceof HTMLInputElement)) return;
		const q = event.currentTarget.value.trim() || undefined;
		clearTimeout(this.#typing);
		this.#typing = setTimeout(() => this.#want({ q }), rest);
	};

	override render(): TemplateResult {
		const say = this.messages.list;
		const { view } = this.filters;
		return html`<div class="work">
			<div class="work-main">
				<h1 tabindex="-1">${view ? workListMessages[this.language].views.names[view] : say.title}</h1>
				<nav class="tabs" aria-label=${say.tabsLabel}>${tabs.map((tab) => this.#tab(tab))}</nav>
				${filterForm({
					language: this.language,
					messages: this.messages,
					regions: this.me.regions,
					filters: this.filters,
					onSearch: this.#onSearch,
					want: (change) => this.#want(change),
				})}
				<workbench-bulk
					.language=${this.language}
					.client=${this.client}
					.choice=${this.choice}
					@workbench-choice-cleared=${() => this.#clearChoice()}
					@workbench-record-changed=${() => void this.#refresh()}
				></workbench-bulk>
				${this.#body()}
			</div>
			<aside class="work-aside">
				<workbench-list-aside
					.language=${this.language}
					.client=${this.client}
					.me=${this.me}
					.filters=${this.filters}
				></workbench-list-aside>
			</aside>
		</div>`;
	}

	#tab(tab: (typeof tabs)[number]): TemplateResult {
		const { counts } = this.#list;
		const known = counts && (tab === "all" ? Object.values(counts).reduce((sum, n) => sum + n, 0) : counts[tab]);
		const { countedTo } = this.#list;
		const count =
			known !== undefined && known > countedTo ? workListMessages[this.language].moreThan(countedTo) : known;
		return html`<a
			href=${addressOfList({ ...this.filters, tab })}
			aria-current=${this.filters.tab === tab ? "page" : nothing}
			>${this.messages.list.tabs[tab]}<span class="count">${count ?? "…"}</span></a
		>`;
	}

	#body(): TemplateResult {
		const say = this.messages.list;
		const more = workListMessages[this.language];
		const { phase, items, total, countedTo, next, loadingMore, outdated, failure } = this.#list;
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
			${this.#corrected()}
			<div class="count-line">
				<label class="tick-all">
					<input
						type="checkbox"
						.checked=${live(this.choice.is === "all" || items.every(({ id }) => this.#isTicked(id)))}
						@change=${(event: Event) => event.currentTarget instanceof HTMLInputElement && this.#tickAll(event.currentTarget.checked)}
					/>
					<span class="visually-hidden">${more.bulk.tickAll}</span>
					<span class="hint">${total > countedTo ? more.moreThan(countedTo) : say.count(items.length, total)}</span>
				</label>
				${
					next && this.choice.is === "some" && items.every(({ id }) => this.#isTicked(id))
						? html`<button type="button" class="link" @click=${() => this.#chooseAll()}>${more.bulk.allMatching(this.#total)}</button>`
						: nothing
				}
			</div>
			<ul class="records" aria-busy=${outdated}>
				${repeat(
					items,
					({ id }) => id,
					(item) =>
						recordRow(item, {
							language: this.language,
							messages: this.messages,
							regions: this.me.regions,
							withState: this.filters.tab === "all",
							ticked: this.#isTicked(item.id),
							onTick: (ticked) => this.#tick(item, ticked),
						}),
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

	#isTicked(id: RecordId): boolean {
		return this.choice.is === "all" || this.choice.records.has(id);
	}

	#chooseAll(): void {
		this.choice = { is: "all", filters: apiFiltersOf(this.filters), total: this.#total };
	}

	/** What was searched for when a word is written nowhere. */
	#corrected(): TemplateResult[] {
		const { corrected } = workListMessages[this.language];
		return Object.entries(this.#list.corrected).map(
			([typed, meant]) => html`<p class="hint">${corrected(typed, meant.join(", "))}</p>`,
		);
	}

	#empty(): TemplateResult {
		const say = this.messages.list;
		const { tab, ...narrowing } = this.filters;
		if (Object.values(narrowing).some(Boolean)) return html`<div class="card empty"><p>${say.filteredEmpty}</p></div>`;
		return html`<div class="card empty">
			<p><strong>${say.empty[tab]}</strong></p>
			${tab === "clipped" || tab === "all" ? html`<p class="hint">${say.emptyHint}</p>` : nothing}
		</div>`;
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
