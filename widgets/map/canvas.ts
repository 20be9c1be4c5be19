import { disablePointerDetection } from "leaflet/src/dom/DomEvent.PointerEvents.js";
import { Marker } from "leaflet/src/layer/marker/Marker.js";
import { LeafletMap } from "leaflet/src/map/Map.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.Keyboard.js";
import "leaflet/src/map/handler/Map.PinchZoom.js";
import "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import type { AnyCard } from "../parts/part.ts";
import { area, type Cluster, clustersOf, type Spot } from "./spots.ts";
import { Tiles, tileSource } from "./tiles.ts";

/** Across, in pixels: large enough to touch. */
const pinSize = 36;

/** Closer than this the map does not go by itself: around one address one wants to see some streets. */
const closest = 15;

interface Pin {
	marker: Marker;
	button: HTMLButtonElement;
	cluster: Cluster;
}

export interface CanvasEvents {
	/** The name of a marker, for who hears it and for who points at it. */
	label(cluster: Cluster): string;
	/** The visitor chose a marker, or with undefined the map beside them. */
	choose(cluster: Cluster | undefined): void;
	/** Whether there are images to see. */
	tiles(loaded: boolean): void;
}

let canvases = 0;

/** The map itself, drawn by Leaflet inside `container`. Nothing of it is made from HTML. */
export class Canvas {
	#map: LeafletMap;
	#container: HTMLElement;
	#events: CanvasEvents;
	#pins = new Map<string, Pin>();
	#spots: readonly Spot[] = [];
	#shown = "";
	#tiles: Tiles | undefined;
	#lit: AnyCard | undefined;
	#chosen: string | undefined;
	#listening = new AbortController();

