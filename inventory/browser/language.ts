import type { Language } from "../../shared/vocabularies/vocabulary.ts";

const key = "regiotechniek:language";

/** The language chosen in this session, else the first of the browser's that we speak, else Dutch. */
export function firstLanguage(store: Pick<Storage, "getItem">, wanted: readonly string[]): Language {
	const chosen = read(store);
	if (chosen === "nl" || chosen === "en") return chosen;
	const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "nl" || tag === "en");
	return known === "en" ? "en" : "nl";
}

export function rememberLanguage(store: Pick<Storage, "setItem">, language: Language): void {
	try {
		store.setItem(key, language);
	} catch {
		// Without storage the choice lasts as long as the page.
	}
}

function read(store: Pick<Storage, "getItem">): string | null {
	try {
		return store.getItem(key);
	} catch {
		return null;
	}
}
