import type { Evidence } from "../../../shared/model/clip.ts";

/** Letters that separate the parts of a text directive and so must not stand in one (WICG scroll-to-text-fragment). */
const encode = (text: string) => encodeURIComponent(text.trim()).replaceAll("-", "%2D");

/** Beyond this a quote is given by its first and last words, which keeps the address short and survives edits in between. */
const longest = 120;

const words = (text: string, from: "start" | "end") => {
	const all = text.trim().split(/\s+/);
	return (from === "start" ? all.slice(0, 5) : all.slice(-5)).join(" ");
};

/**
 * Whether a page probably shows the quote. A data block mostly repeats in other words or signs what the page says (dates,
 * addresses, codes), but a title or sentence in it stands on the page as well; where it does not, the link just opens the page.
 */
const isShown = (from: Evidence["from"], exact: string): boolean =>
	from === "text" ||
	(from !== "human" &&
		/\p{L}{2}/u.test(exact) &&
		!/^\s*(?:https?:|\d{4}-\d\d)/.test(exact) &&
		/[\p{Lu}\s]/u.test(exact.trim()));

/** The source page's address, scrolled to the quote where the browser knows how. An address with a fragment keeps it. */
export function sourceLink(url: string, evidence: Pick<Evidence, "from" | "quote"> | undefined): string {
	const exact = evidence?.quote?.exact;
	if (!exact?.trim() || !evidence || !isShown(evidence.from, exact)) return url;
	// What stands around it in a data block is not what stands around it on the page.
	const { prefix, suffix } = evidence.from === "text" ? (evidence.quote ?? {}) : {};
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
