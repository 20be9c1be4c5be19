import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { RecordState } from "../../../shared/model/clip.ts";
import { at } from "./moment.ts";
import { records } from "./records.ts";

/** Who did what, in order. Holds no personal data beyond the name staff gave their own access. */
export const audit = pgTable(
	"audit",
	{
		id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
		at: at("at").notNull(),
		by: text("by").notNull(),
		action: text("action").notNull(),
		recordId: uuid("record_id"),
		detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
	},
	(table) => [index("audit_record").on(table.recordId), index("audit_by").on(table.by, table.id)],
);

/** Two records that somebody looked at and called different, so that nobody is asked again. `one` is the lesser id. */
export const verdicts = pgTable(
	"verdicts",
	{
		one: uuid("one")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		other: uuid("other")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		by: text("by").notNull(),
		at: at("at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.one, table.other] }), index("verdicts_other").on(table.other)],
);

/** What a merge moved and changed, by id and revision, to undo it by. Contents are in the revisions. */
export interface MergeTrail {
	/** State of the merged record before. */
	state: RecordState;
	/** `calendarId` of the surviving one before. */
	calendarId: string | null;
	/** Whether the surviving record got a revision by it. */
	revised: boolean;
	/** Sources that went along. */
	sources: string[];
	/** Contacts that the surviving record got. */
	contacts: string[];
	/** Records whose mentions of the organisation were changed, with the revision that did it. */
	mentions: { id: string; revision: number }[];
	/** Introductions that went along; merges of an older version of the service have none. */
	introductions?: { id: string; side: "request" | "offer" }[];
}

export const merges = pgTable(
	"merges",
	{
		id: uuid("id").primaryKey(),
		recordId: uuid("record_id")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		into: uuid("into")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		/** The surviving record's revision after it: only while that stands can the merge be undone. */
		intoRevision: integer("into_revision").notNull(),
		trail: jsonb("trail").$type<MergeTrail>().notNull(),
		by: text("by").notNull(),
		at: at("at").notNull(),
		undoneAt: at("undone_at"),
	},
	(table) => [index("merges_record").on(table.recordId), index("merges_into").on(table.into)],
);
