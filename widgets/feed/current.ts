import type { CardOf } from "../../shared/list/cards.ts";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { FeedQuery } from "../../shared/model/query.ts";

/**
 * Those of `items` that still stand on `date` (`2026-11-21`), also in an old copy: no opportunity after the last day on
 * which it is valid, no event after its last day unless the query asks for a period of its own. Events in order of start.
 */
export function current<K extends WidgetKind>(kind: K, items: readonly CardOf[K][], query: FeedQuery, date: string) {
	const events = kind === "events";
	const lastDay = (item: CardOf[K]) =>
		events
			? "start" in item && (("end" in item && item.end) || item.start)
			: "validThrough" in item && item.validThrough;
	const standing = items.filter((item) => {
		const last = !(events && (query.from || query.to)) && lastDay(item);
		return !last || last.slice(0, 10) >= date;
	});
	const startOf = (item: CardOf[K]) => (events && "start" in item ? Date.parse(item.start ?? "") : 0);
	return standing.sort((a, b) => startOf(a) - startOf(b));
}
