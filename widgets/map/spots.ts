import { municipalityCentres } from "../../shared/vocabularies/municipality-centres.ts";
import { listOf, number, record, text } from "../feed/readers.ts";
import type { AnyCard } from "../parts/part.ts";

/** WGS 84 degrees. */
export interface Spot {
	/** The same for the same place, from one drawing to the next. */
	key: string;
	latitude: number;
	longitude: number;
	/** Whether only the municipality is known. */
	about: boolean;
	name: string;
	items: AnyCard[];
}

/** Spots that lie so close on screen that they share a marker, which stands at the first. */
export interface Cluster {
	key: string;
	spots: readonly [Spot, ...Spot[]];
}

interface Address {
	name?: string;
	place?: string;
	municipality?: string;
	latitude?: number;
	longitude?: number;
}

const readAddress = record<Address>({
	name: text,
	place: text,
	municipality: text,
	latitude: number,
	longitude: number,
});
const readAddresses = record<{ location?: Address; places: Address[] }>({
	location: readAddress,
	places: listOf(readAddress),
});

/** What the map shows: the Netherlands with some room around it. */
export const area = { south: 50.5, west: 3, north: 53.8, east: 7.5 } as const;

const within = (latitude: number, longitude: number) =>
	latitude > area.south && latitude < area.north && longitude > area.west && longitude < area.east;

const centres: Readonly<Partial<Record<string, readonly [number, number]>>> = municipalityCentres;

type Where = Omit<Spot, "items">;

/** Where an address is: at its coordinates or, without any in the area of the map, at the centre of its municipality. */
function whereIs(address: Address, labelOf: (code: string) => string | undefined): Where | undefined {
	const { latitude, longitude, municipality = "", name, place } = address;
	if (latitude !== undefined && longitude !== undefined && within(latitude, longitude)) {
		const key = `${latitude.toFixed(4)} ${longitude.toFixed(4)}`;
		return { key, latitude, longitude, about: false, name: [...new Set([name, place])].filter(Boolean).join(", ") };
	}
	const centre = Object.hasOwn(centres, municipality) ? centres[municipality] : undefined;
	if (!centre) return undefined;
	// A feed that does not know the name of a municipality gives its code for it.
	const label = [labelOf(municipality), place, name].find((one) => one && one !== municipality) ?? "";
	return { key: municipality, latitude: centre[0], longitude: centre[1], about: true, name: label };
}

/**
 * Where `items` are, those of one place together, and those that have no place on the map. `source` gives an item as the
 * feed had it, `labelOf` the name of a municipality by its code. An item with several places is at each of them.
 */
export function spotsOf(
	items: readonly AnyCard[],
	source: (item: AnyCard) => unknown,
	labelOf: (code: string) => string | undefined,
): { spots: Spot[]; without: AnyCard[] } {
	const spots = new Map<string, Spot>();
	const without: AnyCard[] = [];
	for (const item of items) {
		const { location, places = [] } = readAddresses(source(item)) ?? {};
		let known = false;
		for (const address of [location, ...places]) {
			const where = address && whereIs(address, labelOf);
			if (!where) continue;
			known = true;
			const spot = spots.get(where.key) ?? { ...where, items: [] };
			spots.set(where.key, spot);
			if (!spot.items.includes(item)) spot.items.push(item);
		}
		if (!known) without.push(item);
	}
	return { spots: [...spots.values()], without };
}

/** Spots within `reach` pixels of one that has more items go with it. `pixel` tells where a spot is on screen. */
export function clustersOf(
	spots: readonly Spot[],
	pixel: (spot: Spot) => { x: number; y: number },
	reach: number,
): Cluster[] {
	const clusters: { x: number; y: number; spots: [Spot, ...Spot[]] }[] = [];
	for (const spot of [...spots].sort((one, other) => other.items.length - one.items.length)) {
		const { x, y } = pixel(spot);
		const near = clusters.find((one) => Math.hypot(one.x - x, one.y - y) < reach);
		if (near) near.spots.push(spot);
		else clusters.push({ x, y, spots: [spot] });
	}
	return clusters.map(({ spots: together }) => ({ spots: together, key: together.map(({ key }) => key).join() }));
}

/** The items of a cluster, each once, in the order of `items`. */
export function itemsIn({ spots }: Cluster, items: readonly AnyCard[]): AnyCard[] {
	const inside = new Set(spots.flatMap((spot) => spot.items));
	return items.filter((item) => inside.has(item));
}
