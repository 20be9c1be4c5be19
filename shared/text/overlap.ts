import { synonymKey } from "./word-synonyms.ts";

/** How far two rows of word keys say the same, whatever the order, the spaces in compounds, typing errors and abbreviations. */
export interface Overlap {
	/** Indexes of the words on each side that have no counterpart on the other. */
	readonly onlyA: readonly number[];
	readonly onlyB: readonly number[];
	/** Indexes of the words of `a` that have one. */
	readonly both: readonly number[];
	/** Words, left open, that are a word of the other side with something before it: `servicemonteur` beside `monteur`. */
	readonly extended: readonly string[];
}

/** Whether one edit (for nine letters or more: two) makes one word of the other; swapped neighbours are one edit. */
export function isTypingError(a: string, b: string): boolean {
	const longest = Math.max(a.length, b.length);
	const allowed = longest >= 9 ? 2 : longest >= 5 ? 1 : 0;
	if (allowed === 0 || Math.abs(a.length - b.length) > allowed || a[0] !== b[0]) return false;
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1];
			let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, (before[j - 2] ?? 0) + 1);
			next.push(least);
		}
		before = row;
		row = next;
	}
	return (row[b.length] ?? Number.POSITIVE_INFINITY) <= allowed;
}

/** Whether `short` are letters of `long` in their order, from its first: `wsp` of `werkgeversservicepunt`. */
export function isShortFor(short: string, long: string): boolean {
	if (short.length < 2 || short.length > 4 || long.length < short.length * 3 || short[0] !== long[0]) return false;
	let at = 0;
	for (const letter of long) if (letter === short[at]) at += 1;
	return at === short.length;
}

/** A word key folds vowels in its last syllable only, which within a compound is not the last. */
const fold = (word: string) => word.replace(/([aeou])\1/g, "$1");

/** Two words that may be written as one, with or without a joining sound. */
function joins(whole: string, first: string, second: string): boolean {
	if (!whole.startsWith(first) || whole.length < first.length + 2) return false;
	const rest = whole.slice(first.length);
	return (
		rest === second || rest === `s${second}` || rest === `e${second}` || rest === `en${second}` || rest === `n${second}`
	);
}

interface Side {
	readonly words: readonly string[];
	readonly open: Set<number>;
}

function matchCompounds(wholes: Side, parts: Side): void {
	for (const whole of wholes.open) {
		const word = wholes.words[whole] ?? "";
		if (word.length < 6) continue;
		const pair = compoundOf(word, parts.words);
		// A part may have been matched already: "technieknacht" beside "techniek nacht van de techniek".
		if (!pair?.some((index) => parts.open.has(index))) continue;
		wholes.open.delete(whole);
		for (const index of pair) parts.open.delete(index);
	}
}

function compoundOf(word: string, others: readonly string[]): [number, number] | undefined {
	const whole = fold(word);
	const words = others.map(fold);
	for (const [i, first] of words.entries()) {
		if (first.length < 3 || !whole.startsWith(first)) continue;
		for (const [j, second] of words.entries())
			if (i !== j && second.length >= 3 && joins(whole, first, second)) return [i, j];
	}
	return undefined;
}

function matchInitials(shorts: Side, longs: Side): void {
	for (const short of shorts.open) {
		const letters = shorts.words[short] ?? "";
		if (letters.length < 2 || letters.length > 5) continue;
		for (let from = 0; from + letters.length <= longs.words.length; from += 1) {
			const run = Array.from(letters, (_, n) => from + n);
			if (!run.every((index, n) => longs.words[index]?.[0] === letters[n] && longs.open.has(index))) continue;
			shorts.open.delete(short);
			for (const index of run) longs.open.delete(index);
			break;
		}
	}
}

function matchHeads(longs: Side, heads: Side): string[] {
	const extended: string[] = [];
	for (const long of longs.open)
		for (const head of heads.open) {
			const [whole, end] = [longs.words[long] ?? "", heads.words[head] ?? ""];
			if (end.length < 4 || whole.length < end.length + 3 || !whole.endsWith(end)) continue;
			heads.open.delete(head);
			extended.push(whole);
			break;
		}
	return extended;
}

/** Matches the words of `a` and `b`: equal ones first, then compounds, initials, and typing errors. */
export function overlapOf(a: readonly string[], b: readonly string[]): Overlap {
	const left: Side = { words: a, open: new Set(a.keys()) };
	const right: Side = { words: b, open: new Set(b.keys()) };
	const theirs = b.map(synonymKey);
	for (const i of left.open)
		for (const [j, word] of theirs.entries())
			if (word === synonymKey(a[i] ?? "")) {
				// A word said twice on one side is said.
				left.open.delete(i);
				right.open.delete(j);
			}
	matchCompounds(left, right);
	matchCompounds(right, left);
	matchInitials(left, right);
	matchInitials(right, left);
	for (const i of left.open)
		for (const j of right.open)
			if (isTypingError(a[i] ?? "", b[j] ?? "")) {
				left.open.delete(i);
				right.open.delete(j);
				break;
			}
	const extended = [...matchHeads(left, right), ...matchHeads(right, left)];
	return {
		extended,
		onlyA: [...left.open],
		onlyB: [...right.open],
		both: [...a.keys()].filter((i) => !left.open.has(i)),
	};
}
