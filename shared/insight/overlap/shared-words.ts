import type { Rarity } from "./rarity.ts";
import type { Subject } from "./subject.ts";

/** How far two initiatives say the same in words. */
export interface SharedWords {
	/** Of everything said, from 0 to 1: rare words count for more, and so do those of titles, goals and summaries. */
	readonly all: number;
	/** Whether one title holds the whole of the other and more: a part of it, or something about it. */
	readonly within: boolean;
	/** The words of the first that both have, by key, most telling first. */
	readonly found: readonly { readonly key: string; readonly weight: number }[];
}

/** What a part of a compound is worth beside the whole: `techniekstudent` beside `student`. */
const partly = 0.8;

const unfold = (word: string) => word.replace(/([aeou])\1/g, "$1");

/** Whether one word is the other with something before or after it. */
function isPartOf(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	if (short.length < 5 || long.length < short.length + 3) return false;
	return long.endsWith(short) || long.startsWith(short);
}

/** The words of `a` with those of `b` that they meet, each at most once: the same concept first, then parts of compounds. */
function meetings(a: readonly string[], b: ReadonlyMap<string, unknown>): Map<string, { with: string; worth: number }> {
	const found = new Map<string, { with: string; worth: number }>();
	const open: string[] = [];
	for (const word of a) {
		if (b.has(word)) found.set(word, { with: word, worth: 1 });
		else open.push(word);
	}
	const left = [...b.keys()].filter((word) => !found.has(word)).map((word) => ({ word, plain: unfold(word) }));
	const parts = open.flatMap((word) => {
		const own = unfold(word);
		return left
			.filter(({ plain }) => isPartOf(own, plain))
			.map(({ word: other }) => ({ word, other, order: [word, other].sort().join(" ") }));
	});
	// In an order that is the same from either side.
	parts.sort((x, y) => (x.order < y.order ? -1 : 1));
	const taken = new Set<string>();
	for (const { word, other } of parts) {
		if (found.has(word) || taken.has(other)) continue;
		taken.add(other);
		found.set(word, { with: other, worth: partly });
	}
	return found;
}

export function sharedWords(a: Subject, b: Subject, rarity: Rarity): SharedWords {
	const region = a.region === b.region ? a.region : undefined;
	const seen = new Map<string, number>();
	/** A word that a region uses all the time, such as the name of its series of days, says little within that region. */
	const rare = (concept: string) => {
		let known = seen.get(concept);
		if (known === undefined) {
			known =
				region === undefined
					? rarity.ofWord(concept)
					: Math.min(rarity.ofWord(concept), rarity.ofWord(concept, region));
			seen.set(concept, known);
		}
		return known;
	};
	const weigh = (subject: Subject, concept: string) => (subject.words.get(concept)?.weight ?? 0) * rare(concept);
	const length = (subject: Subject) =>
		Math.sqrt([...subject.words.keys()].reduce((sum, concept) => sum + weigh(subject, concept) ** 2, 0));
	const both = meetings([...a.words.keys()], b.words);
	const found = [...both].map(([concept, { with: other, worth }]) => ({
		key: a.words.get(concept)?.key ?? concept,
		weight: worth * weigh(a, concept) * weigh(b, other),
	}));
	const lengths = length(a) * length(b);
	const isWithin = (short: string, long: string) =>
		short !== long && short.trim().includes(" ") && long.includes(short);
	return {
		all: lengths === 0 ? 0 : found.reduce((sum, { weight }) => sum + weight, 0) / lengths,
		within: isWithin(a.titleKey, b.titleKey) || isWithin(b.titleKey, a.titleKey),
		found: found.filter(({ weight }) => weight > 0).sort((x, y) => y.weight - x.weight),
	};
}
