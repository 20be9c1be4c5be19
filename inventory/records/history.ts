import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { RecordState } from "../../shared/model/clip.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { requireRole } from "../access/permission.ts";
import type { Database } from "../db/open.ts";
import { audit, records, revisions } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import { writeNewRevision } from "./new-revision.ts";
import { notFound, Refusal, recordNotFound } from "./refusal.ts";
import { type RecordRow, readForUpdate, type Via, writeAudit } from "./stored.ts";

export interface RevisionEntry {
	revision: number;
	at: string;
	by: string;
	via: Via;
	/** Whether it is the one that the public sees. */
	published: boolean;
	data: unknown;
}

const standsPublic = ({ state, publishedRevision }: RecordRow, revision: number) =>
	state === "published" && publishedRevision === revision;

/** Revisions of a record, latest first; `next` is the `before` of the following page. */
export async function revisionsOf(
	db: Database,
	row: RecordRow,
	{ before, limit }: { before?: number | undefined; limit: number },
): Promise<{ items: RevisionEntry[]; next: number | null }> {
	const rows = await db
		.select()
		.from(revisions)
		.where(and(eq(revisions.recordId, row.id), before === undefined ? undefined : lt(revisions.revision, before)))
		.orderBy(desc(revisions.revision))
		.limit(limit + 1);
	const page = rows.slice(0, limit);
	return {
		items: page.map(({ revision, at, by, via, data }) => ({
			revision,
			at: at.toISOString(),
			by,
			via,
			published: standsPublic(row, revision),
			data,
		})),
		next: rows.length > limit ? (page.at(-1)?.revision ?? null) : null,
	};
}

/** Records that were merged into this one, straight or by way of another. */
export async function mergedFrom(
	db: Database,
	id: string,
): Promise<{ id: string; title: string; into: string; state: RecordState }[]> {
	const found = new Map<string, { id: string; title: string; into: string; state: RecordState }>();
	let wave = [id];
	while (wave.length > 0) {
		const rows = await db
			.select()
			.from(records)
			.where(inArray(records.mergedInto, wave))
			.orderBy(desc(records.updatedAt));
		wave = [];
		for (const row of rows) {
			if (found.has(row.id) || row.id === id) continue;
			found.set(row.id, { id: row.id, title: row.title, into: row.mergedInto ?? id, state: row.state });
			wave.push(row.id);
		}
	}
	return [...found.values()];
}

export interface AuditEntry {
	id: number;
	at: string;
	by: string;
	action: string;
	recordId: string | null;
	detail: Record<string, unknown>;
}

/** Who did what with a record and with those merged into it, latest first; `next` is the `before` of the following page. */
export async function auditOf(
	db: Database,
	id: string,
	{ before, limit }: { before?: number | undefined; limit: number },
): Promise<{ items: AuditEntry[]; next: number | null }> {
	const ids = [id, ...(await mergedFrom(db, id)).map((one) => one.id)];
	const rows = await db
		.select()
		.from(audit)
		.where(and(inArray(audit.recordId, ids), before === undefined ? undefined : lt(audit.id, before)))
		.orderBy(desc(audit.id))
		.limit(limit + 1);
	const page = rows.slice(0, limit);
	return {
		items: page.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
		next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
	};
}

export interface RestoreInput {
	revision: number;
	/** Only these fields; all of the data when left out. */
	fields?: readonly string[] | undefined;
	baseRevision?: number | undefined;
	language: Language;
}

/**
 * Puts an earlier revision, or some of its fields, on top of what stands, as a new revision: history is added to, never
 * rewritten. Contacts have no versions and stay as they are. Throws 404, 409, or 422 when today's schema refuses what was.
 */
export async function restoreRevision(
	context: Context,
	actor: Actor,
	id: string,
	{ revision, fields, baseRevision, language }: RestoreInput,
): Promise<void> {
	await context.db.transaction(async (tx) => {
		const row = await readForUpdate(tx, id);
		if (!row) throw recordNotFound();
		requireRole(actor, "editor", row.region);
		if (row.state === "merged") {
			throw new Refusal(409, "merged", {
				nl: "Dit item is samengevoegd met een ander: wijzig dat.",
				en: "This record was merged into another: change that one.",
			});
		}
		if (baseRevision !== undefined && baseRevision !== row.revision) {
			throw new Refusal(
				409,
				"revision-conflict",
				{
					nl: "Iemand anders heeft dit item intussen gewijzigd: bekijk het opnieuw.",
					en: "Somebody else changed this record in the meantime: look at it again.",
				},
				{ revision: row.revision },
			);
		}
		const [wanted] = await tx
			.select()
			.from(revisions)
			.where(and(eq(revisions.recordId, id), eq(revisions.revision, revision)));
		if (!wanted) {
			throw notFound({ nl: "Deze versie bestaat niet.", en: "There is no such revision." });
		}
		const data = fields
			? Object.fromEntries([
					...Object.entries(row.data).filter(([name]) => !fields.includes(name)),
					...Object.entries(wanted.data).filter(([name]) => fields.includes(name)),
				])
			: wanted.data;
		const after = await writeNewRevision(context, tx, actor, row, { data, via: "restore", language });
		if (after.revision === row.revision) return;
		await writeAudit(context, tx, actor, "restore-revision", id, {
			revision: after.revision,
			from: revision,
			...(fields && { fields: [...fields] }),
		});
	});
}

export interface Edition {
	id: string;
	title: string;
	state: RecordState;
	start: string | null;
	edition: string | null;
	place: string | null;
	results: Record<string, unknown> | null;
}

const asText = (value: unknown) => (typeof value === "string" ? value : null);
const asObject = (value: unknown): Record<string, unknown> | null =>
	typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;

/** The events of the series that `row` is one of, itself too, latest first; none when it is of no series. */
export async function editionsOf(db: Database, row: RecordRow): Promise<Edition[]> {
	const series = asText(asObject(row.data.series)?.id);
	if (row.kind !== "event" || !series) return [];
	const rows = await db
		.select()
		.from(records)
		.where(
			and(
				eq(records.region, row.region),
				eq(records.kind, "event"),
				inArray(records.state, ["clipped", "in-review", "published", "archived"]),
				sql`${records.data} @> ${JSON.stringify({ series: { id: series } })}::jsonb`,
			),
		)
		.limit(200);
	return rows
		.map(({ id, title, state, data }) => ({
			id,
			title,
			state,
			start: asText(data.start),
			edition: asText(asObject(data.series)?.edition),
			place: asText(asObject(data.location)?.place),
			results: asObject(data.results),
		}))
		.sort((a, b) => (b.start ?? "").localeCompare(a.start ?? ""));
}
