import { and, count, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { relatedFrom } from "../../../shared/insight/overlap/overlap-of.ts";
import type { Database } from "../../db/open.ts";
import { overlapChecked, overlapPairs, records } from "../../db/schema.ts";
import { bestOverlaps } from "./best-overlaps.ts";
import type { Regions } from "./candidates.ts";
import { standing } from "./word-counts.ts";

/**
 * The pairs that clusters are made of, kept up to date record by record: only what changed since is compared anew. Scores are
 * of records as they stand; whoever shows a pair compares again what the one who asks may see of both.
 */

const perRecord = 20;
const atOnce = 20;

const inScope = (regions: Regions) =>
	and(
		sql`${records.kind} = 'initiative'`,
		inArray(records.state, [...standing]),
		regions === "all" ? undefined : inArray(records.region, [...regions]),
	);
const behind = or(isNull(overlapChecked.at), lt(overlapChecked.at, records.updatedAt));

/** How many initiatives there are in these regions, and how many of them still have to be compared. */
export interface Progress {
	total: number;
	remaining: number;
}

async function progressOf(db: Database, regions: Regions): Promise<Progress> {
	const [found] = await db
		.select({ total: count(), remaining: sql<number>`count(*) filter (where ${behind})::int` })
		.from(records)
		.leftJoin(overlapChecked, eq(overlapChecked.recordId, records.id))
		.where(inScope(regions));
	return { total: found?.total ?? 0, remaining: found?.remaining ?? 0 };
}

async function compareOne(db: Database, row: typeof records.$inferSelect): Promise<void> {
	const found = await bestOverlaps(db, row, { regions: "all", from: relatedFrom, limit: perRecord });
	const values = found.map(({ record, score }) => {
		const [one = "", other = ""] = [row.id, record.id].sort();
		return { one, other, score };
	});
	await db.transaction(async (tx) => {
		await tx.delete(overlapPairs).where(or(eq(overlapPairs.one, row.id), eq(overlapPairs.other, row.id)));
		if (values.length > 0) {
			await tx
				.insert(overlapPairs)
				.values(values)
				.onConflictDoUpdate({
					target: [overlapPairs.one, overlapPairs.other],
					set: { score: sql`excluded.score` },
				});
		}
		await tx
			.insert(overlapChecked)
			.values({ recordId: row.id, at: row.updatedAt })
			.onConflictDoUpdate({ target: overlapChecked.recordId, set: { at: row.updatedAt } });
	});
}

/** Compares what changed in these regions, for `milliseconds` at most and one record at least, then says how far it is. */
export async function comparePending(db: Database, regions: Regions, milliseconds: number): Promise<Progress> {
	const until = performance.now() + milliseconds;
	for (;;) {
		const rows = await db
			.select({ record: records })
			.from(records)
			.leftJoin(overlapChecked, eq(overlapChecked.recordId, records.id))
			.where(and(inScope(regions), behind))
			.limit(atOnce);
		for (const { record } of rows) {
			await compareOne(db, record);
			if (performance.now() >= until) return progressOf(db, regions);
		}
		if (rows.length === 0) return progressOf(db, regions);
	}
}
