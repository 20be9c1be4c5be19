import { tidy } from "./page.ts";

/** The page's meta elements by lower-case name or property; the first with content wins. */
export type Meta = ReadonlyMap<string, string>;

export function readMeta(document: Document): Meta {
	const meta = new Map<string, string>();
	for (const element of document.querySelectorAll("meta[content]")) {
		const content = tidy(element.getAttribute("content") ?? "");
		for (const attribute of ["property", "name"]) {
			const name = element.getAttribute(attribute)?.trim().toLowerCase();
			if (name && content && !meta.has(name)) meta.set(name, content);
		}
	}
	return meta;
}
