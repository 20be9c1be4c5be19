import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod/mini";
import { type Database, openDatabase } from "../../../inventory/db/open.ts";
import { records, regions, revisions, sources } from "../../../inventory/db/schema.ts";
import { readSampleRegion, sampleRegionIds } from "../../../inventory/import/sample-regions.ts";
import { digestOf } from "../../../inventory/records/digest.ts";
import { derivedColumns, splitContacts } from "../../../inventory/records/stored.ts";
import { matchKeyOfUrl } from "../../../shared/text/match-key.ts";
import { type MadeRecord, makeRecords } from "./records.ts";

const demo = fileURLToPath(new URL("../../../demo/regions", import.meta.url));
const batch = 500;

/** The region that holds everything: one large region is harder than many small ones. */
export const region = { id: "grote-regio", name: "Grote regio", municipalities: [] };

/** The two engines give the rows of a statement in two ways. */
const rowsOf = (given: unknown): unknown => (Array.isArray(given) ? [...given] : Reflect.get(Object(given), "rows"));

/**
 * Does `work` without the indexes on words and contents, and makes them anew after it: row by row they cost most of the time. Gives
 * what `work` does.
 */
async function withoutGin<T>(db: Database, work: () => Promise<T>): Promise<T> {
	const rows = await db.execute(
		sql`select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public' and indexdef like '% USING gin %'`,
	);
	const indexes = z.array(z.object({ name: z.string(), definition: z.string() })).parse(rowsOf(rows));
	for (const { name } of indexes) await db.execute(sql`drop index ${sql.identifier(name)}`);
	const done = await work();
	for (const { definition } of indexes) await db.execute(sql.raw(definition));
	return done;
}

/** Fills an empty database at `databaseUrl` with `count` records, as an inventory of some years has them. Gives some of them. */
export async function fill(databaseUrl: string, count: number, now: Date): Promise<MadeRecord[]> {
	const today = now.toISOString().slice(0, 10);
	const samples = (await Promise.all(sampleRegionIds.map((id) => readSampleRegion(join(demo, id), today)))).flatMap(
		(sample) => sample.records,
	);
	const database = await openDatabase({ databaseUrl, dataDir: "" });
	const { db } = database;
	const kept: MadeRecord[] = [];
	try {
		await db.insert(regions).values({ id: region.id, name: region.name, data: region });
		let made: MadeRecord[] = [];
		const write = async () => {
			const rows = made.map((one, index) => {
				const { data } = splitContacts(one.data);
				// Not all at one moment: lists are ordered by it.
				const at = new Date(now.getTime() - (index + 1) * 60_000 * (1 + kept.length));
				return { ...one, data, at, derived: derivedColumns(one.kind, one.data) };
			});
			await db.insert(records).values(
				rows.map(({ id, kind, state, data, at, derived }) => ({
					id,
					kind,
					region: region.id,
					state,
					revision: 1,
					publishedRevision: state === "published" || state === "archived" ? 1 : null,
					...derived,
					data,
					clippedBy: "bench",
					createdAt: at,
					updatedAt: at,
				})),
			);
			await db.insert(revisions).values(
				rows.map(({ id, data, at }) => ({
					recordId: id,
					revision: 1,
					data,
					digest: digestOf(data),
					via: "clip" as const,
					by: "bench",
					at,
				})),
			);
			await db.insert(sources).values(
				rows.map(({ id, page, at }) => ({
					id: uuidv7(),
					recordId: id,
					url: page,
					matchKey: matchKeyOfUrl(page),
					capturedAt: at,
					evidence: {},
				})),
			);
			kept.push(...made.slice(0, Math.max(1, Math.ceil((200 * made.length) / count))));
			made = [];
		};
		await withoutGin(db, async () => {
			for (const record of makeRecords(samples, count, today)) {
				if (made.push(record) === batch) await write();
			}
			if (made.length > 0) await write();
		});
		// As the server would do by itself after a while; without it the first questions are planned in the dark.
		await db.execute(sql`vacuum analyze`);
	} finally {
		await database.close();
	}
	return kept;
}
