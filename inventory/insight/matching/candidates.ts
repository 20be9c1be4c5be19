import { and, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { pathOf, typesFor } from "../../../shared/insight/matching/answers.ts";
import { levelsOf } from "../../../shared/insight/matching/conditions.ts";
import { municipalitiesAround } from "../../../shared/insight/matching/distance.ts";
import type { Wish } from "../../../shared/insight/matching/side.ts";
import type { Database } from "../../db/open.ts";
import { records } from "../../db/schema.ts";
import type { VisibleRegions } from "../../records/list-search.ts";
import { type StoredSide, sideColumns, sideOf } from "./sides.ts";

/** How many candidates are compared word by word: those that seem nearest. */
const most = 150;

/** Written as in the indexes, which are there for what is open only. */
export const openOpportunity = sql`${records.kind} = 'opportunity' and ${records.state} in ('clipped', 'in-review', 'published')`;
export const directionIs = (direction: string) => sql`(${records.data}->>'direction') = ${direction}`;
export const notExpired = (today: string) => sql`coalesce(${records.data}->>'validThrough', '9999-12-31') >= ${today}`;

/** What somebody may see: everything in the regions of an editor, and in the others what is public already. */
const seenBy = (visible: VisibleRegions): SQL | undefined =>
	visible === "all" ? undefined : or(inArray(records.region, [...visible, ""]), sql`${records.state} = 'published'`);

/** The fields that are asked about, taken out once for each row: reading one unpacks the whole. */
const fields = sql`lateral jsonb_to_record(${records.data}) as wish(
	"stages" jsonb, "sectors" jsonb, "location" jsonb, "learningPath" text, "start" text, "end" text)`;

/** Kilometres from `wish` to where a record is, as SQL: null where either does not say it. */
function kilometres(wish: Wish): SQL {
	const around = Object.fromEntries(municipalitiesAround(wish).map(({ code, km }) => [code, km]));
	return sql`(${JSON.stringify(around)}::jsonb->>(wish."location"->>'municipality'))::int`;
}

const hasOneOf = (column: SQL, codes: readonly string[]) =>
	or(...codes.map((code) => sql`${column} @> ${JSON.stringify([code])}::jsonb`));

/** The hard conditions on what answers `wish`, as far as one index and a look at each row in it go. */
function hard(wish: Wish, today: string): SQL | undefined {
	const path = pathOf(wish);
	const { start, end } = wish;
	// What stands for the levels of a hybrid teacher is not so plain in SQL: that is left to the comparing.
	const stages = wish.type === "hybrid-teacher" ? [] : levelsOf(wish);
	return and(
		stages.length > 0
			? sql`(coalesce(jsonb_array_length(wish."stages"), 0) = 0 or ${hasOneOf(sql`wish."stages"`, stages)})`
			: undefined,
		path ? sql`coalesce(wish."learningPath", ${path}) = ${path}` : undefined,
		sql`coalesce(wish."end", '9999-12-31') >= ${start && start > today ? start : today}`,
		end ? sql`coalesce(wish."start", '') <= ${end}` : undefined,
	);
}

export interface CandidateOptions {
	/** Who asks. */
	visible: VisibleRegions;
	/** The calendar date of today. */
	today: string;
	/** Also what breaks a hard condition, for who asks why something is not proposed. */
	loose?: boolean;
}

/**
 * What may answer `side`, by the index of types: at most 150, those of its branches first and of these the nearest. Whether they
 * do is decided by comparing them; here only what cannot be is left out.
 */
export async function candidatesFor(
	db: Database,
	side: StoredSide,
	{ visible, today, loose = false }: CandidateOptions,
): Promise<StoredSide[]> {
	const { wish } = side;
	const other = wish.direction === "request" ? "offer" : "request";
	const types = loose ? [wish.type] : typesFor(wish.type);
	const km = kilometres(wish);
	const branches = wish.sectors.filter((code) => code !== "general");
	const rows = await db
		.select(sideColumns)
		.from(records)
		.crossJoin(fields)
		.where(
			and(
				openOpportunity,
				sql`(${records.data}->>'type') in (${sql.join(
					types.map((type) => sql`${type}`),
					sql`, `,
				)})`,
				directionIs(other),
				loose ? undefined : notExpired(today),
				ne(records.id, side.id),
				seenBy(visible),
				loose ? undefined : hard(wish, today),
				!loose && wish.withinKm !== undefined ? sql`coalesce(${km}, 0) <= ${wish.withinKm}` : undefined,
			),
		)
		.orderBy(
			...(branches.length > 0 ? [sql`(${hasOneOf(sql`wish."sectors"`, branches)}) desc nulls last`] : []),
			sql`${km} asc nulls last`,
			sql`${records.id} desc`,
		)
		.limit(most);
	return rows.flatMap((row) => sideOf(row) ?? []);
}
