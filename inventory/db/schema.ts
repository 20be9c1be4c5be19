import { sql } from "drizzle-orm";
import {
	bigint,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	real,
	text,
	timestamp,
	unique,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import type { OverlapOutcome } from "../../shared/insight/overlap/outcomes.ts";
import type { RecordState } from "../../shared/model/clip.ts";
import type { Kind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import type { WidgetAttributes, WidgetKind } from "../../shared/model/widget.ts";
import type { IntroductionStatus } from "../../shared/vocabularies/introduction-statuses.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";

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

/**
 * People who work here. This table and the four after `grants` are read and written by better-auth, whose names for their
 * columns these are; `email` is a placeholder that ends in `.invalid` until somebody gives one, and `emailVerified` says that
 * it stood on the invitation.
 */
export const staff = pgTable("staff", {
	id: uuid("id").primaryKey(),
	name: text("name").notNull(),
	email: text("email").notNull().unique(),
	emailVerified: boolean("email_verified").notNull().default(false),
	image: text("image"),
	createdAt: at("created_at").notNull(),
	updatedAt: at("updated_at").notNull(),
});

/** Who may do what where; `region` null is every region. */
export const grants = pgTable(
	"grants",
	{
		staffId: uuid("staff_id")
			.notNull()
			.references(() => staff.id, { onDelete: "cascade" }),
		region: text("region").references(() => regions.id),
		role: text("role").$type<Role>().notNull(),
	},
	(table) => [unique("grants_staff_region").on(table.staffId, table.region).nullsNotDistinct()],
);

/** Sessions of people in the workbench. `token` is a hash. */
export const sessions = pgTable(
	"sessions",
	{
		id: uuid("id").primaryKey(),
		userId: uuid("staff_id")
			.notNull()
			.references(() => staff.id, { onDelete: "cascade" }),
		token: text("token").notNull().unique(),
		expiresAt: at("expires_at").notNull(),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
		ipAddress: text("ip_address"),
		userAgent: text("user_agent"),
	},
	(table) => [index("sessions_staff").on(table.userId)],
);

/** How somebody signs in: a password (its scrypt hash) or an account elsewhere (OpenID Connect). */
export const signInMethods = pgTable(
	"sign_in_methods",
	{
		id: uuid("id").primaryKey(),
		userId: uuid("staff_id")
			.notNull()
			.references(() => staff.id, { onDelete: "cascade" }),
		providerId: text("provider").notNull(),
		accountId: text("subject").notNull(),
		password: text("password"),
		accessToken: text("access_token"),
		refreshToken: text("refresh_token"),
		idToken: text("id_token"),
		accessTokenExpiresAt: at("access_token_expires_at"),
		refreshTokenExpiresAt: at("refresh_token_expires_at"),
		scope: text("scope"),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
	},
	(table) => [uniqueIndex("sign_in_methods_subject").on(table.providerId, table.accountId)],
);

/** What is asked back within minutes: WebAuthn challenges and the state of a sign-in elsewhere. */
export const verifications = pgTable(
	"verifications",
	{
		id: uuid("id").primaryKey(),
		identifier: text("identifier").notNull(),
		value: text("value").notNull(),
		expiresAt: at("expires_at").notNull(),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
	},
	(table) => [index("verifications_identifier").on(table.identifier)],
);

/** Passkeys (WebAuthn): public keys only. */
export const passkeys = pgTable(
	"passkeys",
	{
		id: uuid("id").primaryKey(),
		userId: uuid("staff_id")
			.notNull()
			.references(() => staff.id, { onDelete: "cascade" }),
		name: text("name"),
		publicKey: text("public_key").notNull(),
		credentialID: text("credential_id").notNull().unique(),
		counter: integer("counter").notNull(),
		deviceType: text("device_type").notNull(),
		backedUp: boolean("backed_up").notNull(),
		transports: text("transports"),
		createdAt: at("created_at"),
		aaguid: text("aaguid"),
	},
	(table) => [index("passkeys_staff").on(table.userId)],
);

/** Secrets that the processes on one database share; not part of a backup. */
export const secrets = pgTable("secrets", { name: text("name").primaryKey(), value: text("value").notNull() });

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
		/** What it may do where; null is `role` in every region. Never more than its owner may at the moment of use. */
		grants: jsonb("grants").$type<{ region: string | null; role: Role }[]>(),
		/** Whose it is: it ends with the account. Null when it was made on the command line for a program. */
		staffId: uuid("staff_id").references(() => staff.id, { onDelete: "cascade" }),
		/** The token that a session was started with: it ends with that. */
		parentId: uuid("parent_id"),
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
		staffId: uuid("staff_id"),
		grants: jsonb("grants").$type<{ region: string | null; role: Role }[]>(),
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

/** In how many initiatives each word occurs, of a region and (region empty) of all; the empty word is how many there are. Derived. */
export const overlapWords = pgTable(
	"overlap_words",
	{
		region: text("region").notNull(),
		word: text("word").notNull(),
		count: integer("count").notNull(),
	},
	(table) => [primaryKey({ columns: [table.region, table.word] })],
);

/** Initiatives that do nearly the same, or somewhat less than nearly, so that clusters can be made of them. Derived. */
export const overlapPairs = pgTable(
	"overlap_pairs",
	{
		/** The lesser id. */
		one: uuid("one")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		other: uuid("other")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		score: real("score").notNull(),
	},
	(table) => [primaryKey({ columns: [table.one, table.other] }), index("overlap_pairs_other").on(table.other)],
);

/** As of which change of an initiative its pairs stand in `overlap_pairs`. Derived. */
export const overlapChecked = pgTable("overlap_checked", {
	recordId: uuid("record_id")
		.primaryKey()
		.references(() => records.id, { onDelete: "cascade" }),
	at: at("at").notNull(),
});

/**
 * What somebody decided of two initiatives that do nearly the same. `one` is the lesser id. "Different" within one region
 * stands in `verdicts`, where duplicates look as well; here it is of two regions.
 */
export const overlapDecisions = pgTable(
	"overlap_decisions",
	{
		one: uuid("one")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		other: uuid("other")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		outcome: text("outcome").$type<OverlapOutcome>().notNull(),
		by: text("by").notNull(),
		at: at("at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.one, table.other] }), index("overlap_decisions_other").on(table.other)],
);

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

/** A request and an offer that a coordinator brings together. `region` is the request's. */
export const introductions = pgTable(
	"introductions",
	{
		id: uuid("id").primaryKey(),
		requestId: uuid("request_id")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		offerId: uuid("offer_id")
			.notNull()
			.references(() => records.id, { onDelete: "cascade" }),
		region: text("region")
			.notNull()
			.references(() => regions.id),
		status: text("status").$type<IntroductionStatus>().notNull(),
		note: text("note"),
		/** Moves with every change, which must name the one it was made from. */
		revision: integer("revision").notNull(),
		by: text("by").notNull(),
		createdAt: at("created_at").notNull(),
		updatedAt: at("updated_at").notNull(),
	},
	(table) => [
		uniqueIndex("introductions_pair").on(table.requestId, table.offerId),
		index("introductions_offer").on(table.offerId),
		index("introductions_region").on(table.region, table.updatedAt, table.id),
	],
);

/** Every state that an introduction was in. */
export const introductionSteps = pgTable(
	"introduction_steps",
	{
		introductionId: uuid("introduction_id")
			.notNull()
			.references(() => introductions.id, { onDelete: "cascade" }),
		revision: integer("revision").notNull(),
		status: text("status").$type<IntroductionStatus>().notNull(),
		note: text("note"),
		by: text("by").notNull(),
		at: at("at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.introductionId, table.revision] })],
);
