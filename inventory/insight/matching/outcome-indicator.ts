import { eq, inArray, sql } from "drizzle-orm";
import { v5 as nameBased } from "uuid";
import * as z from "zod/mini";
import { schemas } from "../../../shared/model/kinds.ts";
import { Slug } from "../../../shared/model/values.ts";
import { introductionStatuses } from "../../../shared/vocabularies/introduction-statuses.ts";
import { labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import { operator } from "../../access/permission.ts";
import { introductions, regions } from "../../db/schema.ts";
import type { Context } from "../../records/context.ts";
import { writeNewRecord } from "../../records/new-record.ts";
import { writeNewRevision } from "../../records/new-revision.ts";
import { readForUpdate, writeAudit } from "../../records/stored.ts";

const slug = "bemiddelde-vragen";
const job = "count-introductions";

/** Who keeps the counts: nobody in particular. */
const counter = { ...operator, id: "counter", name: "Regiotechniek (telling)" };

/** What the indicator says of itself. Its title, targets and other fields are an editor's from the beginning on. */
const definition =
	"Het aantal keren dat een vraag en een aanbod bij elkaar zijn gebracht, naar het jaar waarin dat gebeurde en naar wat ervan is geworden: voorgesteld, in contact gebracht, afgesproken, uitgevoerd of niet doorgegaan. Alleen aantallen; wie het betreft staat er niet in.";
const source = { name: "Bemiddelingen in deze inventaris" };

type Count = Awaited<ReturnType<typeof observationsOf>>[number];

/** Each count with the version of the definition by which it was counted first; new ones by the one that stands. */
function withVersions(counts: readonly Count[], standing: unknown): object[] {
	const parsed = schemas.indicator.safeParse(standing);
	if (!parsed.success) return [...counts];
	const { version, observations } = parsed.data;
	const keyOf = ({ period, breakdown }: { period: string; breakdown?: Record<string, string> | undefined }) =>
		`${period} ${breakdown?.status ?? ""}`;
	const known = new Map(observations.map((one) => [keyOf(one), one.version]));
	return counts.map((count) => ({ ...count, version: known.get(keyOf(count)) ?? version }));
}

/** Counts by year and outcome, and the total of each year, as an indicator's observations. */
async function observationsOf({ db }: Pick<Context, "db">, region: string) {
	const year = sql<string>`to_char(${introductions.createdAt} at time zone 'Europe/Amsterdam', 'YYYY')`;
	const rows = await db
		.select({ year, status: introductions.status, count: sql<number>`count(*)::int` })
		.from(introductions)
		.where(eq(introductions.region, region))
		.groupBy(sql`1`, introductions.status)
		.orderBy(sql`1`, introductions.status);
	const totals = new Map<string, number>();
	for (const row of rows) totals.set(row.year, (totals.get(row.year) ?? 0) + row.count);
	return [...totals].flatMap(([period, value]) => [
		{ period, value },
		...rows
			.filter((row) => row.year === period)
			.map(({ status, count }) => ({
				period,
				value: count,
				breakdown: { status: labelOf(introductionStatuses, status) },
			})),
	]);
}

/**
 * Puts the counts of a region in its indicator "Bemiddelde vragen", which it makes when there is none: in review, so that an
 * editor decides whether the public sees it, and sees each change before the public does. An archived one is left alone.
 * Gives whether something changed.
 */
export async function countIntroductions(context: Context, region: string): Promise<boolean> {
	return context.db.transaction(async (tx) => {
		const observations = await observationsOf({ db: tx }, region);
		const id = nameBased(`https://regiotechniek.example/${region}/indicator/${slug}`, nameBased.URL);
		const row = await readForUpdate(tx, id);
		if (row) {
			if (row.state === "merged" || row.state === "archived") return false;
			const data = { ...row.data, observations: withVersions(observations, row.data) };
			const after = await writeNewRevision(context, tx, counter, row, { data, via: "import", language: "nl" });
			if (after.revision === row.revision) return false;
			await writeAudit(context, tx, counter, "count", id, { revision: after.revision });
			return true;
		}
		if (observations.length === 0) return false;
		const parsed = schemas.indicator.parse({
			title: "Bemiddelde vragen",
			slug,
			summary: "Hoe vaak een vraag en een aanbod bij elkaar zijn gebracht, en wat ervan is geworden.",
			definition,
			unit: "bemiddelingen",
			source,
			observations,
		});
		await writeNewRecord(context, tx, counter, { id, kind: "indicator", region, data: parsed, via: "import" });
		await writeAudit(context, tx, counter, "count", id, { revision: 1 });
		return true;
	});
}

/** Has the counting of a region done soon; a second time while the first waits is the same one. */
export const askForCount = ({ jobs }: Pick<Context, "jobs">, region: string): Promise<void> =>
	// What was done is done also when the asking fails: the count of the night makes up for it.
	jobs.send(job, { region }, { key: region }).catch(() => {});

/** Has one of the processes count: after each change, and every night for all regions, whatever went wrong by day. */
export async function scheduleCounting(context: Context): Promise<void> {
	const { db, jobs } = context;
	await jobs.work(job, z.object({ region: z.optional(Slug) }), async ({ region }) => {
		const all = region
			? [{ id: region }]
			: await db
					.select({ id: regions.id })
					.from(regions)
					.where(inArray(regions.id, db.select({ id: introductions.region }).from(introductions)));
		for (const { id } of all) await countIntroductions(context, id);
	});
	await jobs.schedule(job, "50 4 * * *", {});
}
