import type { ImportFormat } from "../../db/schema.ts";
import { ImportError } from "../items.ts";

export type KnownFormat = Exclude<ImportFormat, "auto">;

const byRoot: Readonly<Record<string, KnownFormat>> = {
	rss: "rss",
	feed: "rss",
	rdf: "rss",
	urlset: "sitemap",
	sitemapindex: "sitemap",
	html: "page",
};

/** The format of a source by how it begins. Throws {@link ImportError} for none of ours. */
export function formatOf(content: string): KnownFormat {
	const start = content
		.slice(0, 4000)
		.replace(/^\uFEFF/, "")
		.trimStart();
	if (/^BEGIN:VCALENDAR/i.test(start)) return "icalendar";
	if (/^[[{]/.test(start)) return /^\{[^{}[\]]{0,200}"@(?:context|type|graph)"/.test(start) ? "page" : "feed";
	const bare = start.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+(\w+)[^>]*>/gi, "");
	const root = /^\s*<(?:\w+:)?(\w+)/.exec(bare)?.[1]?.toLowerCase();
	if (root) return byRoot[root] ?? (/<!DOCTYPE\s+html|<(?:head|body|script)\b/i.test(start) ? "page" : unknownForm());
	if (start !== "" && !start.startsWith("<")) return "csv";
	return unknownForm();
}

function unknownForm(): never {
	throw new ImportError(
		"Dit is geen feed, agenda, pagina met gegevens of CSV-bestand: controleer het adres of het bestand.",
		"This is no feed, calendar, page with data or CSV file: check the address or the file.",
	);
}
