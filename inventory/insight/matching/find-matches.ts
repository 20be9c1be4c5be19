import { and, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { bestFor, nearMisses, type Proposal } from "../../../shared/insight/matching/match-of.ts";
import { isPersonal } from "../../../shared/insight/matching/personal.ts";
import { dateIn } from "../../../shared/text/zoned-time.ts";
import type { Direction } from "../../../shared/vocabularies/directions.ts";
import { regionsOf, requireRole } from "../../access/permission.ts";
import type { Database } from "../../db/open.ts";
import { introductions, records } from "../../db/schema.ts";
import type { Actor, Context } from "../../records/context.ts";
import { Refusal, recordNotFound } from "../../records/refusal.ts";
import { candidatesFor, directionIs, notExpired, openOpportunity } from "./candidates.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { type StoredSide, sideColumns, sideOf, told } from "./sides.ts";

const noSide = () =>
	new Refusal(422, "not-an-opportunity", {
		nl: "Alleen bij een vraag of een aanbod is iets te zoeken dat erbij past.",
		en: "Only a request or an offer has something that suits it.",
	});

export const todayOf = ({ now }: Pick<Context, "now">): string => dateIn("Europe/Amsterdam", now().getTime());

/** The request or offer under `id`. Throws 404, 403 when whoever asks is no editor there, 422 for anything else. */
export async function readSide(db: Database, actor: Actor, id: string): Promise<StoredSide> {
	const [row] = await db.select(sideColumns).from(records).where(eq(records.id, id));
	if (!row) throw recordNotFound();
	requireRole(actor, "editor", row.region);
	const side = sideOf(row);
	if (!side) throw noSide();
	return side;
}

/** What became of a pair already, by the id of the other side. */
async function introducedWith(db: Database, id: string) {
	const rows = await db
		.select()
		.from(introductions)
		.where(or(eq(introductions.requestId, id), eq(introductions.offerId, id)));
	return new Map(
		rows.map(({ id: introduction, requestId, offerId, status, revision }) => [
			requestId === id ? offerId : requestId,
			{ id: introduction, status, revision },
		]),
	);
}

async function proposalsFor(context: Context, actor: Actor, side: StoredSide, limit: number, loose = false) {
	const today = todayOf(context);
	const visible = regionsOf(actor, "editor");
	const pool = await candidatesFor(context.db, side, { visible, today, loose });
	// A person's request is for the editors of its region, also when somebody managed to publish it.
	const seen = pool.filter(({ wish, region }) => visible === "all" || visible.includes(region) || !isPersonal(wish));
	const found: Proposal<StoredSide>[] = (loose ? nearMisses : bestFor)(side, seen, { today, limit });
	const introduced = await introducedWith(context.db, side.id);
	return found.map(({ side: other, match }) => ({
		...told(other),
		...match,
		introduction: introduced.get(other.id) ?? null,
	}));
}

/** The best counterparts of a request or offer; with `loose` what nearly fits, each with the conditions that it breaks. */
export async function matchesOf(
	context: Context,
	actor: Actor,
	id: string,
	{ limit, loose = false }: { limit: number; loose?: boolean },
) {
	const side = await readSide(context.db, actor, id);
	return {
		record: { ...told(side), personal: isPersonal(side.wish) },
		items: await proposalsFor(context, actor, side, limit, loose),
	};
}

/** Open requests, or offers, of one region or of all that one may see, latest change first, each with its best counterparts. */
export async function openSides(
	context: Context,
	actor: Actor,
	search: {
		region?: string | undefined;
		direction: Direction;
		limit: number;
		after?: string | undefined;
		best: number;
	},
) {
	const { db } = context;
	if (search.region) requireRole(actor, "editor", search.region);
	const visible = search.region ? [search.region] : regionsOf(actor, "editor");
	const from = search.after === undefined ? undefined : readCursor(search.after);
	const rows = await db
		.select({ ...sideColumns, updatedAt: records.updatedAt })
		.from(records)
		.where(
			and(
				openOpportunity,
				directionIs(search.direction),
				notExpired(todayOf(context)),
				visible === "all" ? undefined : inArray(records.region, [...visible, ""]),
				from &&
					or(
						lt(records.updatedAt, from.at),
						and(eq(records.updatedAt, from.at), sql`${records.id} < ${from.id}::uuid`),
					),
			),
		)
		.orderBy(desc(records.updatedAt), desc(records.id))
		.limit(search.limit + 1);
	const page = rows.slice(0, search.limit);
	const items = [];
	for (const row of page) {
		const side = sideOf(row);
		if (!side) continue;
		const matches = await proposalsFor(context, actor, side, search.best);
		items.push({ ...told(side), personal: isPersonal(side.wish), matches });
	}
	const last = page.at(-1);
	return { items, next: rows.length > search.limit && last ? writeCursor(last.updatedAt, last.id) : null };
}
