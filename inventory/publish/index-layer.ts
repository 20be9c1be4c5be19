import type { Item } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { type FacetParameter, type FeedQuery, matches, valuesOf } from "../../shared/model/query.ts";
import { allBits, type Bits, count, has, keep, positionsIn, rank } from "./bits.ts";
import type { BaseIndex, Found } from "./item-index.ts";
import { standing } from "./standing.ts";

/** What changed in a list since its index was made: few enough to be read one by one with every question. */
export interface Layer {
	/** Positions in the list of the index that are no longer there, ascending. */
	gone: readonly number[];
	/** The complement of {@link gone} as bits; undefined when there are none. */
	left: Bits | undefined;
	/** What is there instead or besides, in order. */
	added: readonly Added[];
}

interface Added {
	item: Item;
	/** Where it is in the list now. */
	position: number;
	/** The first position in the list of the index that comes after it. */
	at: number;
}

export const noLayer: Layer = { gone: [], left: undefined, added: [] };

/** More changes than this are slower to read one by one than an index is to make, in the long run. */
const mostChanges = 1000;

const countBelow = (sorted: readonly number[], limit: number): number => {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? 0) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** The layer for `after`, which differs from the list that `layer` leads to in the items with ids in `changed`; undefined when it grows too thick. */
export function layerOver(
	base: BaseIndex,
	layer: Layer,
	after: readonly Item[],
	changed: ReadonlySet<string>,
): Layer | undefined {
	const gone = new Set(layer.gone);
	for (const id of changed) {
		const place = base.place(id);
		if (place !== undefined) gone.add(place);
	}
	const ids = new Set([...layer.added.map(({ item }) => item.id), ...changed]);
	if (gone.size + ids.size > mostChanges) return undefined;
	const sorted = [...gone].sort((a, b) => a - b);
	const left = allBits(base.items.length);
	for (const place of sorted) left[place >>> 5] = (left[place >>> 5] ?? 0) & ~(1 << (place & 31));
	const added: Added[] = [];
	let at = 0;
	after.forEach((item, position) => {
		if (ids.has(item.id)) added.push({ item, position, at });
		else {
			while (gone.has(at)) at++;
			at++;
		}
	});
	return { gone: sorted, left, added };
}

/** Answers from the index and the layer over it. */
export function foundIn(base: BaseIndex, { gone, left, added }: Layer, query: FeedQuery, today: string): Found {
	const fitting = base.fitting(query, today);
	const but = (except?: FacetParameter) => (left ? keep(fitting(except), left) : fitting(except));
	const found = but();
	const stands = added.filter(({ item }) => standing<FeedKind>(base.kind, [item], today, query).length > 0);
	const extra = stands.filter(({ item }) => matches(item, query));
	const ats = added.map(({ at }) => at);
	const extraAts = extra.map(({ at }) => at);
	const inList = (place: number) => place - countBelow(gone, place) + countBelow(ats, place + 1);
	return {
		total: count(found) + extra.length,
		positions(skip, most) {
			const from = Math.max(0, skip - extra.length);
			const ranked = positionsIn(found, from, most + extra.length).map((place, index) => ({
				position: inList(place),
				rank: from + index + countBelow(extraAts, place + 1),
			}));
			extra.forEach(({ position, at }, index) => void ranked.push({ position, rank: rank(found, at) + index }));
			return ranked
				.filter((one) => one.rank >= skip && one.rank < skip + most)
				.sort((a, b) => a.rank - b.rank)
				.map(({ position }) => position);
		},
		after(id) {
			const index = extra.findIndex(({ item }) => item.id === id);
			const [own] = index < 0 ? [] : extra.slice(index);
			if (own) return rank(found, own.at) + index + 1;
			const place = base.place(id);
			if (place === undefined || !has(found, place)) return undefined;
			return rank(found, place) + countBelow(extraAts, place + 1) + 1;
		},
		facet(parameter, keep) {
			const chosen = !!query[parameter]?.length;
			// What was added since may be what makes a value one of those that occur most.
			const counts = base.counts(parameter, chosen ? but(parameter) : found, stands.length > 0 ? undefined : keep);
			const those = chosen ? stands.filter(({ item }) => matches(item, query, parameter)) : extra;
			for (const { item } of those)
				for (const value of new Set(valuesOf(item, parameter))) counts.set(value, (counts.get(value) ?? 0) + 1);
			return counts;
		},
	};
}
