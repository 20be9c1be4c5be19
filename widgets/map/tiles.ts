import { GridLayer } from "leaflet/src/layer/tile/GridLayer.js";
import { area } from "./spots.ts";

/**
 * Where the map's images come from: the BRT Achtergrondkaart of Kadaster, public and free of charge, through PDOK
 * (https://www.pdok.nl/introductie/-/article/basisregistratie-topografie-achtergrondkaarten-brt-a-). Only tests change it.
 */
export const tileSource = {
	address: "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png",
	/** The closest zoom level that there are images of. */
	closest: 19,
};

/** Layer of image tiles that asks for nothing outside the area of the map, and tells the source nothing about the page. */
export class Tiles extends GridLayer {
	constructor() {
		const { south, west, north, east } = area;
		super({
			bounds: [
				[south, west],
				[north, east],
			],
			maxNativeZoom: tileSource.closest,
		});
	}

	override createTile(
		{ x, y, z }: { x: number; y: number; z: number },
		done: (error: Error | undefined, tile: HTMLElement) => void,
	) {
		const image = document.createElement("img");
		image.alt = "";
		image.referrerPolicy = "no-referrer";
		image.addEventListener("load", () => done(undefined, image));
		image.addEventListener("error", () => done(new Error("no tile"), image));
		image.src = tileSource.address.replace("{z}", String(z)).replace("{x}", String(x)).replace("{y}", String(y));
		return image;
	}
}
