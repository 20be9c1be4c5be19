import { tidy } from "./page.ts";

/** The text that a page is about, without what surrounds it. `text` is the blocks on lines of their own. */
export interface MainText {
	readonly root: Element;
	readonly blocks: readonly { readonly text: string; readonly tag: string }[];
	readonly text: string;
}

const unread =
	"script, style, noscript, template, svg, nav, aside, footer, dialog, iframe, select, button, [hidden], [aria-hidden='true'], [role='navigation'], [role='complementary'], [role='contentinfo'], [role='dialog'], [role='search']";
/** Class names and ids of what is about other pages or about the visitor. */
const surrounding =
	/(?:^|[\s_-])(?:cookies?|cookiebar|consent|related|gerelateerd|vergelijkbaar|vergelijkbare|zie-ook|laatste-nieuws|nieuwsblok|nieuwsoverzicht|pager|pagination|eventitem-pager|widget-area|topbar|hoofdnav|mainnav|sidebar|breadcrumbs?|share|sharing|social|comments?|reacties|newsletter|nieuwsbrief|skip-?link|meer-nieuws|also-read|lees-ook)(?:$|[\s_-])/i;
const blockTags = new Set(
	"address article blockquote caption dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td th tr ul br".split(
		" ",
	),
);

// Not instanceof: a parsed copy has classes of another realm.
export const isElement = (node: Node): node is Element => node.nodeType === 1;

const apart = new Set(["span", "a", "time", "label"]);

/** Whether an element is about something else than what the page is about. */
export function isSurrounding(element: Element): boolean {
	return (
		element.matches(unread) ||
		surrounding.test(`${element.getAttribute("class") ?? ""} ${element.id}`) ||
		(element.localName === "header" && !element.closest("article, main, [role='main']"))
	);
}

/** The one element that holds what the page is about. */
function mainElement(document: Document): Element {
	const main = document.querySelector("main, [role='main']");
	const articles = [...(main ?? document).querySelectorAll("article")].filter(
		(it) => !it.parentElement?.closest("article"),
	);
	// Several articles side by side are a listing: then all of it counts.
	const [only] = articles;
	if (articles.length === 1 && only && (only.textContent ?? "").trim().length > 200) return only;
	return (
		main ??
		document.querySelector("#content, #main, .content, .entry-content") ??
		document.body ??
		document.documentElement
	);
}

/** Characters beyond which nobody reads on: what a page is about stands before that. */
const maximum = 100_000;

/** Reads the main text in one walk; nothing in the page is touched. */
export function readMainText(document: Document): MainText {
	const root = mainElement(document);
	const blocks: { text: string; tag: string }[] = [];
	let line = "";
	let tag = root.localName;
	let size = 0;
	const flush = () => {
		const text = tidy(line).slice(0, maximum - size);
		line = "";
		if (!text) return;
		size += text.length;
		blocks.push({ text, tag });
	};
	const walk = (node: Node, depth: number) => {
		if (node.nodeType === 3) line += node.nodeValue ?? "";
		// Pieces of a date or an address in elements of their own, without a space between: drawn apart, so read apart.
		else if (apart.has(node.nodeName.toLowerCase()) && apart.has(node.previousSibling?.nodeName.toLowerCase() ?? ""))
			line += " ";
		if (!isElement(node) || depth > 200 || (node !== root && isSurrounding(node))) return;
		const isBlock = blockTags.has(node.localName);
		const outer = tag;
		if (isBlock) {
			flush();
			tag = node.localName;
		}
		for (const child of node.childNodes) walk(child, depth + 1);
		if (isBlock) {
			flush();
			tag = outer;
		}
	};
	walk(root, 0);
	flush();
	return { root, blocks, text: blocks.map((block) => block.text).join("\n") };
}
