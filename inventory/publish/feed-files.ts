import { join } from "node:path";
import type { ItemOf } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import { dateIn } from "../../shared/text/zoned-time.ts";
import { buildFeed } from "./feed.ts";
import { type Draft, preparePublished, pressed } from "./files.ts";
import { onlyWhenChanged } from "./generated-at.ts";
import { inSteps } from "./in-steps.ts";
import { type PreparedItems, prepareItems } from "./item-store.ts";
import { largestPage } from "./parse-query.ts";
import type { RegionItems } from "./project.ts";
import { type FeedFormat, formatsOf, renderSteps } from "./render.ts";

/** Where the files of a region's feed are, under the folder of published files. */
export const pathsOf = (folder: string, region: string, kind: FeedKind) => ({
	json: join(folder, "feeds", region, `${kind}.json`),
	ics: join(folder, "feeds", region, `${kind}.ics`),
	rss: join(folder, "feeds", region, `${kind}.rss`),
	csv: join(folder, "feeds", region, `${kind}.csv`),
	/** All published items of the kind, past ones too: what filtered feeds and pages are answered from. Names the parts. */
	index: join(folder, "index", region, `${kind}.json`),
});

export const zone = "Europe/Amsterdam";

/** Calendars and tables of longer lists, and the network made of them, are written some time after a change: that takes seconds. */
const long = 1000;

export const isLong = (items: readonly unknown[]): boolean => items.length > long;

interface Site {
	/** Folder of published files. */
	folder: string;
	publicUrl: string;
	now(): Date;
}

interface Wanted<K extends FeedKind> {
	region: Region;
	kind: K;
	items: ItemOf[K][];
	/** Whose items may differ from the files; undefined: anybody's. */
	changed: ReadonlySet<string> | undefined;
}

/** Forms that hold every item, past ones too. */
const hasAll = (format: FeedFormat): format is "ics" | "csv" => format === "ics" || format === "csv";

/** The files of one kind, without the forms that a long list gets later. */
export async function prepareKind<K extends FeedKind>(
	{ folder, publicUrl, now }: Site,
	{ region, kind, items, changed }: Wanted<K>,
	checked: Set<string>,
): Promise<{ drafts: Draft[]; stored: PreparedItems }> {
	const paths = pathsOf(folder, region.id, kind);
	const at = now();
	const stored = await prepareItems(paths.index, items, at, changed);
	const { generatedAt } = stored;
	const shown = buildFeed(kind, region, items, {
		request: { query: {}, limit: largestPage, after: undefined },
		today: dateIn(zone, at.getTime()),
		generatedAt,
		address: `${publicUrl}/feeds/${region.id}/${kind}.json`,
	});
	const feed = await onlyWhenChanged(paths.json, at, (time) => JSON.stringify({ ...shown, generatedAt: time }));
	const drafts = await preparePublished(paths.json, feed, checked);
	for (const format of formatsOf(kind)) {
		const everything = hasAll(format);
		if (stored.drafts.length > 0 && everything) checked.delete(paths[format]);
		// The whole list stays the same as long as what it is made of does.
		if (format === "json" || (everything && (isLong(items) || checked.has(paths[format])))) continue;
		// A feed reader wants what is coming; a calendar and a table keep what has been.
		const listed = format === "rss" ? shown.items : items;
		const text = await inSteps(renderSteps(format, region, kind, listed, { publicUrl, generatedAt }));
		drafts.push(...(await preparePublished(paths[format], text, checked, "soon")));
	}
	return { drafts: [...drafts, ...stored.drafts], stored };
}

/** What the files of a region hold, of each kind. */
export type Published = { [K in FeedKind]: PublishedList<K> };

export interface PublishedList<K extends FeedKind> {
	generatedAt: string;
	items: ItemOf[K][];
}

export const itemsOf = ({ events, opportunities, initiatives, organizations, indicators }: Published): RegionItems => ({
	events: events.items,
	opportunities: opportunities.items,
	initiatives: initiatives.items,
	organizations: organizations.items,
	indicators: indicators.items,
});

/** A file that is compressed, and what it was made of. */
export interface Ready {
	path: string;
	of: string;
	/** Writes the drafts; undefined when it stands there already. */
	draw: (() => Promise<Draft[]>) | undefined;
}

/**
 * Makes what was left for later of the long lists of a region. Lets readers go first again and again, and holds nobody up who publishes
 * meanwhile. `written` says of what each file was made last: `checked` would not do, for a list may change while it is being compressed.
 */
export async function pressLong(
	{ folder, publicUrl }: Site,
	region: Region,
	published: Published,
	written: ReadonlyMap<string, string>,
): Promise<Ready[]> {
	const ready: Ready[] = [];
	const lists = async <K extends FeedKind>(kind: K, { items, generatedAt }: PublishedList<K>) => {
		if (!isLong(items)) return;
		const paths = pathsOf(folder, region.id, kind);
		// The name of the region is in calendars too.
		const of = `${generatedAt} ${region.name}`;
		for (const format of formatsOf(kind).filter(hasAll)) {
			const path = paths[format];
			if (written.get(path) === of) continue;
			const text = await inSteps(renderSteps(format, region, kind, items, { publicUrl, generatedAt }));
			ready.push({ path, of, draw: await pressed(path, text, undefined, "soon") });
		}
	};
	await lists("events", published.events);
	await lists("opportunities", published.opportunities);
	await lists("initiatives", published.initiatives);
	await lists("organizations", published.organizations);
	await lists("indicators", published.indicators);
	return ready;
}
