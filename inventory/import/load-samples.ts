import { join } from "node:path";
import { count } from "drizzle-orm";
import { dateIn } from "../../shared/text/zoned-time.ts";
import type { Database } from "../db/open.ts";
import { records, regions, revisions } from "../db/schema.ts";
import { digestOf } from "../records/digest.ts";
import { derivedColumns } from "../records/stored.ts";
import { readSampleRegion, sampleRegionIds } from "./sample-regions.ts";

const batch = 200;

/** Whether this database has never held a region: its first start. */
export async function isEmpty(db: Database): Promise<boolean> {
	const [row] = await db.select({ regions: count() }).from(regions);
	return Number(row?.regions ?? 0) === 0;
}

/** Puts the sample regions in, published, with dates relative to `now`. All of them or nothing. Returns how many records. */
export async function loadSamples(db: Database, folder: string, now: Date): Promise<number> {
	const today = dateIn("Europe/Amsterdam", now.getTime());
	const samples = await Promise.all(sampleRegionIds.map((id) => readSampleRegion(join(folder, id), today)));
	let loaded = 0;
	await db.transaction(async (tx) => {
		for (const { region, records: found } of samples) {
			await tx.insert(regions).values({ id: region.id, name: region.name, data: region });
			for (let start = 0; start < found.length; start += batch) {
				const rows = found.slice(start, start + batch).map(({ id, kind, data }) => {
					const { contacts: _none, ...own } = data;
					return { id, kind, own, derived: derivedColumns(kind, data) };
				});
				await tx.insert(records).values(
					rows.map(({ id, kind, own, derived }) => ({
						id,
						kind,
						region: region.id,
						state: "published" as const,
						revision: 1,
						publishedRevision: 1,
						...derived,
						data: own,
						createdAt: now,
						updatedAt: now,
					})),
				);
				await tx.insert(revisions).values(
					rows.map(({ id, own }) => ({
						recordId: id,
						revision: 1,
						data: own,
						digest: digestOf(own),
						via: "sample" as const,
						by: "voorbeeld",
						at: now,
					})),
				);
				loaded += rows.length;
			}
		}
	});
	return loaded;
}