	constructor(container: HTMLElement, events: CanvasEvents) {
		canvases++;
		this.#container = container;
		this.#events = events;
		const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
		this.#map = new LeafletMap(container, {
			// So that it is somewhere, also while its place on the page has no size.
			center: [52.2, 5.4],
			zoom: 7,
			minZoom: 6,
			maxZoom: tileSource.closest,
			zoomAnimation: !still,
			fadeAnimation: !still,
			inertia: false,
			// One finger scrolls the page; two move and zoom the map.
			dragging: !matchMedia("(pointer: coarse)").matches,
		});
		// The wheel is the page's, until the visitor is in the map or asks for zoom.
		container.addEventListener(
			"wheel",
			(event) => {
				if (!event.ctrlKey && !container.matches(":focus-within")) event.stopImmediatePropagation();
			},
			{ capture: true, signal: this.#listening.signal },
		);
		this.#map.on("click", () => events.choose(undefined));
		this.#map.on("zoomend", () => this.#place());
	}

	/** Asks for images, and watches whether they come. */
	#load() {
		const tiles = new Tiles();
		this.#tiles = tiles;
		let loaded = 0;
		let failed = 0;
		tiles.on("tileload", () => {
			loaded++;
			if (loaded === 1) this.#events.tiles(true);
		});
		tiles.on("tileerror", () => failed++);
		tiles.on("load", () => {
			if (failed && !loaded) this.#events.tiles(false);
		});
		tiles.addTo(this.#map);
	}

	/** Shows `spots`: all of them in view when they are others than before. */
	show(spots: readonly Spot[]) {
		this.#spots = spots;
		const shown = spots.map(({ key }) => key).join();
		if (shown !== this.#shown || !this.#shown) {
			this.#shown = shown;
			this.fit(spots, false);
		}
		// Not before the map is where it should be.
		if (!this.#tiles) this.#load();
		this.#place();
	}

	/** Moves and zooms, not closer than `zoom`, so that `spots` are in view; without any, the country. */
	fit(spots: readonly Spot[], animate = true, zoom = closest) {
		if (!this.#container.clientWidth) return;
		const { south, west, north, east } = area;
		const corners = spots.length
			? spots.map(({ latitude, longitude }) => [latitude, longitude] as const)
			: ([
					[south, west],
					[north, east],
				] as const);
		// Not further than the outermost may be cut off by a marker's own size.
		this.#map.fitBounds(corners, { padding: [pinSize, pinSize], maxZoom: zoom, ...(animate ? {} : { animate }) });
	}

	/** Has a marker for each cluster that the spots form at this zoom, and keeps those that stay as they are. */
	#place() {
		// Leaflet ends a zoom that was going on also after its map is gone.
		if (this.#listening.signal.aborted) return;
		const zoom = this.#map.getZoom();
		const pixel = ({ latitude, longitude }: Spot) => this.#map.project([latitude, longitude], zoom);
		const clusters = clustersOf(this.#spots, pixel, pinSize);
		const wanted = new Set(clusters.map(({ key }) => key));
		const focused = [...this.#pins.values()].find(({ button }) => button.matches(":focus"))?.cluster.spots[0].key;
		for (const [key, { marker }] of this.#pins) {
			if (wanted.has(key)) continue;
			marker.remove();
			this.#pins.delete(key);
		}
		for (const cluster of clusters) {
			const pin = this.#pins.get(cluster.key) ?? this.#pin(cluster);
			pin.cluster = cluster;
			this.#dress(pin);
		}
		if (focused && !this.#container.matches(":focus-within")) this.#pinAt(focused)?.button.focus();
	}

	#pinAt = (key: string) =>
		[...this.#pins.values()].find(({ cluster }) => cluster.spots.some((one) => one.key === key));

	#pin(cluster: Cluster): Pin {
		const button = document.createElement("button");
		button.type = "button";
		button.className = "leaflet-marker-icon pin";
		const [{ latitude, longitude }] = cluster.spots;
		const half = pinSize / 2;
		const marker = new Marker([latitude, longitude], {
			icon: {
				options: { iconSize: [pinSize, pinSize], iconAnchor: [half, half] },
				createIcon: () => button,
				createShadow: () => null,
			},
			// It is a button already.
			keyboard: false,
		});
		const pin = { marker, button, cluster };
		marker.on("click", () => this.#events.choose(pin.cluster)).addTo(this.#map);
		this.#pins.set(cluster.key, pin);
		return pin;
	}

	#dress({ marker, button, cluster }: Pin) {
		const count = new Set(cluster.spots.flatMap(({ items }) => items)).size;
		const name = this.#events.label(cluster);
		const lit = cluster.spots.some(({ items }) => this.#lit && items.includes(this.#lit));
		button.textContent = count > 1 ? String(count) : "";
		button.setAttribute("aria-label", name);
		button.title = name;
		button.classList.toggle(
			"about",
			cluster.spots.every(({ about }) => about),
		);
		button.classList.toggle("lit", lit);
		button.setAttribute("aria-expanded", String(cluster.key === this.#chosen));
		marker.setZIndexOffset(lit ? 10_000 : 0);
	}

	/** Makes the markers of `item` stand out; of none with undefined. */
	light(item: AnyCard | undefined) {
		if (item === this.#lit) return;
		this.#lit = item;
		for (const pin of this.#pins.values()) this.#dress(pin);
	}

	/** Shows which cluster is open. */
	mark(key: string | undefined) {
		this.#chosen = key;
		for (const pin of this.#pins.values()) this.#dress(pin);
	}

	/** Moves the map so that the marker of `cluster` can be seen, `covered` pixels from the bottom being out of sight. */
	reveal({ spots: [{ latitude, longitude }] }: Cluster, covered: number) {
		this.#map.panInside([latitude, longitude], {
			paddingTopLeft: [pinSize, pinSize],
			paddingBottomRight: [pinSize, pinSize + covered],
			animate: false,
		});
	}

	/** Puts the focus on the marker that stands for the first place of `cluster`. */
	focus(cluster: Cluster) {
		this.#pinAt(cluster.spots[0].key)?.button.focus();
	}

	zoom(closer: boolean) {
		if (closer) this.#map.zoomIn();
		else this.#map.zoomOut();
	}

	remove() {
		this.#listening.abort();
		for (const { marker } of this.#pins.values()) marker.remove();
		this.#pins.clear();
		this.#map.remove();
		// Leaflet listens to the pointers of the whole page, and goes on after its maps are gone.
		if (--canvases === 0) disablePointerDetection();
	}
}
