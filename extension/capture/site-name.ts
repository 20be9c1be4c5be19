import { type Found, found, tidy } from "./page.ts";
import type { Source } from "./source.ts";
import { isA, textOf } from "./things.ts";

const separators = /\s+[|–—·•»:-]\s+/;

/** The pieces of the document's title: page and site, in either order. */
export const titleParts = (documentTitle: string) => tidy(documentTitle).split(separators).filter(Boolean);

const squeeze = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** What the site calls itself, by what it declares; failing that the piece of the title that its host name repeats. */
export function siteNameOf(source: Source): Found | undefined {
	const { things, meta, page } = source;
	const declared = meta.get("og:site_name") ?? meta.get("application-name");
	if (declared) return found(declared, "meta", 0.6);
	const site = things.all.find((thing) => isA(thing, /^WebSite$/));
	const name = site && textOf(things, site, "name");
	if (site && name) return found(name, site.from, 0.6);
	const host = squeeze(URL.canParse(page.url) ? new URL(page.url).hostname.replace(/^www\.|\.[a-z]+$/g, "") : "");
	const part = titleParts(page.document.title).find((it) => squeeze(it).length > 2 && host.includes(squeeze(it)));
	return part ? found(part, "meta", 0.4) : undefined;
}
