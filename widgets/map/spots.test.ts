import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { municipalityCentres } from "../../shared/vocabularies/municipality-centres.ts";
import { readEvent } from "../events/read-event.ts";
import type { AnyCard } from "../parts/part.ts";
import { anEvent } from "../testing/feeds.ts";
import { clustersOf, itemsIn, type Spot, spotsOf } from "./spots.ts";

/** Events at the given locations, and where the map puts them. */
function put(...locations: unknown[]) {
	const sources = new Map<AnyCard, unknown>();
	const items = locations.map((location, index) => {
		const source = { ...anEvent(index), location };
		const card = readEvent(source);
		if (!card) throw new Error("no event");
		sources.set(card, source);
		return card;
	});
	const found = spotsOf(
		items,
		(item) => sources.get(item),
		(code) => (code === "gm0785" ? "Goirle" : code),
	);
	return { items, ...found };
}

describe("spots on the map", () => {
	it("are where the coordinates are, one for all items at one place", () => {
		const hall = { name: "De Ketelhal", place: "Tilburg", latitude: 51.5617, longitude: 5.0795 };
		const { items, spots, without } = put(hall, { ...hall, municipality: "gm0855" });
		expect(spots).toEqual([
			{
				key: "51.5617 5.0795",
				latitude: 51.5617,
				longitude: 5.0795,
				about: false,
				name: "De Ketelhal, Tilburg",
				items,
			},
		]);
		expect(without).toEqual([]);
	});

	it("are at the centre of the municipality, approximately, where nothing better is known", () => {
		const { spots } = put({ place: "Riel", municipality: "gm0785" }, { municipality: "gm0855", place: "Udenhout" });
		const [latitude, longitude] = municipalityCentres.gm0785;
		expect(spots[0]).toMatchObject({ latitude, longitude, about: true, name: "Goirle" });
		// A municipality that the feed does not name is called after the place.
		expect(spots[1]).toMatchObject({ about: true, name: "Udenhout" });
	});

	it.each([
		["no location", undefined],
		["a name alone", { name: "Ergens", place: "Tilburg" }],
		["half a coordinate", { latitude: 51.5 }],
		["coordinates as text", { latitude: "51.5", longitude: "5.1" }],
		["a place in the Gulf of Guinea", { latitude: 0, longitude: 0 }],
		["latitude and longitude the other way round", { latitude: 5.0795, longitude: 51.5617 }],
		["an unknown municipality", { municipality: "gm9999" }],
		["a municipality that every object has", { municipality: "constructor" }],
		["text for a location", "Tilburg"],
	])("are not there for %s", (_, location) => {
		const { items, spots, without } = put(location);
		expect(spots).toEqual([]);
		expect(without).toEqual(items);
	});

	it("fall back on the municipality where the coordinates are out of the map", () => {
		const { spots } = put({ latitude: 0, longitude: 0, municipality: "gm0785" });
		expect(spots[0]?.key).toBe("gm0785");
	});

	it("lose no item and show none twice at one place, whatever the locations", () => {
		const location = fc.record(
			{
				latitude: fc.oneof(fc.double(), fc.double({ min: 51, max: 53 })),
				longitude: fc.oneof(fc.double(), fc.double({ min: 4, max: 7 })),
				municipality: fc.oneof(fc.string(), fc.constantFrom(...Object.keys(municipalityCentres))),
				place: fc.string(),
			},
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(fc.array(location, { maxLength: 12 }), (locations) => {
				const { items, spots, without } = put(...locations);
				const placed = spots.flatMap((spot) => spot.items);
				expect(new Set([...placed, ...without])).toEqual(new Set(items));
				expect(without.some((item) => placed.includes(item))).toBe(false);
				for (const spot of spots) expect(new Set(spot.items).size).toBe(spot.items.length);
				expect(new Set(spots.map(({ key }) => key)).size).toBe(spots.length);
			}),
		);
	});
});

const spot = fc
	.record({
		x: fc.integer({ min: 0, max: 200 }),
		y: fc.integer({ min: 0, max: 200 }),
		count: fc.integer({ min: 1, max: 4 }),
	})
	.map(({ x, y, count }) => ({ x, y, count }));

describe("clusters of spots", () => {
	/** Spots at pixels, each with so many items. */
	const spots = (places: readonly { x: number; y: number; count: number }[]): Spot[] =>
		places.map(({ x, y, count }, index) => ({
			key: String(index),
			latitude: y,
			longitude: x,
			about: false,
			name: String(index),
			items: put(...Array<undefined>(count)).items,
		}));
	const pixel = ({ latitude, longitude }: Spot) => ({ x: longitude, y: latitude });

	it("keep every spot once, together no further apart than their reach, and no two markers closer", () => {
		fc.assert(
			fc.property(fc.array(spot, { maxLength: 20 }), fc.integer({ min: 1, max: 60 }), (places, reach) => {
				const all = spots(places);
				const clusters = clustersOf(all, pixel, reach);
				expect(clusters.flatMap((cluster) => cluster.spots.map(({ key }) => key)).sort()).toEqual(
					all.map(({ key }) => key).sort(),
				);
				const far = (one: Spot, other: Spot) =>
					Math.hypot(one.latitude - other.latitude, one.longitude - other.longitude);
				for (const { spots: together } of clusters)
					for (const one of together) expect(far(one, together[0])).toBeLessThan(reach);
				const markers = clusters.map(({ spots: [first] }) => first);
				for (const [n, one] of markers.entries())
					for (const other of markers.slice(n + 1)) expect(far(one, other)).toBeGreaterThanOrEqual(reach);
			}),
			{ numRuns: 50 },
		);
	});

	it("stand where most of the items are, and give these in the order of the list", () => {
		const all = spots([
			{ x: 0, y: 0, count: 1 },
			{ x: 10, y: 0, count: 3 },
			{ x: 100, y: 0, count: 1 },
		]);
		const [first, second] = clustersOf(all, pixel, 20);
		expect([first?.key, second?.key]).toEqual(["1,0", "2"]);
		const items = all.flatMap((one) => one.items);
		expect(first && itemsIn(first, items)).toEqual(items.slice(0, 4));
	});
});
