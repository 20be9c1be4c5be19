/** One entry of a vocabulary. `synonyms` are the other ways people write it, in lower case, for search and for reading pages. */
export interface Term {
	readonly nl: string;
	readonly en: string;
	readonly synonyms?: readonly string[];
	/** The code of the term this one belongs under, in the same or a named vocabulary. */
	readonly broader?: string;
}

/** A closed list of codes. The order of the keys is the order in which people see them. */
export type Vocabulary = Readonly<Record<string, Term>>;

export type CodeOf<V extends Vocabulary> = Extract<keyof V, string>;

export type Language = "nl" | "en";

/** The codes in display order, typed so that a schema can be made of them. */
export function codesOf<V extends Vocabulary>(vocabulary: V): [CodeOf<V>, ...CodeOf<V>[]] {
	// A vocabulary is never empty: each is a literal table in this folder.
	return Object.keys(vocabulary) as [CodeOf<V>, ...CodeOf<V>[]];
}

/** The label of a code, or the code itself where data is newer than this table. */
export function labelOf(vocabulary: Vocabulary, code: string, language: Language = "nl"): string {
	return vocabulary[code]?.[language] ?? code;
}

/** The code whose code, label or synonym equals `text`, ignoring case and surrounding space. */
export function codeFor<V extends Vocabulary>(vocabulary: V, text: string): CodeOf<V> | undefined {
	const wanted = text.trim().toLowerCase();
	return codesOf(vocabulary).find((code) => {
		const term = vocabulary[code];
		return (
			term &&
			(code === wanted ||
				term.nl.toLowerCase() === wanted ||
				term.en.toLowerCase() === wanted ||
				term.synonyms?.includes(wanted))
		);
	});
}
