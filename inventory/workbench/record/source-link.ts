import type { Evidence } from "../../../shared/model/clip.ts";

/** Letters that separate the parts of a text directive and so must not stand in one (WICG scroll-to-text-fragment). */
const encode = (text: string) => encodeURIComponent(text.trim()).replaceAll("-", "%2D");

/** Beyond this a quote is given by its first and last words, which keeps the address short and survives edits in between. */
const longest = 120;

const words = (text: string, from: "start" | "end") => {
	const all = text.trim().split(/\s+/);
	return (from === "start" ? all.slice(0, 5) : all.slice(-5)).join(" ");
};

/** The source page's address, scrolled to the quote where the browser knows how. An address with a fragment keeps it. */
export function sourceLink(url: string, evidence: Pick<Evidence, "from" | "quote"> | undefined): string {
	const exact = evidence?.quote?.exact;
	// Data blocks and meta elements are not part of what a page shows: nothing to scroll to.
	if (!exact?.trim() || evidence?.from !== "text") return url;
	const { prefix, suffix } = evidence.quote ?? {};
	const directive = [
		prefix?.trim() && `${encode(words(prefix, "end"))}-`,
		exact.length > longest ? `${encode(words(exact, "start"))},${encode(words(exact, "end"))}` : encode(exact),
		suffix?.trim() && `-${encode(words(suffix, "start"))}`,
	]
		.filter(Boolean)
		.join(",");
	const [page, fragment = ""] = url.split("#", 2);
	return `${page}#${fragment}:~:text=${directive}`;
}
