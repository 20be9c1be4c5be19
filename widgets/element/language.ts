import type { Language } from "../../shared/vocabularies/vocabulary.ts";

export const toLanguage = (tag: string): Language | undefined => {
	const primary = tag.toLowerCase().split("-")[0];
	return primary === "nl" || primary === "en" ? primary : undefined;
};

/** The language of `element`: its own `lang`, else that of the nearest ancestor, also outside a shadow tree; else Dutch. */
export function languageOf(element: Element): Language {
	for (let node: Node | null = element; node; ) {
		const language = node instanceof Element && toLanguage(node.getAttribute("lang") ?? "");
		// An ancestor in a third language does not decide: what lies further out may.
		if (language) return language;
		node = node instanceof ShadowRoot ? node.host : node.parentNode;
	}
	return "nl";
}
