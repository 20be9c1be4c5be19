import type { Item } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import {
	type FacetParameter,
	type FeedQuery,
	facetParameters,
	fold,
	periodOf,
	textOf,
	valuesOf,
} from "../../shared/model/query.ts";
import { add, allBits, type Bits, countBoth, has, keep, noBits, put } from "./bits.ts";
import { organizationNames } from "./facets.ts";
import { foundIn, type Layer, layerOver, noLayer } from "./index-layer.ts";
import { type TextIndex, textIndex } from "./text-index.ts";

/** What answers a query among the published items of one kind in one region. */
export interface Found {
	total: number;
	/** Positions in the list, in its order: at most `most`, after the first `skip`. */
	positions(skip: number, most: number): number[];
	/** How many come before the item with this id, and itself; undefined when it is not among them. */
	after(id: string): number | undefined;
	/** How many each value would give, were it chosen beside the rest of the query. */
	facet(parameter: FacetParameter): Map<string, number>;
}

/** The published items of one kind, ready to be asked. Answers exactly what reading them one by one with `matches` would. */
export interface ItemIndex {
	find(query: FeedQuery, today: string): Found;
	/** The values that occur under a parameter, folded; one that went with the last changes may still be among them. */
	known(parameter: FacetParameter): ReadonlySet<string>;
	/** Organisations that the items name, by slug. */
	organizations(): ReadonlyMap<string, string>;
}

/** The index of a list as it was when it was read whole: what all that is counted and found comes from. */
export interface BaseIndex {
	kind: FeedKind;
	items: readonly Item[];
	/** The positions that fit a query, leaving out one parameter of it when that is named. */
	fitting(query: FeedQuery, today: string): (except?: FacetParameter) => Bits;
	/** How many of `among` have each value; values that none has are left out. */
	counts(parameter: FacetParameter, among: Bits): Map<string, number>;
	place(id: string): number | undefined;
	known(parameter: FacetParameter): ReadonlySet<string>;
	organizations(): ReadonlyMap<string, string>;
}

/** Who has a value: as positions while they are few, as bits when they are many. */
interface Posting {
	positions: Uint32Array;
	bits: Bits | undefined;
}

/** 2026-11-21 as a number that sorts the same; 0 for none. */
const dayOf = (text: string | undefined) => (text ? Number(text.slice(0, 10).replaceAll("-", "")) : 0);

function lazily<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

function postingsOf(items: readonly Item[], parameter: FacetParameter): Map<string, Posting> {
	const lists = new Map<string, number[]>();
	items.forEach((item, position) => {
		for (const value of new Set(valuesOf(item, parameter))) {
			const list = lists.get(value);
			if (list) list.push(position);
			else lists.set(value, [position]);
		}
	});
	return new Map(
		[...lists].map(([value, list]) => {
			const positions = Uint32Array.from(list);
			let bits: Bits | undefined;
			if (list.length > items.length / 32) {
				bits = noBits(items.length);
				for (const position of list) put(bits, position);
			}
			return [value, { positions, bits }];
		}),
	);
}

