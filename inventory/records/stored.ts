import { and, asc, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Kind } from "../../shared/model/kinds.ts";
import { type DataOf, schemas } from "../../shared/model/kinds.ts";
import type { Contact } from "../../shared/model/values.ts";
import { matchKeyOfTitle } from "../../shared/text/match-key.ts";
import type { Database } from "../db/open.ts";
import { audit, contacts, records, revisions } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import { digestOf } from "./digest.ts";

/** Reading and writing the rows that make up a record, shared by the verbs. Every function runs in the caller's transaction. */

export type RecordRow = typeof records.$inferSelect;
export type Via = (typeof revisions.$inferInsert)["via"];

/** A record's data as its schema gives it, and the contacts that go to their own table. */
export function splitContacts(data: DataOf[Kind]): { data: Record<string, unknown>; contacts: Contact[] } {
	const { contacts: persons, ...rest } = data;
	return { data: rest, contacts: persons };
}

export async function readForUpdate(db: Database, id: string): Promise<RecordRow | undefined> {
	const [row] = await db.select().from(records).where(eq(records.id, id)).for("update");
	return row;
}

/** The contacts of a record, private ones too: only for staff who may see the record. */
export async function contactsOf(db: Database, id: string): Promise<Contact[]> {
	const rows = await db.select().from(contacts).where(eq(contacts.recordId, id)).orderBy(asc(contacts.position));
	return rows.map((row) => ({
		name: row.name,
		public: row.public,
		...(row.role && { role: row.role }),
		...(row.email && { email: row.email }),
		...(row.phone && { phone: row.phone }),
	}));
}

export async function writeContacts(db: Database, recordId: string, persons: readonly Contact[]): Promise<void> {
	await db.delete(contacts).where(eq(contacts.recordId, recordId));
	if (persons.length === 0) return;
	await db
		.insert(contacts)
		.values(persons.map((person, position) => ({ id: uuidv7(), recordId, position, ...person })));
}

/** The columns that follow from a record's data. */
export function derivedColumns(kind: Kind, data: unknown): { title: string; titleKey: string } {
	const { title } = schemas[kind].parse(data);
	return { title, titleKey: matchKeyOfTitle(title) };
}

export async function writeRevision(
	db: Database,
	row: {
		recordId: string;
		revision: number;
		data: Record<string, unknown>;
		digest?: string;
		via: Via;
		by: string;
		at: Date;
	},
): Promise<void> {
	await db.insert(revisions).values({ ...row, digest: row.digest ?? digestOf(row.data) });
}

/** Whether exactly this was sent for this record before: the same clip, repeated. */
export async function wasSentBefore(db: Database, recordId: string, digest: string): Promise<boolean> {
	const [row] = await db
		.select({ revision: revisions.revision })
		.from(revisions)
		.where(and(eq(revisions.recordId, recordId), eq(revisions.digest, digest)))
		.limit(1);
	return row !== undefined;
}

export async function writeAudit(
	{ now }: Pick<Context, "now">,
	db: Database,
	actor: Actor,
	action: string,
	recordId: string | null,
	detail: Record<string, unknown> = {},
): Promise<void> {
	await db.insert(audit).values({ at: now(), by: actor.name, action, recordId, detail });
}
