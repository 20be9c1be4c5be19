import type { CardOf } from "../../shared/list/cards.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { Facets } from "../../shared/model/feed.ts";
import { countFacet, type FacetParameter, type FeedQuery, facetParameters, matches } from "../../shared/model/query.ts";
import type { FetchedPage } from "./fetch-page.ts";

type Card = CardOf[WidgetKind];

/** More pages than this are left alone. */
const pagesAtMost = 20;

/**
 * All pages of a feed, from the first one on: `read` fetches one, `following` tells where the one after it is. Each page and
 * each item is taken once, whatever `next` says. When a page fails those before it stand, as stale: what there is, is not
 * all of it as it is now. Rejects when the first one fails.
 */
export async function readWhole<K extends WidgetKind>(
	address: string,
	read: (address: string) => Promise<FetchedPage<K>>,
	following: (address: string, next: string | undefined) => string | undefined,
): Promise<FetchedPage<K>> {
	const whole = { ...(await read(address)) };
	const items = new Map(whole.items.map((item) => [item.id, item]));
	const taken = new Set([address]);
	let next = following(address, whole.next);
	while (next && taken.size < pagesAtMost && !taken.has(next)) {
		const page = await read(next).catch(() => undefined);
		if (!page) {
			whole.stale = true;
			break;
		}
		taken.add(next);
		for (const item of page.items) if (!items.has(item.id)) items.set(item.id, item);
		whole.dropped += page.dropped;
		whole.stale ||= page.stale;
		next = following(next, page.next);
	}
	return { ...whole, items: [...items.values()], next: next && taken.has(next) ? undefined : next };
}

/** Names of organisations by their id, from every mention. */
function namesIn(items: readonly Card[]): Map<string, string> {
	const names = new Map<string, string>();
	for (const item of items) {
		const one = "organizer" in item ? item.organizer : "organization" in item ? item.organization : undefined;
		for (const { id, name } of [one ?? [], "partners" in item ? item.partners : []].flat()) if (id) names.set(id, name);
	}
	return names;
}

/** Counts of every facet among `items`, with the labels that the feed gave. */
function facetsOf(items: readonly Card[], query: FeedQuery, given: Facets): Facets {
	const facets: Partial<Record<FacetParameter, Facets[string]>> = {};
	const names = namesIn(items);
	for (const parameter of facetParameters) {
		const counts = countFacet(items, query, parameter);
		// Those that the feed gave come first, in its order.
		const known = (given[parameter] ?? []).map((one) => ({ ...one, count: counts.get(one.value) ?? 0 }));
		for (const { value } of known) counts.delete(value);
		const others = [...counts].map(([value, count]) => ({ value, label: names.get(value) ?? value, count }));
		facets[parameter] = [...known, ...others].filter(({ count }) => count);
	}
	return facets;
}

/** What the inventory would answer, found in `items` on this side: for a static file, which cannot be asked. */
export function queryItems<C extends Card>(items: readonly C[], query: FeedQuery, given: Facets) {
	return { items: items.filter((item) => matches(item, query)), facets: facetsOf(items, query, given) };
}
