import type { Steps } from "../../shared/text/steps.ts";
import { add, type Bits, keep, noBits, put } from "./bits.ts";

/** Finds the texts in which every word of a question occurs, also within a word: what `includes` would find, without reading them all. */
export interface TextIndex {
	/** `words` are folded, without white space. */
	find(words: readonly string[]): Bits;
}

const grams = (word: string, size: number): Set<string> => {
	const found = new Set<string>();
	for (let at = 0; at + size <= word.length; at++) found.add(word.slice(at, at + size));
	return found;
};

const push = <K>(map: Map<K, number[]>, key: K, value: number) => {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
};

/** So many texts or words are gone through at a time: a millisecond or two. */
const step = 200;

/**
 * Every different word once, with the positions of the texts that have it; and every two and three letters once, with the words that
 * have those. `textAt` gives the folded text at each of `length` positions. With tens of thousands of them it takes a second: whoever
 * has others to serve meanwhile takes it in steps.
 */
export function* textIndex(length: number, textAt: (position: number) => string): Steps<TextIndex> {
	const places = new Map<string, number[]>();
	for (let position = 0; position < length; position++) {
		if (position % step === step - 1) yield;
		for (const word of new Set(textAt(position).split(/\s+/))) if (word) push(places, word, position);
	}
	const words = [...places.keys()];
	const lists = [...places.values()].map((positions) => Uint32Array.from(positions));
	const withGram = new Map<string, number[]>();
	for (const [at, word] of words.entries()) {
		if (at % step === step - 1) yield;
		for (const size of [2, 3]) for (const gram of grams(word, size)) push(withGram, gram, at);
	}

	/** The words that may contain `part`: those with its rarest three letters. */
	function candidates(part: string): readonly number[] {
		if (part.length < 2) return [...words.keys()];
		let best: readonly number[] | undefined;
		for (const gram of grams(part, Math.min(3, part.length))) {
			const found = withGram.get(gram) ?? [];
			if (!best || found.length < best.length) best = found;
		}
		return best ?? [];
	}

	function withPart(part: string): Bits {
		const found = noBits(length);
		for (const at of candidates(part)) {
			if (words[at]?.includes(part)) for (const position of lists[at] ?? []) put(found, position);
		}
		return found;
	}

	return {
		find(parts) {
			const [first, ...rest] = parts;
			const found = noBits(length);
			if (first === undefined) return found;
			add(found, withPart(first));
			for (const part of rest) keep(found, withPart(part));
			return found;
		},
	};
}
