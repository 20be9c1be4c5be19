import type { CardOf } from "../../shared/list/cards.ts";
import type { Choice, Choices } from "../../shared/list/filter-bar.ts";
import { listStyles } from "../../shared/list/list-styles.ts";
import { contextOf, type FeedResult, itemList, type ListModel, listView } from "../../shared/list/list-view.ts";
import type { Look } from "../../shared/list/look.ts";
import { html, type Template } from "../../shared/list/template.ts";
import { type FilterName, type WidgetKind, type WidgetProblem, widgetMessages } from "../../shared/messages/widgets.ts";
import type { FeedQuery } from "../../shared/model/query.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { TechniekFilterEvent } from "../dom-events/techniek-filter-event.ts";
import { TechniekLoadEvent } from "../dom-events/techniek-load-event.ts";
import { TechniekSelectEvent } from "../dom-events/techniek-select-event.ts";
import type { Extras } from "../extras/extras.ts";
import { FeedController } from "../feed/feed-controller.ts";
import type { FeedProblem } from "../feed/feed-problem.ts";
import { fetchJson } from "../feed/fetch-page.ts";
import { addressOf, narrow } from "../feed/narrow.ts";
import { sourceOf } from "../feed/read-feed.ts";
import { loadPart } from "../parts/load.ts";
import type { AnyCard, Host } from "../parts/part.ts";
import type { Face } from "./face.ts";
import { feedAddress, inventory } from "./home.ts";
import { languageOf } from "./language.ts";
import { tell } from "./problems.ts";
import { type Attribute, attributes, readSettings, type Settings } from "./settings.ts";
import { WidgetElement } from "./widget-element.ts";

const typingPause = 250;

const sheet = new CSSStyleSheet();
sheet.replaceSync(listStyles);

/** While the face of a kind is on its way. */
const plain = { view: "list", filters: [], card: () => html`` } as const;

const readerZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * A list of one kind of item from a feed. Everything it does is set with attributes. Several values in one attribute are
 * separated by commas.
 *
 * @attr {string} region - The region whose items to show, such as `midden-brabant`.
 * @attr {string} src - Address of a feed of your own instead of the inventory's.
 * @attr {string} q - Words to look for.
 * @attr {string} place - Places, such as `Tilburg`.
 * @attr {string} municipality - Codes of municipalities by Statistics Netherlands, such as `gm0855`.
 * @attr {string} organization - Names of organisations in addresses, such as `machinefabriek-de-leij`.
 * @attr {string} stage - Stages of education: `po`, `vmbo`, `havo-vwo`, `mbo`, `hbo`, `wo`, `teachers`, …
 * @attr {string} audience - Who it is for.
 * @attr {string} sector - Fields of technology.
 * @attr {string} action-line - Action lines of the region's programme.
 * @attr {string} type - Kinds of event or opportunity.
 * @attr {string} direction - `offer` or `request`.
 * @attr {string} from - The first day, such as `2027-01-31`.
 * @attr {string} to - The last day.
 * @attr {number} limit - How many at a time, 1 to 100; 20 when it is not given.
 * @attr {"list" | "cards" | "month" | "map" | "table" | "coverage"} view - `month` is for events, `table` and `coverage` for initiatives.
 * @attr {"action-line" | "ambition" | "national-action" | "regional-goal"} rows - Of the coverage matrix.
 * @attr {"stage" | "municipality" | "audience" | "scale"} columns - Of the coverage matrix.
 * @attr {string} filters - The filters that visitors see, such as `q,place,stage`, or `none`.
 * @attr {number} heading-level - Level of the headings of items, 1 to 6; 3 when it is not given.
 * @attr {"auto" | "light" | "dark"} theme - Follows the visitor's own choice when it is not given.
 * @attr {"dialog" | "page"} detail - Whether a click on a title opens the item on the page itself, or goes to its own page.
 * @attr {string} deep-link - Keeps the visitor's choices in the page's address, under this name or else that of the kind.
 * @attr {boolean} structured-data - Adds structured data (JSON-LD) of what is shown to the page, for search engines.
 * @attr {string} widget - Name of a widget that an editor keeps in the inventory; attributes of the element itself go first.
 * @attr {"nl" | "en"} lang - The language; when it is not given that of the nearest ancestor, else Dutch.
 *
 * @slot - The fallback: shown until the list is there, and when it cannot be.
 *
 * @csspart item - One item of the list.
 * @csspart title - The heading of an item.
 * @csspart time - When it is.
 * @csspart place - Where it is.
 * @csspart status - Cancelled, full and the like.
 * @csspart tags - The labels of an item, its status among them.
 * @csspart filters - The form with filters.
 * @csspart message - How many there are, or why there are none.
 * @csspart more - The button for more.
 *
 * @cssproperty --techniek-min-height - Height to keep free from the start, so that nothing on the page moves.
 * @cssproperty --techniek-link-color - Colour of titles.
 * @cssproperty --techniek-button-background-color - Background of buttons.
 * @cssproperty --techniek-button-color - Text of buttons.
 * @cssproperty --techniek-edge-color - Lines and borders.
 * @cssproperty --techniek-radius - Rounding of cards and fields.
 * @cssproperty --techniek-gap - Space between items.
 * @cssproperty --techniek-focus-color - Outline of what has the focus.
 *
 * @cssstate loading - The feed is on its way.
 * @cssstate ready - There is a list.
 * @cssstate empty - The feed holds nothing.
 * @cssstate filtered-empty - Nothing fits what the visitor chose.
 * @cssstate stale - An older copy, since the feed cannot be reached.
 * @cssstate error - There is nothing to show.
 *
 * @fires {TechniekLoadEvent} techniek-load - A list, or more of it, is there.
 * @fires {TechniekErrorEvent} techniek-error - Something is wrong that the partner should know.
 * @fires {TechniekSelectEvent} techniek-select - The visitor chose an item; cancel it to show something of your own.
 * @fires {TechniekFilterEvent} techniek-filter - The visitor changed the filters.
 */
export class ListElement<K extends WidgetKind> extends WidgetElement implements Host {
	static readonly observedAttributes: readonly string[] = attributes;

	readonly kind: K;
	layer: Template | undefined;
	chosen: Choices = {};
	/** Read again before each drawing, from attributes and ancestors. */
	declare settings: Settings;
	declare protected language: Language;
	#face: Face<K> | undefined;
	#feed: FeedController<K>;
	/** What was asked of the feed last, to ask only when it changes. */
	#asked = "";
	#typing: ReturnType<typeof setTimeout> | undefined;
	#extras: Extras | undefined;
	#loading: Promise<Extras | undefined> | undefined;
	/** Whether a list is all there can be: the rest did not load. */
	#plain = false;
	#internals = this.attachInternals?.();

	/** `face` may still be on its way; meanwhile the feed is asked already. */
	constructor(kind: K, face: Face<K> | Promise<Face<K>>) {
		super(sheet);
		this.kind = kind;
		const reader = face instanceof Promise ? face.then(({ read }) => read) : face.read;
		this.#feed = new FeedController<K>(this, kind, reader);
		if (face instanceof Promise) {
			face.then(
				(found) => {
					this.#face = found;
					this.requestUpdate();
				},
				() => this.tell("part", kind),
			);
		} else this.#face = face;
	}

	get home() {
		return inventory();
	}

	get state() {
		return this.#feed.state;
	}

	get items(): readonly CardOf[K][] {
		return this.#feed.result?.items ?? [];
	}

	get facets() {
		return this.#feed.result?.facets ?? {};
	}

