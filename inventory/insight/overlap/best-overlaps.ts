import { type InitiativeOverlap, overlapOf } from "../../../shared/insight/overlap/overlap-of.ts";
import { type Subject, subjectOf } from "../../../shared/insight/overlap/subject.ts";
import type { Database } from "../../db/open.ts";
import { type Candidate, candidatesFor, type Regions } from "./candidates.ts";
import { wordsOf } from "./word-counts.ts";

export interface BestOverlap extends InitiativeOverlap {
	readonly record: Candidate;
}

/** What a record says, or `undefined` of one that an older version wrote in a way that is not read here. */
export function readSubject(region: string, data: unknown): Subject | undefined {
	try {
		return subjectOf(region, data);
	} catch {
		return undefined;
	}
}

/**
 * The initiatives that do nearly the same as one, highest score first, from `from` on. Of regions other than `regions`, what is
 * published; `within` narrows to one region. Takes about as long among a thousand as among a hundred thousand.
 */
export async function bestOverlaps(
	db: Database,
	record: { id: string; region: string; data: unknown },
	options: { regions: Regions; within?: string | undefined; from: number; limit: number },
): Promise<BestOverlap[]> {
	const own = readSubject(record.region, record.data);
	if (!own) return [];
	const words = await wordsOf(db);
	const found = await candidatesFor(db, record.id, own, words, options);
	return found
		.flatMap((candidate): BestOverlap[] => {
			const other = readSubject(candidate.region, candidate.data);
			return other ? [{ record: candidate, ...overlapOf(own, other, words, options.from) }] : [];
		})
		.filter(({ score }) => score >= options.from)
		.sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1))
		.slice(0, options.limit);
}
