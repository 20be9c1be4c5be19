import { matchKeyOfTitle } from "../../shared/text/match-key.ts";
import { type Found, found, tidy } from "./page.ts";
import type { Source } from "./source.ts";
import { isA, textOf } from "./things.ts";

const separators = /\s+[|–—·•»:-]\s+/;

/** The pieces of the document's title: page and site, in either order. */
export const titleParts = (documentTitle: string) => tidy(documentTitle).split(separators).filter(Boolean);

const squeeze = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** What stands in a page's head where its name should be. */
const nameless =
	/^(?:home(?:page)?|menu|logo|zoeken|(?:terug|naar|ga naar|direct naar|spring naar|skip|overslaan)\b.*|inloggen|banner|startpagina|undefined|null|website|welkom)$/i;

const brands =
	".site-title, .site-name, .site-branding, .brand, .brand-logo, .navbar-brand, .logo, #logo, #site-name, #site-title, a[rel~='home'], [class*='site-title'], header a[href='/'], a[href='/'], #kop, header, [role='banner'], #header, .header, #top, .topbar";

/** A name is short, begins with a capital or digit, and is no sentence. */
const isName = (text: string) =>
	text.length > 2 &&
	text.length <= 70 &&
	!text.includes("|") &&
	/^[\p{Lu}\d'’]/u.test(text) &&
	!nameless.test(text) &&
	!/[.!?]\s/.test(text);

/** The name in the page's head: as text, or as what the logo says to those who do not see it. */
function brandOf(document: Document): string | undefined {
	for (const element of document.querySelectorAll(brands)) {
		if (element.closest("main, article, [role='main'], footer, nav") && !element.matches("[rel~='home']")) continue;
		const image = element.localName === "img" ? element : element.querySelector("img[alt]");
		const alt = tidy(image?.getAttribute("alt") ?? "").replace(/^logo(?: van)?\s+|\s+logo$/gi, "");
		// A head that holds a menu too: its first link is the way home, and says whose it is.
		const first = element.localName === "a" ? null : element.querySelector("a");
		const text = tidy((first ?? element).textContent ?? "");
		const name = [text, alt].find(isName);
		if (name) return name;
	}
	return undefined;
}

/** The piece of the document's title that the page's own heading does not repeat: the site, nearly always. */
function titleRemainder({ page: { document }, main }: Source): string | undefined {
	const parts = titleParts(document.title);
	if (parts.length < 2) return undefined;
	const drawn = main.blocks.slice(0, 12).filter(({ text }) => text.length <= 90);
	const headings = [...document.querySelectorAll("h1, h2")]
		.map((it) => it.textContent ?? "")
		.concat(drawn.map(({ text }) => text))
		.map(matchKeyOfTitle);
	const isHeading = (part: string) =>
		headings.some((heading) => heading !== "" && heading.includes(matchKeyOfTitle(part)));
	const others = parts.filter((part) => !isHeading(part));
	const last = others.at(-1);
	return others.length < parts.length && last && isName(last) ? last : undefined;
}

/** A platform that calls itself by its address is not who is behind what it shows. */
const isAddress = (name: string) => /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(name);

/** What the site calls itself: what it declares, its head, the last piece of its titles, or its host name. */
export function siteNameOf(source: Source): Found | undefined {
	const { things, meta, page } = source;
	const declared = meta.get("og:site_name") ?? meta.get("application-name");
	if (declared && !isAddress(declared)) return found(declared, "meta", 0.6);
	const site = things.all.find((thing) => isA(thing, /^WebSite$/));
	const name = site && textOf(things, site, "name");
	if (site && name) return found(name, site.from, 0.6);
	const author = meta.get("dcterms.creator") ?? meta.get("dc.creator");
	if (author) return found(author, "meta", 0.6);
	const remainder = titleRemainder(source);
	const brand = brandOf(page.document);
	if (remainder && !isAddress(remainder)) return found(remainder, "meta", brand === remainder ? 0.6 : 0.5);
	if (brand) return found(brand, "meta", 0.5);
	const host = squeeze(URL.canParse(page.url) ? new URL(page.url).hostname.replace(/^www\.|\.[a-z]+$/g, "") : "");
	const part = titleParts(page.document.title).find((it) => squeeze(it).length > 2 && host.includes(squeeze(it)));
	return part ? found(part, "meta", 0.4) : undefined;
}
