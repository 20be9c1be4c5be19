import { DuplicateIndex, type Indexed } from "../../../shared/text/duplicate-index.ts";
import type { Comparable } from "../../../shared/text/duplicates.ts";

/**
 * How long the index takes for each question, in milliseconds, the shortest first, and to be built. Runs in a page as well.
 * The best of three is taken: other programs on the machine are not what is measured.
 */
export function measureIndex(records: readonly Indexed[], questions: readonly Comparable[]) {
	const begin = performance.now();
	const index = new DuplicateIndex<Indexed>(records);
	const built = performance.now() - begin;
	const times = questions.map((question) => {
		let least = Number.POSITIVE_INFINITY;
		for (let run = 0; run < 3; run += 1) {
			const start = performance.now();
			index.find(question);
			least = Math.min(least, performance.now() - start);
		}
		return least;
	});
	times.sort((a, b) => a - b);
	return { records: index.size, built, times };
}

/** At the 95th percentile; `times` are sorted. */
export const p95Of = (times: readonly number[]): number => times[Math.floor(times.length * 0.95)] ?? 0;
