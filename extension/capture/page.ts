import type { Evidence } from "../../shared/model/clip.ts";

/** A page to read. `url` is its address (a parsed copy has none of its own), `today` a date such as `2026-11-21`. */
export interface Page {
	readonly document: Document;
	readonly url: string;
	readonly today: string;
}

/** A value with where it came from. */
export interface Found {
	readonly value: string;
	readonly evidence: Evidence;
}

export const found = (value: string, from: Evidence["from"], confidence: number): Found => ({
	value,
	evidence: { from, confidence },
});

/** A value read from text, quoted with a little of what stands around it so that the place can be found again. */
export function quoted(value: string, text: string, index: number, exact: string, confidence: number): Found {
	const prefix = text.slice(Math.max(0, index - 32), index);
	const suffix = text.slice(index + exact.length, index + exact.length + 32);
	return {
		value,
		evidence: {
			from: "text",
			confidence,
			quote: { exact: exact.slice(0, 1000), ...(prefix && { prefix }), ...(suffix && { suffix }) },
		},
	};
}

/** One line, single spaces, no zero-width characters. */
export const tidy = (text: string) =>
	text
		.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
		.replace(/\s+/g, " ")
		.trim();

/** `text` within `max` characters, cut after a sentence where one ends late enough, else after a word. */
export function shorten(text: string, max: number): string {
	if (text.length <= max) return text;
	const cut = text.slice(0, max - 1);
	const sentence = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "), cut.lastIndexOf("? "));
	if (sentence > max / 2) return cut.slice(0, sentence + 1);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), max / 2)).trimEnd()}…`;
}

/** `href` made absolute against the page; `undefined` unless it is http(s). */
export function webAddress(href: string | null | undefined, page: Pick<Page, "url">): string | undefined {
	if (!href || !URL.canParse(href, page.url)) return undefined;
	const address = new URL(href, page.url);
	return address.protocol === "https:" || address.protocol === "http:" ? address.href : undefined;
}
