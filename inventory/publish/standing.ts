import type { ItemOf } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { type FeedQuery, matches } from "../../shared/model/query.ts";

/** Upcoming events and standing opportunities as of `today` (a date); a query with `from` or `to` sees the rest as well. */
export function standing<K extends FeedKind>(
	kind: K,
	items: readonly ItemOf[K][],
	today: string,
	query: FeedQuery = {},
) {
	if (kind === "opportunities") {
		return items.filter((item) => !("validThrough" in item) || !item.validThrough || item.validThrough >= today);
	}
	if (kind !== "events" || query.from || query.to) return items;
	return items.filter((item) => matches(item, { from: today }));
}
