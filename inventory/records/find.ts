import { and, asc, desc, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import type { RecordState } from "../../shared/model/clip.ts";
import type { Kind } from "../../shared/model/kinds.ts";
import type { Database } from "../db/open.ts";
import { records, sources } from "../db/schema.ts";
import {
	columns,
	conditionOf,
	type ListCondition,
	type ListFilters,
	startsSoon,
	type VisibleRegions,
} from "./list-search.ts";
import { Refusal } from "./refusal.ts";
import type { RecordRow } from "./stored.ts";

export interface RecordSummary {
	id: string;
	kind: Kind;
	region: string;
	state: RecordState;
	title: string;
	revision: number;
	publishedRevision: number | null;
	createdAt: string;
	updatedAt: string;
	clippedBy: string | null;
	sourceUrl: string | null;
	note: string | null;
}

/** Why a record is where it is in the list; the reader's page says it in words. */
export interface Attention {
	/** Fields that a reviewer wants filled before it is published. */
	missing: string[];
	/** Another record of its kind and region has the same title and day, and nobody called them different. */
	twin: boolean;
	/** Calendar dates: of an event its start, of others their last day. */
	startsOn: string | null;
	endsOn: string | null;
	/** What the last look at the page that it came from found, when that is not what was clipped. */
	source: "changed" | "gone" | null;
}

export interface ListedRecord extends RecordSummary {
	attention: Attention;
}

export interface RecordSearch extends ListFilters {
	limit: number;
	after?: string | undefined;
}

export interface FoundRecords {
	items: ListedRecord[];
	/** Of all pages together; more than `countedTo` means "more than that". */
	total: number;
	countedTo: number;
	next: string | null;
	counts: Record<RecordState, number>;
	/** Words that are written nowhere, with those that were searched for instead. */
	corrected: Record<string, string[]>;
}

/** The address of the latest source of a record. */
const latestSource = sql<string | null>`(
	select ${sources.url} from ${sources} where ${sources.recordId} = ${records}."id" order by ${sources.id} desc limit 1
)`;

export const summaryOf = (row: RecordRow, sourceUrl: string | null): RecordSummary => ({
	id: row.id,
	kind: row.kind,
	region: row.region,
	state: row.state,
	title: row.title,
	revision: row.revision,
	publishedRevision: row.publishedRevision,
	createdAt: row.createdAt.toISOString(),
	updatedAt: row.updatedAt.toISOString(),
	clippedBy: row.clippedBy,
	sourceUrl,
	note: row.note,
});

const selected = {
	...getTableColumns(records),
	sourceUrl: latestSource,
	missing: sql<string[]>`array_to_json(record_missing(${records}."kind", ${records}."data"))`,
	startsOn: columns.startsOn,
	endsOn: columns.endsOn,
	twin: sql<boolean>`exists (select from records as twin where twin.title_key = ${records}."title_key"
		and twin.region || '' = ${records}."region" and twin.kind = ${records}."kind" and twin.id <> ${records}."id"
		and twin.state || '' in ('clipped', 'in-review', 'published') and coalesce(twin.starts_on, '') = coalesce(${columns.startsOn}, '')
		and not exists (select from verdicts where one = least(twin.id, ${records}."id") and other = greatest(twin.id, ${records}."id")))`,
	source: sql<"changed" | "gone" | null>`(select state from source_checks where record_id = ${records}."id"
		and state <> 'same' order by checked_at desc limit 1)`,
};

/**
 * One stretch of the list: rows that meet `where`, in the order of one indexed column and the id. A list is some stretches after one
 * another, so that also what needs attention first is read from indexes, however long the list is.
 */
interface Stretch {
	where: SQL | undefined;
	column: SQL;
	/** What the cursor holds of a row; compared in the database as `type`. */
	key: (row: ListedRecord) => string | null;
	type: SQL;
	direction: "asc" | "desc";
}

const recent: Stretch = {
	where: undefined,
	column: sql`${records.updatedAt}`,
	key: (row) => row.updatedAt,
	type: sql`timestamptz`,
	direction: "desc",
};
const oldest: Stretch = { ...recent, direction: "asc" };
const waiting: Stretch = { ...oldest, column: sql`${records.createdAt}`, key: (row) => row.createdAt };
const ending: Stretch = { ...oldest, column: columns.endsOn, key: (row) => row.attention.endsOn, type: sql`text` };

/** Incomplete ones first, then possible duplicates, then events that start soon, then the rest; of each the one that waits longest first. */
const queue = (now: Date): Stretch[] => [
	{ ...waiting, where: sql`${columns.attention} = 0` },
	{ ...waiting, where: sql`${columns.attention} = 1` },
	{ ...waiting, where: sql`${columns.attention} = 2 and ${startsSoon(now)}` },
	{ ...waiting, where: sql`${columns.attention} = 2 and (${columns.startsOn} is null or not ${startsSoon(now)})` },
];

/** The stretches of which the list under these filters is made. */
export function stretchesOf({ view, q, state }: ListFilters, now: Date): Stretch[] {
	if (view === "stale") return [oldest];
	if (view === "ending") return [ending];
	return !q && !view && (state === "clipped" || state === "in-review") ? queue(now) : [recent];
}

const cursorOf = (stretch: number, key: string | null, id: string) =>
	Buffer.from(JSON.stringify([stretch, key, id])).toString("base64url");

const invalidCursor = () =>
	new Refusal(400, "invalid-cursor", {
		nl: "De waarde van after klopt niet: neem next uit het vorige antwoord over.",
		en: "The value of after is not right: copy next from the previous answer.",
	});

function readCursor(cursor: string, stretches: number): { stretch: number; key: string; id: string } {
	let parts: unknown;
	try {
		parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
	} catch {
		throw invalidCursor();
	}
	const [stretch, key, id]: unknown[] = Array.isArray(parts) ? parts : [];
	const known = typeof stretch === "number" && Number.isInteger(stretch) && stretch >= 0 && stretch < stretches;
	if (!known || typeof key !== "string" || !/^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(key)) throw invalidCursor();
	if (Number.isNaN(Date.parse(key)) || typeof id !== "string" || !/^[0-9a-f-]{36}$/.test(id)) throw invalidCursor();
	return { stretch, key, id };
}

const beyond = ({ column, direction, type }: Stretch, after: { key: string; id: string }): SQL =>
	direction === "asc"
		? sql`(${column}, ${records.id}) > (${after.key}::${type}, ${after.id}::uuid)`
		: sql`(${column}, ${records.id}) < (${after.key}::${type}, ${after.id}::uuid)`;

/** As far as a list is counted: beyond that nobody reads the number, and counting costs what the list is long. */
const countedTo = { all: 1000, searching: 50 } as const;

const noneOf: Record<RecordState, number> = { clipped: 0, "in-review": 0, published: 0, archived: 0, merged: 0 };

const cappedAt = (most: number, counts: Record<RecordState, number>): Record<RecordState, number> => ({
	clipped: Math.min(most, counts.clipped),
	"in-review": Math.min(most, counts["in-review"]),
	published: Math.min(most, counts.published),
	archived: Math.min(most, counts.archived),
	merged: Math.min(most, counts.merged),
});

async function countStates(db: Database, condition: ListCondition, most: number): Promise<Record<RecordState, number>> {
	const counts = { ...noneOf };
	const states = ["clipped", "in-review", "published", "archived"] as const;
	await Promise.all(
		states.map(async (state) => {
			const some = db
				.select({ one: sql`1` })
				.from(records)
				.where(and(condition.where, eq(records.state, state)))
				// A common word is soon found often enough in any order; without one the server first gathers all that have it.
				.orderBy(...(condition.text ? [desc(records.updatedAt)] : []))
				.limit(most + 1);
			counts[state] = await db.$count(some.as("some"));
		}),
	);
	return counts;
}

/**
 * Of so many of the newest records, so many hold what was searched for: then a page of it is found soon by going through the list in its
 * order. Otherwise it is rarer than one in thirty, and all that hold it are taken from the index on words. The server's own guess, most of all
 * for the beginning of a word, is off by a factor of ten or more, and the wrong way of the two takes ten times as long.
 */
const sampled = { of: 400, common: 14 } as const;

async function isCommon(db: Database, { where, scope, states }: ListCondition): Promise<boolean> {
	// Named as the table is, so that the condition can be asked of it.
	const newest = sql`(select * from ${records} where ${and(scope, inArray(records.state, states))}
		order by ${records.updatedAt} desc limit ${sampled.of}) as records`;
	return (await db.$count(newest, where)) >= sampled.common;
}

/** All that hold what was searched for: the ids of one page, and how many there are in each state. */
interface Hits {
	ids: string[];
	counts: Record<RecordState, number>;
}

async function hitsOf(
	db: Database,
	{ where, states }: ListCondition,
	stretch: Stretch,
	limit: number,
	after: SQL | undefined,
): Promise<Hits> {
	const { id, state, updatedAt } = records;
	const hits = db.$with("hits").as(
		db
			.select({ id, state, updatedAt, endsOn: columns.endsOn.as("ends_on") })
			.from(records)
			.where(where),
	);
	const [found] = await db
		.with(hits)
		.select({
			ids: sql<string[]>`array_to_json(array(select id from hits as records
				where ${and(inArray(state, states), stretch.where, after)} order by ${inOrder(stretch)} limit ${limit}))`,
			counts: sql<Partial<Record<RecordState, number>> | null>`(select json_object_agg(state, count)
				from (select state, count(*) from hits group by state) as counted)`,
		})
		.from(sql`(select) as once`);
	return { ids: found?.ids ?? [], counts: { ...noneOf, ...found?.counts, merged: 0 } };
}

const inOrder = ({ column, direction }: Stretch): SQL => {
	const order = direction === "asc" ? asc : desc;
	return sql`${order(column)}, ${order(records.id)}`;
};

/** The SQL of one stretch of the list, for the list itself and for whoever wants to see how it is read. */
export function pageQuery(db: Database, condition: ListCondition, stretch: Stretch, limit: number, after?: SQL) {
	return db
		.select(selected)
		.from(records)
		.where(and(condition.where, inArray(records.state, condition.states), stretch.where, after))
		.orderBy(inOrder(stretch))
		.limit(limit);
}

/** `condition` of these records alone, which meet it. */
const among = (condition: ListCondition, ids: readonly string[]): ListCondition => ({
	...condition,
	where: sql`${records.id} = any(string_to_array(${ids.join(",")}, ',')::uuid[])`,
});

type Selected = Awaited<ReturnType<typeof pageQuery>>[number];

const listed = ({ sourceUrl, missing, twin, startsOn, endsOn, source, ...row }: Selected): ListedRecord => ({
	...summaryOf(row, sourceUrl),
	attention: { missing, twin, startsOn, endsOn, source },
});

/** A page of the work list in the order that its filters ask for, with how many there are in each state under the same filters. */
export async function find(
	db: Database,
	search: RecordSearch,
	visible: VisibleRegions = "all",
	now = new Date(),
): Promise<FoundRecords> {
	const condition = await conditionOf(db, search, visible, now);
	const most = search.q ? countedTo.searching : countedTo.all;
	const stretches = stretchesOf(search, now);
	const from = search.after ? readCursor(search.after, stretches.length) : undefined;
	const rows: { row: ListedRecord; at: number }[] = [];
	const rare = condition.text && !(await isCommon(db, condition));
	const counting = rare ? undefined : countStates(db, condition, most);
	let counts = noneOf;
	for (const [at, stretch] of stretches.entries()) {
		if (rows.length > search.limit || at < (from?.stretch ?? 0)) continue;
		const after = from && from.stretch === at ? beyond(stretch, from) : undefined;
		const left = search.limit + 1 - rows.length;
		const hits = rare && (await hitsOf(db, condition, stretch, left, after));
		if (hits) counts = cappedAt(most + 1, hits.counts);
		const more = await pageQuery(db, hits ? among(condition, hits.ids) : condition, stretch, left, after);
		rows.push(...more.map((one) => ({ row: listed(one), at })));
	}
	if (counting) counts = await counting;
	const page = rows.slice(0, search.limit);
	const last = page.at(-1);
	const key = last && (stretches[last.at]?.key(last.row) ?? null);
	return {
		items: page.map(({ row }) => row),
		total: Math.min(
			most + 1,
			condition.states.reduce((sum, state) => sum + counts[state], 0),
		),
		countedTo: most,
		next: rows.length > search.limit && last ? cursorOf(last.at, key ?? null, last.row.id) : null,
		counts,
		corrected: condition.text?.corrected ?? {},
	};
}
