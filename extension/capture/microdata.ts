import { tidy } from "./page.ts";
import { localName, type Thing, type Value } from "./things.ts";

/** The value of an `itemprop` element as HTML defines it, except that prose keeps its spaces single. */
function plainValue(element: Element): string {
	const attribute = (name: string) => element.getAttribute(name) ?? "";
	switch (element.localName) {
		case "meta":
			return attribute("content");
		case "a":
		case "area":
		case "link":
			return attribute("href");
		case "img":
		case "audio":
		case "video":
		case "source":
		case "iframe":
		case "embed":
			return attribute("src");
		case "time":
			return attribute("datetime") || tidy(element.textContent ?? "");
		case "data":
		case "meter":
			return attribute("value");
		default:
			// `content` on any element is not HTML, but Dutch sites and RDFa authors write it everywhere.
			return attribute("content") || tidy(element.textContent ?? "");
	}
}

/** A link that names something (`<a itemprop="organizer" href="/wij">Wij</a>`) is worth more by its name. */
function propertyValue(element: Element, property: string, depth: number): Value {
	if (element.hasAttribute("itemscope")) return itemOf(element, depth + 1);
	if (element.localName === "a" && !/url|sameAs|link/i.test(property))
		return tidy(element.textContent ?? "") || plainValue(element);
	return plainValue(element);
}

function collect(element: Element, values: Map<string, Value[]>, depth: number): void {
	for (const property of (element.getAttribute("itemprop") ?? "").split(/\s+/).filter(Boolean)) {
		const name = localName(property);
		values.set(name, [...(values.get(name) ?? []), propertyValue(element, name, depth)]);
	}
	if (!element.hasAttribute("itemscope")) for (const child of element.children) collect(child, values, depth);
}

function itemOf(element: Element, depth: number): Thing {
	const values = new Map<string, Value[]>();
	if (depth < 20) {
		for (const child of element.children) collect(child, values, depth);
		for (const id of (element.getAttribute("itemref") ?? "").split(/\s+/).filter(Boolean)) {
			const other = element.ownerDocument.getElementById(id);
			if (other && !other.contains(element)) collect(other, values, depth);
		}
	}
	return {
		types: (element.getAttribute("itemtype") ?? "").split(/\s+/).filter(Boolean).map(localName),
		id: element.getAttribute("itemid") ?? undefined,
		values,
		from: "microdata",
	};
}

/** Every microdata item of the page that is no property of another. */
export function readMicrodata(document: Document): Thing[] {
	return [...document.querySelectorAll("[itemscope]:not([itemprop])")].map((element) => itemOf(element, 0));
}
