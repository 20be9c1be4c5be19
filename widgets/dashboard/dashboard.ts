import { listStyles } from "../../shared/list/list-styles.ts";
import type { FeedState } from "../../shared/list/list-view.ts";
import { dashboardMessages } from "../../shared/messages/dashboard.ts";
import { explain } from "../diagnostics/diagnostics.ts";
import { TechniekLoadEvent } from "../dom-events/techniek-load-event.ts";
import { TechniekSelectEvent } from "../dom-events/techniek-select-event.ts";
import { draw } from "../draw/draw.ts";
import { languageOf } from "../element/language.ts";
import type { Problem } from "../element/problems.ts";
import { FeedProblem } from "../feed/feed-problem.ts";
import { type FetchedPage, fetchPage } from "../feed/fetch-page.ts";
import { nextAddress } from "../feed/narrow.ts";
import { readWhole } from "../feed/whole-feed.ts";
import { chartStyles } from "./chart-styles.ts";
import { csvText, download } from "./csv.ts";
import { dashboardStyles } from "./dashboard-styles.ts";
import { dashboardView } from "./dashboard-view.ts";
import { type Choice, itemView } from "./item-view.ts";
import { type IndicatorCard, readIndicator } from "./read-indicator.ts";
import { attributes, readSettings, type Settings } from "./settings.ts";

const sheet = new CSSStyleSheet();
sheet.replaceSync(listStyles + dashboardStyles + chartStyles);

/** Indicators drawn at a time, so that a page with a hundred of them stays quick to the touch. */
const slice = 8;
const usual = { width: 640, size: 16 };

/** Given out once an element: they stay when it leaves the page and comes back. */
const internalsOf = new WeakMap<Element, ElementInternals>();

class Dashboard {
	#element: HTMLElement;
	#home: string | undefined;
	#root: ShadowRoot;
	#internals: ElementInternals | undefined;
	#state: FeedState = "loading";
	#page: FetchedPage<IndicatorCard> | undefined;
	#settings: Settings | undefined;
	#address: string | undefined;
	#drawn = slice;
	#choices = new Map<string, Choice>();
	#run: AbortController | undefined;
	#frame = 0;
	#asked = false;
	/** As of the last drawing. */
	#room = usual;
	#watch = new MutationObserver(() => this.#update());
	#resize = new ResizeObserver(() => {
		const { width, size } = this.#measure();
		if (Math.abs(width - this.#room.width) > 4 || size !== this.#room.size) this.#request();
	});

	constructor(element: HTMLElement, home: string | undefined) {
		this.#element = element;
		this.#home = home;
		this.#root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
		this.#root.adoptedStyleSheets = [sheet];
		const internals = internalsOf.get(element) ?? element.attachInternals?.();
		if (internals) internalsOf.set(element, internals);
		this.#internals = internals;
		this.#update();
		this.#watch.observe(element, { attributeFilter: [...attributes] });
		const root = this.#root.querySelector(".root");
		if (root) this.#resize.observe(root);
	}

	disconnect() {
		this.#watch.disconnect();
		this.#resize.disconnect();
		this.#run?.abort();
		cancelAnimationFrame(this.#frame);
	}

	get #language() {
		return languageOf(this.#element);
	}

	#tell(problem: Problem) {
		void explain(this.#element, problem, this.#language);
	}

	/** The attributes are there, or changed: asks the feed anew where they name another one. */
	#update() {
		const before = this.#settings;
		const settings = readSettings(this.#element, (code, detail) => this.#tell({ code, detail }));
		this.#settings = settings;
		const { src, region } = settings;
		const feed = region && this.#home && `${this.#home}feeds/${encodeURIComponent(region)}/indicators.json?limit=100`;
		const address = src ?? (feed || undefined);
		if (before?.breakdown !== settings.breakdown) this.#choices.clear();
		if (before && address === this.#address) {
			this.#settle();
			this.#request();
			return;
		}
		this.#address = address;
		this.#page = undefined;
		if (address) void this.#load();
		else {
			this.#run?.abort();
			this.#state = "error";
			if (region) this.#tell({ code: "inventory", detail: "" });
		}
		this.#draw();
	}

	async #load() {
		const address = this.#address;
		if (!address) return;
		this.#run?.abort();
		const run = new AbortController();
		this.#run = run;
		this.#state = "loading";
		this.#request();
		try {
			const read = (one: string) => fetchPage("indicators", readIndicator, one, run.signal);
			const page = await readWhole(address, read, nextAddress);
			if (run.signal.aborted) return;
			this.#page = page;
			this.#drawn = slice;
			if (page.dropped) this.#tell({ code: "dropped", detail: String(page.dropped) });
			this.#settle();
			const { stale, generatedAt } = page;
			const { length } = this.#items;
			this.#draw();
			this.#element.dispatchEvent(new TechniekLoadEvent({ total: length, shown: length, stale, generatedAt }));
			const known = new Set(page.items.flatMap(({ id, slug }) => [id, slug ?? id]));
			for (const one of this.#settings?.indicators ?? []) {
				if (!known.has(one)) this.#tell({ code: "value", detail: `indicator="${one}"` });
			}
		} catch (error) {
			if (run.signal.aborted) return;
			this.#state = "error";
			this.#page = undefined;
			this.#draw();
			if (!(error instanceof FeedProblem)) throw error;
			const { code, message, status } = error;
			this.#tell({ code, detail: message, url: address, status });
		}
	}

