import {
	type Joint,
	linksByNode,
	type NetworkQuery,
	nodeFor,
	type Partnership,
	partnershipsIn,
	selectFrom,
} from "../../shared/insight/network/select.ts";
import type { Graph } from "../../shared/insight/network/with-structure.ts";
import { formatDate } from "../../shared/list/dates.ts";
import { listStyles } from "../../shared/list/list-styles.ts";
import { networkMessages } from "../../shared/messages/network.ts";
import { widgetMessages } from "../../shared/messages/widgets.ts";
import type { NetworkNode } from "../../shared/model/network.ts";
import { explain } from "../diagnostics/diagnostics.ts";
import { TechniekLoadEvent } from "../dom-events/techniek-load-event.ts";
import { TechniekSelectEvent } from "../dom-events/techniek-select-event.ts";
import { draw } from "../draw/draw.ts";
import type { Problem } from "../element/problems.ts";
import { FeedProblem } from "../feed/feed-problem.ts";
import { fetchRead } from "../feed/fetch-page.ts";
import { NetworkCanvas } from "./canvas.ts";
import { choicesIn } from "./choices.ts";
import { coloursAt } from "./colours.ts";
import { Drawing } from "./drawing.ts";
import { download, fileOf } from "./export.ts";
import type { Chosen, ExportName, NetworkModel, NetworkState, Sortable } from "./model.ts";
import { networkView } from "./network-view.ts";
import { fillFor, kindLabel } from "./node-text.ts";
import { type ReadNetwork, readNetwork } from "./read-network.ts";
import { type NetworkSettings, observed, readSettings } from "./settings.ts";
import { pause } from "./slices.ts";
import { networkStyles } from "./styles.ts";
import { sorted } from "./table.ts";
import { isArrow, neighbourAt } from "./walk.ts";

const sheet = new CSSStyleSheet();
sheet.replaceSync(listStyles + networkStyles);

const rowsAtATime = 50;
const nobody: Graph = { nodes: [], links: [], insight: { connected: [], bridges: [], unconnected: [], parts: 0 } };

/** An element can be asked for these only once. */
const known = new WeakMap<HTMLElement, ElementInternals | undefined>();

function internalsOf(element: HTMLElement): ElementInternals | undefined {
	if (!known.has(element)) {
		let internals: ElementInternals | undefined;
		try {
			internals = element.attachInternals?.();
		} catch {
			// Somebody else has them: the states are not shown to the page.
		}
		known.set(element, internals);
	}
	return known.get(element);
}

/** One `<techniek-network>` while it is in a page. */
class NetworkPart {
	readonly #element: HTMLElement;
	readonly #home: string | undefined;
	readonly #root: ShadowRoot;
	readonly #end = new AbortController();
	#settings: NetworkSettings;
	#asked: string | undefined;
	#run: AbortController | undefined;
	#state: NetworkState = "loading";
	#network: (ReadNetwork & { stale: boolean }) | undefined;
	/** What the partner shows, and of that what the visitor asked for. */
	#base: Graph = nobody;
	#graph: Graph = nobody;
	#chosen: Chosen = {};
	#focus: string | undefined;
	#steps = 1;
	#selected: string | undefined;
	#spoken = "";
	#table = false;
	#printing = false;
	#rows = rowsAtATime;
	#order: { by: Sortable; descending: boolean } = { by: "organization", descending: false };
	#canvas: NetworkCanvas | undefined;
	#drawing: Drawing;
	#partnerships: Partnership[] | undefined;
	#pending = false;

