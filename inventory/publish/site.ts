import * as z from "zod/mini";
import { type Item, type ItemDocument, itemFormat } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { Region } from "../../shared/model/region.ts";
import type { WidgetKind } from "../../shared/model/widget.ts";
import { dateIn } from "../../shared/text/zoned-time.ts";
import { type NetworkFile, networkPath } from "../insight/network/network-files.ts";
import type { Answering } from "./answering.ts";
import { buildFeed } from "./feed.ts";
import { type Published, type PublishedList, pathsOf, zone } from "./feed-files.ts";
import { readPublished, readText, type Variants, variantsOf } from "./files.ts";
import { inSteps } from "./in-steps.ts";
import { warmIndex } from "./item-index.ts";
import { readItems } from "./item-store.ts";
import { parseFeedQuery } from "./parse-query.ts";
import { regionsPath } from "./publisher.ts";
import { relatedTo } from "./related.ts";
import { type FeedFormat, type ItemFormat, renderItem, renderSteps } from "./render.ts";
import { parseSnippet, snippetOf } from "./snippet.ts";

/** The published files as readers see them, kept in memory until they change. Needs no database. */
export interface PublishedSite {
	regions(): Promise<Region[]>;
	region(id: string): Promise<Region | undefined>;
	/** Every published item of a kind; undefined where nothing was published yet. */
	items<K extends FeedKind>(region: string, kind: K): Promise<PublishedList<K> | undefined>;
	/** Takes over what was just written, so that it need not be read. */
	adopt(region: string, published: Published): void;
	/** The whole feed, as written. */
	file(region: string, kind: FeedKind, format: FeedFormat): Promise<Variants | undefined>;
	/** A file of the region's network, as written. */
	network(region: string, file: NetworkFile): Promise<Variants | undefined>;
	/** A page or selection of a feed. Throws a Refusal 400 for parameters that are not known. */
	selection(
		region: Region,
		kind: FeedKind,
		format: FeedFormat,
		parameters: URLSearchParams,
	): Promise<Variants | undefined>;
	/** A list as HTML for a partner's server. Throws a Refusal 400 as well. */
	snippet(region: Region, kind: WidgetKind, parameters: URLSearchParams): Promise<Variants | undefined>;
	/** One published item with what it leads to in its region; undefined where it is not. */
	item(region: Region, kind: FeedKind, id: string): Promise<ItemDocument | undefined>;
	/** The same as a file to send; undefined as well for a form that its kind does not have. */
	itemFile(region: Region, kind: FeedKind, id: string, format: ItemFormat): Promise<Variants | undefined>;
	/** What was asked for at this address (path and query) since the last publication, at once; undefined: ask the other way. */
	ready(address: string): Answering | undefined;
	/** How often something was forgotten: ask before making what is to be kept. */
	readonly age: number;
	/** Keeps something for {@link ready}, unless something was forgotten since `age`: then it may be old already. */
	keep(address: string, feed: Answering, age: number): void;
	/** Drops what is remembered of a region, or of all. */
	forget(region?: string): void;
	/** Drops the answers, which say what is to come as of today, and keeps what they are made from. */
	forgetAnswers(): void;
}

/** So many different selections are remembered between two publications; the oldest goes first. */
const remembered = 500;

