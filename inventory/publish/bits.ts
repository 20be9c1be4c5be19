/** Sets of positions 0 to n - 1 as bits: what a hundred thousand items cost to combine and count is next to nothing. */
export type Bits = Uint32Array<ArrayBuffer>;

export const noBits = (length: number): Bits => new Uint32Array((length + 31) >>> 5);

export function allBits(length: number): Bits {
	const bits = noBits(length).fill(0xffffffff);
	if (length % 32) bits[bits.length - 1] = 2 ** (length % 32) - 1;
	return bits;
}

export const has = (bits: Bits, position: number): boolean =>
	(((bits[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;

export function put(bits: Bits, position: number): void {
	bits[position >>> 5] = (bits[position >>> 5] ?? 0) | (1 << (position & 31));
}

/** Leaves in `bits` what is in `other` too. */
export function keep(bits: Bits, other: Bits): Bits {
	for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0);
	return bits;
}

export function add(bits: Bits, other: Bits): void {
	for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (other[at] ?? 0);
}

/** How many bits of a word are set (Hacker's Delight, figure 5-2). */
function ones(word: number): number {
	let sum = word - ((word >>> 1) & 0x55555555);
	sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
	return (((sum + (sum >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export function count(bits: Bits): number {
	let sum = 0;
	for (const word of bits) sum += ones(word);
	return sum;
}

export function countBoth(one: Bits, other: Bits): number {
	let sum = 0;
	for (let at = 0; at < one.length; at++) sum += ones((one[at] ?? 0) & (other[at] ?? 0));
	return sum;
}

/** How many are set before `position`. */
export function rank(bits: Bits, position: number): number {
	let sum = 0;
	const word = position >>> 5;
	for (let at = 0; at < word; at++) sum += ones(bits[at] ?? 0);
	return sum + ones((bits[word] ?? 0) & (2 ** (position & 31) - 1));
}

/** The positions that are set, but for the first `skip`; at most `most`. */
export function positionsIn(bits: Bits, skip: number, most: number): number[] {
	const found: number[] = [];
	let left = skip;
	for (let at = 0; at < bits.length && found.length < most; at++) {
		let word = bits[at] ?? 0;
		const here = ones(word);
		if (left >= here) {
			left -= here;
			continue;
		}
		while (word !== 0 && found.length < most) {
			const lowest = 31 - Math.clz32(word & -word);
			if (left > 0) left--;
			else found.push(at * 32 + lowest);
			word &= word - 1;
		}
	}
	return found;
}