	constructor(element: HTMLElement, home: string | undefined) {
		this.#element = element;
		this.#home = home;
		this.#root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
		this.#root.adoptedStyleSheets = [sheet];
		this.#drawing = new Drawing((anew) => this.#show(anew));
		this.#settings = this.#read();
		const { signal } = this.#end;
		const attributes = new MutationObserver(() => {
			this.#settings = this.#read();
			this.#load();
			this.#select();
		});
		attributes.observe(element, { attributeFilter: observed });
		signal.addEventListener("abort", () => attributes.disconnect());
		const print = (paper: boolean) => {
			if (this.#printing === paper) return;
			this.#printing = paper;
			this.#draw();
			this.#canvas?.print(paper);
		};
		addEventListener("beforeprint", () => print(true), { signal });
		addEventListener("afterprint", () => print(false), { signal });
		matchMedia("print").addEventListener("change", ({ matches }) => print(matches), { signal });
		for (const query of ["(forced-colors: active)", "(prefers-color-scheme: dark)"]) {
			matchMedia(query).addEventListener("change", () => this.#update(), { signal });
		}
		this.#load();
		this.#update();
	}

	disconnect() {
		this.#end.abort();
		this.#run?.abort();
		this.#drawing.stop();
		this.#canvas?.disconnect();
		this.#canvas = undefined;
	}

	#tell(problem: Problem) {
		void explain(this.#element, problem, this.#settings.language);
	}

	#read(): NetworkSettings {
		const wrong: Problem[] = [];
		const settings = readSettings(this.#element, this.#home, (code, detail) => wrong.push({ code, detail }));
		for (const problem of wrong) void explain(this.#element, problem, settings.language);
		return settings;
	}

	/** Asks for the network, when its address is another one; `again` after a failure. */
	#load(again = false) {
		const { address } = this.#settings;
		if (address === this.#asked && !again) return;
		this.#asked = address;
		this.#run?.abort();
		if (!address) {
			this.#network = undefined;
			this.#state = "error";
			this.#select();
			return;
		}
		const run = new AbortController();
		this.#run = run;
		this.#state = "loading";
		this.#update();
		void this.#fetch(address, run.signal);
	}

	async #fetch(address: string, signal: AbortSignal) {
		try {
			const network = await fetchRead(address, signal, async (json) => {
				// Parsing, reading and counting a large network each get a turn of their own: the page must not be held up.
				await pause();
				return readNetwork(json);
			});
			await pause();
			if (signal.aborted) return;
			this.#network = network;
			if (network.dropped) this.#tell({ code: "dropped", detail: String(network.dropped) });
			this.#select();
			const { nodes, stale, generatedAt } = network;
			this.#element.dispatchEvent(
				new TechniekLoadEvent({ total: nodes.length, shown: this.#graph.nodes.length, stale, generatedAt }),
			);
		} catch (error) {
			if (signal.aborted) return;
			this.#network = undefined;
			this.#state = "error";
			this.#select();
			if (!(error instanceof FeedProblem)) throw error;
			this.#tell({ code: error.code, detail: error.message, url: address, status: error.status });
		}
	}

	/** Works out what is shown, after another network, other attributes or another choice. */
	#select() {
		const network = this.#network;
		if (!network) {
			this.#graph = this.#base = nobody;
			this.#drawing.stop();
			this.#update();
			return;
		}
		const { fixed } = this.#settings;
		this.#base = selectFrom(network, fixed.focus ? { ...fixed, steps: 2 } : fixed);
		const chosen = Object.entries(this.#chosen).flatMap(([name, value]) => (value ? [[name, [value]] as const] : []));
		const query: NetworkQuery = { steps: this.#steps, focus: this.#focus, ...Object.fromEntries(chosen) };
		this.#graph = this.#focus || chosen.length ? selectFrom(this.#base, query) : this.#base;
		this.#partnerships = undefined;
		this.#rows = rowsAtATime;
		const { nodes } = this.#graph;
		if (!nodes.some(({ id }) => id === this.#selected)) this.#selected = undefined;
		this.#state = network.stale
			? "stale"
			: nodes.length
				? "ready"
				: this.#base.nodes.length
					? "filtered-empty"
					: "empty";
		// On screen first: the picture needs its canvas, and the rest need not wait for it.
		this.#drawing.start(this.#graph);
		this.#update();
	}

	/** Has the picture drawn as the places are now. */
	#show(anew: boolean) {
		const { positions } = this.#drawing;
		if (!positions || !this.#canvas) return this.#update();
		const near = new Set<string>();
		if (this.#selected) {
			near.add(this.#selected);
			for (const { other } of linksByNode(this.#graph.links).get(this.#selected) ?? []) near.add(other);
		}
		const { byDegree: nodes, settled: named } = this.#drawing;
		this.#canvas.show({ nodes, links: this.#graph.links, positions, named, selected: this.#selected, near }, anew);
		if (this.#root.querySelector(".wait")) this.#update();
	}

	/** Another node, or none. Gives false when the page keeps it from us. */
	#choose(id: string | undefined): boolean {
		const node = this.#graph.nodes.find((one) => one.id === id);
		if (node && !this.#element.dispatchEvent(new TechniekSelectEvent(node))) return false;
		const { language } = this.#settings;
		const say = networkMessages[language];
		this.#selected = node?.id;
		this.#spoken = node ? say.chosen(node.title, kindLabel(node, language), say.links(node.degree)) : "";
		this.#update();
		this.#show(false);
		if (node) this.#canvas?.reveal(node.id);
		return true;
	}

	/** As {@link #choose}, by something outside the picture, which goes as the card comes: the focus goes along. */
	#open(id: string | undefined) {
		if (!this.#choose(id)) return;
		this.#draw();
		const next = id ? this.#root.querySelector<HTMLElement>(".card") : this.#canvas?.canvas;
		next?.focus({ preventScroll: !id });
	}

	#around(id: string | undefined) {
		const node = id && nodeFor(this.#graph.nodes, id);
		this.#focus = node ? node.id : undefined;
		// Between two organisations there is what they work on.
		this.#steps = node && (node.kind === "organization" || node.kind === "fund") ? 2 : 1;
		this.#select();
		this.#draw();
		this.#canvas?.canvas.focus({ preventScroll: true });
	}

	#key(event: KeyboardEvent) {
		const { key } = event;
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const { positions } = this.#drawing;
		if (isArrow(key) && positions) {
			const from = this.#selected && positions.get(this.#selected);
			const next = from
				? neighbourAt(
						key,
						from,
						(linksByNode(this.#graph.links).get(this.#selected ?? "") ?? []).flatMap(({ other }) => {
							const position = positions.get(other);
							return position ? [[other, position] as const] : [];
						}),
					)
				: this.#drawing.byDegree[0]?.id;
			if (next) this.#choose(next);
		} else if (key === "+" || key === "=") this.#canvas?.zoom(1.4);
		else if (key === "-") this.#canvas?.zoom(1 / 1.4);
		else if (key === "0") this.#canvas?.whole();
		else if (key === "Enter" && this.#selected) this.#around(this.#selected);
		else if (key === "Escape" && this.#selected) this.#choose(undefined);
		else if (key === "Escape" && this.#focus) this.#around(undefined);
		else return;
		event.preventDefault();
	}

	get #title() {
		const { name } = this.#network ?? {};
		return networkMessages[this.#settings.language].caption(name ?? "");
	}

	#export(name: ExportName) {
		const { positions } = this.#drawing;
		const file = fileOf(name, this.#graph, positions ?? new Map(), this.#title);
		download(file, `${this.#settings.region ?? "techniek"}-network.${file.ending}`);
	}

	get #all(): Partnership[] {
		this.#partnerships ??= partnershipsIn(this.#graph);
		return this.#partnerships;
	}

	#joint(node: NetworkNode): readonly Joint[] {
		return this.#all.find(({ organization }) => organization.id === node.id)?.joint ?? [];
	}

	#model(): NetworkModel {
		const { language, headingLevel, theme, fixed } = this.#settings;
		const say = networkMessages[language];
		const common = widgetMessages[language];
		const { dark, forced } = coloursAt(this.#root.querySelector(".root") ?? this.#element, this.#printing);
		const { by, descending } = this.#order;
		const rows = this.#table || this.#printing ? sorted(this.#all, by, descending, language) : [];
		const stale = this.#network?.stale && this.#network.generatedAt;
		const find = (id: string | undefined) => (id ? this.#graph.nodes.find((node) => node.id === id) : undefined);
		return {
			state: this.#state,
			language,
			say,
			level: headingLevel,
			theme,
			name: this.#network?.name ?? "",
			stale: stale ? common.stale(formatDate(stale, "stamp", language)) : undefined,
			sampleLabel: common.sample,
			graph: this.#graph,
			choices: choicesIn(this.#base, fixed, language),
			chosen: this.#chosen,
			selected: find(this.#selected),
			focused: find(this.#focus) ?? (this.#focus ? nodeFor(this.#base.nodes, this.#focus) : undefined),
			steps: this.#steps,
			drawn: !!this.#drawing.positions,
			spoken: this.#spoken,
			table:
				this.#table || this.#printing
					? { rows: rows.slice(0, this.#printing ? undefined : this.#rows), total: rows.length, by, descending }
					: undefined,
			fill: fillFor(dark, forced),
			jointOf: (node) => this.#joint(node),
			onChoose: (name, value) => {
				this.#chosen = { ...this.#chosen, [name]: value || undefined };
				this.#select();
			},
			onClear: () => {
				this.#chosen = {};
				this.#select();
				this.#draw();
				this.#root.querySelector<HTMLElement>("select")?.focus();
			},
			onSelect: (id) => this.#open(id),
			onFocus: (id) => this.#around(id),
			onSteps: (steps) => {
				this.#steps = steps;
				this.#select();
			},
			onZoom: (factor) => this.#canvas?.zoom(factor),
			onWhole: () => this.#canvas?.whole(),
			onTable: () => {
				this.#table = !this.#table;
				this.#update();
			},
			onSort: (by) => {
				this.#order = { by, descending: this.#order.by === by ? !this.#order.descending : by === "partners" };
				this.#update();
			},
			onMore: () => {
				this.#rows += rowsAtATime;
				this.#update();
			},
			onExport: (name) => this.#export(name),
			onRetry: () => this.#load(true),
		};
	}

	#update() {
		if (this.#pending) return;
		this.#pending = true;
		queueMicrotask(() => {
			this.#pending = false;
			if (!this.#end.signal.aborted) this.#draw();
		});
	}

	#draw() {
		const states = internalsOf(this.#element)?.states;
		try {
			states?.clear();
			states?.add(this.#state);
		} catch {
			// Browsers that know only `--names` for states are not bothered.
		}
		draw(networkView(this.#model()), this.#root);
		const canvas = this.#root.querySelector("canvas") ?? undefined;
		if (canvas === this.#canvas?.canvas) return;
		this.#canvas?.disconnect();
		this.#canvas =
			canvas &&
			new NetworkCanvas(canvas, {
				onSelect: (id) => this.#choose(id),
				onKey: (event) => this.#key(event),
			});
		if (canvas) this.#show(true);
	}
}

/** Takes over `element`; `home` is where the inventory is, with a slash at its end. Gives what ends it. */
export function connect(element: HTMLElement, home: string | undefined): () => void {
	const part = new NetworkPart(element, home);
	return () => part.disconnect();
}
