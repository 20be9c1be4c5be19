import { and, eq, inArray, or } from "drizzle-orm";
import type { OverlapOutcome } from "../../../shared/insight/overlap/outcomes.ts";
import { may, tooLittle } from "../../access/permission.ts";
import type { Database } from "../../db/open.ts";
import { overlapDecisions, records, verdicts } from "../../db/schema.ts";
import type { Actor, Context } from "../../records/context.ts";
import { Refusal, recordNotFound } from "../../records/refusal.ts";
import { writeAudit } from "../../records/stored.ts";

/** What people decided of initiatives that do nearly the same: remembered, shown with both, and taken back again. */

export interface Decision {
	outcome: OverlapOutcome;
	by: string;
	at: string;
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const sides = (a: string, b: string) => (a < b ? { one: a, other: b } : { one: b, other: a });

/** Every decision on one of `ids`, by {@link pairKey}. */
export async function decisionsOn(db: Database, ids: readonly string[]): Promise<Map<string, Decision>> {
	const found = new Map<string, Decision>();
	if (ids.length === 0) return found;
	const about = (table: typeof verdicts | typeof overlapDecisions) =>
		or(inArray(table.one, [...ids]), inArray(table.other, [...ids]));
	for (const { one, other, by, at } of await db.select().from(verdicts).where(about(verdicts)))
		found.set(pairKey(one, other), { outcome: "different", by, at: at.toISOString() });
	for (const { one, other, outcome, by, at } of await db.select().from(overlapDecisions).where(about(overlapDecisions)))
		found.set(pairKey(one, other), { outcome, by, at: at.toISOString() });
	return found;
}

/** Both records; whoever decides is an editor of the region of one of them, and may see the other. */
async function bothOf(db: Database, actor: Actor, id: string, second: string) {
	const rows = await db
		.select({ id: records.id, kind: records.kind, region: records.region, state: records.state })
		.from(records)
		.where(inArray(records.id, [id, second]));
	const [row, other] = [id, second].map((wanted) => rows.find((one) => one.id === wanted));
	if (!row || !other) throw recordNotFound();
	if (!may(actor, "editor", row.region)) throw tooLittle();
	// What is not public in a region elsewhere is not there.
	if (!may(actor, "editor", other.region) && other.state !== "published") throw recordNotFound();
	return { row, other };
}

const cannotCompare = () =>
	new Refusal(422, "cannot-compare", {
		nl: "Dit oordeel gaat over twee verschillende initiatieven.",
		en: "This decision is about two different initiatives.",
	});
const cannotMerge = () =>
	new Refusal(422, "cannot-merge", {
		nl: "Samenvoegen kan alleen binnen één regio: kies hier ‘samenwerken’.",
		en: "Merging is for one region only: choose ‘work together’ here.",
	});

async function forget(tx: Database, id: string, second: string): Promise<number> {
	const { one, other } = sides(id, second);
	const ours = await tx
		.delete(overlapDecisions)
		.where(and(eq(overlapDecisions.one, one), eq(overlapDecisions.other, other)))
		.returning();
	const shared = await tx
		.delete(verdicts)
		.where(and(eq(verdicts.one, one), eq(verdicts.other, other)))
		.returning();
	return ours.length + shared.length;
}

/** Remembers what is decided of two initiatives, instead of what was decided before. Throws 403, 404 or 422. */
export async function decide(
	context: Context,
	actor: Actor,
	id: string,
	second: string,
	outcome: OverlapOutcome,
): Promise<Decision> {
	const { row, other } = await bothOf(context.db, actor, id, second);
	if (id === second || row.kind !== "initiative" || other.kind !== "initiative") throw cannotCompare();
	const isOneRegion = row.region === other.region;
	if (outcome === "merge" && !isOneRegion) throw cannotMerge();
	const at = context.now();
	await context.db.transaction(async (tx) => {
		await forget(tx, id, second);
		const values = { ...sides(id, second), by: actor.name, at };
		// Where duplicates are looked for, so that nobody is asked there either.
		if (outcome === "different" && isOneRegion) await tx.insert(verdicts).values(values).onConflictDoNothing();
		else
			await tx
				.insert(overlapDecisions)
				.values({ ...values, outcome })
				.onConflictDoNothing();
		await writeAudit(context, tx, actor, `overlap-${outcome}`, id, { other: second });
	});
	return { outcome, by: actor.name, at: at.toISOString() };
}

/** Takes back what was decided: the two are shown as they were before. */
export async function takeBack(context: Context, actor: Actor, id: string, second: string): Promise<void> {
	await bothOf(context.db, actor, id, second);
	await context.db.transaction(async (tx) => {
		if ((await forget(tx, id, second)) > 0)
			await writeAudit(context, tx, actor, "overlap-withdrawn", id, { other: second });
	});
}
