import { Parser } from "htmlparser2";

/** The addresses in a sitemap, or those of the sitemaps in an index of them (sitemaps.org). Entities of a DTD are not expanded. */
export function parseSitemap(content: string): { pages: string[]; sitemaps: string[] } {
	const found = { pages: [] as string[], sitemaps: [] as string[] };
	let within: "pages" | "sitemaps" | undefined;
	let address: string | undefined;
	const parser = new Parser(
		{
			onopentagname(name) {
				const local = name.replace(/^.*:/, "").toLowerCase();
				if (local === "url") within = "pages";
				else if (local === "sitemap") within = "sitemaps";
				// `image:loc` is a picture's.
				else if (name.toLowerCase() === "loc" && within) address = "";
			},
			ontext(piece) {
				if (address !== undefined) address += piece;
			},
			onclosetag(name) {
				if (name.toLowerCase() !== "loc" || address === undefined || !within) return;
				found[within].push(address.trim());
				address = undefined;
			},
		},
		{ xmlMode: true },
	);
	parser.end(content);
	return found;
}
