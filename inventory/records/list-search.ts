import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { type RecordState, recordStates } from "../../shared/model/clip.ts";
import { kinds } from "../../shared/model/kinds.ts";
import { Slug } from "../../shared/model/values.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { codesOf } from "../../shared/vocabularies/vocabulary.ts";
import type { Database } from "../db/open.ts";
import { records } from "../db/schema.ts";
import { codeLexeme, markLexeme, readSearch, type TextSearch } from "./search-text.ts";

/** What needs a look although nobody sent it in: see {@link viewCondition}. */
export const attentionViews = ["stale", "ending", "source", "no-action-line", "incomplete"] as const;
export type AttentionView = (typeof attentionViews)[number];

/** The filters of the work list, as they stand in its address, in a saved search and in a bulk action. */
export const ListFilters = z.object({
	state: z.optional(z.enum(recordStates)),
	kind: z.optional(z.enum(kinds)),
	region: z.optional(Slug),
	q: z.optional(z.string().check(z.maxLength(200))),
	view: z.optional(z.enum(attentionViews)),
	actionLine: z.optional(z.enum(codesOf(actionLines))),
	stage: z.optional(z.enum(codesOf(stages))),
	audience: z.optional(z.enum(codesOf(audiences))),
});
export type ListFilters = z.infer<typeof ListFilters>;

/** Whose eyes: the regions in which somebody may see the work list. */
export type VisibleRegions = "all" | readonly string[];

const day = (at: Date, later: number) => new Date(at.getTime() + later * 86_400_000).toISOString().slice(0, 10);

/** How many days ahead something counts as soon: an event to publish, a record that ends. */
export const soon = { event: 14, end: 30 } as const;

const search = sql`${records}."search"`;
export const columns = {
	attention: sql<number>`${records}."attention"`,
	startsOn: sql<string | null>`${records}."starts_on"`,
	endsOn: sql<string | null>`${records}."ends_on"`,
};

/** Whether an event starts within the days that count as soon, the days of today in Dutch time, near enough. */
export const startsSoon = (now: Date): SQL =>
	sql`(${columns.startsOn} >= ${day(now, 0)} and ${columns.startsOn} <= ${day(now, soon.event)})`;

const live: RecordState[] = ["clipped", "in-review", "published"];

function viewCondition(view: AttentionView, now: Date): SQL | undefined {
	switch (view) {
		case "stale":
			return and(lt(records.updatedAt, new Date(now.getTime() - 365 * 86_400_000)), inArray(records.state, live));
		case "ending":
			return and(
				sql`${columns.endsOn} >= ${day(now, 0)}`,
				sql`${columns.endsOn} <= ${day(now, soon.end)}`,
				inArray(records.state, live),
			);
		case "source":
			return and(
				inArray(records.state, live),
				sql`${records.id} in (select record_id from source_checks where state <> 'same')`,
			);
		// By what is in the index on words.
		case "no-action-line":
		case "incomplete":
			return inArray(records.state, live);
	}
}

export interface ListCondition {
	/** Without the state. */
	where: SQL | undefined;
	/** Of {@link where}, the regions alone. */
	scope: SQL | undefined;
	states: RecordState[];
	text: TextSearch | undefined;
}

/** The filters as SQL. Words, codes and marks go to one index together, so that it can take the rarest of them first. */
export async function conditionOf(
	db: Database,
	filters: ListFilters,
	visible: VisibleRegions,
	now: Date,
): Promise<ListCondition> {
	const text = filters.q ? await readSearch(db, filters.q) : undefined;
	const { view, actionLine, stage, audience } = filters;
	const lexemes = [
		text && `(${text.query})`,
		actionLine && codeLexeme("actionLines", actionLine),
		stage && codeLexeme("stages", stage),
		audience && codeLexeme("audiences", audience),
		view === "incomplete" && markLexeme("incomplete"),
		view === "no-action-line" && markLexeme("none:actionLines"),
	].filter(Boolean);
	const scope = and(
		filters.region ? eq(records.region, filters.region) : undefined,
		visible === "all" ? undefined : inArray(records.region, [...visible, ""]),
	);
	return {
		scope,
		where: and(
			filters.kind && eq(records.kind, filters.kind),
			scope,
			lexemes.length > 0 ? sql`${search} @@ ${lexemes.join(" & ")}::tsquery` : undefined,
			view && viewCondition(view, now),
		),
		states: filters.state ? [filters.state] : recordStates.filter((state) => state !== "merged"),
		text,
	};
}
