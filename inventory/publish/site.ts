import * as z from "zod/mini";
import { type ItemOf, items as itemSchemas } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { Region } from "../../shared/model/region.ts";
import { dateIn } from "../../shared/text/zoned-time.ts";
import type { Answering } from "./answering.ts";
import { buildFeed } from "./feed.ts";
import { readPublished, readText, type Variants, variantsOf } from "./files.ts";
import { parseFeedQuery } from "./parse-query.ts";
import { pathsOf, regionsPath, zone } from "./publisher.ts";
import { type FeedFormat, render } from "./render.ts";

/** The published files as readers see them, kept in memory until they change. Needs no database. */
export interface PublishedSite {
	regions(): Promise<Region[]>;
	region(id: string): Promise<Region | undefined>;
	/** Every published item of a kind; undefined where nothing was published yet. */
	items<K extends FeedKind>(region: string, kind: K): Promise<{ generatedAt: string; items: ItemOf[K][] } | undefined>;
	/** The whole feed, as written. */
	file(region: string, kind: FeedKind, format: FeedFormat): Promise<Variants | undefined>;
	/** A page or selection of a feed. Throws a Refusal 400 for parameters that are not known. */
	selection(
		region: Region,
		kind: FeedKind,
		format: FeedFormat,
		parameters: URLSearchParams,
	): Promise<Variants | undefined>;
	/** What was asked for at this address (path and query) since the last publication, at once; undefined: ask the other way. */
	ready(address: string): Answering | undefined;
	/** Keeps something for {@link ready}. */
	keep(address: string, feed: Answering): void;
	/** Drops what is remembered of a region, or of all. */
	forget(region?: string): void;
}

/** So many different selections are remembered between two publications; the oldest goes first. */
const remembered = 500;

export function createSite(options: { folder: string; publicUrl: string; now(): Date }): PublishedSite {
	const cache = new Map<string, Promise<unknown>>();
	const kept = new Map<string, Answering>();

	/** Remembers what `make` gives, but never a failure or a "not there". */
	function once<T>(key: string, make: () => Promise<T>): Promise<T> {
		const known = cache.get(key) as Promise<T> | undefined;
		if (known) return known;
		if (cache.size > remembered) {
			const oldest = cache.keys().next().value;
			if (oldest !== undefined) cache.delete(oldest);
		}
		const made = make();
		cache.set(key, made);
		made.then(
			(value) => value === undefined && cache.delete(key),
			() => cache.delete(key),
		);
		return made;
	}

	const site: PublishedSite = {
		regions: () =>
			once("regions", async () => {
				const text = await readText(regionsPath(options.folder));
				return text === undefined ? [] : z.array(Region).parse(JSON.parse(text));
			}),
		async region(id) {
			return (await site.regions()).find((region) => region.id === id);
		},
		items<K extends FeedKind>(region: string, kind: K) {
			return once(`${region}/${kind}/items`, async () => {
				const text = await readText(pathsOf(options.folder, region, kind).index);
				if (text === undefined) return undefined;
				const Index = z.object({ generatedAt: z.string(), items: z.array(itemSchemas[kind]) });
				// The table of schemas is indexed by kind, which TypeScript does not carry through parse.
				return Index.parse(JSON.parse(text)) as { generatedAt: string; items: ItemOf[K][] };
			});
		},
		file(region, kind, format) {
			const day = dateIn(zone, options.now().getTime());
			return once(`${region}/${kind}/file/${format}/${day}`, () =>
				readPublished(pathsOf(options.folder, region, kind)[format]),
			);
		},
		async selection(region, kind, format, parameters) {
			const published = await site.items(region.id, kind);
			if (!published) return undefined;
			const request = parseFeedQuery(parameters, kind, published.items, region);
			const today = dateIn(zone, options.now().getTime());
			const { generatedAt, items } = published;
			const address = `${options.publicUrl}/feeds/${region.id}/${kind}.json`;
			return once(`${region.id}/${kind}/selection/${format}/${today}/${JSON.stringify(request)}`, () => {
				const feed = buildFeed(kind, region, items, { request, today, generatedAt, address });
				const text =
					format === "json"
						? JSON.stringify(feed)
						: render(format, region, kind, feed.items, { publicUrl: options.publicUrl, generatedAt });
				return variantsOf(text, 5);
			});
		},
		ready: (address) => kept.get(address),
		keep(address, feed) {
			if (kept.size >= remembered) kept.clear();
			kept.set(address, feed);
		},
		forget(region) {
			for (const address of [...kept.keys()]) {
				if (!region || address.startsWith(`/feeds/${region}/`)) kept.delete(address);
			}
			for (const key of [...cache.keys()])
				if (!region || key === "regions" || key.startsWith(`${region}/`)) cache.delete(key);
		},
	};
	return site;
}
