import { and, eq, inArray, sql } from "drizzle-orm";
import { conceptOf } from "../../../shared/insight/overlap/concepts.ts";
import { type Rarity, rarityFrom, type WordCounts } from "../../../shared/insight/overlap/rarity.ts";
import { rowsOf } from "../../admin/backup-tables.ts";
import type { Database } from "../../db/open.ts";
import { overlapWords, records } from "../../db/schema.ts";

/** How often words occur in initiatives: a snapshot in a table of its own, for counting all of them takes a second. */

/** What is looked at: what is put away overlaps with nothing. */
export const standing = ["clipped", "in-review", "published"] as const;

/** Rarer words count the same, and names without end need no row. */
const least = 5;

/** Counts the words of the initiatives of one region, or of all when `region` is empty, anew. */
async function recount(db: Database, region: string): Promise<void> {
	const within = region === "" ? "" : ` and region = '${region.replace(/'/g, "''")}'`;
	const of = `select search from records where kind = 'initiative' and state in ('clipped', 'in-review', 'published')${within}`;
	const [counts, [size]] = [
		rowsOf(
			await db.execute(
				sql`select substr(word, 2) as key, ndoc from ts_stat(${of}) where word like '=%' and ndoc >= ${least}`,
			),
		),
		rowsOf(
			await db.execute(
				sql`select count(*)::int as total from ${records} where kind = 'initiative' and ${inArray(records.state, [...standing])}
					${region === "" ? sql`` : sql`and ${eq(records.region, region)}`}`,
			),
		),
	];
	const words = new Map<string, number>([["", Number(size?.total ?? 0)]]);
	for (const { key, ndoc } of counts) {
		const concept = conceptOf(String(key));
		// Who writes one of two words seldom writes the other: together they occur about as often as both do.
		words.set(concept, Math.min(Number(size?.total), (words.get(concept) ?? 0) + Number(ndoc)));
	}
	const rows = [...words].map(([word, count]) => ({ region, word, count }));
	await db.transaction(async (tx) => {
		await tx.delete(overlapWords).where(eq(overlapWords.region, region));
		for (let from = 0; from < rows.length; from += 5000)
			await tx
				.insert(overlapWords)
				.values(rows.slice(from, from + 5000))
				.onConflictDoUpdate({
					target: [overlapWords.region, overlapWords.word],
					set: { count: sql`excluded.count` },
				});
	});
}

/** Counts anew for every region and for all together. Some seconds for a hundred thousand records. */
export async function recountWords(db: Database): Promise<void> {
	const found = await db
		.selectDistinct({ region: records.region })
		.from(records)
		.where(and(sql`kind = 'initiative'`, inArray(records.state, [...standing])));
	for (const region of ["", ...found.map((row) => row.region)]) await recount(db, region);
	kept.delete(db);
}

/** The rarity of words, and in how many initiatives each is, of `total`. */
export interface CountedWords extends Rarity {
	readonly total: number;
	countOf(concept: string): number;
}

async function readCounts(db: Database): Promise<CountedWords> {
	const regions = new Map<string, { total: number; words: Map<string, number> }>();
	for (const { region, word, count } of await db.select().from(overlapWords)) {
		const known = regions.get(region) ?? { total: 0, words: new Map<string, number>() };
		regions.set(region, known);
		if (word === "") known.total = count;
		else known.words.set(word, count);
	}
	const all: WordCounts = regions.get("") ?? { total: 0, words: new Map() };
	return { ...rarityFrom(all, regions), total: all.total, countOf: (concept) => all.words.get(concept) ?? 0 };
}

const fresh = 60_000;

interface Kept {
	at: number;
	counts: Promise<CountedWords>;
}
const kept = new WeakMap<Database, Kept>();

/** The counts as they stand, made first when there are none or when the inventory has grown by a fifth since. */
async function current(db: Database): Promise<CountedWords> {
	const [now] = rowsOf(
		await db.execute(
			sql`select (select count from ${overlapWords} where region = '' and word = '') as counted, count(*)::int as total
				from ${records} where kind = 'initiative' and ${inArray(records.state, [...standing])}`,
		),
	);
	const [before, total] = [Number(now?.counted ?? -1), Number(now?.total ?? 0)];
	if (before < 0 || Math.abs(total - before) > 10 + before / 5) await recountWords(db);
	return readCounts(db);
}

/** The counts. They change by the day: after a minute they are read anew for whoever comes next, and nobody waits for that. */
export function wordsOf(db: Database): Promise<CountedWords> {
	const known = kept.get(db);
	if (known && performance.now() - known.at < fresh) return known.counts;
	const reading: Kept = { at: performance.now(), counts: current(db) };
	// What failed is asked again.
	reading.counts.catch(() => kept.get(db)?.counts === reading.counts && kept.delete(db));
	if (!known) {
		kept.set(db, reading);
		return reading.counts;
	}
	known.at = reading.at;
	reading.counts.then(
		() => kept.get(db) === known && kept.set(db, reading),
		() => {},
	);
	return known.counts;
}
