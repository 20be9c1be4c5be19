import type { Facets } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { type FacetParameter, facetParameters } from "../../shared/model/query.ts";
import { FeedProblem } from "./feed-problem.ts";
import { filled, listOf, moment, number, otherwise, type Read, record, text } from "./readers.ts";

/** One page of a feed as far as it can be used. */
export interface FeedPage<C> {
	items: C[];
	/** How many items could not be used. */
	dropped: number;
	/** All that match, on this page and others. */
	total: number;
	/** The address of the page after this one. */
	next: string | undefined;
	/** RFC 3339, or undefined where the feed does not say. */
	generatedAt: string | undefined;
	facets: Facets;
}

const readFacet = listOf(
	record<{ value: string; label: string; labelEn?: string; count: number }>(
		{ value: filled, label: filled, labelEn: text, count: otherwise(number, 0) },
		"value",
		"label",
	),
);

const sources = new WeakMap<object, unknown>();

function withSource<T extends object>(card: T | undefined, value: unknown): T | undefined {
	if (card) sources.set(card, value);
	return card;
}

/** What the feed said of an item, for parts that show more of it than a list does. Not checked. */
export const sourceOf = (card: object): unknown => sources.get(card);

/**
 * Reads a `techniek-feed/1` (docs: shared/model/feed.ts) leniently: a wrong item is counted and left out.
 * Throws a {@link FeedProblem} when this is no feed, one of a later format, or one of another kind.
 */
export function readFeed<C extends { id: string }>(kind: FeedKind, read: Read<C>, json: unknown): FeedPage<C> {
	const get = (key: string): unknown => (typeof json === "object" && json ? Reflect.get(json, key) : undefined);
	const found = get("items");
	const format = get("format");
	const said = get("kind");
	if (!Array.isArray(found)) throw new FeedProblem("format");
	if (typeof format === "string" && format !== "techniek-feed/1") throw new FeedProblem("version", format);
	if (typeof said === "string" && said !== kind) throw new FeedProblem("kind", said);

	// A repeated id would be shown twice and break paging; the first one stands.
	const seen = new Set<string>();
	const items = listOf((value) => withSource(read(value), value))(found).filter(
		({ id }) => !seen.has(id) && seen.add(id),
	);
	const facets: Partial<Record<FacetParameter, Facets[string]>> = {};
	const given = get("facets");
	for (const parameter of facetParameters) {
		const values = readFacet(typeof given === "object" && given ? Reflect.get(given, parameter) : undefined);
		if (values.length) facets[parameter] = values;
	}
	return {
		items,
		dropped: found.length - items.length,
		total: Math.max(number(get("total")) ?? 0, items.length),
		next: text(get("next")),
		generatedAt: moment(get("generatedAt")),
		facets,
	};
}
