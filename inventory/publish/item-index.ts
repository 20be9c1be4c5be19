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
import { atOnce, type Steps } from "../../shared/text/steps.ts";
import { allBits, type Bits, keep, noBits, put } from "./bits.ts";
import { organizationNames } from "./facets.ts";
import { inSteps } from "./in-steps.ts";
import { foundIn, type Layer, layerOver, noLayer } from "./index-layer.ts";
import { type TextIndex, textIndex } from "./text-index.ts";
import { type Keep, valueIndex } from "./value-index.ts";

/** What answers a query among the published items of one kind in one region. */
export interface Found {
	total: number;
	/** Positions in the list, in its order: at most `most`, after the first `skip`. */
	positions(skip: number, most: number): number[];
	/** How many come before the item with this id, and itself; undefined when it is not among them. */
	after(id: string): number | undefined;
	/**
	 * How many each value would give, were it chosen beside the rest of the query. With `keep` perhaps not all: at least those that occur
	 * most and those that are wanted.
	 */
	facet(parameter: FacetParameter, keep?: Keep): Map<string, number>;
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
	/** How many of `among` have each value; see `ValueIndex`. */
	counts(parameter: FacetParameter, among: Bits, keep?: Keep): Map<string, number>;
	place(id: string): number | undefined;
	known(parameter: FacetParameter): ReadonlySet<string>;
	organizations(): ReadonlyMap<string, string>;
	/** Makes everything that a question may need, in steps. */
	warm(): Steps<void>;
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

function buildBase(kind: FeedKind, items: readonly Item[]): BaseIndex {
	const { length } = items;
	const values = new Map(facetParameters.map((parameter) => [parameter, lazily(() => valueIndex(items, parameter))]));
	const of = (parameter: FacetParameter) => values.get(parameter)?.();
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
	const foldedText = (position: number) => {
		const item = items[position];
		return item ? textOf(item) : "";
	};
	let texts: TextIndex | undefined;
	function textsNow(): TextIndex {
		texts ??= atOnce(textIndex(length, foldedText));
		return texts;
	}
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
		if (words.length > 0) keep(bits, textsNow().find(words));
		return bits;
	}

	return {
		kind,
		items,
		known: (parameter) => of(parameter)?.known ?? new Set(),
		organizations,
		place: (id) => places().get(id),
		*warm() {
			for (const parameter of facetParameters) {
				of(parameter);
				yield;
			}
			days();
			yield;
			organizations();
			yield;
			const made = texts ?? (yield* textIndex(length, foldedText));
			// Somebody may have asked meanwhile.
			texts ??= made;
		},
		fitting(query, today) {
			const common = commonOf(query, today);
			const choices = facetParameters.flatMap((parameter) => {
				const wanted = query[parameter];
				return wanted?.length ? [{ parameter, bits: of(parameter)?.having(wanted) ?? noBits(length) }] : [];
			});
			return (except) => {
				const bits = common.slice();
				for (const { parameter, bits: those } of choices) if (parameter !== except) keep(bits, those);
				return bits;
			};
		},
		counts: (parameter, among, keep) => of(parameter)?.counts(among, keep) ?? new Map(),
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
 * Makes what questions about a list need before the first one comes, which would otherwise wait for a second or so where there are tens
 * of thousands of items, and everybody else with it. Lets others go first between the steps.
 */
export async function warmIndex(kind: FeedKind, items: readonly Item[]): Promise<void> {
	indexOf(kind, items);
	const known = indexes.get(items);
	if (known) await inSteps(known.base.warm());
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
