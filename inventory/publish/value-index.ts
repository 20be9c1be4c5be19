import type { Item } from "../../shared/model/feed.ts";
import { type FacetParameter, fold, valuesOf } from "../../shared/model/query.ts";
import { add, type Bits, count, countBoth, noBits, put } from "./bits.ts";

/** Which items have which values of one parameter. */
export interface ValueIndex {
	/** The values that occur, folded. */
	readonly known: ReadonlySet<string>;
	/** The positions of the items that have one of these values, however they are written. */
	having(wanted: readonly string[]): Bits;
	/**
	 * How many of `among` have each value; values that none has are left out. With `keep` only those that occur most and those that are
	 * wanted.
	 */
	counts(among: Bits, keep?: Keep): Map<string, number>;
}

export interface Keep {
	most: number;
	/** Values as they may be written. */
	wanted: readonly string[];
}

/** Who has a value: as positions, and as bits too when they are many. */
interface Posting {
	value: string;
	positions: Uint32Array;
	bits: Bits | undefined;
}

function postingsOf(items: readonly Item[], parameter: FacetParameter): Posting[] {
	const lists = new Map<string, number[]>();
	items.forEach((item, position) => {
		for (const value of new Set(valuesOf(item, parameter))) {
			const list = lists.get(value);
			if (list) list.push(position);
			else lists.set(value, [position]);
		}
	});
	return [...lists].map(([value, list]) => {
		let bits: Bits | undefined;
		if (list.length > items.length / 32) {
			bits = noBits(items.length);
			for (const position of list) put(bits, position);
		}
		return { value, positions: Uint32Array.from(list), bits };
	});
}

/** The values of each item, as numbers of postings: those of item n stand from `starts[n]` up to `starts[n + 1]`. */
interface Forward {
	starts: Uint32Array;
	numbers: Uint32Array;
}

function forwardOf(length: number, postings: readonly Posting[]): Forward {
	const starts = new Uint32Array(length + 1);
	for (const { positions } of postings)
		for (const position of positions) starts[position + 1] = (starts[position + 1] ?? 0) + 1;
	for (let at = 0; at < length; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
	const next = starts.slice();
	const numbers = new Uint32Array(starts[length] ?? 0);
	postings.forEach(({ positions }, number) => {
		for (const position of positions) {
			const place = next[position] ?? 0;
			numbers[place] = number;
			next[position] = place + 1;
		}
	});
	return { starts, numbers };
}

export function valueIndex(items: readonly Item[], parameter: FacetParameter): ValueIndex {
	const { length } = items;
	const postings = postingsOf(items, parameter);
	const folded = new Map<string, Posting[]>();
	for (const posting of postings) {
		const key = fold(posting.value);
		folded.set(key, [...(folded.get(key) ?? []), posting]);
	}
	const { starts, numbers } = forwardOf(length, postings);
	/** Steps that counting by postings takes, however few items it is about. */
	const byPostings = postings.reduce((sum, { bits, positions }) => sum + (bits?.length ?? positions.length), 0);

	/** How many of `among` each posting has, by its number. */
	function sumsOf(among: Bits): Uint32Array {
		const sums = new Uint32Array(postings.length);
		if (count(among) < byPostings) {
			for (let word = 0; word < among.length; word++) {
				for (let bits = among[word] ?? 0; bits !== 0; bits &= bits - 1) {
					const position = word * 32 + 31 - Math.clz32(bits & -bits);
					const end = starts[position + 1] ?? 0;
					for (let at = starts[position] ?? 0; at < end; at++) {
						const number = numbers[at] ?? 0;
						sums[number] = (sums[number] ?? 0) + 1;
					}
				}
			}
			return sums;
		}
		postings.forEach(({ bits, positions }, number) => {
			if (bits) sums[number] = countBoth(bits, among);
			else
				for (const position of positions)
					sums[number] = (sums[number] ?? 0) + (((among[position >>> 5] ?? 0) >>> (position & 31)) & 1);
		});
		return sums;
	}

	return {
		known: new Set(folded.keys()),
		having(wanted) {
			const bits = noBits(length);
			for (const value of wanted) {
				for (const posting of folded.get(fold(value)) ?? []) {
					if (posting.bits) add(bits, posting.bits);
					else for (const position of posting.positions) put(bits, position);
				}
			}
			return bits;
		},
		counts(among, keep) {
			const counts = new Map<string, number>();
			const sums = sumsOf(among);
			const least = keep ? leastOf(sums, keep.most) : { sum: 1, places: sums.length };
			const wanted = new Set(keep?.wanted.flatMap((value) => folded.get(fold(value)) ?? []));
			let { places } = least;
			for (let number = 0; number < sums.length; number++) {
				const sum = sums[number] ?? 0;
				const posting = sum > 0 ? postings[number] : undefined;
				if (!posting) continue;
				const fits = sum > least.sum || (sum === least.sum && places-- > 0);
				if (fits || wanted.has(posting)) counts.set(posting.value, sum);
			}
			return counts;
		},
	};
}

/** The sum that the last of the `most` largest has, and how many with that very sum are among them. */
function leastOf(sums: Uint32Array, most: number): { sum: number; places: number } {
	let largest = 0;
	for (const sum of sums) if (sum > largest) largest = sum;
	const withSum = new Uint32Array(largest + 1);
	for (const sum of sums) withSum[sum] = (withSum[sum] ?? 0) + 1;
	let places = most;
	for (let sum = largest; sum > 0; sum--) {
		const here = withSum[sum] ?? 0;
		if (here >= places) return { sum, places };
		places -= here;
	}
	return { sum: 1, places: sums.length };
}
