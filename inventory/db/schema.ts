import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import type { RecordState } from "../../shared/model/clip.ts";
import type { Kind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import type { WidgetAttributes, WidgetKind } from "../../shared/model/widget.ts";

/** Migrations are made from this file: `npx drizzle-kit generate`. Forward only. */

const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const roles = ["clipper", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

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
		clippedBy: text("clipped_by"),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
	},
	(table) => [
		index("records_region_kind_state").on(table.region, table.kind, table.state, table.updatedAt),
		index("records_region_updated").on(table.region, table.updatedAt),
		index("records_title_key_trgm").using("gin", sql`${table.titleKey} gin_trgm_ops`),
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
		via: text("via").$type<"clip" | "edit" | "restore" | "import" | "sample">().notNull(),
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

/** What lets somebody in: a token for scripts and the extension, a one-time link, or a session of the workbench. Only hashes are kept. */
export const tokens = pgTable(
	"tokens",
	{
		id: uuid("id").primaryKey(),
		purpose: text("purpose").$type<"api" | "link" | "session">().notNull(),
		name: text("name").notNull(),
		role: text("role").$type<Role>().notNull(),
		digest: text("digest").notNull(),
		/** The program that it was given to, as that program called itself; null when it was made by hand. */
		client: text("client"),
		createdAt: at("created_at").notNull(),
		expiresAt: at("expires_at"),
		revokedAt: at("revoked_at"),
	},
	(table) => [uniqueIndex("tokens_digest").on(table.digest)],
);

/** Programs that ask to be let in by device authorization (RFC 8628), for the ten minutes that it takes. Only hashes are kept. */
export const deviceRequests = pgTable(
	"device_requests",
	{
		id: uuid("id").primaryKey(),
		deviceDigest: text("device_digest").notNull(),
		userDigest: text("user_digest").notNull(),
		client: text("client").notNull(),
		createdAt: at("created_at").notNull(),
		expiresAt: at("expires_at").notNull(),
		/** Seconds between two questions of the program; more after each that came too soon. */
		interval: integer("interval").notNull(),
		polledAt: at("polled_at"),
		state: text("state").$type<"pending" | "approved" | "denied">().notNull(),
		decidedBy: text("decided_by"),
	},
	(table) => [
		uniqueIndex("device_requests_device").on(table.deviceDigest),
		uniqueIndex("device_requests_user").on(table.userDigest),
	],
);

/** Configurations of embeds that staff keep under a name, so that a page carries only that name. */
export const widgets = pgTable("widgets", {
	name: text("name").primaryKey(),
	kind: text("kind").$type<WidgetKind>().notNull(),
	attributes: jsonb("attributes").$type<WidgetAttributes>().notNull(),
	updatedBy: text("updated_by").notNull(),
	updatedAt: at("updated_at").notNull(),
});

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
	(table) => [index("audit_record").on(table.recordId)],
);
