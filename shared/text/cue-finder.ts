import { wordKey } from "./word-forms.ts";

/** A phrase and what follows from it. `asWritten`: only with the capitals that it has, as names are. */
export interface Cue {
	readonly value: string;
	readonly phrase: string;
	readonly asWritten?: boolean;
}

export interface Found {
	readonly value: string;
	readonly phrase: string;
	/** As it stands in the text. */
	readonly exact: string;
	readonly index: number;
}

const words = /[\p{L}\p{N}]+(?:['’+][\p{L}\p{N}]*)*/gu;
const wordsOf = (text: string) => [...text.matchAll(words)];

/** Finds many phrases in a text in one pass, in any form of their words (see `wordKey`). */
export class CueFinder {
	readonly #byFirst = new Map<string, { cue: Cue; keys: readonly string[] }[]>();

	constructor(cues: Iterable<Cue>) {
		for (const cue of cues) {
			const keys = wordsOf(cue.phrase).map(([word]) => wordKey(word));
			const [first] = keys;
			if (first === undefined) continue;
			const known = this.#byFirst.get(first);
			if (known) known.push({ cue, keys });
			else this.#byFirst.set(first, [{ cue, keys }]);
		}
	}

	/** Every occurrence, in the order of the text. */
	find(text: string): Found[] {
		const found: Found[] = [];
		const inText = wordsOf(text).map((match) => ({ key: wordKey(match[0]), index: match.index, text: match[0] }));
		for (const [at, first] of inText.entries())
			for (const { cue, keys } of this.#byFirst.get(first.key) ?? []) {
				if (!keys.every((key, n) => inText[at + n]?.key === key)) continue;
				const last = inText[at + keys.length - 1] ?? first;
				const exact = text.slice(first.index, last.index + last.text.length);
				if (cue.asWritten && exact !== cue.phrase) continue;
				found.push({ value: cue.value, phrase: cue.phrase, exact, index: first.index });
			}
		return found;
	}
}
