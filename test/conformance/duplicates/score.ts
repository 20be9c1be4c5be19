import { DuplicateIndex, type Indexed } from "../../../shared/text/duplicate-index.ts";
import { compare, prepare } from "../../../shared/text/duplicates.ts";
import { inventedInventory } from "./inventory.ts";
import { type Pair, type Part, readPairs } from "./pairs.ts";

export const bar = { precision: 0.95, recall: 0.95, milliseconds: 50 };

export interface Score {
	readonly same: number;
	readonly found: number;
	/** What was shown as the same and is not: the labelled pair, or another record of the inventory. */
	readonly wrong: number;
	readonly precision: number;
	readonly recall: number;
	readonly failures: readonly string[];
}

function scoreOf(same: number, found: number, wrong: number, failures: readonly string[]): Score {
	return { same, found, wrong, precision: found / (found + wrong), recall: found / same, failures };
}

const describePair = ({ base, variant, why }: Pair) => `${why}: “${base.title}” and “${variant.title}”`;

/** Each pair by itself. */
export function scorePairs(part: Part): Score {
	const judged = readPairs(part).map((pair) => ({ pair, got: compare(prepare(pair.variant), prepare(pair.base)) }));
	const said = judged.filter(({ got }) => got.relation === "same");
	return scoreOf(
		judged.filter(({ pair }) => pair.isSame).length,
		said.filter(({ pair }) => pair.isSame).length,
		said.filter(({ pair }) => !pair.isSame).length,
		judged
			.filter(({ pair, got }) => pair.isSame !== (got.relation === "same"))
			.map(({ pair, got }) => `${pair.isSame ? "missed" : "wrong"} ${got.score} ${got.relation} ${describePair(pair)}`),
	);
}

/** The labelled records among `size` invented ones; how long one question takes, in milliseconds, beside it. */
export function scoreIndex(part: Part, size: number): Score & { readonly p95: number; readonly records: number } {
	const pairs = readPairs(part);
	const labelled = new Map<string, Indexed>();
	for (const { base } of pairs) labelled.set(base.title, { ...base, id: base.title });
	const index = new DuplicateIndex<Indexed>([...inventedInventory(size - labelled.size), ...labelled.values()]);
	let found = 0;
	let wrong = 0;
	const failures: string[] = [];
	const times: number[] = [];
	for (const pair of pairs) {
		let matches = index.find(pair.variant);
		let least = Number.POSITIVE_INFINITY;
		// The best of three: other programs on the machine are not what is measured.
		for (let run = 0; run < 3; run += 1) {
			const start = performance.now();
			matches = index.find(pair.variant);
			least = Math.min(least, performance.now() - start);
		}
		times.push(least);
		for (const { record, relation } of matches.filter((it) => it.relation === "same")) {
			const right = pair.isSame && record.id === pair.base.title;
			if (right) found += 1;
			else {
				wrong += 1;
				failures.push(`wrong ${relation} ${describePair(pair)} gave “${record.title}”`);
			}
		}
	}
	times.sort((a, b) => a - b);
	const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
	return { ...scoreOf(pairs.filter(({ isSame }) => isSame).length, found, wrong, failures), p95, records: index.size };
}

export const isUnderBar = ({ precision, recall }: Score): boolean =>
	!(precision >= bar.precision && recall >= bar.recall);
