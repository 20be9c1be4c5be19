import type { Evidence } from "../../shared/model/clip.ts";
import { runInTab } from "../browser.ts";

type Quote = NonNullable<Evidence["quote"]>;
export type ShownQuote = "shown" | "not-visible" | "no-access";

const style = "::highlight(regiotechniek-clipper) { background-color: #ffe066; color: #000; }";

/**
 * Runs in the page, so it may use nothing from outside of it. Finds the quote in the visible text, marks it with the CSS
 * Custom Highlight API and brings it into view: no element of the page is touched. Without a quote the mark goes.
 */
function markQuote(quote: Quote | null): boolean {
	CSS.highlights.delete("regiotechniek-clipper");
	if (!quote || !document.body) return false;
	const plain = (text: string) => text.replace(/\s+/g, " ");
	// The page's text with white space as it is shown, and for each of its letters where it is in the document.
	let whole = "";
	const places: { node: Text; offset: number }[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const parent = node.parentElement;
		if (!(node instanceof Text) || !parent || parent.closest("script, style, noscript, template")) continue;
		if (!parent.checkVisibility()) continue;
		for (let offset = 0; offset < node.data.length; offset += 1) {
			const letter = /\s/.test(node.data.charAt(offset)) ? " " : node.data.charAt(offset);
			if (letter === " " && (whole === "" || whole.endsWith(" "))) continue;
			whole += letter;
			places.push({ node, offset });
		}
		// Blocks stand apart on the screen though nothing stands between them in the source.
		if (whole !== "" && !whole.endsWith(" ") && getComputedStyle(parent).display !== "inline") {
			whole += " ";
			places.push({ node, offset: Math.max(0, node.data.length - 1) });
		}
	}
	const exact = plain(quote.exact).trim();
	if (exact === "") return false;
	const prefix = plain(quote.prefix ?? "");
	const context = whole.indexOf(prefix + exact + plain(quote.suffix ?? ""));
	const at = context >= 0 ? context + prefix.length : whole.indexOf(exact);
	const first = places[at];
	const last = places[at + exact.length - 1];
	if (at < 0 || !first || !last) return false;
	const range = new Range();
	range.setStart(first.node, first.offset);
	range.setEnd(last.node, last.offset + 1);
	CSS.highlights.set("regiotechniek-clipper", new Highlight(range));
	first.node.parentElement?.scrollIntoView({ block: "center" });
	return true;
}

/** Points at a quote on the page in a tab. Rejects never: where the browser no longer lets us in, the answer says so. */
export async function showQuote(tabId: number | undefined, quote: Quote): Promise<ShownQuote> {
	if (tabId === undefined) return "no-access";
	try {
		return (await runInTab(tabId, { css: style, func: markQuote, args: [quote] })) === true ? "shown" : "not-visible";
	} catch {
		return "no-access";
	}
}
