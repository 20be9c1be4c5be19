import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { RecordState } from "../../../shared/model/clip.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { at } from "./moment.ts";
import { records, regions, sources } from "./records.ts";

/** The work list under a name that somebody gave it. `region` is where it is shared; null when it is its owner's alone. */
export const savedSearches = pgTable(
	"saved_searches",
	{
		id: uuid("id").primaryKey(),
		name: text("name").notNull(),
		owner: text("owner").notNull(),
		region: text("region").references(() => regions.id, { onDelete: "cascade" }),
		filters: jsonb("filters").$type<Record<string, string>>().notNull(),
		createdAt: at("created_at").notNull(),
		/** Set when it was taken away: kept so that this can be undone. */
		removedAt: at("removed_at"),
	},
	(table) => [index("saved_searches_owner").on(table.owner), index("saved_searches_region").on(table.region)],
);

/** One action on many records. Kept, so that it can go on after a pause and be undone. */
export const bulkRuns = pgTable(
	"bulk_runs",
	{
		id: uuid("id").primaryKey(),
		by: text("by").notNull(),
		actor: text("actor").notNull(),
		action: jsonb("action").$type<Record<string, unknown>>().notNull(),
		startedAt: at("started_at").notNull(),
		undoneAt: at("undone_at"),
	},
	(table) => [index("bulk_runs_actor").on(table.actor)],
);

/** What an action did to one record: as it was before, and as it was right after. */
export const bulkItems = pgTable(
	"bulk_items",
	{
		runId: uuid("run_id")
			.notNull()
			.references(() => bulkRuns.id, { onDelete: "cascade" }),
		position: integer("position").notNull(),
		recordId: uuid("record_id")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		state: text("state").$type<"waiting" | "done" | "same" | "refused" | "undone" | "kept">().notNull(),
		/** The revision that was ticked, which publishing must find. */
		revision: integer("revision").notNull(),
		sentence: jsonb("sentence").$type<Record<Language, string>>(),
		before: jsonb("before").$type<BulkStanding>(),
		after: jsonb("after").$type<BulkStanding>(),
	},
	(table) => [primaryKey({ columns: [table.runId, table.position] }), index("bulk_items_record").on(table.recordId)],
);

/** How a record stood: enough to see whether somebody touched it since. */
export interface BulkStanding {
	state: RecordState;
	revision: number;
	publishedRevision: number | null;
}

/** What the last weekly look at a source page found. */
export const sourceChecks = pgTable(
	"source_checks",
	{
		sourceId: uuid("source_id")
			.primaryKey()
			.references(() => sources.id, { onDelete: "cascade" }),
		recordId: uuid("record_id")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		checkedAt: at("checked_at").notNull(),
		state: text("state").$type<"same" | "changed" | "gone">().notNull(),
		etag: text("etag"),
		lastModified: text("last_modified"),
		/** SHA-256 of the page's words. */
		digest: text("digest"),
		/** Failures in a row: a page is gone after two. */
		failures: integer("failures").notNull().default(0),
	},
	(table) => [index("source_checks_record").on(table.recordId), index("source_checks_state").on(table.state)],
);