function buildBase(kind: FeedKind, items: readonly Item[]): BaseIndex {
	const { length } = items;
	const postings = new Map(facetParameters.map((parameter) => [parameter, lazily(() => postingsOf(items, parameter))]));
	const of = (parameter: FacetParameter) => postings.get(parameter)?.() ?? new Map<string, Posting>();
	const folded = new Map(
		facetParameters.map((parameter) => [
			parameter,
			lazily(() => {
				const found = new Map<string, Posting[]>();
				for (const [value, posting] of of(parameter)) {
					const key = fold(value);
					found.set(key, [...(found.get(key) ?? []), posting]);
				}
				return found;
			}),
		]),
	);
	const known = new Map(
		facetParameters.map((parameter) => [parameter, lazily(() => new Set(folded.get(parameter)?.().keys()))]),
	);
	const organizations = lazily(() => organizationNames(items));
	const days = lazily(() => {
		const [starts, ends, through] = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
		items.forEach((item, position) => {
			const [start, end] = periodOf(item);
			starts[position] = dayOf(start);
			ends[position] = dayOf(end);
			through[position] = "validThrough" in item ? dayOf(item.validThrough) : 0;
		});
		return { starts, ends, through };
	});
	const texts: () => TextIndex = lazily(() => textIndex(items.map(textOf)));
	const places = lazily(() => new Map<string, number>(items.map((item, position) => [item.id, position])));

	function where(is: (position: number) => boolean): Bits {
		const bits = noBits(length);
		for (let position = 0; position < length; position++) if (is(position)) put(bits, position);
		return bits;
	}

	const notOver = (list: Uint32Array, day: number) =>
		where((position) => {
			const end = list[position] ?? 0;
			return end === 0 || end >= day;
		});

	/** What is to come or stands as of today; the same for every query of a day. */
	let standing: { today: string; bits: Bits } | undefined;
	function standingOn(today: string): Bits {
		if (standing?.today === today) return standing.bits;
		const list = kind === "opportunities" ? days().through : kind === "events" ? days().ends : undefined;
		standing = { today, bits: list ? notOver(list, dayOf(today)) : allBits(length) };
		return standing.bits;
	}

	function chosen(parameter: FacetParameter, wanted: readonly string[]): Bits {
		const bits = noBits(length);
		for (const value of wanted) {
			for (const posting of folded.get(parameter)?.().get(fold(value)) ?? []) {
				if (posting.bits) add(bits, posting.bits);
				else for (const position of posting.positions) put(bits, position);
			}
		}
		return bits;
	}

	/** What fits all but the facets. */
	function commonOf(query: FeedQuery, today: string): Bits {
		const past = kind === "events" && (query.from || query.to);
		const bits = past ? allBits(length) : standingOn(today).slice();
		if (query.from) keep(bits, notOver(days().ends, dayOf(query.from)));
		if (query.to) {
			const last = dayOf(query.to);
			const { starts } = days();
			keep(
				bits,
				where((position) => (starts[position] ?? 0) <= last),
			);
		}
		const words = fold(query.q ?? "")
			.split(/\s+/)
			.filter(Boolean);
		if (words.length > 0) keep(bits, texts().find(words));
		return bits;
	}

	return {
		kind,
		items,
		known: (parameter) => known.get(parameter)?.() ?? new Set(),
		organizations,
		place: (id) => places().get(id),
		fitting(query, today) {
			const common = commonOf(query, today);
			const choices = facetParameters.flatMap((parameter) => {
				const wanted = query[parameter];
				return wanted?.length ? [{ parameter, bits: chosen(parameter, wanted) }] : [];
			});
			return (except) => {
				const bits = common.slice();
				for (const { parameter, bits: those } of choices) if (parameter !== except) keep(bits, those);
				return bits;
			};
		},
		counts(parameter, among) {
			const counts = new Map<string, number>();
			for (const [value, { bits, positions }] of of(parameter)) {
				let sum = 0;
				if (bits) sum = countBoth(bits, among);
				else for (const position of positions) if (has(among, position)) sum++;
				if (sum > 0) counts.set(value, sum);
			}
			return counts;
		},
	};
}

function indexOver(base: BaseIndex, layer: Layer): ItemIndex {
	const organizations = lazily(() =>
		layer.added.length > 0
			? new Map([...base.organizations(), ...organizationNames(layer.added.map(({ item }) => item))])
			: base.organizations(),
	);
	const more = (parameter: FacetParameter) =>
		layer.added.flatMap(({ item }) => valuesOf(item, parameter)).map((value) => fold(value));
	return {
		organizations,
		known(parameter) {
			const known = base.known(parameter);
			return layer.added.length > 0 ? new Set([...known, ...more(parameter)]) : known;
		},
		find: (query, today) => foundIn(base, layer, query, today),
	};
}

interface Known {
	base: BaseIndex;
	layer: Layer;
	index: ItemIndex;
}

/** Made once for a list, and gone with it: the site keeps a list until the next publication. Each part is made when first needed. */
const indexes = new WeakMap<readonly Item[], Known>();

function remember(items: readonly Item[], base: BaseIndex, layer: Layer): ItemIndex {
	const index = indexOver(base, layer);
	indexes.set(items, { base, layer, index });
	return index;
}

export function indexOf(kind: FeedKind, items: readonly Item[]): ItemIndex {
	return indexes.get(items)?.index ?? remember(items, buildBase(kind, items), noLayer);
}

/**
 * Says that `after` is `before` with few changes: items with these ids were replaced, added or taken away, all others are the same
 * objects in the same order. What was made for the earlier list then serves the later one. Does nothing when the changes have become
 * many: the later list gets an index of its own when it is asked.
 */
export function carryIndex(before: readonly Item[], after: readonly Item[], changed: ReadonlySet<string>): void {
	const known = indexes.get(before);
	const layer = known && layerOver(known.base, known.layer, after, changed);
	if (known && layer) remember(after, known.base, layer);
}
