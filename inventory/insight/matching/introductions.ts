import { and, asc, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { matchOf } from "../../../shared/insight/matching/match-of.ts";
import { isPersonal } from "../../../shared/insight/matching/personal.ts";
import type { IntroductionStatus } from "../../../shared/vocabularies/introduction-statuses.ts";
import { may, regionsOf, requireRole, tooLittle } from "../../access/permission.ts";
import type { Database } from "../../db/open.ts";
import { introductionSteps, introductions, records } from "../../db/schema.ts";
import type { Actor, Context } from "../../records/context.ts";
import { notFound, Refusal, recordNotFound } from "../../records/refusal.ts";
import { contactsOf, writeAudit } from "../../records/stored.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { readSide, todayOf } from "./find-matches.ts";
import { askForCount } from "./outcome-indicator.ts";
import { type StoredSide, sideColumns, sideOf, told } from "./sides.ts";

type Row = typeof introductions.$inferSelect;

const introductionNotFound = () =>
	notFound({
		nl: "Deze bemiddeling kennen we niet (meer).",
		en: "We do not know this introduction (any more).",
	});

const request = alias(records, "request");
const offer = alias(records, "offer");
const columnsOf = (table: typeof request | typeof offer) =>
	({
		id: table.id,
		kind: table.kind,
		title: table.title,
		region: table.region,
		state: table.state,
		data: table.data,
	}) satisfies Record<keyof typeof sideColumns, unknown>;

const joined = (db: Database) =>
	db
		.select({ row: introductions, request: columnsOf(request), offer: columnsOf(offer) })
		.from(introductions)
		.innerJoin(request, eq(request.id, introductions.requestId))
		.innerJoin(offer, eq(offer.id, introductions.offerId));

type Joined = Awaited<ReturnType<typeof joined>>[number];

const toldSide = (found: Joined["request"]) => {
	const side = sideOf(found);
	return side ? told(side) : { id: found.id, title: found.title, region: found.region, state: found.state };
};

const toldIntroduction = ({ row, ...sides }: Joined) => ({
	id: row.id,
	region: row.region,
	status: row.status,
	note: row.note,
	revision: row.revision,
	by: row.by,
	createdAt: row.createdAt.toISOString(),
	updatedAt: row.updatedAt.toISOString(),
	request: toldSide(sides.request),
	offer: toldSide(sides.offer),
});

/** The introductions of one's regions, latest change first. */
export async function listIntroductions(
	{ db }: Pick<Context, "db">,
	actor: Actor,
	search: {
		region?: string | undefined;
		status?: IntroductionStatus | undefined;
		record?: string | undefined;
		limit: number;
		after?: string | undefined;
	},
) {
	if (search.region) requireRole(actor, "editor", search.region);
	const visible = search.region ? [search.region] : regionsOf(actor, "editor");
	const from = search.after === undefined ? undefined : readCursor(search.after);
	const rows = await joined(db)
		.where(
			and(
				visible === "all" ? undefined : inArray(introductions.region, [...visible, ""]),
				search.status && eq(introductions.status, search.status),
				search.record
					? or(eq(introductions.requestId, search.record), eq(introductions.offerId, search.record))
					: undefined,
				from &&
					or(
						lt(introductions.updatedAt, from.at),
						and(eq(introductions.updatedAt, from.at), sql`${introductions.id} < ${from.id}::uuid`),
					),
			),
		)
		.orderBy(desc(introductions.updatedAt), desc(introductions.id))
		.limit(search.limit + 1);
	const page = rows.slice(0, search.limit);
	const last = page.at(-1)?.row;
	return {
		items: page.map(toldIntroduction),
		next: rows.length > search.limit && last ? writeCursor(last.updatedAt, last.id) : null,
	};
}

async function sideFor(db: Database, id: string): Promise<StoredSide> {
	const [row] = await db.select(sideColumns).from(records).where(eq(records.id, id));
	const side = row && sideOf(row);
	if (!side) throw recordNotFound();
	return side;
}

const writeStep = (db: Database, { id, revision, status, note }: Row, by: string, at: Date) =>
	db.insert(introductionSteps).values({ introductionId: id, revision, status, note, by, at });

/**
 * Brings a request and an offer together. For editors of the request's region; the offer may be in another when it is public.
 * Throws 404, 403, 409 when the pair is there already (`current` has it) and 422 when they break a hard condition.
 */
export async function introduce(
	context: Context,
	actor: Actor,
	input: { request: string; offer: string; status: IntroductionStatus; note?: string | undefined },
): Promise<string> {
	const at = context.now();
	const row = await context.db.transaction(async (tx) => {
		const asked = await readSide(tx, actor, input.request);
		const offered = await sideFor(tx, input.offer);
		const isPublic = offered.state === "published" && !isPersonal(offered.wish);
		if (!may(actor, "editor", offered.region) && !isPublic) throw tooLittle();
		const { fits, broken } = matchOf(asked, offered, { today: todayOf(context) });
		if (!fits) {
			const all = (language: "nl" | "en") => broken.map((one) => one[language]).join(" ");
			throw new Refusal(
				422,
				"does-not-fit",
				{ nl: "Deze vraag en dit aanbod passen niet bij elkaar.", en: "This request and this offer do not fit." },
				{ detail: { nl: all("nl"), en: all("en") } },
			);
		}
		const [made] = await tx
			.insert(introductions)
			.values({
				id: uuidv7(),
				requestId: asked.id,
				offerId: offered.id,
				region: asked.region,
				status: input.status,
				note: input.note || null,
				revision: 1,
				by: actor.name,
				createdAt: at,
				updatedAt: at,
			})
			.onConflictDoNothing()
			.returning();
		if (!made) {
			const [current] = await tx
				.select({ id: introductions.id, status: introductions.status, revision: introductions.revision })
				.from(introductions)
				.where(and(eq(introductions.requestId, asked.id), eq(introductions.offerId, offered.id)));
			throw new Refusal(
				409,
				"introduced-already",
				{
					nl: "Deze vraag en dit aanbod zijn al bij elkaar gebracht.",
					en: "This request and this offer were brought together already.",
				},
				{ current },
			);
		}
		await writeStep(tx, made, actor.name, at);
		await writeAudit(context, tx, actor, "introduce", asked.id, { offer: offered.id, status: made.status });
		return made;
	});
	await askForCount(context, row.region);
	return row.id;
}

/** Says what became of an introduction, or notes something. Throws 404, 403, and 409 or 412 when somebody was first. */
export async function changeIntroduction(
	context: Context,
	actor: Actor,
	id: string,
	input: { status?: IntroductionStatus | undefined; note?: string | null | undefined; baseRevision: number },
): Promise<void> {
	const at = context.now();
	const region = await context.db.transaction(async (tx) => {
		const [row] = await tx.select().from(introductions).where(eq(introductions.id, id)).for("update");
		if (!row) throw introductionNotFound();
		requireRole(actor, "editor", row.region);
		if (row.revision !== input.baseRevision) {
			throw new Refusal(
				409,
				"revision-conflict",
				{
					nl: "Iemand anders heeft deze bemiddeling intussen gewijzigd.",
					en: "Somebody else changed this introduction in the meantime.",
				},
				{ revision: row.revision },
			);
		}
		const status = input.status ?? row.status;
		const note = input.note === undefined ? row.note : input.note || null;
		if (status === row.status && note === row.note) return undefined;
		const [after] = await tx
			.update(introductions)
			.set({ status, note, revision: row.revision + 1, updatedAt: at })
			.where(eq(introductions.id, id))
			.returning();
		if (!after) throw introductionNotFound();
		await writeStep(tx, after, actor.name, at);
		await writeAudit(context, tx, actor, "introduction", row.requestId, {
			offer: row.offerId,
			from: row.status,
			status,
		});
		return row.region;
	});
	if (region) await askForCount(context, region);
}

/** The contacts that `actor` may see: all of a record in one's regions, elsewhere those that are public. */
async function contactsFor(db: Database, actor: Actor, record: { id: string; region: string }) {
	const all = await contactsOf(db, record.id);
	return may(actor, "editor", record.region) ? all : all.filter((contact) => contact.public);
}

/** One introduction with its history, how both sides suit each other, and whom to turn to. Throws 404 or 403. */
export async function readIntroduction(context: Context, actor: Actor, id: string) {
	const { db } = context;
	const [found] = await joined(db).where(eq(introductions.id, id));
	if (!found) throw introductionNotFound();
	requireRole(actor, "editor", found.row.region);
	const steps = await db
		.select()
		.from(introductionSteps)
		.where(eq(introductionSteps.introductionId, id))
		.orderBy(asc(introductionSteps.revision));
	const [asked, offered] = [sideOf(found.request), sideOf(found.offer)];
	const match = asked && offered ? matchOf(asked, offered, { today: todayOf(context) }) : undefined;
	return {
		...toldIntroduction(found),
		reasons: match?.reasons ?? [],
		contacts: {
			request: await contactsFor(db, actor, found.request),
			offer: await contactsFor(db, actor, found.offer),
		},
		steps: steps.map(({ introductionId: _, at, ...step }) => ({ ...step, at: at.toISOString() })),
	};
}
