import { html, type Template } from "../../shared/list/template.ts";
import { mapMessages } from "../../shared/messages/map.ts";
import type { AnyCard, Host, MakePart, Part } from "../parts/part.ts";
import { Canvas } from "./canvas.ts";
import { mapStyles } from "./map-styles.ts";
import { mapView, type OpenSpot, offer, placeOf } from "./map-view.ts";
import { type Cluster, itemsIn, type Spot, spotsOf } from "./spots.ts";
import { tileSource } from "./tiles.ts";

/** A list with a map beside it, which asks nothing of anybody else until the visitor wants it. */
class MapPart implements Part {
	readonly styles = mapStyles;
	readonly query = {};
	#host: Host;
	#shown = false;
	#failed = false;
	#canvas: Canvas | undefined;
	#container: HTMLElement | null = null;
	#items: readonly AnyCard[] = [];
	#spots: readonly Spot[] = [];
	#open: Cluster | undefined;
	/** What is to have the focus after the next drawing. */
	#next: ".map" | ".spot" | undefined;

	constructor(host: Host) {
		this.#host = host;
	}

	get #context() {
		return this.#host.context(this.#host.settings.headingLevel);
	}

	get #say() {
		return mapMessages[this.#context.language];
	}

	render(items: readonly AnyCard[]): Template {
		const host = this.#host;
		const context = this.#context;
		const { spots, without } = spotsOf(
			items,
			(item) => host.source(item),
			(code) => context.label("municipality", code),
		);
		this.#items = items;
		this.#spots = spots;
		const known = new Set(spots.map(({ key }) => key));
		if (this.#open && !this.#open.spots.every(({ key }) => known.has(key))) this.#open = undefined;
		const things = context.say.things[host.kind][1];
		const side = this.#shown
			? mapView({
					say: this.#say,
					context,
					things,
					about: spots.some(({ about }) => about),
					failed: this.#failed,
					without,
					open: this.#opened(),
					onZoom: (closer) => this.#canvas?.zoom(closer),
					onSkip: () => host.root.querySelector<HTMLElement>("[part=item]")?.focus(),
					onKey: (event) => this.#onKey(event),
				})
			: spots.length
				? offer(this.#say, () => this.#show())
				: html`<p class="hint">${this.#say.nowhere(things)}</p>`;
		return html`<div class="map-view ${this.#shown ? "shown" : ""}">
			<div class="map-side">${side}</div>
			<div
				class="map-list"
				@pointerover=${(event: Event) => this.#point(event)}
				@pointerleave=${() => this.#canvas?.light(undefined)}
				@focusin=${(event: Event) => this.#point(event)}
				@focusout=${() => this.#canvas?.light(undefined)}
			>
				${host.list(items)}
			</div>
		</div>`;
	}

	#opened(): OpenSpot | undefined {
		const open = this.#open;
		if (!open) return undefined;
		// The same places in the same order, with the items that are there now.
		const spots = open.spots.flatMap(({ key }) => this.#spots.find((spot) => spot.key === key) ?? []);
		const [first, ...others] = spots;
		if (!first) return undefined;
		const cluster = { key: open.key, spots: [first, ...others] } as const;
		return {
			cluster,
			items: itemsIn(cluster, this.#items),
			close: () => this.#close(),
			closer: () => {
				this.#close();
				this.#canvas?.fit(spots, true, tileSource.closest);
			},
		};
	}

	#show() {
		this.#shown = true;
		this.#next = ".map";
		this.#host.requestUpdate();
	}

	#choose(cluster: Cluster | undefined) {
		if (!cluster && !this.#open) return;
		this.#open = cluster;
		if (cluster) this.#next = ".spot";
		this.#host.requestUpdate();
	}

	/** Closes what is open, and brings the keyboard back to its marker. */
	#close() {
		const cluster = this.#open;
		this.#choose(undefined);
		if (cluster) this.#canvas?.focus(cluster);
	}

	#onKey(event: KeyboardEvent) {
		if (event.key !== "Escape" || !this.#open) return;
		event.stopPropagation();
		this.#close();
	}

	/** Makes the marker stand out of the item in the list that the pointer or the focus is in. */
	#point({ target }: Event) {
		const item = target instanceof Element && target.closest("[part=item]");
		const all = [...this.#host.root.querySelectorAll(".map-list [part=item]")];
		this.#canvas?.light(item ? this.#items[all.indexOf(item)] : undefined);
	}

	#tiles(loaded: boolean) {
		if (this.#failed === !loaded) return;
		this.#failed = !loaded;
		if (!loaded) this.#host.tell("tiles", new URL(tileSource.address).origin);
		this.#host.requestUpdate();
	}

	updated() {
		const { root } = this.#host;
		const container = root.querySelector<HTMLElement>(".map");
		if (container !== this.#container) {
			this.#canvas?.remove();
			this.#container = container;
			this.#canvas =
				container === null
					? undefined
					: new Canvas(container, {
							label: (cluster) => {
								const { language, say } = this.#context;
								const count = itemsIn(cluster, this.#items).length;
								const things = say.things[this.#host.kind][count === 1 ? 0 : 1];
								return `${count.toLocaleString(language)} ${things}, ${placeOf(cluster, this.#say)}`;
							},
							choose: (cluster) => this.#choose(cluster),
							tiles: (loaded) => this.#tiles(loaded),
						});
		}
		this.#canvas?.show(this.#spots);
		this.#canvas?.mark(this.#open?.key);
		const next = this.#next;
		this.#next = undefined;
		const target = next && root.querySelector<HTMLElement>(next);
		if (!target) return;
		target.focus({ preventScroll: next === ".spot" });
		if (next === ".spot" && this.#open) {
			const covered = container ? container.getBoundingClientRect().bottom - target.getBoundingClientRect().top : 0;
			this.#canvas?.reveal(this.#open, covered);
		}
	}

	disconnect() {
		this.#canvas?.remove();
		this.#canvas = undefined;
		this.#container = null;
	}
}

/** The items on a map, beside the list of them. */
export const part: MakePart = (host) => new MapPart(host);
