import { index, integer, pgTable, primaryKey, real, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { OverlapOutcome } from "../../../shared/insight/overlap/outcomes.ts";
import type { IntroductionStatus } from "../../../shared/vocabularies/introduction-statuses.ts";
import { at } from "./moment.ts";
import { records, regions } from "./records.ts";

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
