import type { Subject } from "./subject.ts";

/** How rare each word is among the initiatives of all regions, or of one. */
export interface Rarity {
	/** From 0 for what all have to 1 for what hardly anyone has. */
	ofWord(concept: string, region?: string): number;
}

/** In how many initiatives each word occurs. */
export interface WordCounts {
	readonly total: number;
	readonly words: ReadonlyMap<string, number>;
}

/** Few initiatives are counted as this many, so that what two of three share still counts. */
const least = 40;
/** What one or two have, such as a name, says no more than what a few have: it would outweigh all that two have in common. */
const few = 4;

function rarityOf(frequency: number, total: number): number {
	const counted = Math.max(total, least);
	return Math.max(0, Math.log(counted / Math.max(few, frequency)) / Math.log(counted / few));
}

/** `regions` may lack some: of those, the counts of all regions stand. */
export function rarityFrom(all: WordCounts, regions: ReadonlyMap<string, WordCounts>): Rarity {
	return {
		ofWord(concept, region) {
			const { total, words } = (region === undefined ? undefined : regions.get(region)) ?? all;
			return rarityOf(words.get(concept) ?? 0, total);
		},
	};
}

function countsOf(subjects: readonly Subject[]): WordCounts {
	const words = new Map<string, number>();
	for (const subject of subjects)
		for (const concept of subject.words.keys()) words.set(concept, (words.get(concept) ?? 0) + 1);
	return { total: subjects.length, words };
}

/** Rarity as counted in `subjects` themselves: for a few hundred. A large inventory keeps its counts. */
export function countedRarity(subjects: readonly Subject[]): Rarity {
	const regions = new Set(subjects.map(({ region }) => region));
	const within = [...regions].map((id) => [id, countsOf(subjects.filter(({ region }) => region === id))] as const);
	return rarityFrom(countsOf(subjects), new Map(within));
}
