import { html, nothing, type TemplateResult } from "lit/html.js";
import {
	type FilterName,
	type WidgetKind,
	type WidgetMessages,
	type WidgetProblem,
	widgetMessages,
} from "../../shared/messages/widgets.ts";
import type { FacetParameter, FeedQuery } from "../../shared/model/query.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { TechniekFilterEvent } from "../dom-events/techniek-filter-event.ts";
import { TechniekLoadEvent } from "../dom-events/techniek-load-event.ts";
import { TechniekSelectEvent } from "../dom-events/techniek-select-event.ts";
import { FeedController, type FeedResult } from "../feed/feed-controller.ts";
import type { FeedProblem } from "../feed/feed-problem.ts";
import type { CardOf } from "../feed/items.ts";
import { type Choice, type Choices, filterBar, labelIn } from "../filters/filter-bar.ts";
import { formatDate } from "../format/dates.ts";
import { listStyles } from "../theme/list-styles.ts";
import { feedAddress } from "./home.ts";
import { languageOf } from "./language.ts";
import { tell } from "./problems.ts";
import { attributes, type Defaults, readSettings, type Settings } from "./settings.ts";
import { heading } from "./templates.ts";
import { WidgetElement } from "./widget-element.ts";

const typingPause = 250;

/**
 * A list of one kind of item from a feed. Everything it does is set with attributes: the feed's parameters (`region`,
 * `place`, `organization`, …, `limit`), `src`, `view`, `filters`, `lang`, `heading-level`, `theme`.
 *
 * @slot - The fallback: shown until the list is there, and when it cannot be.
 * @csspart item - One item of the list.
 * @csspart title - The heading of an item.
 * @csspart time - When it is.
 * @csspart place - Where it is.
 * @csspart status - Cancelled, full and the like.
 * @csspart tags - The labels of an item, its status among them.
 * @csspart filters - The form with filters.
 * @csspart message - How many there are, or why there are none.
 * @csspart more - The button for more.
 * @cssproperty --techniek-min-height - Height to keep free from the start, so that nothing on the page moves.
 * @cssproperty --techniek-link-color - Colour of titles.
 * @cssproperty --techniek-button-background-color - Background of buttons.
 * @cssproperty --techniek-button-color - Text of buttons.
 * @cssproperty --techniek-edge-color - Lines and borders.
 * @cssproperty --techniek-radius - Rounding of cards and fields.
 * @cssproperty --techniek-gap - Space between items.
 * @cssstate loading - And `ready`, `empty`, `filtered-empty`, `stale`, `error`.
 * @fires techniek-load @fires techniek-error @fires techniek-select @fires techniek-filter
 */
export abstract class ListElement<K extends WidgetKind> extends WidgetElement {
	static readonly observedAttributes: readonly string[] = attributes;

	protected readonly kind: K;
	/** Both are read again before each render, from attributes and ancestors. */
	protected language: Language = "nl";
	declare protected settings: Settings;
	#defaults: Defaults;
	#feed: FeedController<K>;
	#chosen: Choices = {};
	/** What was asked of the feed last, to ask only when it changes. */
	#asked = "";
	#typing: ReturnType<typeof setTimeout> | undefined;
	#internals: ElementInternals | undefined;

	constructor(kind: K, defaults: Defaults) {
		super(listStyles);
		this.kind = kind;
		this.#defaults = defaults;
		this.#internals = this.attachInternals?.();
		this.#feed = new FeedController<K>(this, kind);
	}

	/** The inside of one item; its title's heading is of `level`. */
	protected abstract renderItem(item: CardOf[K], level: number): TemplateResult;

	protected get say(): WidgetMessages {
		return widgetMessages[this.language];
	}

	override disconnectedCallback() {
		super.disconnectedCallback();
		clearTimeout(this.#typing);
	}

	/** Asks the feed, when what to show has changed. */
	#ask() {
		const { src, region, fixed, limit, filters } = this.settings;
		const address = src ?? (region && feedAddress(region, this.kind));
		const visitor: FeedQuery = {};
		for (const name of filters) {
			const value = this.#chosen[name]?.value;
			if (!value) continue;
			if (name === "q" || name === "from" || name === "to") visitor[name] = value;
			else visitor[name] = [value];
		}
		const asked = JSON.stringify([address, fixed, visitor, limit]);
		if (asked === this.#asked) return;
		this.#asked = asked;
		if (address) this.#feed.load({ address, local: !!src, fixed, visitor, limit });
		else this.#feed.stop();
	}

	onResult({ total, items, stale, generatedAt, dropped }: FeedResult<K>) {
		if (dropped) this.#tell("dropped", String(dropped));
		this.dispatchEvent(new TechniekLoadEvent({ total, shown: items.length, stale, generatedAt }));
	}

	onProblem({ code, message, status }: FeedProblem, url: string) {
		this.#tell(code, message, { url, status });
	}

	#tell(code: WidgetProblem, detail: string, more?: { url: string; status: number | undefined }) {
		tell(this, { code, message: this.say.problems[code](detail), ...more });
	}

