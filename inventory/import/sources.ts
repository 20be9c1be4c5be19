import { and, desc, eq, inArray, lte, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { may, regionsOf, requireRole } from "../access/permission.ts";
import { importItems, importRuns, importSources } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { requireRegion } from "../records/regions.ts";
import { writeAudit } from "../records/stored.ts";
import { checkedAddress, FetchError } from "./fetch.ts";
import type { AllowedHosts } from "./public-address.ts";
import type { RunRow, SourceRow } from "./run-row.ts";
import { nextRun } from "./schedule-times.ts";

/** Keeping the sources that items come from. Each verb asks for an editor of the source's region. */

export type SourceInput = Pick<
	SourceRow,
	"region" | "kind" | "name" | "address" | "format" | "schedule" | "paused" | "mapping"
>;

const gone = () => notFound({ nl: "Deze bron is er niet (meer).", en: "This source is not (or no longer) here." });

/** The source, for an editor of its region; a 404 hides it from others. */
export async function sourceFor(context: Context, actor: Actor, id: string): Promise<SourceRow> {
	const [row] = await context.db.select().from(importSources).where(eq(importSources.id, id));
	if (!row || !may(actor, "editor", row.region)) throw gone();
	return row;
}

/** What comes by hand has no address to fetch. */
export const isFetched = (address: string): boolean => /^https?:/i.test(address);

function checkAddress(address: string, allowed: AllowedHosts): void {
	try {
		if (isFetched(address)) checkedAddress(address, allowed);
		else if (!/^upload:[^\p{C}]{1,200}$/u.test(address)) checkedAddress(address);
	} catch (error) {
		if (!(error instanceof FetchError)) throw error;
		throw new Refusal(422, "invalid-address", error.sentence);
	}
}

export async function addSource(
	context: Context,
	actor: Actor,
	input: SourceInput,
	allowed: AllowedHosts,
): Promise<SourceRow> {
	requireRole(actor, "editor", input.region);
	await requireRegion(context.db, input.region);
	checkAddress(input.address, allowed);
	const at = context.now();
	return context.db.transaction(async (tx) => {
		const [row] = await tx
			.insert(importSources)
			.values({
				...input,
				id: uuidv7(),
				nextRunAt: isFetched(input.address) ? nextRun(input, at) : null,
				createdBy: actor.name,
				createdAt: at,
				updatedAt: at,
			})
			.onConflictDoNothing()
			.returning();
		if (!row)
			throw new Refusal(409, "source-exists", {
				nl: "Deze bron is er al voor deze regio en soort.",
				en: "This source is there already for this region and kind.",
			});
		await writeAudit(context, tx, actor, "import-source-add", null, { source: row.id, region: row.region });
		return row;
	});
}

/** Changes what a source is called, when it runs and how it is read. How it is read again starts from nothing known. */
export async function changeSource(
	context: Context,
	actor: Actor,
	id: string,
	input: Pick<SourceInput, "name" | "format" | "schedule" | "paused" | "mapping">,
): Promise<SourceRow> {
	const before = await sourceFor(context, actor, id);
	const at = context.now();
	return context.db.transaction(async (tx) => {
		const readAnew = input.format !== before.format || JSON.stringify(input.mapping) !== JSON.stringify(before.mapping);
		const [row] = await tx
			.update(importSources)
			.set({
				...input,
				nextRunAt: isFetched(before.address) ? nextRun(input, at) : null,
				updatedAt: at,
				...(readAnew && { etag: null, lastModified: null, bodyDigest: null, readAt: null }),
			})
			.where(eq(importSources.id, id))
			.returning();
		if (!row) throw gone();
		await writeAudit(context, tx, actor, "import-source-change", null, { source: id, region: row.region });
		return row;
	});
}

/** Removes a source with its runs. The records that came from it stay. */
export async function removeSource(context: Context, actor: Actor, id: string): Promise<void> {
	const { region } = await sourceFor(context, actor, id);
	await context.db.transaction(async (tx) => {
		await tx.delete(importSources).where(eq(importSources.id, id));
		await writeAudit(context, tx, actor, "import-source-remove", null, { source: id, region });
	});
}

export interface SourceSummary extends SourceRow {
	items: number;
	vanished: number;
	lastRun: RunRow | null;
}

/** The sources of the regions in which `actor` is an editor, by name, each with its last run. */
export async function listSources(context: Context, actor: Actor, region?: string): Promise<SourceSummary[]> {
	const { db } = context;
	const mine = regionsOf(actor, "editor");
	const rows = await db
		.select()
		.from(importSources)
		.where(
			and(
				mine === "all" ? undefined : inArray(importSources.region, [...mine, ""]),
				region ? eq(importSources.region, region) : undefined,
			),
		)
		.orderBy(importSources.name);
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	const runs = await db
		.selectDistinctOn([importRuns.sourceId])
		.from(importRuns)
		.where(inArray(importRuns.sourceId, ids))
		.orderBy(importRuns.sourceId, desc(importRuns.startedAt));
	const counts = await db
		.select({
			sourceId: importItems.sourceId,
			items: sql<number>`count(*)::int`,
			vanished: sql<number>`count(${importItems.vanishedAt})::int`,
		})
		.from(importItems)
		.where(inArray(importItems.sourceId, ids))
		.groupBy(importItems.sourceId);
	return rows.map((row) => {
		const counted = counts.find(({ sourceId }) => sourceId === row.id);
		return {
			...row,
			items: counted?.items ?? 0,
			vanished: counted?.vanished ?? 0,
			lastRun: runs.find(({ sourceId }) => sourceId === row.id) ?? null,
		};
	});
}

/** The latest runs of a source, newest first. */
export async function runsOf(context: Context, actor: Actor, id: string, limit = 20): Promise<RunRow[]> {
	await sourceFor(context, actor, id);
	return context.db
		.select()
		.from(importRuns)
		.where(eq(importRuns.sourceId, id))
		.orderBy(desc(importRuns.startedAt))
		.limit(limit);
}

/** Asks the run that goes on to stop; it does after the batch that it is writing. Also a run in another process. */
export async function cancelRun(context: Context, actor: Actor, id: string): Promise<void> {
	await sourceFor(context, actor, id);
	await context.db
		.update(importRuns)
		.set({ cancel: true })
		.where(and(eq(importRuns.sourceId, id), eq(importRuns.state, "running")));
}

/** The sources whose time has come. */
export async function dueSources(context: Context): Promise<SourceRow[]> {
	return context.db
		.select()
		.from(importSources)
		.where(and(lte(importSources.nextRunAt, context.now()), eq(importSources.paused, false)));
}

/** The source for what the command line names, made on its first use. */
export async function sourceOfCommand(
	context: Context,
	actor: Actor,
	input: Pick<SourceRow, "region" | "kind" | "address">,
): Promise<SourceRow> {
	const at = context.now();
	const { region, kind, address } = input;
	const name = address.replace(/^file:\/\/.*\//, "").slice(0, 200);
	await context.db
		.insert(importSources)
		.values({
			id: uuidv7(),
			region,
			kind,
			address,
			name,
			mapping: {},
			createdBy: actor.name,
			createdAt: at,
			updatedAt: at,
		})
		.onConflictDoNothing();
	const [row] = await context.db
		.select()
		.from(importSources)
		.where(and(eq(importSources.region, region), eq(importSources.kind, kind), eq(importSources.address, address)));
	if (!row) throw gone();
	return row;
}
