import { generateRssFeed } from "feedsmith";
import type { Item } from "../model/feed.ts";
import { printable } from "../text/printable.ts";

/** What a feed reader shows under the title: when and where, then what. */
function describe(item: Item): string {
	const parts: (string | undefined)[] = [];
	if ("timeZone" in item) {
		const when = new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeStyle: "short", timeZone: item.timeZone });
		parts.push(when.format(new Date(item.start)), item.location?.place);
	}
	parts.push(item.summary ?? ("goal" in item ? item.goal : undefined));
	return parts.filter(Boolean).join(". ");
}

const marks: Record<string, string> = {
	cancelled: "Geannuleerd: ",
	postponed: "Uitgesteld: ",
	rescheduled: "Verplaatst: ",
	full: "Vol: ",
};

/**
 * Items as RSS 2.0. `guid` is the record's id, so that a reader knows an item again when its address or title changes;
 * `pubDate` is when it last changed, because RSS has no date for what an item is about.
 */
export function toRss(
	items: readonly Item[],
	options: { title: string; description: string; url: string; feedUrl: string; updatedAt: string },
): string {
	const rss = generateRssFeed({
		title: options.title,
		description: options.description,
		link: options.url,
		language: "nl",
		lastBuildDate: new Date(options.updatedAt),
		atom: { links: [{ href: options.feedUrl, rel: "self", type: "application/rss+xml" }] },
		items: items.map((item) => ({
			title: `${"timeZone" in item ? (marks[item.status] ?? "") : ""}${item.title}`,
			link: item.url,
			description: describe(item),
			guid: { value: `urn:uuid:${item.id}`, isPermaLink: false },
			pubDate: new Date(item.updatedAt),
		})),
	});
	return printable(rss);
}
