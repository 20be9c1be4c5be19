import { createHash } from "node:crypto";
import robotsParser from "robots-parser";
import type { ImportFormat } from "../db/schema.ts";
import { decode } from "./decode.ts";
import { FetchError, type Fetched, guardedFetch, largestFeed } from "./fetch.ts";
import { ImportError, type Unreadable } from "./items.ts";
import { formatOf, type KnownFormat } from "./parse/detect.ts";
import { parseSitemap } from "./parse/sitemap.ts";
import type { AllowedHosts } from "./public-address.ts";

/** A text to read items from. */
export interface Document {
	content: string;
	address: string;
	format: KnownFormat;
	/** Whether it is all that the source has, and not one page of many. */
	single: boolean;
	/** Adds the address of a page that follows; only those of the same site are fetched. */
	follow(next: string): void;
}

/** What a source gave: nothing new, or its documents one after the other. */
export type Gathered =
	| { is: "unchanged" }
	| {
			is: "documents";
			etag: string | undefined;
			lastModified: string | undefined;
			digest: string;
			documents: AsyncIterable<Document | Unreadable>;
	  };

export interface Place {
	address: string;
	format: ImportFormat;
	/** What was known after the last run; null reads everything anew. */
	known: { etag: string | null; lastModified: string | null; digest: string | null } | null;
	/** Bytes that somebody brought, instead of fetching. */
	content?: Buffer | undefined;
	allowed: AllowedHosts;
	signal?: AbortSignal | undefined;
}

const mostFollowing = 200;
const mostSitemaps = 20;
const mostPages = 500;
const agent = "Regiotechniek";

const fetchFrom = (place: Place, address: string): Promise<Fetched> =>
	guardedFetch(address, { allowed: place.allowed, signal: place.signal });

const textOf = (fetched: Fetched) => decode(fetched.body, fetched.headers["content-type"], largestFeed);

const sameHost = (a: string, b: string) => URL.canParse(b) && new URL(a).host === new URL(b).host;

const unreadable = (key: string, error: unknown): Unreadable => {
	if (error instanceof FetchError || error instanceof ImportError) return { key, skipped: error.sentence };
	throw error;
};

/** Whether the site's robots.txt lets us read an address. A site without one does; one that cannot say so now does not. */
async function robotsOf(place: Place): Promise<(address: string) => boolean> {
	const address = new URL("/robots.txt", place.address).href;
	try {
		const robots = robotsParser(address, textOf(await fetchFrom(place, address)));
		return (page) => robots.isAllowed(page, agent) !== false;
	} catch (error) {
		if (error instanceof FetchError && error.status !== undefined && error.status < 500) return () => true;
		throw error;
	}
}

async function* pagesOf(place: Place, first: string): AsyncGenerator<Document | Unreadable> {
	const mayRead = await robotsOf(place);
	const { pages, sitemaps } = parseSitemap(first);
	const left: string[] = [];
	for (const sitemap of sitemaps.filter((one) => sameHost(place.address, one)).slice(0, mostSitemaps)) {
		try {
			pages.push(...parseSitemap(textOf(await fetchFrom(place, sitemap))).pages);
		} catch (error) {
			yield unreadable(sitemap, error);
		}
	}
	const own = [...new Set(pages)].filter((page) => sameHost(place.address, page));
	for (const page of own.slice(0, mostPages)) {
		if (!mayRead(page)) {
			left.push(page);
			continue;
		}
		try {
			const fetched = await fetchFrom(place, page);
			yield { content: textOf(fetched), address: fetched.url, format: "page", single: false, follow: () => {} };
		} catch (error) {
			yield unreadable(page, error);
		}
	}
	if (left.length > 0)
		yield {
			key: "robots.txt",
			skipped: {
				nl: `${left.length} pagina's niet gelezen: robots.txt vraagt dat.`,
				en: `${left.length} pages were not read: robots.txt asks so.`,
			},
		};
	if (own.length > mostPages)
		yield {
			key: place.address,
			skipped: {
				nl: `De sitemap noemt ${own.length} pagina's; de eerste ${mostPages} zijn gelezen.`,
				en: `The sitemap names ${own.length} pages; the first ${mostPages} were read.`,
			},
		};
}

async function* documentsOf(
	place: Place,
	first: { content: string; address: string },
): AsyncGenerator<Document | Unreadable> {
	const format = place.format === "auto" ? formatOf(first.content) : place.format;
	if (format === "sitemap") {
		yield* pagesOf(place, first.content);
		return;
	}
	const next: string[] = [];
	const seen = new Set([first.address]);
	const follow = (address: string) => {
		if (place.content || !sameHost(first.address, address) || seen.has(address) || seen.size >= mostFollowing) return;
		seen.add(address);
		next.push(address);
	};
	yield { ...first, format, single: true, follow };
	for (let address = next.shift(); address; address = next.shift()) {
		const fetched = await fetchFrom(place, address);
		yield { content: textOf(fetched), address: fetched.url, format, single: true, follow };
	}
}

const digestOf = (body: Buffer) => createHash("sha256").update(body).digest("hex");

/**
 * Fetches a source, once and on condition that it changed. The documents that it leads to are fetched as they are asked for.
 * Throws {@link FetchError} or {@link ImportError} when the source itself cannot be read.
 */
export async function gather(place: Place): Promise<Gathered> {
	const { address, content, known } = place;
	if (content) {
		const digest = digestOf(content);
		const documents = documentsOf(place, { content: decode(content, undefined, largestFeed), address });
		return { is: "documents", etag: undefined, lastModified: undefined, digest, documents };
	}
	const fetched = await guardedFetch(address, {
		allowed: place.allowed,
		signal: place.signal,
		etag: known?.etag,
		lastModified: known?.lastModified,
	});
	if (fetched.status === 304) return { is: "unchanged" };
	const digest = digestOf(fetched.body);
	if (known?.digest === digest) return { is: "unchanged" };
	const { etag, lastModified, url } = fetched;
	const documents = documentsOf(place, { content: textOf(fetched), address: url });
	return { is: "documents", etag, lastModified, digest, documents };
}
