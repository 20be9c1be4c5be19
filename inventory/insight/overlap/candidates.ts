import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { conceptOf, formsOf } from "../../../shared/insight/overlap/concepts.ts";
import type { Subject } from "../../../shared/insight/overlap/subject.ts";
import { rowsOf } from "../../admin/backup-tables.ts";
import type { Database } from "../../db/open.ts";
import { records, revisions } from "../../db/schema.ts";
import { type CountedWords, standing } from "./word-counts.ts";

/** The initiatives that are worth comparing with one, found by indexes, however many there are. */

/** Whose records one may see before they are published. */
export type Regions = "all" | readonly string[];

export interface Candidate {
	readonly id: string;
	readonly region: string;
	readonly title: string;
	readonly state: string;
	readonly updatedAt: Date;
	/** As whoever asks may see it: of a region elsewhere, what the public sees. */
	readonly data: Record<string, unknown>;
}

/** How many are compared; how many each way of looking may bring in; how many words and partners are looked for. */
const most = { compared: 80, found: 2400, word: 400, words: 16, pairs: 6, partners: 4, partner: 60 };

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, "")}'`;

/** One word in every form that means the same, as a question to the index. */
const questionFor = (concept: string, key: string): string =>
	[...new Set([key, ...formsOf(concept)])].map((form) => quoted(`=${form}`)).join(" | ");

interface Look {
	question: string;
	weight: number;
}

/** The rare words one by one; where those are few, also the others two by two, which makes rare of common. */
function looksFor(subject: Subject, words: CountedWords): Look[] {
	const told = [...subject.words]
		.map(([concept, { key, weight }]) => ({
			concept: conceptOf(key),
			key,
			count: words.countOf(concept),
			weight: weight * words.ofWord(concept),
		}))
		.sort((a, b) => b.weight - a.weight);
	const looks: Look[] = [];
	let found = 0;
	for (const { concept, key, count, weight } of told) {
		if (looks.length >= most.words || count > most.word || found + count > most.found) continue;
		found += count;
		looks.push({ question: questionFor(concept, key), weight });
	}
	const common = told.filter(({ count }) => count > most.word).slice(0, 4);
	const two = common.flatMap((one, index) =>
		common.slice(index + 1).map((other) => ({
			question: `(${questionFor(one.concept, one.key)}) & (${questionFor(other.concept, other.key)})`,
			weight: one.weight + other.weight,
			likely: one.count * other.count,
		})),
	);
	const total = Math.max(1, words.total);
	return [...looks, ...two.filter(({ likely }) => likely / total < most.word * 2).slice(0, most.pairs)];
}

/** Whether one may see a record at all: those of one's own regions, and what is published. */
export const visibleTo = (regions: Regions): SQL | undefined =>
	regions === "all"
		? undefined
		: or(eq(records.state, "published"), regions.length > 0 ? inArray(records.region, [...regions]) : undefined);

/**
 * The ids of initiatives that share rare words or partners with `subject`, those that share most first. `regions` are whose
 * unpublished ones may be among them; `within` narrows to one region.
 */
async function idsFor(
	db: Database,
	id: string,
	subject: Subject,
	words: CountedWords,
	{ regions, within }: { regions: Regions; within?: string | undefined },
): Promise<string[]> {
	const looks = looksFor(subject, words);
	const mentions = [...subject.partners]
		.slice(0, most.partners)
		.map(([key, name]) => [key === name.trim().toLowerCase() ? { name } : { id: key }]);
	if (looks.length + mentions.length === 0) return [];
	// Each look has its index to itself: `offset 0` keeps the planner from going by kind or state, which many share. The kind is
	// not a parameter, for the indexes on words and partners are of initiatives only.
	const byWord = looks.map(
		({ question, weight }) =>
			sql`(select id, region, state, ${weight}::real as weight from ${records}
				where kind = 'initiative' and search @@ ${question}::tsquery offset 0)`,
	);
	const byPartner = mentions.map(
		(mention) =>
			sql`(select id, region, state, 0.5::real as weight from ${records}
				where kind = 'initiative' and data->'partners' @> ${JSON.stringify(mention)}::jsonb limit ${most.partner})`,
	);
	const found = await db.execute(
		sql`select id from (${sql.join([...byWord, ...byPartner], sql` union all `)}) as records
			where ${and(
				inArray(records.state, [...standing]),
				ne(records.id, id),
				visibleTo(regions),
				within === undefined ? undefined : eq(records.region, within),
			)}
			group by id order by sum(weight) desc, id limit ${most.compared}`,
	);
	return rowsOf(found).map((row) => String(row.id));
}

/** Records as whoever asks may see them; those that are put away or not to be seen are left out. */
export async function readVisible(db: Database, ids: readonly string[], regions: Regions): Promise<Candidate[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.select({
			id: records.id,
			region: records.region,
			title: records.title,
			state: records.state,
			updatedAt: records.updatedAt,
			revision: records.revision,
			publishedRevision: records.publishedRevision,
			data: records.data,
		})
		.from(records)
		.where(
			and(
				sql`${records.kind} = 'initiative'`,
				inArray(records.id, [...ids]),
				inArray(records.state, [...standing]),
				visibleTo(regions),
			),
		);
	const isOwn = ({ region }: { region: string }) => regions === "all" || regions.includes(region);
	const behind = rows.filter((row) => !isOwn(row) && row.publishedRevision !== row.revision);
	const published = new Map<string, Record<string, unknown>>();
	for (const { id, publishedRevision } of behind) {
		const [revision] = await db
			.select({ data: revisions.data })
			.from(revisions)
			.where(and(eq(revisions.recordId, id), eq(revisions.revision, publishedRevision ?? -1)));
		if (revision) published.set(id, revision.data);
	}
	return rows.flatMap(({ revision, publishedRevision, ...row }) => {
		if (isOwn(row) || publishedRevision === revision) return [row];
		const data = published.get(row.id);
		return data ? [{ ...row, data, title: typeof data.title === "string" ? data.title : row.title }] : [];
	});
}

export const candidatesFor = async (
	db: Database,
	id: string,
	subject: Subject,
	words: CountedWords,
	scope: { regions: Regions; within?: string | undefined },
): Promise<Candidate[]> => readVisible(db, await idsFor(db, id, subject, words, scope), scope.regions);
