import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod/mini";
import { Slug } from "../../shared/model/values.ts";
import { requireRole } from "../access/permission.ts";
import type { Database } from "../db/open.ts";
import { records, savedSearches } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import { type AttentionView, attentionViews, conditionOf, ListFilters, type VisibleRegions } from "./list-search.ts";
import { notFound } from "./refusal.ts";
import { requireRegion } from "./regions.ts";

export const SavedSearchInput = z.object({
	name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
	filters: ListFilters,
	/** Where it is shared; null when it is for oneself. */
	region: z.nullable(Slug),
});
export type SavedSearchInput = z.infer<typeof SavedSearchInput>;

export interface SavedSearch extends SavedSearchInput {
	id: string;
	own: boolean;
	count: number;
}

/** As far as is counted beside the list; more means "more than that". */
export const countedTo = 1000;

const ownerOf = (actor: Actor) => actor.staff ?? actor.id;

async function countOf(db: Database, filters: ListFilters, visible: VisibleRegions, now: Date): Promise<number> {
	const { where, states } = await conditionOf(db, filters, visible, now);
	const some = db
		.select({ one: sql`1` })
		.from(records)
		.where(and(where, inArray(records.state, states)))
		.limit(countedTo + 1);
	return db.$count(some.as("some"));
}

/** How many records each attention view holds. */
export async function countViews(
	db: Database,
	visible: VisibleRegions,
	now: Date,
	region?: string,
): Promise<{ view: AttentionView; count: number }[]> {
	return Promise.all(
		attentionViews.map(async (view) => ({ view, count: await countOf(db, { view, region }, visible, now) })),
	);
}

/** One's own and those shared in the regions that one sees, by name. What a later version cannot read is left out. */
export async function listSearches(
	{ db, now }: Context,
	actor: Actor,
	visible: VisibleRegions,
): Promise<SavedSearch[]> {
	const shared = visible === "all" ? sql`region is not null` : inArray(savedSearches.region, [...visible, ""]);
	const rows = await db
		.select()
		.from(savedSearches)
		.where(and(isNull(savedSearches.removedAt), or(eq(savedSearches.owner, ownerOf(actor)), shared)))
		.orderBy(asc(sql`lower(${savedSearches.name})`), asc(savedSearches.id))
		.limit(100);
	const found = await Promise.all(
		rows.map(async ({ id, name, region, owner, filters }) => {
			const known = ListFilters.safeParse(filters);
			if (!known.success) return [];
			const count = await countOf(db, known.data, visible, now());
			return [{ id, name, region, filters: known.data, own: owner === ownerOf(actor), count }];
		}),
	);
	return found.flat();
}

async function requireMayShare(context: Context, actor: Actor, region: string | null): Promise<void> {
	if (region === null) return;
	await requireRegion(context.db, region);
	requireRole(actor, "editor", region);
}

export async function saveSearch(
	context: Context,
	actor: Actor,
	{ name, filters, region }: SavedSearchInput,
): Promise<{ id: string }> {
	await requireMayShare(context, actor, region);
	const id = uuidv7();
	await context.db
		.insert(savedSearches)
		.values({ id, name, region, owner: ownerOf(actor), filters: withoutEmpty(filters), createdAt: context.now() });
	return { id };
}

const withoutEmpty = (filters: ListFilters): Record<string, string> =>
	Object.fromEntries(Object.entries(filters).flatMap(([key, value]) => (value ? [[key, value]] : [])));

/** Changes one: its owner's, or a shared one by an editor of its region. Throws 404 for any other. */
async function change(
	context: Context,
	actor: Actor,
	id: string,
	values: Partial<typeof savedSearches.$inferInsert>,
): Promise<void> {
	const [row] = await context.db.select().from(savedSearches).where(eq(savedSearches.id, id));
	if (!row || (row.owner !== ownerOf(actor) && row.region === null)) {
		throw notFound({ nl: "Deze zoekopdracht is er niet (meer).", en: "There is no such search (any more)." });
	}
	if (row.owner !== ownerOf(actor)) requireRole(actor, "editor", row.region);
	await context.db.update(savedSearches).set(values).where(eq(savedSearches.id, id));
}

export async function changeSearch(context: Context, actor: Actor, id: string, input: SavedSearchInput): Promise<void> {
	await requireMayShare(context, actor, input.region);
	await change(context, actor, id, { ...input, filters: withoutEmpty(input.filters) });
}

export const removeSearch = (context: Context, actor: Actor, id: string) =>
	change(context, actor, id, { removedAt: context.now() });

export const bringBackSearch = (context: Context, actor: Actor, id: string) =>
	change(context, actor, id, { removedAt: null });
