import { and, asc, count, eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "../../db/open.ts";
import { type BulkStanding, bulkItems, bulkRuns, records } from "../../db/schema.ts";
import type { Actor, Context } from "../context.ts";
import { conditionOf, type ListFilters, type VisibleRegions } from "../list-search.ts";
import { notFound, Refusal, type Sentence } from "../refusal.ts";
import type { RecordRow } from "../stored.ts";
import { applyTo, BulkAction } from "./action.ts";
import { takeBack } from "./take-back.ts";

export type BulkState = (typeof bulkItems.$inferSelect)["state"];

export interface BulkProgress {
	id: string;
	action: BulkAction;
	/** How many records there are in each state of the action. */
	counts: Partial<Record<BulkState, number>>;
	/** How many are still to be done: ask again until there are none. */
	remaining: number;
	/** What was done to those of this step. */
	results: { id: string; title: string; state: BulkState; sentence: Sentence | null }[];
}

/** One action takes no more than this; a larger one asks for narrower filters. */
export const mostRecords = 5000;
/** Milliseconds of one step, so that whoever waits sees progress. */
const stepTime = 800;

/** Who may go on with an action and undo it: the person, whatever session or token they came with. */
const keyOf = (actor: Actor) => actor.staff ?? actor.id;

export const standingOf = ({ state, revision, publishedRevision }: RecordRow): BulkStanding => ({
	state,
	revision,
	publishedRevision,
});

const tooMany = () =>
	new Refusal(422, "too-many", {
		nl: `Een actie kan hoogstens ${mostRecords} items tegelijk aan. Maak de lijst korter met filters.`,
		en: `An action takes at most ${mostRecords} records at once. Narrow the list with filters.`,
	});

const nothingChosen = () =>
	new Refusal(422, "nothing-chosen", { nl: "Er zijn geen items gekozen.", en: "No records were chosen." });

/** Keeps the action with the records that it is for, chosen one by one or as all that match. Nothing is done yet. */
export async function start(
	context: Context,
	actor: Actor,
	action: BulkAction,
	chosen: { records: readonly { id: string; revision: number }[] } | { filters: ListFilters; visible: VisibleRegions },
): Promise<string> {
	const id = uuidv7();
	const at = context.now();
	await context.db.transaction(async (tx) => {
		const items = "records" in chosen ? await standing(tx, chosen.records) : await matching(tx, chosen, at);
		if (items.length === 0) throw nothingChosen();
		if (items.length > mostRecords) throw tooMany();
		await tx.insert(bulkRuns).values({ id, by: actor.name, actor: keyOf(actor), action, startedAt: at });
		for (let from = 0; from < items.length; from += 1000) {
			await tx.insert(bulkItems).values(
				items.slice(from, from + 1000).map((item, index) => ({
					runId: id,
					position: from + index,
					recordId: item.id,
					revision: item.revision,
					state: "waiting" as const,
				})),
			);
		}
	});
	return id;
}

/** Those that were ticked and are still there. */
async function standing(db: Database, ticked: readonly { id: string; revision: number }[]) {
	if (ticked.length === 0) return [];
	const ids = ticked.map(({ id }) => id);
	const there = await db.select({ id: records.id }).from(records).where(inArray(records.id, ids));
	const known = new Set(there.map(({ id }) => id));
	return [...new Map(ticked.filter(({ id }) => known.has(id)).map((one) => [one.id, one])).values()];
}

async function matching(db: Database, chosen: { filters: ListFilters; visible: VisibleRegions }, now: Date) {
	const { where, states } = await conditionOf(db, chosen.filters, chosen.visible, now);
	return db
		.select({ id: records.id, revision: records.revision })
		.from(records)
		.where(and(where, inArray(records.state, states)))
		.orderBy(asc(records.createdAt), asc(records.id))
		.limit(mostRecords + 1);
}

const bug: Sentence = {
	nl: "Er ging bij ons iets mis met dit item. Het is niet gewijzigd.",
	en: "Something went wrong on our side with this record. It was not changed.",
};

/** What one item became; `published` collects the regions whose feeds are out of date by it. */
async function oneItem(
	context: Context,
	actor: Actor,
	action: BulkAction,
	item: typeof bulkItems.$inferSelect,
	direction: "do" | "undo",
): Promise<Partial<typeof bulkItems.$inferSelect>> {
	try {
		// A savepoint of its own: what is refused leaves nothing behind, and the item can still be marked.
		return await context.db.transaction(async (tx) => {
			const inside = { ...context, db: tx };
			if (direction === "undo") return takeBack(inside, actor, action, item);
			const { before, after } = await applyTo(inside, actor, action, item);
			const same = before.updatedAt.getTime() === after.updatedAt.getTime() && before.revision === after.revision;
			const untouched = same && before.state === after.state && before.publishedRevision === after.publishedRevision;
			return { state: untouched ? "same" : "done", before: standingOf(before), after: standingOf(after) };
		});
	} catch (error) {
		const state = direction === "undo" ? "kept" : "refused";
		return { state, sentence: error instanceof Refusal ? error.title : bug };
	}
}

/** Goes on with an action, or with taking it back, for about a second. One bad record never stops the rest. */
export async function step(
	context: Context,
	actor: Actor,
	id: string,
	direction: "do" | "undo",
): Promise<BulkProgress> {
	const [run] = await context.db
		.select()
		.from(bulkRuns)
		.where(and(eq(bulkRuns.id, id), eq(bulkRuns.actor, keyOf(actor))));
	if (!run) throw notFound({ nl: "Deze actie is er niet (meer).", en: "There is no such action (any more)." });
	const action = BulkAction.parse(run.action);
	const results: BulkProgress["results"] = [];
	const touched = new Set<string>();
	const wanted: BulkState = direction === "do" ? "waiting" : "done";
	if (direction === "undo") {
		// What was still waiting is not done after all.
		await context.db
			.update(bulkItems)
			.set({ state: "kept" })
			.where(and(eq(bulkItems.runId, id), eq(bulkItems.state, "waiting")));
		await context.db.update(bulkRuns).set({ undoneAt: context.now() }).where(eq(bulkRuns.id, id));
	}
	const until = Date.now() + stepTime;
	do {
		const more = await context.db.transaction(async (tx) => {
			const [item] = await tx
				.select()
				.from(bulkItems)
				.where(and(eq(bulkItems.runId, id), eq(bulkItems.state, wanted)))
				.orderBy(asc(bulkItems.position))
				.limit(1)
				.for("update", { skipLocked: true });
			if (!item) return false;
			const inside: Context = { ...context, db: tx, published: async (region) => void touched.add(region) };
			const became = await oneItem(inside, actor, action, item, direction);
			await tx
				.update(bulkItems)
				.set(became)
				.where(and(eq(bulkItems.runId, id), eq(bulkItems.position, item.position)));
			const [record] = await tx.select({ title: records.title }).from(records).where(eq(records.id, item.recordId));
			const { state = item.state, sentence = null } = became;
			results.push({ id: item.recordId, title: record?.title ?? "", state, sentence });
			return true;
		});
		if (!more) break;
	} while (Date.now() < until);
	for (const region of touched) await context.published(region);
	const counted = await context.db
		.select({ state: bulkItems.state, count: count() })
		.from(bulkItems)
		.where(eq(bulkItems.runId, id))
		.groupBy(bulkItems.state);
	const counts = Object.fromEntries(counted.map((row) => [row.state, Number(row.count)]));
	return { id, action, counts, remaining: counts[wanted] ?? 0, results };
}