	#choose(name: FilterName, choice: Choice | undefined) {
		clearTimeout(this.#typing);
		if (choice?.value === this.#chosen[name]?.value) return;
		this.#change({ ...this.#chosen, [name]: choice });
	}

	#change(chosen: Choices) {
		this.#chosen = chosen;
		this.requestUpdate();
		const known = Object.entries(chosen).flatMap(([name, choice]) => (choice ? [[name, choice.value]] : []));
		this.dispatchEvent(new TechniekFilterEvent(Object.fromEntries(known)));
	}

	#type(name: FilterName, value: string) {
		const text = value.trim();
		clearTimeout(this.#typing);
		this.#typing = setTimeout(() => this.#choose(name, text ? { value: text, label: text } : undefined), typingPause);
	}

	/** Takes a choice back, or all, and keeps the keyboard where it was: on the next button, else on the filter. */
	async #takeBack(name?: FilterName) {
		clearTimeout(this.#typing);
		const field = this.root.querySelector<HTMLElement>(`[name="${name ?? this.settings.filters[0]}"]`);
		if (field instanceof HTMLInputElement) field.value = "";
		this.#change(name ? { ...this.#chosen, [name]: undefined } : {});
		await this.updateComplete;
		(this.root.querySelector<HTMLElement>(".chip") ?? field)?.focus();
	}

	/** Shows more, and moves on to the first of the new ones who had the focus on the button. */
	async #more(event: Event) {
		const button = event.currentTarget;
		const before = this.#feed.result?.items.length ?? 0;
		await this.#feed.showMore();
		await this.updateComplete;
		if (this.root.activeElement && this.root.activeElement !== button) return;
		const item = this.root.querySelectorAll<HTMLElement>("[part=item]")[before];
		(item?.querySelector<HTMLElement>("a") ?? item)?.focus();
	}

	/** What the feed calls `code`, which it explains in its facets; nothing for a code that it does not. */
	protected label(parameter: FacetParameter, code: string | undefined): string | undefined {
		const found = this.#feed.result?.facets[parameter]?.find(({ value }) => value === code);
		return found && labelIn(this.language, found);
	}

	/** The title of `item`, a link to its page where it has one. */
	protected renderTitle(item: CardOf[K], level: number): TemplateResult {
		const select = (event: Event) => {
			if (!this.dispatchEvent(new TechniekSelectEvent(item))) event.preventDefault();
		};
		const title = html`<span lang="nl">${item.title}</span>`;
		return heading(level, item.url ? html`<a href=${item.url} @click=${select}>${title}</a>` : title, "title");
	}

	/** The items in the order of the feed; an element that groups them does so here. */
	protected renderItems(items: readonly CardOf[K][], level: number): TemplateResult {
		return html`<ul class="items ${this.settings.view}">
			${items.map((item) => html`<li part="item" tabindex="-1">${this.renderItem(item, level)}</li>`)}
		</ul>`;
	}

	protected override render(): TemplateResult {
		this.language = languageOf(this);
		this.settings = readSettings(this, this.#defaults, (code, detail) => this.#tell(code, detail));
		this.#ask();
		this.#showState();
		const { say, language, settings } = this;
		const { state, result } = this.#feed;
		const [one, many] = say.things[this.kind];
		const busy = state === "loading";
		const shown = result?.items.length ?? 0;
		const total = result?.total ?? 0;
		const counted = `${shown < total ? say.count(shown.toLocaleString(language), total.toLocaleString(language)) : total.toLocaleString(language)} ${total === 1 ? one : many}`;
		const filtered = Object.values(this.#chosen).some(Boolean);
		const outcome =
			state === "error"
				? say.failed(many)
				: shown
					? counted
					: busy
						? say.loading
						: filtered
							? say.filteredEmpty(many)
							: say.empty(many);
		return html`<div class="root ${this.getAttribute("theme") ?? ""}" lang=${language} dir="ltr" aria-busy=${busy}>
			${
				result && (shown || filtered)
					? filterBar({
							names: settings.filters,
							chosen: this.#chosen,
							facets: result.facets,
							fixed: settings.fixed,
							language,
							say,
							things: many,
							onType: (name, value) => this.#type(name, value),
							onChoose: (name, choice) => (choice ? this.#choose(name, choice) : void this.#takeBack(name)),
							onClear: () => void this.#takeBack(),
						})
					: nothing
			}
			<div role="status" part="message" class=${shown ? "count" : outcome === say.loading ? "hidden" : "notice"}>
				${outcome}
				${
					result?.stale && result.generatedAt
						? html`<p class="notice">${say.stale(formatDate(result.generatedAt, "stamp", language))}</p>`
						: nothing
				}
			</div>
			${
				state === "error" || result?.stale
					? html`<button type="button" class="button" @click=${() => this.#feed.retry()}>${say.retry}</button>`
					: nothing
			}
			${result && (shown || state !== "error") ? this.renderItems(result.items, settings.headingLevel) : html`<slot><span aria-hidden="true">${busy ? say.loading : nothing}</span></slot>`}
			${
				result?.more
					? html`<button type="button" class="button" part="more" aria-disabled=${busy} @click=${(event: Event) => void this.#more(event)}>${say.more}</button>`
					: nothing
			}
		</div>`;
	}

	/** Shows the state to the page's style sheets; browsers that know only `--names` for states are not bothered. */
	#showState() {
		const states = this.#internals?.states;
		try {
			states?.clear();
			states?.add(this.#feed.state);
		} catch {
			return;
		}
	}
}
