/**
 * What the map uses of Leaflet 2, by the modules that it imports: those of the package's index would bring all of Leaflet
 * along, twice the bytes. https://leafletjs.com/reference-2.0.0.html
 */

declare module "leaflet/src/core/Events.js" {
	export class Evented {
		on(types: string, listener: () => void): this;
	}
}

declare module "leaflet/src/map/Map.js" {
	import type { Evented } from "leaflet/src/core/Events.js";

	type LatLon = readonly [latitude: number, longitude: number];
	interface PixelPoint {
		x: number;
		y: number;
	}
	interface MapOptions {
		center: LatLon;
		zoom: number;
		minZoom: number;
		maxZoom: number;
		zoomAnimation: boolean;
		fadeAnimation: boolean;
		dragging: boolean;
		inertia: boolean;
	}
	export class LeafletMap extends Evented {
		constructor(container: HTMLElement, options: MapOptions);
		fitBounds(
			corners: readonly LatLon[],
			options: { padding: [number, number]; maxZoom: number; animate?: boolean },
		): this;
		panInside(
			place: LatLon,
			options: { paddingTopLeft: [number, number]; paddingBottomRight: [number, number]; animate?: boolean },
		): this;
		zoomIn(): this;
		zoomOut(): this;
		getZoom(): number;
		project(place: LatLon, zoom: number): PixelPoint;
		remove(): this;
	}
}

declare module "leaflet/src/layer/tile/GridLayer.js" {
	import { Evented } from "leaflet/src/core/Events.js";
	import type { LatLon, LeafletMap } from "leaflet/src/map/Map.js";

	export class GridLayer extends Evented {
		constructor(options: { bounds: readonly LatLon[]; maxNativeZoom: number });
		createTile(
			coords: { x: number; y: number; z: number },
			done: (error: Error | undefined, tile: HTMLElement) => void,
		): HTMLElement;
		addTo(map: LeafletMap): this;
	}
}

declare module "leaflet/src/layer/marker/Marker.js" {
	import { Evented } from "leaflet/src/core/Events.js";
	import type { LatLon, LeafletMap } from "leaflet/src/map/Map.js";

	interface Icon {
		options: { iconSize: [number, number]; iconAnchor: [number, number] };
		createIcon(): HTMLElement;
		createShadow(): null;
	}
	export class Marker extends Evented {
		constructor(place: LatLon, options: { icon: Icon; keyboard: boolean });
		addTo(map: LeafletMap): this;
		setZIndexOffset(offset: number): this;
		remove(): this;
	}
}

declare module "leaflet/src/dom/DomEvent.PointerEvents.js" {
	export function disablePointerDetection(): void;
}

declare module "leaflet/src/map/handler/Map.Drag.js" {}
declare module "leaflet/src/map/handler/Map.Keyboard.js" {}
declare module "leaflet/src/map/handler/Map.PinchZoom.js" {}
declare module "leaflet/src/map/handler/Map.ScrollWheelZoom.js" {}