	override disconnectedCallback() {
		super.disconnectedCallback();
		clearTimeout(this.#typing);
		this.#extras?.disconnect();
	}

	source(item: AnyCard) {
		return sourceOf(item);
	}

	fetchJson(address: string, signal: AbortSignal) {
		return fetchJson(address, signal);
	}

	tell(code: WidgetProblem, detail: string) {
		void tell(this, { code, detail }, this.language);
	}

	onResult({ total, items, stale, generatedAt, dropped }: FeedResult<K>) {
		if (dropped) this.tell("dropped", String(dropped));
		this.dispatchEvent(new TechniekLoadEvent({ total, shown: items.length, stale, generatedAt }));
	}

	onProblem({ code, message, status }: FeedProblem, url: string) {
		void tell(this, { code, detail: message, url, status }, this.language);
	}

	/** What this element does beside a plain list; loads when it is asked for. Undefined when it cannot be had. */
	#extra(): Promise<Extras | undefined> {
		this.#loading ??= loadPart("extras").then(
			({ Extras }) => {
				this.#extras = new Extras(this);
				this.requestUpdate();
				return this.#extras;
			},
			() => {
				this.#plain = true;
				this.tell("part", "extras");
				this.requestUpdate();
				return undefined;
			},
		);
		return this.#loading;
	}

	get #look(): Look<K> {
		return this.#face?.look ?? plain;
	}

	#visitor(): FeedQuery {
		const visitor: FeedQuery = {};
		for (const name of this.settings.filters) {
			const value = this.chosen[name]?.value;
			if (!value) continue;
			if (name === "q" || name === "from" || name === "to") visitor[name] = value;
			else visitor[name] = [value];
		}
		return visitor;
	}

	/** Asks the feed, when what to show has changed. */
	#ask(query: FeedQuery | undefined) {
		const { src, region, fixed, limit } = this.settings;
		const address = src ?? (region && feedAddress(region, this.kind));
		const visitor = query ? narrow(this.#visitor(), query) : this.#visitor();
		const asked = JSON.stringify([address, fixed, visitor, limit, !!query]);
		if (asked === this.#asked) return;
		this.#asked = asked;
		if (!address) {
			this.#feed.stop();
			if (region) this.tell("inventory", "");
		} else this.#feed.load({ address, local: !!src, fixed, visitor, limit: query ? 100 : limit, all: !!query });
	}

	#onField(name: FilterName, { target, type }: Event) {
		const value = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value.trim() : "";
		const found: Choice | undefined = this.facets[name]?.find((one) => one.value === value);
		const choice = found ?? (value ? { value, label: value } : undefined);
		clearTimeout(this.#typing);
		if (type === "input") this.#typing = setTimeout(() => this.#choose(name, choice), typingPause);
		else if (choice) this.#choose(name, choice);
		else void this.#takeBack(name);
	}

	#choose(name: FilterName, choice: Choice | undefined) {
		if (choice?.value !== this.chosen[name]?.value) this.choose({ ...this.chosen, [name]: choice });
	}

	choose(chosen: Choices) {
		clearTimeout(this.#typing);
		this.chosen = chosen;
		this.requestUpdate();
		const known = Object.entries(chosen).flatMap(([name, choice]) => (choice ? [[name, choice.value]] : []));
		this.dispatchEvent(new TechniekFilterEvent(Object.fromEntries(known)));
	}

	/** Takes a choice back, or all, and keeps the keyboard where it was: on the next button, else on the filter. */
	async #takeBack(name?: FilterName) {
		const field = this.root.querySelector<HTMLElement>(`[name="${name ?? this.settings.filters[0]}"]`);
		if (field instanceof HTMLInputElement) field.value = "";
		this.choose(name ? { ...this.chosen, [name]: undefined } : {});
		await this.updateComplete;
		(this.root.querySelector<HTMLElement>(".chip") ?? field)?.focus();
	}

	/** Shows more, and moves on to the first of the new ones who had the focus on the button. */
	async #more(event: Event) {
		const button = event.currentTarget;
		const before = this.items.length;
		await this.#feed.showMore();
		await this.updateComplete;
		if (this.root.activeElement && this.root.activeElement !== button) return;
		const item = this.root.querySelectorAll<HTMLElement>("[part=item]")[before];
		(item?.querySelector<HTMLElement>("a") ?? item)?.focus();
	}

	#select(event: Event, item: AnyCard) {
		// Who asks for a new tab gets the item's page there.
		if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
		const cancelled = !this.dispatchEvent(new TechniekSelectEvent(item));
		if (cancelled || this.settings.dialog) event.preventDefault();
		if (!cancelled && this.settings.dialog) void this.#show(item);
	}

	open(item: AnyCard) {
		if (this.dispatchEvent(new TechniekSelectEvent(item))) void this.#show(item);
	}

	async #show(item: AnyCard) {
		const extras = await this.#extra();
		if (extras) void extras.open(item);
		else if (item.url) location.assign(item.url);
	}

	#model(look: Look<K>): ListModel<K> {
		const { settings, language } = this;
		const { state, result } = this.#feed;
		const { region, src, fixed, view } = settings;
		const events = this.kind === "events";
		const feed = events && !src && region && feedAddress(region, this.kind);
		return {
			kind: this.kind,
			look,
			language,
			say: widgetMessages[language],
			view,
			level: settings.headingLevel,
			theme: settings.theme,
			filters: settings.filters,
			fixed,
			chosen: this.chosen,
			state,
			result,
			readerZone,
			calendar: feed
				? addressOf(feed, narrow(fixed, this.#visitor())).replace(/^https?(.*)\.json/, "webcal$1.ics")
				: undefined,
			past: events && (view === "list" || view === "cards") ? !!this.#extras?.past : undefined,
			layer: this.layer,
			onSelect: (event, item) => this.#select(event, item),
			onField: (name, event) => this.#onField(name, event),
			onClear: (name) => void this.#takeBack(name),
			onRetry: () => this.#feed.retry(),
			onMore: (event) => void this.#more(event),
			onPast: async () => {
				const extras = await this.#extra();
				if (extras) extras.past = !extras.past;
				this.requestUpdate();
			},
		};
	}

	context(level: number) {
		// A part is there only after the face is.
		return contextOf(this.#model(this.#look), level);
	}

	list(items: readonly AnyCard[], level = this.settings.headingLevel) {
		return itemList({ ...this.#model(this.#look), level }, items as readonly CardOf[K][]);
	}

	protected override render(): Template | undefined {
		this.language = languageOf(this);
		const name = this.getAttribute("widget")?.trim();
		const managed = name && this.#extras?.attributes(name);
		if (name && !managed && !this.#plain) return void this.#extra();
		const get = (attribute: Attribute) => (this.getAttribute(attribute) ?? (managed || undefined)?.[attribute])?.trim();
		this.settings = readSettings(get, this.kind, this.#look, (code, detail) => this.tell(code, detail));
		const { view: wanted, deepLink, structuredData } = this.settings;
		const special = (wanted !== "list" && wanted !== "cards") || deepLink !== undefined || structuredData;
		if (special) void this.#extra();
		const { view, waiting } = this.#extras?.prepare() ?? { view: undefined, waiting: special && !this.#plain };
		if (!waiting) this.#ask(view?.query);
		this.#showState();
		// What came with the page stands until there is something newer.
		if (this.declared && (this.state === "loading" || this.state === "error")) return undefined;
		const model = this.#model(this.#look);
		const body = waiting ? undefined : view?.render?.(this.items);
		return listView(body ? { ...model, body, words: view?.words } : model);
	}

	protected override updated() {
		this.#extras?.updated();
	}

	/** Shows the state to the page's style sheets; browsers that know only `--names` for states are not bothered. */
	#showState() {
		const states = this.#internals?.states;
		try {
			states?.clear();
			states?.add(this.state);
		} catch {
			return;
		}
	}
}
