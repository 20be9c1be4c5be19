import { municipalities } from "../../vocabularies/municipalities.ts";
import { municipalityCentres } from "../../vocabularies/municipality-centres.ts";
import { codeFor, codesOf } from "../../vocabularies/vocabulary.ts";
import type { Wish } from "./side.ts";

type Position = readonly [latitude: number, longitude: number];
type Code = ReturnType<typeof codesOf<typeof municipalities>>[number];

const earthRadius = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres along the great circle between two points in WGS 84 degrees (haversine, on a sphere). */
export function kilometresBetween([lat1, lon1]: Position, [lat2, lon2]: Position): number {
	const a =
		Math.sin(radians(lat2 - lat1) / 2) ** 2 +
		Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lon2 - lon1) / 2) ** 2;
	return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** The municipality of a wish: as it is named, or else the one that its place is in. */
export const municipalityOf = ({ location }: Pick<Wish, "location">): Code | undefined =>
	location?.municipality ?? (location?.place ? codeFor(municipalities, location.place) : undefined);

/** Where it is, as exactly as its municipality; undefined when it names no place that we know. */
export function positionOf(wish: Pick<Wish, "location">): Position | undefined {
	const code = municipalityOf(wish);
	if (code) return municipalityCentres[code];
	const { latitude, longitude } = wish.location ?? {};
	return latitude === undefined || longitude === undefined ? undefined : [latitude, longitude];
}

/** Whole kilometres between two wishes, 0 within one municipality; undefined when one of them names no place that we know. */
export function distanceBetween(one: Pick<Wish, "location">, other: Pick<Wish, "location">): number | undefined {
	const [from, to] = [positionOf(one), positionOf(other)];
	return from && to ? Math.round(kilometresBetween(from, to)) : undefined;
}

/** All municipalities with their distance in whole kilometres from where a wish is, nearest first; empty when that is not known. */
export function municipalitiesAround(wish: Pick<Wish, "location">): { code: Code; km: number }[] {
	const from = positionOf(wish);
	if (!from) return [];
	return codesOf(municipalities)
		.map((code) => ({ code, km: Math.round(kilometresBetween(from, municipalityCentres[code])) }))
		.sort((a, b) => a.km - b.km);
}
