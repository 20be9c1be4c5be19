import { overlapFrom, overlapOf } from "../../../shared/insight/overlap/overlap-of.ts";
import type { OverlapReason } from "../../../shared/insight/overlap/reasons.ts";
import type { Database } from "../../db/open.ts";
import type { RecordRow } from "../../records/stored.ts";
import { bestOverlaps, readSubject } from "./best-overlaps.ts";
import { type Candidate, type Regions, readVisible } from "./candidates.ts";
import { type Decision, decisionsOn, pairKey } from "./decisions.ts";
import { wordsOf } from "./word-counts.ts";

/** One initiative beside another, for the page of that other. */
export interface OverlapItem {
	id: string;
	title: string;
	region: string;
	state: string;
	/** Null where the two were put together and no longer have enough in common. */
	score: number | null;
	reasons: readonly OverlapReason[];
	decision: Decision | null;
}

const mostShown = 8;

const itemOf = (
	{ id, title, region, state }: Candidate,
	score: number | null,
	reasons: readonly OverlapReason[],
	decision: Decision | undefined,
): OverlapItem => ({ id, title, region, state, score, reasons, decision: decision ?? null });

/**
 * The initiatives that do nearly the same as a record, best first, at most eight, and those that it was put together with,
 * whatever they say by now. Without those called different. Nothing for records of another kind.
 */
export async function overlapOfRecord(
	db: Database,
	row: RecordRow,
	{ regions, within }: { regions: Regions; within?: string | undefined },
): Promise<OverlapItem[]> {
	if (row.kind !== "initiative") return [];
	const decisions = await decisionsOn(db, [row.id]);
	const decisionOn = (id: string) => decisions.get(pairKey(row.id, id));
	const found = await bestOverlaps(db, row, { regions, within, from: overlapFrom, limit: 40 });
	const shown = found.filter(({ record }) => decisionOn(record.id)?.outcome !== "different").slice(0, mostShown);
	const known = new Set(shown.map(({ record }) => record.id));
	const chosen = [...decisions]
		.filter(([, { outcome }]) => outcome === "together")
		.map(([key]) => key.replace(row.id, "").trim())
		.filter((id) => !known.has(id));
	const own = readSubject(row.region, row.data);
	const words = await wordsOf(db);
	const kept = (await readVisible(db, chosen, regions)).map((record) => {
		const other = readSubject(record.region, record.data);
		const reasons = own && other ? overlapOf(own, other, words).reasons : [];
		return itemOf(record, null, reasons, decisionOn(record.id));
	});
	return [...kept, ...shown.map(({ record, score, reasons }) => itemOf(record, score, reasons, decisionOn(record.id)))];
}
