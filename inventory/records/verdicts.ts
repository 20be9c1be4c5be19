import { and, desc, eq, inArray, or } from "drizzle-orm";
import { requireRole } from "../access/permission.ts";
import type { Database } from "../db/open.ts";
import { records, verdicts } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import { Refusal, recordNotFound } from "./refusal.ts";
import { writeAudit } from "./stored.ts";

/** "Not the same": what somebody decided of two records is kept, and no list of possible duplicates has the pair again. */

const pair = (a: string, b: string) => (a < b ? { one: a, other: b } : { one: b, other: a });

const about = (id: string) => or(eq(verdicts.one, id), eq(verdicts.other, id));

/** The records that somebody called different from `id`. */
export async function differentFrom(db: Database, id: string): Promise<string[]> {
	const rows = await db.select({ one: verdicts.one, other: verdicts.other }).from(verdicts).where(about(id));
	return rows.map(({ one, other }) => (one === id ? other : one));
}

/** All verdicts of a region, by record. */
export async function differentIn(db: Database, region: string): Promise<ReadonlyMap<string, string[]>> {
	const rows = await db
		.select({ one: verdicts.one, other: verdicts.other })
		.from(verdicts)
		.innerJoin(records, eq(records.id, verdicts.one))
		.where(eq(records.region, region));
	const found = new Map<string, string[]>();
	for (const { one, other } of rows) {
		found.set(one, [...(found.get(one) ?? []), other]);
		found.set(other, [...(found.get(other) ?? []), one]);
	}
	return found;
}

export interface StandingVerdict {
	id: string;
	title: string;
	by: string;
	at: string;
}

/** The verdicts on `id`, latest first, to look at and to withdraw. */
export async function verdictsOn(db: Database, id: string): Promise<StandingVerdict[]> {
	const rows = await db.select().from(verdicts).where(about(id)).orderBy(desc(verdicts.at));
	const others = rows.map(({ one, other }) => (one === id ? other : one));
	const titles = await db
		.select({ id: records.id, title: records.title })
		.from(records)
		.where(inArray(records.id, others));
	const titleOf = new Map(titles.map((row) => [row.id, row.title]));
	return rows.map(({ by, at }, index) => {
		const other = others[index] ?? "";
		return { id: other, title: titleOf.get(other) ?? other, by, at: at.toISOString() };
	});
}

/** Writes verdicts inside the caller's transaction; those on records elsewhere or unknown are passed over. */
export async function writeDifferent(
	context: Pick<Context, "now">,
	tx: Database,
	actor: Actor,
	row: { id: string; region: string },
	others: readonly string[],
): Promise<number> {
	if (others.length === 0) return 0;
	const known = await tx
		.select({ id: records.id })
		.from(records)
		.where(and(inArray(records.id, [...others]), eq(records.region, row.region)));
	const values = known
		.filter(({ id }) => id !== row.id)
		.map(({ id }) => ({ ...pair(row.id, id), by: actor.name, at: context.now() }));
	if (values.length === 0) return 0;
	return (await tx.insert(verdicts).values(values).onConflictDoNothing().returning()).length;
}

async function bothOf(db: Database, actor: Actor, id: string, other: string) {
	const rows = await db
		.select()
		.from(records)
		.where(inArray(records.id, [id, other]));
	const [row, second] = [id, other].map((wanted) => rows.find((one) => one.id === wanted));
	if (!row || !second) throw recordNotFound();
	for (const one of [row, second]) requireRole(actor, "editor", one.region);
	return { row, second };
}

/** Remembers that two records are not the same thing. Throws 404, or 422 for two that could not be one anyway. */
export async function callDifferent(context: Context, actor: Actor, id: string, other: string): Promise<void> {
	const { row, second } = await bothOf(context.db, actor, id, other);
	if (row.id === second.id || row.region !== second.region) {
		throw new Refusal(422, "cannot-compare", {
			nl: "Dit oordeel gaat over twee verschillende items in dezelfde regio.",
			en: "This verdict is about two different records of the same region.",
		});
	}
	await context.db.transaction(async (tx) => {
		if ((await writeDifferent(context, tx, actor, row, [other])) > 0) {
			await writeAudit(context, tx, actor, "different", id, { other });
		}
	});
}

/** Takes the verdict back: the pair may be proposed again. */
export async function withdrawVerdict(context: Context, actor: Actor, id: string, other: string): Promise<void> {
	await bothOf(context.db, actor, id, other);
	const { one, other: second } = pair(id, other);
	await context.db.transaction(async (tx) => {
		const gone = await tx
			.delete(verdicts)
			.where(and(eq(verdicts.one, one), eq(verdicts.other, second)))
			.returning();
		if (gone.length > 0) await writeAudit(context, tx, actor, "different-withdrawn", id, { other });
	});
}
