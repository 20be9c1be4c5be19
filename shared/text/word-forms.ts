/**
 * Dutch word forms, as far as the domain needs: singular and plural of its own words meet under one key
 * (`gastlessen` and `gastles`, `bedrijven` and `bedrijf`, `stages` and `stage`), which the Dutch stemmers miss.
 */

const vowel = "aeiou";

/** `-en` plurals: undo the doubled consonant or the shortened vowel, and the voiced v and z. */
function withoutEn(stem: string): string {
	const last = stem.at(-1) ?? "";
	const before = stem.at(-2) ?? "";
	if (last === before && !vowel.includes(last)) return stem.slice(0, -1);
	if (last === "v") return `${stem.slice(0, -1)}f`;
	if (last === "z") return `${stem.slice(0, -1)}s`;
	return stem;
}

/** Vowels written double in a closed syllable and single in an open one fold: `baan` and `banen`, `school` and `scholen`. */
const foldVowels = (word: string) => word.replace(/([aeou])\1(?=[^aeiou]+$)/, "$1");

/**
 * The key under which the forms of one word meet. Meant for comparing, not for showing: `banen` and `baan` both give `ban`.
 * Words of fewer than four letters are their own key.
 */
export function wordKey(word: string): string {
	const plain = word
		.toLowerCase()
		.normalize("NFKD")
		.replace(/[\p{M}'’]/gu, "");
	if (plain.length < 4) return plain;
	if (plain.endsWith("ien") || plain.endsWith("ies")) return plain.slice(0, -1);
	const singular = plain.length > 4 && plain.endsWith("en") ? withoutEn(plain.slice(0, -2)) : plain;
	// A closing s goes, plural or not (`workshops`, `gastles`): both forms of one word lose it alike.
	return foldVowels(singular.length > 4 ? singular.replace(/(?<!s)s$/, "") : singular);
}

const words = /[\p{L}\p{N}]+(?:['’+][\p{L}\p{N}]*)*/gu;

/** Where in `text` one of `phrases` is written, in any form of its last word; the earliest. `undefined` when none is. */
export function findPhrase(
	text: string,
	phrases: readonly string[],
): { phrase: string; exact: string; index: number } | undefined {
	const found = [...text.matchAll(words)].map((match) => ({
		key: wordKey(match[0]),
		index: match.index,
		text: match[0],
	}));
	const wanted = phrases.map((phrase) => ({ phrase, keys: (phrase.match(words) ?? []).map(wordKey) }));
	for (const [at, first] of found.entries()) {
		for (const { phrase, keys } of wanted) {
			if (keys.length === 0 || !keys.every((key, n) => found[at + n]?.key === key)) continue;
			const last = found[at + keys.length - 1] ?? first;
			return { phrase, exact: text.slice(first.index, last.index + last.text.length), index: first.index };
		}
	}
	return undefined;
}