export function createSite(options: { folder: string; publicUrl: string; now(): Date }): PublishedSite {
	const cache = new Map<string, Promise<unknown>>();
	const kept = new Map<string, Answering>();
	/** Apart from what is remembered of single questions: what answers them all is never the oldest. */
	const lists: { [K in FeedKind]: Map<string, Promise<PublishedList<K> | undefined>> } = {
		events: new Map(),
		opportunities: new Map(),
		initiatives: new Map(),
		organizations: new Map(),
		indicators: new Map(),
	};
	let age = 0;
	let warming: Promise<void> = Promise.resolve();

	/** One list after the other, in the background. Nobody waits for it: what it does not make is made for the first who asks. */
	function warm({ events, opportunities, initiatives }: Published): void {
		warming = warming
			.then(() => warmIndex("events", events.items))
			.then(() => warmIndex("opportunities", opportunities.items))
			.then(() => warmIndex("initiatives", initiatives.items))
			.catch(() => {});
	}

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
			(value) => value === undefined && cache.get(key) === made && cache.delete(key),
			() => cache.get(key) === made && cache.delete(key),
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
			const known = lists[kind].get(region);
			if (known) return known;
			const read = readItems(pathsOf(options.folder, region, kind).index, kind);
			lists[kind].set(region, read);
			const drop = () => lists[kind].get(region) === read && lists[kind].delete(region);
			read.then((value) => value === undefined && drop(), drop);
			return read;
		},
		file(region, kind, format) {
			const day = dateIn(zone, options.now().getTime());
			return once(`${region}/${kind}/file/${format}/${day}`, () =>
				readPublished(pathsOf(options.folder, region, kind)[format]),
			);
		},
		network: (region, file) =>
			once(`${region}/network/${file}`, () => readPublished(networkPath(options.folder, region, file))),
		async selection(region, kind, format, parameters) {
			const published = await site.items(region.id, kind);
			if (!published) return undefined;
			const asked = parseFeedQuery(parameters, kind, published.items, region);
			// Only JSON has pages: who subscribes to a calendar has no way to ask for the next one.
			const whole = format !== "json" && !parameters.has("limit");
			const request = {
				...asked,
				...(whole && { limit: Number.MAX_SAFE_INTEGER }),
				// Nor should what is over vanish from it.
				...(format === "ics" && { query: { from: "0001-01-01", ...asked.query } }),
			};
			const today = dateIn(zone, options.now().getTime());
			const { generatedAt, items } = published;
			const address = `${options.publicUrl}/feeds/${region.id}/${kind}.json`;
			return once(`${region.id}/${kind}/selection/${format}/${today}/${JSON.stringify(request)}`, async () => {
				const feed = buildFeed(kind, region, items, { request, today, generatedAt, address });
				const { publicUrl } = options;
				const text =
					format === "json"
						? JSON.stringify(feed)
						: await inSteps(renderSteps(format, region, kind, feed.items, { publicUrl, generatedAt }));
				return variantsOf(text, 5);
			});
		},
		async snippet(region, kind, given) {
			const published = await site.items(region.id, kind);
			if (!published) return undefined;
			const wanted = parseSnippet(kind, region.id, given);
			const request = parseFeedQuery(wanted.parameters, kind, published.items, region);
			const today = dateIn(zone, options.now().getTime());
			const { publicUrl } = options;
			return once(`${region.id}/${kind}/snippet/${today}/${JSON.stringify([request, wanted.attributes])}`, () => {
				const address = `${publicUrl}/feeds/${region.id}/${kind}.json`;
				const { generatedAt, items } = published;
				const feed = buildFeed(kind, region, items, { request, today, generatedAt, address });
				return variantsOf(snippetOf(kind, feed, wanted, request, publicUrl), 9);
			});
		},
		async item(region, kind, id) {
			const published = await site.items(region.id, kind);
			const item: Item | undefined = published?.items.find((one) => one.id === id);
			if (!item) return undefined;
			const [events, opportunities, initiatives] = await Promise.all([
				site.items(region.id, "events"),
				site.items(region.id, "opportunities"),
				site.items(region.id, "initiatives"),
			]);
			const lists = {
				events: events?.items ?? [],
				opportunities: opportunities?.items ?? [],
				initiatives: initiatives?.items ?? [],
			};
			const times = [published, events, opportunities, initiatives].map((one) => one?.generatedAt ?? "");
			return {
				format: itemFormat,
				kind,
				region: { id: region.id, name: region.name },
				generatedAt: times.sort().at(-1) ?? "",
				item,
				...relatedTo(item, lists, dateIn(zone, options.now().getTime())),
			};
		},
		itemFile(region, kind, id, format) {
			const today = dateIn(zone, options.now().getTime());
			return once(`${region.id}/${kind}/item/${format}/${today}/${id}`, async () => {
				const found = await site.item(region, kind, id);
				const text = found && renderItem(format, found);
				return text === undefined ? undefined : variantsOf(text, 5);
			});
		},
		ready: (address) => kept.get(address),
		get age() {
			return age;
		},
		keep(address, feed, since) {
			if (since !== age) return;
			if (kept.size >= remembered) kept.clear();
			kept.set(address, feed);
		},
		adopt(region, published) {
			lists.events.set(region, Promise.resolve(published.events));
			lists.opportunities.set(region, Promise.resolve(published.opportunities));
			lists.initiatives.set(region, Promise.resolve(published.initiatives));
			lists.organizations.set(region, Promise.resolve(published.organizations));
			lists.indicators.set(region, Promise.resolve(published.indicators));
			warm(published);
		},
		forgetAnswers() {
			age++;
			kept.clear();
			cache.clear();
		},
		forget(region) {
			age++;
			for (const list of Object.values(lists)) {
				if (region) list.delete(region);
				else list.clear();
			}
			for (const address of [...kept.keys()]) {
				if (!region || address.startsWith(`/feeds/${region}/`)) kept.delete(address);
			}
			for (const key of [...cache.keys()])
				if (!region || key === "regions" || key.startsWith(`${region}/`)) cache.delete(key);
		},
	};
	return site;
}
