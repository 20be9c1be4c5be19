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

/**
 * Every different word once, with the positions of the texts that have it; and every two and three letters once, with the words that
 * have those. `texts` are folded.
 */
export function textIndex(texts: readonly string[]): TextIndex {
	const places = new Map<string, number[]>();
	texts.forEach((text, position) => {
		for (const word of new Set(text.split(/\s+/))) if (word) push(places, word, position);
	});
	const words = [...places.keys()];
	const lists = [...places.values()].map((positions) => Uint32Array.from(positions));
	const withGram = new Map<string, number[]>();
	words.forEach((word, at) => {
		for (const size of [2, 3]) for (const gram of grams(word, size)) push(withGram, gram, at);
	});

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
		const found = noBits(texts.length);
		for (const at of candidates(part)) {
			if (words[at]?.includes(part)) for (const position of lists[at] ?? []) put(found, position);
		}
		return found;
	}

	return {
		find(parts) {
			const [first, ...rest] = parts;
			const found = noBits(texts.length);
			if (first === undefined) return found;
			add(found, withPart(first));
			for (const part of rest) keep(found, withPart(part));
			return found;
		},
	};
}
