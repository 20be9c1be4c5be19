import { and, count, desc, eq, getTableColumns, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { type RecordState, recordStates } from "../../shared/model/clip.ts";
import type { Kind } from "../../shared/model/kinds.ts";
import { matchKeyOfTitle } from "../../shared/text/match-key.ts";
import type { Database } from "../db/open.ts";
import { records, sources } from "../db/schema.ts";
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

export interface RecordSearch {
	state?: RecordState | undefined;
	kind?: Kind | undefined;
	region?: string | undefined;
	q?: string | undefined;
	limit: number;
	after?: string | undefined;
}

/** The address of the latest source of a record. */
export const latestSource = sql<string | null>`(
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

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`);

/**
 * All words in the title as typed, or beginnings of words anywhere in the data's texts by Dutch word forms, or a title that
 * looks like what was typed. (A tsvector of JSON holds its string values, not the names of its fields.)
 */
function textCondition(q: string): SQL | undefined {
	const words = q.trim().split(/\s+/).filter(Boolean);
	if (words.length === 0) return undefined;
	const inTitle = and(...words.map((word) => ilike(records.title, `%${escapeLike(word)}%`)));
	const lexemes = q.match(/[\p{L}\p{N}]+/gu)?.map((word) => `${word}:*`) ?? [];
	const inData =
		lexemes.length > 0
			? sql`to_tsvector('dutch', ${records.data}) @@ to_tsquery('dutch', ${lexemes.join(" & ")})`
			: undefined;
	const key = matchKeyOfTitle(q);
	return or(inTitle, inData, key ? sql`${key} <% ${records.titleKey}` : undefined);
}

const cursorOf = (row: RecordRow) => Buffer.from(`${row.updatedAt.toISOString()} ${row.id}`).toString("base64url");

function afterCursor(cursor: string): SQL | undefined {
	const [at, id] = Buffer.from(cursor, "base64url").toString().split(" ");
	const time = Date.parse(at ?? "");
	if (Number.isNaN(time) || !id || !/^[0-9a-f-]{36}$/i.test(id)) {
		throw new Refusal(400, "invalid-cursor", {
			nl: "De waarde van after klopt niet: neem next uit het vorige antwoord over.",
			en: "The value of after is not right: copy next from the previous answer.",
		});
	}
	const date = new Date(time);
	return or(lt(records.updatedAt, date), and(eq(records.updatedAt, date), lt(records.id, id)));
}

/** Records of the work list, latest change first, with how many there are in each state under the same other filters. */
export async function find(
	db: Database,
	search: RecordSearch,
): Promise<{ items: RecordSummary[]; total: number; next: string | null; counts: Record<RecordState, number> }> {
	const base = and(
		search.kind && eq(records.kind, search.kind),
		search.region ? eq(records.region, search.region) : undefined,
		search.q ? textCondition(search.q) : undefined,
	);
	const counted = await db
		.select({ state: records.state, count: count() })
		.from(records)
		.where(base)
		.groupBy(records.state);
	const counts: Record<RecordState, number> = { clipped: 0, "in-review": 0, published: 0, archived: 0, merged: 0 };
	for (const row of counted) counts[row.state] = Number(row.count);

	const states = search.state ? [search.state] : recordStates.filter((state) => state !== "merged");
	const rows = await db
		.select({ ...getTableColumns(records), sourceUrl: latestSource })
		.from(records)
		.where(and(base, inArray(records.state, states), search.after ? afterCursor(search.after) : undefined))
		.orderBy(desc(records.updatedAt), desc(records.id))
		.limit(search.limit + 1);
	const page = rows.slice(0, search.limit);
	const last = page.at(-1);
	return {
		items: page.map(({ sourceUrl, ...row }) => summaryOf(row, sourceUrl)),
		total: states.reduce((sum, state) => sum + counts[state], 0),
		next: rows.length > search.limit && last ? cursorOf(last) : null,
		counts,
	};
}
