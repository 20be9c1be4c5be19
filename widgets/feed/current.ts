import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { type FeedQuery, matches } from "../../shared/model/query.ts";
import type { CardOf } from "./items.ts";

/**
 * Those of `items` that still stand on `date` (`2026-11-21`), also in an old copy: no opportunity after the last day on
 * which it is valid, no event after its last day unless the query asks for a period of its own. Events in order of start.
 */
export function current<K extends WidgetKind>(kind: K, items: readonly CardOf[K][], query: FeedQuery, date: string) {
	const period = query.from || query.to;
	const standing = items.filter((item) =>
		kind === "events"
			? period || matches(item, { from: date })
			: !("validThrough" in item) || !item.validThrough || item.validThrough.slice(0, 10) >= date,
	);
	const startOf = (item: CardOf[K]) => (kind === "events" && "start" in item ? Date.parse(item.start ?? "") : 0);
	return standing.sort((a, b) => startOf(a) - startOf(b));
}
