import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Kind } from "../../../shared/model/kinds.ts";
import { at } from "./moment.ts";
import { records, regions } from "./records.ts";

export const importFormats = ["auto", "icalendar", "feed", "rss", "page", "sitemap", "csv"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What a partner's feed or file is read by. */
export interface ImportMapping {
	/** CSV: the field that each column goes to. Left out, a column's name is its field. */
	columns?: Record<string, string> | undefined;
	/** Values for fields that the source leaves out. */
	defaults?: Record<string, string> | undefined;
}

export interface ImportCounts {
	read: number;
	added: number;
	changed: number;
	unchanged: number;
	skipped: number;
	vanished: number;
	returned: number;
}

export interface ImportNote {
	/** The item in the source; empty when it is about the source as a whole. */
	key: string;
	about: "skipped" | "kept" | "note";
	nl: string;
	en: string;
}

/** Where partners' items come from: an address, or files that somebody brings. */
export const importSources = pgTable(
	"import_sources",
	{
		id: uuid("id").primaryKey(),
		region: text("region")
			.notNull()
			.references(() => regions.id),
		kind: text("kind").$type<Kind>().notNull(),
		name: text("name").notNull(),
		/** `https://…` to fetch, `upload:…` and `file://…` for what is brought by hand. */
		address: text("address").notNull(),
		format: text("format").$type<ImportFormat>().notNull().default("auto"),
		/** Cron in Europe/Amsterdam; null runs by hand only. */
		schedule: text("schedule"),
		paused: boolean("paused").notNull().default(false),
		mapping: jsonb("mapping").$type<ImportMapping>().notNull(),
		etag: text("etag"),
		lastModified: text("last_modified"),
		/** SHA-256 of what was fetched last, so that the same again is known without reading it. */
		bodyDigest: text("body_digest"),
		/** When everything was last read: occurrences of series come in as time goes by, also without a change. */
		readAt: at("read_at"),
		nextRunAt: at("next_run_at"),
		createdBy: text("created_by").notNull(),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
	},
	(table) => [
		uniqueIndex("import_sources_address").on(table.region, table.kind, table.address),
		index("import_sources_next").on(table.nextRunAt),
	],
);

/** Every run of a source, with its report. */
export const importRuns = pgTable(
	"import_runs",
	{
		id: uuid("id").primaryKey(),
		sourceId: uuid("source_id")
			.notNull()
			.references(() => importSources.id, { onDelete: "cascade" }),
		state: text("state").$type<"running" | "done" | "unchanged" | "failed" | "cancelled">().notNull(),
		startedBy: text("started_by").notNull(),
		startedAt: at("started_at").notNull(),
		/** Moves while the run does: one that stands still for minutes was cut off. */
		progressAt: at("progress_at").notNull(),
		endedAt: at("ended_at"),
		cancel: boolean("cancel").notNull().default(false),
		counts: jsonb("counts").$type<ImportCounts>().notNull(),
		report: jsonb("report").$type<ImportNote[]>().notNull(),
		/** Why it failed, in both languages. */
		problem: jsonb("problem").$type<{ nl: string; en: string }>(),
	},
	(table) => [
		index("import_runs_source").on(table.sourceId, table.startedAt),
		uniqueIndex("import_runs_one").on(table.sourceId).where(sql`${table.state} = 'running'`),
	],
);

/** What a source last said of each item, apart from the record that staff work on. */
export const importItems = pgTable(
	"import_items",
	{
		sourceId: uuid("source_id")
			.notNull()
			.references(() => importSources.id, { onDelete: "cascade" }),
		key: text("key").notNull(),
		recordId: uuid("record_id")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		rawDigest: text("raw_digest").notNull(),
		/** As it stood in the source, without persons. */
		raw: jsonb("raw").$type<unknown>().notNull(),
		/** What became of it: a field that differs in the record was changed by a person. */
		imported: jsonb("imported").$type<Record<string, unknown>>().notNull(),
		/** Find the item again when the source gave it another key. */
		urlKey: text("url_key"),
		contentKey: text("content_key").notNull(),
		/** When it starts, for an event: what is over does not vanish. */
		startsAt: at("starts_at"),
		lastSeen: at("last_seen").notNull(),
		vanishedAt: at("vanished_at"),
	},
	(table) => [
		primaryKey({ columns: [table.sourceId, table.key] }),
		index("import_items_content").on(table.sourceId, table.contentKey),
		index("import_items_url").on(table.sourceId, table.urlKey),
		index("import_items_record").on(table.recordId),
	],
);
