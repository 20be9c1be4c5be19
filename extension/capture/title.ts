import { matchKeyOfTitle } from "../../shared/text/match-key.ts";
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

/** The page's title, the surest source first; placeholders and the site's own name never count. */
export function findTitle(source: Source): Found | undefined {
	const { subject, things, meta, main, page } = source;
	const siteName = siteNameOf(source)?.value;
	const candidates: Found[] = [];
	const structured = subject && textOf(things, subject, "name", "title", "headline");
	if (subject && structured)
		candidates.push(found(withoutSite(structured, siteName), subject.from, structuredConfidence));
	const headings = main.blocks.filter((block) => block.tag === "h1");
	const heading = headings[0]?.text ?? tidy(page.document.querySelector("h1")?.textContent ?? "");
	if (heading) candidates.push(quoted(heading, heading, 0, heading, headings.length > 1 ? 0.6 : 0.85));
	for (const name of ["og:title", "twitter:title", "dcterms.title"]) {
		const value = meta.get(name);
		if (value) candidates.push(found(withoutSite(value, siteName), "meta", 0.8));
	}
	const documentTitle = tidy(page.document.title);
	if (documentTitle) candidates.push(found(withoutSite(documentTitle, siteName), "meta", 0.6));
	const chosen = candidates.find(({ value }) => !isPlaceholder(value, siteName));
	return chosen && { ...chosen, value: shorten(tidy(chosen.value), 200) };
}
