import { type Comparable, type Comparison, compare, looseKey, type Prepared, prepare } from "./duplicates.ts";

/** What an index holds: a record and by what it is known. */
export interface Indexed extends Comparable {
	readonly id: string;
}

export interface Match<R extends Indexed> extends Comparison {
	readonly record: R;
}

/** How many candidates are compared word by word. */
const compared = 120;
/** The share of all records from which a piece of a word is usual. */
const usual = 0.04;

const trigrams = (word: string): string[] => {
	const padded = `^${word}$`;
	return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
};

function featuresOf({ parts }: Prepared): Set<string> {
	const { words } = parts;
	const features = new Set<string>(words.map((word) => `=${word}`));
	for (const word of words) for (const gram of trigrams(word)) features.add(gram);
	for (const length of [2, 3, 4])
		for (let at = 0; at + length <= words.length; at += 1)
			features.add(
				`=${words
					.slice(at, at + length)
					.map((word) => word[0])
					.join("")}`,
			);
	return features;
}

/**
 * Finds among many records those that may be the same as one. Built once from all, after which records may be put and
 * removed; a search among 20,000 takes a few milliseconds, because pieces of words point to the records that have them.
 */
export class DuplicateIndex<R extends Indexed> {
	#slots: (R | undefined)[] = [];
	#prepared: (Prepared | undefined)[] = [];
	#sizes: number[] = [];
	#slotOf = new Map<string, number>();
	#postings = new Map<string, number[]>();
	#pages = new Map<string, Set<number>>();

	constructor(records: Iterable<R> = []) {
		for (const record of records) this.put(record);
	}

	get size(): number {
		return this.#slotOf.size;
	}

	all(): R[] {
		return this.#slots.flatMap((record) => record ?? []);
	}

	/** Adds a record, or replaces the one with its id. */
	put(record: R): void {
		this.remove(record.id);
		const prepared = prepare(record);
		const slot = this.#slots.push(record) - 1;
		this.#prepared.push(prepared);
		const features = featuresOf(prepared);
		this.#sizes.push(Math.sqrt(features.size));
		for (const feature of features) {
			const posting = this.#postings.get(feature);
			if (posting) posting.push(slot);
			else this.#postings.set(feature, [slot]);
		}
		for (const key of prepared.looseKeys) this.#pages.set(key, (this.#pages.get(key) ?? new Set()).add(slot));
		this.#slotOf.set(record.id, slot);
	}

	remove(id: string): void {
		const slot = this.#slotOf.get(id);
		if (slot === undefined) return;
		// What points to the slot finds it empty.
		this.#slots[slot] = undefined;
		for (const key of this.#prepared[slot]?.looseKeys ?? []) this.#pages.get(key)?.delete(slot);
		this.#prepared[slot] = undefined;
		this.#slotOf.delete(id);
	}

	/** The records found on a page, by its match key. */
	onPage(key: string): R[] {
		return [...(this.#pages.get(looseKey(key)) ?? [])].flatMap((slot) => this.#slots[slot] ?? []);
	}

	/** What is probably the same as `query` or another edition of it, most likely first. */
	find(query: Comparable, limit = 5): Match<R>[] {
		const wanted = prepare(query);
		const found: Match<R>[] = [];
		for (const slot of this.#candidates(wanted)) {
			const [record, prepared] = [this.#slots[slot], this.#prepared[slot]];
			if (!record || !prepared || record.kind !== query.kind) continue;
			const shared = [...wanted.looseKeys].some((key) => (this.#pages.get(key)?.size ?? 0) > 1);
			const comparison = compare(wanted, prepared, shared);
			if (comparison.relation !== "other") found.push({ record, ...comparison });
		}
		return found.sort((a, b) => b.score - a.score).slice(0, limit);
	}

	#candidates(wanted: Prepared): Set<number> {
		const count = this.#slots.length;
		const weights = new Float32Array(count);
		const touched: number[] = [];
		const postings = [...featuresOf(wanted)]
			.map((feature) => this.#postings.get(feature) ?? [])
			.sort((a, b) => a.length - b.length);
		for (const posting of postings) {
			// What so many have in common tells little, once there are enough that have more.
			if (posting.length > count * usual && touched.length > compared * 3) break;
			const weight = Math.log(1 + count / (posting.length + 1));
			for (const slot of posting) {
				if (weights[slot] === 0) touched.push(slot);
				weights[slot] = (weights[slot] ?? 0) + weight;
			}
		}
		for (const slot of touched) weights[slot] = (weights[slot] ?? 0) / (this.#sizes[slot] ?? 1);
		const ranks = Float32Array.from(touched, (slot) => weights[slot] ?? 0).sort();
		const least = ranks.at(-compared) ?? 0;
		const onPage = [...wanted.looseKeys].flatMap((key) => [...(this.#pages.get(key) ?? [])]);
		const best = touched.filter((slot) => (weights[slot] ?? 0) >= least).slice(0, compared * 2);
		return new Set([...onPage.slice(0, 200), ...best]);
	}
}
