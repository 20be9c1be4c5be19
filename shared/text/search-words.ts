/** The words of a search as the inventory's index holds them. */

/** Lower case, without accents and apostrophes, split at everything that is no letter or digit. */
export const plainWords = (text: string): string[] =>
	text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[\u0300-\u036f'’]/g, "")
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

/** Edits (a letter too many, missing, other, or two swapped) between two words: optimal string alignment distance. */
export function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const line = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let least = Math.min(
				(above[column] ?? 0) + 1,
				(line[column - 1] ?? 0) + 1,
				(above[column - 1] ?? 0) + (same ? 0 : 1),
			);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
				least = Math.min(least, (before[column - 2] ?? 0) + 1);
			}
			line.push(least);
		}
		before = above;
		above = line;
	}
	return above[b.length] ?? 0;
}

/** In short words a letter makes another word: none for three letters, one up to five, two from six. */
const allowedEdits = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : 2);

/**
 * The words among `known` that `typed` probably meant, the nearest only, at most five. A word that is still being typed is
 * compared with the beginnings of words.
 */
export function meantBy(typed: string, known: Iterable<string>): string[] {
	const most = allowedEdits(typed.length);
	if (most === 0) return [];
	const near = [...new Set(known)]
		.map((word) => {
			const beginnings = [typed.length - 1, typed.length, typed.length + 1].map((length) => word.slice(0, length));
			const whole = editDistance(typed, word);
			return { word, edits: Math.min(whole, ...beginnings.map((one) => editDistance(typed, one))), whole };
		})
		.filter(({ edits }) => edits <= most)
		.sort((a, b) => a.edits - b.edits || a.whole - b.whole || (a.word < b.word ? -1 : 1));
	const least = near[0]?.edits ?? 0;
	const nearest = near.filter(({ edits }) => edits === least).map(({ word }) => word);
	// What begins with one of the others is found by that one.
	return nearest.filter((word) => !nearest.some((other) => other !== word && word.startsWith(other))).slice(0, 5);
}