	/** Those that the attributes ask for, in their order. */
	get #items(): readonly IndicatorCard[] {
		const { items = [] } = this.#page ?? {};
		const { indicators = [], perspectives = [] } = this.#settings ?? {};
		const wanted = perspectives.length
			? items.filter(({ perspective }) => perspective && perspectives.includes(perspective))
			: items;
		if (!indicators.length) return wanted;
		return [...new Set(indicators)].flatMap(
			(one) => wanted.find(({ slug }) => slug === one) ?? wanted.find(({ id }) => id === one) ?? [],
		);
	}

	#settle() {
		const page = this.#page;
		if (!page) return;
		const count = this.#items.length;
		this.#state = page.stale ? "stale" : count ? "ready" : page.items.length ? "filtered-empty" : "empty";
	}

	/** The room that there is, in pixels; of an element that is hidden a usual one. */
	#measure() {
		const root = this.#root.querySelector(".root");
		if (!(root instanceof HTMLElement) || !root.clientWidth) return this.#room;
		const style = getComputedStyle(root);
		const width = root.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
		return { width: Math.max(200, width), size: Number.parseFloat(style.fontSize) || usual.size };
	}

	/** Draws at the next frame, once for all that was asked until then. */
	#request() {
		if (this.#asked) return;
		this.#asked = true;
		// A tab in the background has no frames, but it has states.
		if (document.hidden) void Promise.resolve().then(() => this.#draw());
		else this.#frame = requestAnimationFrame(() => this.#draw());
	}

	#draw() {
		this.#asked = false;
		cancelAnimationFrame(this.#frame);
		const settings = this.#settings;
		if (!settings || !this.#element.isConnected) return;
		const language = this.#language;
		const say = dashboardMessages[language];
		this.#room = this.#measure();
		const items = this.#page && this.#items;
		const { region, src, theme, headingLevel } = settings;
		draw(
			dashboardView({
				say,
				language,
				theme,
				level: headingLevel,
				state: this.#state,
				items,
				drawn: this.#drawn,
				grouped: !settings.indicators.length,
				stale: !!this.#page?.stale,
				staleSince: this.#page?.generatedAt,
				csv:
					!src && region && this.#home ? `${this.#home}feeds/${encodeURIComponent(region)}/indicators.csv` : undefined,
				view: (item, level) => this.#view(item, level, settings),
				onRetry: () => void this.#load(),
			}),
			this.#root,
		);
		this.#show(this.#state);
		if (items && this.#drawn < items.length) {
			this.#drawn += slice;
			// A task of its own: what the visitor does goes first.
			setTimeout(() => this.#request());
		}
	}

	#view(item: IndicatorCard, level: number, { breakdown }: Settings) {
		const language = this.#language;
		const { id, title, slug, unit } = item;
		return itemView({
			...this.#room,
			item,
			language,
			say: dashboardMessages[language],
			key: id,
			level,
			breakdown,
			choice: this.#choices.get(id) ?? {},
			onChoose: (choice) => {
				this.#choices.set(id, choice);
				this.#request();
			},
			onOpen: () =>
				void this.#element.dispatchEvent(
					new TechniekSelectEvent({ id, title, unit, ...(slug !== undefined && { slug }) }),
				),
			onDownload: () => download(`${slug ?? id}.csv`, csvText(item)),
		});
	}

	/** Shows the state to the page's style sheets; browsers that know only `--names` for states are not bothered. */
	#show(state: FeedState) {
		const states = this.#internals?.states;
		try {
			states?.clear();
			states?.add(state);
		} catch {
			return;
		}
	}
}

/** Takes over `element`; `home` is where the inventory is. Gives what ends it. */
export function connect(element: HTMLElement, home: string | undefined): () => void {
	const dashboard = new Dashboard(element, home);
	return () => dashboard.disconnect();
}
