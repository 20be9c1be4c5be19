import { tidy } from "./page.ts";
import { localName, type Thing, type Value } from "./things.ts";

/** Terms of other vocabularies that pages mix in: OpenGraph, Dublin Core, Drupal's own. */
const isOther = (term: string) => /^(?!schema:|https?:)[a-z][\w-]*:/i.test(term);

const termsOf = (element: Element, attribute: string) =>
	(element.getAttribute(attribute) ?? "").split(/\s+/).filter((term) => term !== "" && !isOther(term));

/** The value of a `property` element as RDFa Lite defines it; a link that names something is worth more by its name. */
function propertyValue(element: Element, property: string, depth: number): Value {
	if (element.hasAttribute("typeof")) return itemOf(element, depth + 1);
	const attribute = (name: string) => element.getAttribute(name)?.trim();
	const text = tidy(element.textContent ?? "");
	const link = attribute("resource") ?? attribute("href") ?? attribute("src");
	const written = attribute("content") ?? attribute("datetime");
	if (written) return written;
	return link && (/url|sameAs|image/i.test(property) || text === "") ? link : text;
}

function collect(element: Element, values: Map<string, Value[]>, depth: number): void {
	for (const property of termsOf(element, "property")) {
		const name = localName(property);
		values.set(name, [...(values.get(name) ?? []), propertyValue(element, name, depth)]);
	}
	if (!element.hasAttribute("typeof")) for (const child of element.children) collect(child, values, depth);
}

function itemOf(element: Element, depth: number): Thing {
	const values = new Map<string, Value[]>();
	if (depth < 20) for (const child of element.children) collect(child, values, depth);
	return {
		types: termsOf(element, "typeof").map(localName),
		id: element.getAttribute("resource") ?? element.getAttribute("about") ?? undefined,
		values,
		from: "microdata",
	};
}

/** Every RDFa Lite item of the page that is no property of another (https://www.w3.org/TR/rdfa-lite/). */
export function readRdfa(document: Document): Thing[] {
	return [...document.querySelectorAll("[typeof]:not([property])")]
		.map((element) => itemOf(element, 0))
		.filter(({ types }) => types.length > 0);
}
