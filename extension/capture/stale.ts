import { matchKeyOfTitle, matchKeyOfUrl } from "../../shared/text/match-key.ts";
import type { Meta } from "./meta.ts";
import { type Page, tidy } from "./page.ts";
import { addressOf, type Thing, type Things, textOf } from "./things.ts";

const wordsOf = (text: string) =>
	new Set(
		matchKeyOfTitle(text)
			.split(" ")
			.filter((word) => word.length > 3),
	);

/** Whether two titles can be of one page: they share a word that means something. */
function shareWords(one: string, other: string): boolean {
	const words = wordsOf(other);
	return [...wordsOf(one)].some((word) => words.has(word));
}

const pathOf = (address: string | undefined, page: Page) =>
	address && URL.canParse(address, page.url) ? matchKeyOfUrl(new URL(address, page.url).href) : "";

export interface Staleness {
	/** The structured item is about another page. */
	readonly subject: boolean;
	/** So are `og:title`, `og:description` and their like. */
	readonly meta: boolean;
}

/**
 * Applications that navigate without loading leave the head of the page before. Metadata is stale when it names another
 * address than the page has *and* its title has no word in common with the heading that people see; either alone is
 * ordinary (a preferred address, a title for social media).
 */
export function findStale(page: Page, meta: Meta, things: Things, subject: Thing | undefined): Staleness {
	const here = matchKeyOfUrl(page.url);
	const heading = tidy(page.document.querySelector("main h1, h1")?.textContent ?? "") || tidy(page.document.title);
	const differs = (address: string) => address !== "" && here !== "" && address !== here;
	const isOther = (title: string | undefined) =>
		title !== undefined && wordsOf(heading).size > 0 && wordsOf(title).size > 0 && !shareWords(title, heading);
	const preferred = page.document.querySelector("link[rel~='canonical' i]")?.getAttribute("href") ?? undefined;
	const declared = [pathOf(preferred, page), pathOf(meta.get("og:url"), page)];
	const name = subject && textOf(things, subject, "name", "title", "headline");
	const own = subject
		? ["url", "mainEntityOfPage"].map((property) => pathOf(addressOf(things, subject, property), page))
		: [];
	return {
		subject: subject !== undefined && [...declared, ...own].some(differs) && isOther(name),
		meta: declared.some(differs) && isOther(meta.get("og:title") ?? meta.get("twitter:title")),
	};
}
