import { matchKeyOfTitle } from "../../shared/text/match-key.ts";
import { isLabel } from "./labels.ts";
import { type Found, found, quoted, shorten, tidy } from "./page.ts";
import { siteNameOf, titleParts } from "./site-name.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { textOf } from "./things.ts";

/** What content systems write where a title was forgotten. */
const placeholders = new Set(
	"home|homepage|homepagina|startpagina|welkom|welcome|index|undefined|null|nan|object object|untitled|untitled document|naamloos|geen titel|titel|title|nieuwe pagina|new page|page|pagina|document|test|lorem ipsum|agenda|nieuws|vacatures|evenementen|404|404 not found|pagina niet gevonden|page not found|inloggen|login|just a moment".split(
		"|",
	),
);

export function isPlaceholder(title: string, siteName: string | undefined): boolean {
	const key = matchKeyOfTitle(title);
	return key.length < 2 || placeholders.has(key) || (siteName !== undefined && key === matchKeyOfTitle(siteName));
}

/** "Open dag | ROC Voorbeeld" without the site's name. */
function withoutSite(title: string, siteName: string | undefined): string {
	const parts = titleParts(title);
	const site = matchKeyOfTitle(siteName ?? "");
	const kept = parts.filter((part) => site === "" || matchKeyOfTitle(part) !== site);
	if (kept.length === parts.length || kept.length === 0) return tidy(title);
	// What is left keeps its own separators.
	const [first, last] = [kept[0] ?? "", kept.at(-1) ?? ""];
	const text = tidy(title);
	return text.slice(text.indexOf(first), text.lastIndexOf(last) + last.length);
}

const wordsOf = (text: string) =>
	matchKeyOfTitle(text)
		.split(" ")
		.filter((word) => word.length > 3);

/** A heading of a lower level at the top of a page without a first-level one, or with one that is only the site's name. */
function lowerHeading({ main }: Source, documentTitle: string): string | undefined {
	const first = main.blocks.slice(0, 12).find(({ tag, text }) => /^h[23]$/.test(tag) && !isLabel(text));
	if (!first) return undefined;
	const words = new Set(wordsOf(documentTitle));
	const isTop = main.blocks.indexOf(first) <= 2;
	return isTop || wordsOf(first.text).some((word) => words.has(word)) ? first.text : undefined;
}

/** Of several first-level headings the one that the document's title repeats: the other is the site's slogan. */
function sortHeadings(headings: readonly string[], documentTitle: string): string[] {
	const title = matchKeyOfTitle(documentTitle);
	const isRepeated = (text: string) => matchKeyOfTitle(text) !== "" && title.includes(matchKeyOfTitle(text));
	return headings.toSorted((a, b) => Number(isRepeated(b)) - Number(isRepeated(a)));
}

/** A line at the top that is drawn as a heading and begins like a piece of the document's title: how old pages do it. */
function drawnHeading({ main }: Source, documentTitle: string, siteName: string | undefined): string | undefined {
	const site = matchKeyOfTitle(siteName ?? "");
	const parts = titleParts(documentTitle).map(matchKeyOfTitle);
	const wanted = parts.filter((part) => part.length > 3 && part !== site);
	return main.blocks
		.slice(0, 12)
		.find(({ text }) => text.length <= 90 && wanted.some((part) => `${matchKeyOfTitle(text)} `.startsWith(`${part} `)))
		?.text;
}

/** The page's title, the surest source first; placeholders and the site's own name never count. */
export function findTitle(source: Source): Found | undefined {
	const { subject, things, meta, main, page } = source;
	const siteName = siteNameOf(source)?.value;
	const documentTitle = tidy(page.document.title);
	const candidates: Found[] = [];
	const structured = subject && textOf(things, subject, "name", "title", "headline");
	if (subject && structured)
		candidates.push(found(withoutSite(structured, siteName), subject.from, structuredConfidence));
	const headings = main.blocks.filter((block) => block.tag === "h1").map(({ text }) => text);
	if (headings.length === 0) headings.push(tidy(page.document.querySelector("h1")?.textContent ?? ""));
	for (const heading of sortHeadings(headings, documentTitle))
		if (heading) candidates.push(quoted(heading, heading, 0, heading, headings.length > 1 ? 0.6 : 0.85));
	const lower = lowerHeading(source, documentTitle) ?? drawnHeading(source, documentTitle, siteName);
	if (lower) candidates.push(quoted(lower, lower, 0, lower, 0.65));
	for (const name of ["og:title", "twitter:title", "dcterms.title"]) {
		const value = meta.get(name);
		if (value) candidates.push(found(withoutSite(value, siteName), "meta", 0.8));
	}
	if (documentTitle) candidates.push(found(withoutSite(documentTitle, siteName), "meta", 0.6));
	const chosen = candidates.find(({ value }) => !isPlaceholder(value, siteName));
	return chosen && { ...chosen, value: shorten(tidy(chosen.value), 200) };
}
