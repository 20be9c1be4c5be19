import { csvSteps } from "../../shared/formats/csv.ts";
import { calendarSteps, toICalendar } from "../../shared/formats/icalendar.ts";
import { toRss } from "../../shared/formats/rss.ts";
import { csvOf } from "../../shared/insight/indicators/csv.ts";
import type { EventItem, IndicatorItem, Item, ItemDocument } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import type { Steps } from "../../shared/text/steps.ts";
import { kindNames } from "../pages/describe.ts";

export type FeedFormat = "json" | "ics" | "rss" | "csv";

/** The media type of each form, without parameters. */
export const mediaTypes = {
	json: "application/json",
	ics: "text/calendar",
	rss: "application/rss+xml",
	csv: "text/csv",
} as const satisfies Record<FeedFormat, string>;

/** How long caches may keep a feed, and may go on with an older one. */
export const feedCaching = "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400";

/** The forms in which a kind's feed is published. */
export function formatsOf(kind: FeedKind): readonly FeedFormat[] {
	if (kind === "events") return ["json", "ics", "rss", "csv"];
	return kind === "indicators" ? ["json", "csv"] : ["json", "rss", "csv"];
}

const isEvent = (item: Item): item is EventItem => "timeZone" in item;
const isIndicator = (item: Item): item is IndicatorItem => "observations" in item;

/** Items of a feed in one of the forms beside JSON. */
export function* renderSteps(
	format: Exclude<FeedFormat, "json">,
	region: Region,
	kind: FeedKind,
	items: readonly Item[],
	options: { publicUrl: string; generatedAt: string },
): Steps<string> {
	const title = `${kindNames[kind]} ${region.name}`;
	const url = `${options.publicUrl}/${region.id}/${kind}`;
	switch (format) {
		case "ics":
			return yield* calendarSteps(items.filter(isEvent), { name: title, url });
		case "csv":
			// Of figures people want the observations, each with what it was measured by.
			return kind === "indicators" ? csvOf(items.filter(isIndicator)) : yield* csvSteps(items);
		case "rss":
			return toRss(items, {
				title,
				description: region.summary ?? title,
				url,
				feedUrl: `${options.publicUrl}/feeds/${region.id}/${kind}.rss`,
				updatedAt: options.generatedAt,
			});
	}
}

export type ItemFormat = "json" | "ics" | "csv";

/** The forms in which one item of a kind is published. */
export function itemFormatsOf(kind: FeedKind): readonly ItemFormat[] {
	if (kind === "events") return ["json", "ics"];
	return kind === "indicators" ? ["json", "csv"] : ["json"];
}

/** One item as a file; undefined in a form that its kind does not have. */
export function renderItem(format: ItemFormat, found: ItemDocument): string | undefined {
	const { item } = found;
	if (format === "json") return JSON.stringify(found);
	if (format === "csv") return isIndicator(item) ? csvOf(item) : undefined;
	return isEvent(item) ? toICalendar([item], { url: item.url }) : undefined;
}
