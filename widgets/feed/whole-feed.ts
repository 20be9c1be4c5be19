import type { CardOf } from "../../shared/list/cards.ts";
import { today } from "../../shared/list/dates.ts";
import type { FeedResult } from "../../shared/list/list-view.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { Facets } from "../../shared/model/feed.ts";
import { countFacet, type FacetParameter, type FeedQuery, facetParameters, matches } from "../../shared/model/query.ts";
import { current } from "./current.ts";
import type { FeedRequest } from "./feed-controller.ts";
import type { FetchedPage } from "./fetch-page.ts";
import { narrow, nextAddress } from "./narrow.ts";

type Card = CardOf[WidgetKind];

/** More pages than this are left alone. */
const pagesAtMost = 20;

/**
 * All pages of a feed, from the first one on: `read` fetches one, `following` tells where the one after it is. Each page and
 * each item is taken once, whatever `next` says. When a page fails those before it stand, as stale: what there is, is not
 * all of it as it is now. Rejects when the first one fails.
 */
export async function readWhole<C extends { id: string }>(
	address: string,
	read: (address: string) => Promise<FetchedPage<C>>,
	following: (address: string, next: string | undefined) => string | undefined,
): Promise<FetchedPage<C>> {
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

/**
 * What `request` asks of a static feed, of which `file` holds the first page, and after this all of it where it had to be
 * read for the answer: `read` fetches the further pages.
 */
export async function answerFromFile<K extends WidgetKind>(
	kind: K,
	file: { page: FetchedPage<CardOf[K]> },
	request: FeedRequest,
	read: (address: string) => Promise<FetchedPage<CardOf[K]>>,
): Promise<FeedResult<K>> {
	const { address, fixed, visitor, all } = request;
	const query = narrow(fixed, visitor);
	const asked = Object.values(query).some((value) => value?.length);
	const limit = all ? Number.POSITIVE_INFINITY : request.limit;
	const shown = (items: readonly CardOf[K][], facets: Facets) => ({
		...file.page,
		items: items.slice(0, limit),
		total: items.length,
		facets,
		more: items.length > limit,
	});
	const standing = () => current(kind, file.page.items, query, today());
	// All of it, as it stands in the file: the file counted for us.
	if (!asked && !file.page.next && standing().length === file.page.items.length) {
		return shown(standing(), file.page.facets);
	}
	const { page } = file;
	const again = (one: string) => (one === address ? Promise.resolve(page) : read(one));
	file.page = { ...(await readWhole(address, again, nextAddress)), next: undefined };
	const { items, facets } = queryItems(standing(), query, file.page.facets);
	return shown(items, facets);
}
