import { parseFeed } from "feedsmith";
import { type ForeignItem, ImportError, isObject, textOf } from "../items.ts";
import { plainText } from "./html-text.ts";

/** The first of `values` that is text, or that has text as its `value`, `content` or `encoded`. */
function firstText(...values: unknown[]): string | undefined {
	for (const value of values) {
		const text = isObject(value) ? firstText(value.value, value.encoded, value.content) : textOf(value);
		if (text) return text;
	}
	return undefined;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The page of an entry: `link` in RSS, the alternate of `links` in Atom. */
function addressOf(entry: Record<string, unknown>): string | undefined {
	const links = listOf(entry.links).filter(isObject);
	const alternate = links.find(({ rel }) => rel === undefined || rel === "alternate") ?? links[0];
	return firstText(entry.link, entry.url, alternate?.href);
}

function pictureOf(entry: Record<string, unknown>): string | undefined {
	const picture = listOf(entry.enclosures)
		.filter(isObject)
		.find(({ type }) => typeof type === "string" && type.startsWith("image/"));
	return firstText(picture?.url);
}

function itemOf(entry: Record<string, unknown>, index: number): ForeignItem {
	const url = addressOf(entry);
	const title = firstText(entry.title);
	const long = firstText(entry.content, entry.content_html, entry.content_text);
	const short = firstText(entry.description, entry.summary);
	const picture = pictureOf(entry);
	const posted = firstText(entry.pubDate, entry.published, entry.date_published, entry.updated);
	return {
		key: firstText(entry.guid, entry.id) ?? url ?? title ?? String(index),
		data: {
			title: title && plainText(title),
			description: long ? plainText(long) : undefined,
			summary: short && plainText(short),
			sourceUrl: url,
			...(picture && { image: { url: picture, alt: "" } }),
			...(posted && { datePosted: posted }),
		},
		raw: { title, url, description: short, content: long, posted },
	};
}

/** Entries of RSS, Atom or RDF. Throws {@link ImportError} when it is none. */
export function parseRss(content: string): ForeignItem[] {
	try {
		const feed: unknown = parseFeed(content).feed;
		const found = isObject(feed) ? (feed.items ?? feed.entries) : [];
		return listOf(found).filter(isObject).map(itemOf);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new ImportError(`De feed is niet te lezen: ${why}`, `The feed cannot be read: ${why}`);
	}
}
