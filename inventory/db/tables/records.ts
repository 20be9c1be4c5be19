import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { RecordState } from "../../../shared/model/clip.ts";
import type { Kind } from "../../../shared/model/kinds.ts";
import type { Region } from "../../../shared/model/region.ts";
import type { WidgetAttributes, WidgetKind } from "../../../shared/model/widget.ts";
import { at } from "./moment.ts";

export const regions = pgTable("regions", {
	id: text("id").primaryKey(),
	name: text("name").notNull(),
	data: jsonb("data").$type<Region>().notNull(),
});

/** The current state of everything held. `data` is what its kind's schema accepts, without contacts. */
export const records = pgTable(
	"records",
	{
		id: uuid("id").primaryKey(),
		kind: text("kind").$type<Kind>().notNull(),
		region: text("region")
			.notNull()
			.references(() => regions.id),
		state: text("state").$type<RecordState>().notNull(),
		revision: integer("revision").notNull(),
		/** The revision that the public sees; later ones wait for the next publication. */
		publishedRevision: integer("published_revision"),
		title: text("title").notNull(),
		/** Match key of the title, for finding duplicates. */
		titleKey: text("title_key").notNull(),
		data: jsonb("data").$type<Record<string, unknown>>().notNull(),
		note: text("note"),
		mergedInto: uuid("merged_into"),
		/** The id in the UID of its calendar entry when that is not its own: of a record merged into it that had subscribers first. */
		calendarId: uuid("calendar_id"),
		clippedBy: text("clipped_by"),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
	},
	(table) => [
		index("records_region_kind_state").on(table.region, table.kind, table.state, table.updatedAt),
		index("records_region_updated").on(table.region, table.updatedAt),
		index("records_title_key_trgm").using("gin", sql`${table.titleKey} gin_trgm_ops`),
		index("records_merged_into").on(table.mergedInto),
		/** Answers `@>`: who mentions an organisation, which events are of one series. */
		index("records_data").using("gin", sql`${table.data} jsonb_path_ops`),
		index("records_start_day").on(table.region, table.kind, sql`left(${table.data}->>'start', 10)`),
		/** Requests and offers of a type that still stand, for matching; and those of a region, latest change first. */
		index("records_matching")
			.on(
				sql`(${table.data}->>'type')`,
				sql`(${table.data}->>'direction')`,
				sql`coalesce(${table.data}->>'validThrough', '9999-12-31')`,
			)
			.where(sql`${table.kind} = 'opportunity' and ${table.state} in ('clipped', 'in-review', 'published')`),
		index("records_matching_region")
			.on(table.region, sql`(${table.data}->>'direction')`, table.updatedAt, table.id)
			.where(sql`${table.kind} = 'opportunity' and ${table.state} in ('clipped', 'in-review', 'published')`),
	],
);

/** Every version of every record, never changed after writing. */
export const revisions = pgTable(
	"revisions",
	{
		recordId: uuid("record_id")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		revision: integer("revision").notNull(),
		data: jsonb("data").$type<Record<string, unknown>>().notNull(),
		/** SHA-256 of what was sent, so that a repeated clip is known as the same. */
		digest: text("digest").notNull(),
		via: text("via").$type<"clip" | "edit" | "restore" | "import" | "sample" | "merge" | "unmerge">().notNull(),
		by: text("by").notNull(),
		at: at("at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.recordId, table.revision] })],
);

/** Where a record was found, with the evidence for each field. */
export const sources = pgTable(
	"sources",
	{
		id: uuid("id").primaryKey(),
		recordId: uuid("record_id")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		url: text("url").notNull(),
		canonicalUrl: text("canonical_url"),
		/** A hint for finding the same page again, never an identity. */
		matchKey: text("match_key").notNull(),
		title: text("title"),
		language: text("language"),
		capturedAt: at("captured_at").notNull(),
		evidence: jsonb("evidence").$type<unknown>().notNull(),
	},
	(table) => [index("sources_match_key").on(table.matchKey), index("sources_record").on(table.recordId)],
);

/** Persons to turn to: apart from the data, so that no projection of the data can carry them. */
export const contacts = pgTable(
	"contacts",
	{
		id: uuid("id").primaryKey(),
		recordId: uuid("record_id")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		position: integer("position").notNull(),
		name: text("name").notNull(),
		role: text("role"),
		email: text("email"),
		phone: text("phone"),
		public: boolean("public").notNull().default(false),
	},
	(table) => [index("contacts_record").on(table.recordId, table.position)],
);

/** Configurations of embeds that staff keep under a name, so that a page carries only that name. */
export const widgets = pgTable("widgets", {
	name: text("name").primaryKey(),
	kind: text("kind").$type<WidgetKind>().notNull(),
	attributes: jsonb("attributes").$type<WidgetAttributes>().notNull(),
	updatedBy: text("updated_by").notNull(),
	updatedAt: at("updated_at").notNull(),
});
