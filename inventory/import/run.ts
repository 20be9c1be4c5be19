import { setImmediate as nextTurn } from "node:timers/promises";
import { and, count, eq, gt, isNull, lt, or } from "drizzle-orm";
import { importItems, importSources } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import type { Sentence } from "../records/refusal.ts";
import { writeAudit } from "../records/stored.ts";
import type { Origin } from "./change-record.ts";
import { FetchError } from "./fetch.ts";
import { type Document, type Gathered, gather } from "./gather.ts";
import { ImportError, type Unreadable } from "./items.ts";
import { type Normalised, normalise } from "./normalise.ts";
import { parse } from "./parse/parse.ts";
import { propose } from "./propose.ts";
import type { AllowedHosts } from "./public-address.ts";
import { begin, cut, Run, type RunRow, type SourceRow } from "./run-row.ts";
import { nextRun } from "./schedule-times.ts";

/** Items that are held, checked and written together. */
export const batchSize = 100;
const minute = 60_000;
/** Also what does not change is read again this often: as time goes by, more of a series comes within reach. */
const rereadAfter = 30 * 24 * 60 * minute;

/** The items of all documents, checked one by one. */
async function* normalised(
	documents: AsyncIterable<Document | Unreadable>,
	source: SourceRow,
	run: Run,
	now: Date,
): AsyncGenerator<Normalised> {
	const seen = new Set<string>();
	for await (const document of documents) {
		if ("skipped" in document) {
			run.skip(document.key, document.skipped);
			if (/^https?:/.test(document.key)) run.incomplete = true;
			continue;
		}
		for await (const item of parse(document, { kind: source.kind, mapping: source.mapping, now })) {
			if ("skipped" in item) {
				run.skip(item.key, item.skipped);
				continue;
			}
			run.counts.read++;
			if (run.counts.read % batchSize === 0) await nextTurn();
			const result = normalise(item, source.kind, source.mapping.defaults);
			if ("skipped" in result) run.skip(result.key, result.skipped);
			else if (seen.has(result.key))
				run.skip(result.key, {
					nl: "Staat twee keer in de bron; de eerste telt.",
					en: "Is in the source twice; the first one counts.",
				});
			else {
				seen.add(result.key);
				if (result.dropped) run.tell({ key: result.key, about: "note", ...result.dropped });
				yield result;
			}
		}
	}
}

/** Pages that one of `items` has for itself. */
function aloneIn(items: readonly Normalised[]): Set<string> {
	const counted = new Map<string, number>();
	for (const { urlKey } of items) if (urlKey) counted.set(urlKey, (counted.get(urlKey) ?? 0) + 1);
	return new Set([...counted].filter(([, times]) => times === 1).map(([key]) => key));
}

/** Brings in all items, a batch at a time. */
async function proposeAll(
	context: Context,
	actor: Actor,
	origin: Origin,
	items: AsyncIterable<Normalised>,
	run: Run,
	signal?: AbortSignal,
) {
	const deferred: Normalised[] = [];
	const write = async (batch: readonly Normalised[], alone?: ReadonlySet<string>) => {
		const outcome = await propose(context, actor, origin, batch, alone);
		for (const name of ["added", "changed", "unchanged", "returned"] as const) run.counts[name] += outcome[name];
		for (const note of outcome.notes) run.tell(note);
		deferred.push(...outcome.deferred);
		await run.save();
	};
	let batch: Normalised[] = [];
	for await (const item of items) {
		batch.push(item);
		if (batch.length < batchSize) continue;
		await write(batch);
		batch = [];
		if (run.cancelled || signal?.aborted) return;
	}
	if (batch.length > 0) await write(batch);
	const late = deferred.splice(0);
	const alone = aloneIn(late);
	for (let from = 0; from < late.length && !run.cancelled; from += batchSize)
		await write(late.slice(from, from + batchSize), alone);
}

/**
 * Marks what the source no longer has, and what the source had but is over does not count. Feeds of news hold only the latest, so
 * for them nothing vanishes.
 */
async function markVanished(context: Context, origin: Origin, run: Run): Promise<void> {
	const now = context.now();
	const gone = await context.db
		.update(importItems)
		.set({ vanishedAt: now })
		.where(
			and(
				eq(importItems.sourceId, origin.sourceId),
				lt(importItems.lastSeen, origin.seenAt),
				isNull(importItems.vanishedAt),
				or(isNull(importItems.startsAt), gt(importItems.startsAt, now)),
			),
		)
		.returning({ key: importItems.key });
	run.counts.vanished = gone.length;
	for (const { key } of gone.slice(0, 50))
		run.tell({
			key,
			about: "note",
			nl: "Staat niet meer in de bron. Het item blijft; beoordeel of het nog klopt.",
			en: "Is no longer in the source. The record stays; judge whether it still holds.",
		});
}

async function heldItems(context: Context, source: SourceRow): Promise<number> {
	const [row] = await context.db.select({ n: count() }).from(importItems).where(eq(importItems.sourceId, source.id));
	return row?.n ?? 0;
}

/** The sentence of an expected failure; anything else is a bug and thrown on. */
function sentenceOf(error: unknown): Sentence | undefined {
	return error instanceof FetchError || error instanceof ImportError ? error.sentence : undefined;
}

export interface RunOptions {
	allowed: AllowedHosts;
	/** What somebody brought, instead of fetching. */
	content?: Buffer | undefined;
	signal?: AbortSignal | undefined;
}

/** Begins a run, so that it is there to be watched, and gives what does the rest. Throws a {@link Refusal} 409 while another goes on. */
export async function startRun(
	context: Context,
	actor: Actor,
	source: SourceRow,
	options: RunOptions,
): Promise<{ run: RunRow; work: () => Promise<RunRow> }> {
	const row = await begin(context, actor, source);
	return { run: row, work: () => carryOut(context, actor, source, row, options) };
}

/** Reads a source from beginning to end and reports; see {@link startRun}. */
export async function runImport(
	context: Context,
	actor: Actor,
	source: SourceRow,
	options: RunOptions,
): Promise<RunRow> {
	return (await startRun(context, actor, source, options)).work();
}

async function carryOut(
	context: Context,
	actor: Actor,
	source: SourceRow,
	row: RunRow,
	{ allowed, content, signal }: RunOptions,
): Promise<RunRow> {
	const run = new Run(context, row);
	const now = context.now();
	const { id: sourceId, region, kind, address } = source;
	const origin: Origin = { sourceId, region, kind, address, seenAt: row.startedAt };
	/** What is written of the source when the run ends, so that a run that found nothing new writes no more than this. */
	const schedule = { nextRunAt: nextRun(source, now) };
	try {
		const stale = !source.readAt || now.getTime() - source.readAt.getTime() > rereadAfter;
		const known = stale ? null : { etag: source.etag, lastModified: source.lastModified, digest: source.bodyDigest };
		const gathered: Gathered = await gather({ address, format: source.format, known, content, allowed, signal });
		if (gathered.is === "unchanged") {
			run.counts.unchanged = await heldItems(context, source);
			await context.db.update(importSources).set(schedule).where(eq(importSources.id, sourceId));
			return await run.end("unchanged", null);
		}
		const formats = new Set<string>();
		const documents = (async function* () {
			for await (const document of gathered.documents) {
				if ("format" in document) formats.add(document.format);
				yield document;
			}
		})();
		await proposeAll(context, actor, origin, normalised(documents, source, run, now), run, signal);
		if (signal?.aborted) return await run.end("failed", cut);
		if (run.cancelled) return await run.end("cancelled", null);
		if (!formats.has("rss") && !run.incomplete) await markVanished(context, origin, run);
		const { etag = null, lastModified = null, digest } = gathered;
		await context.db
			.update(importSources)
			.set({ ...schedule, etag, lastModified, bodyDigest: digest, readAt: now })
			.where(eq(importSources.id, sourceId));
		await writeAudit(context, context.db, actor, "import-run", null, { source: sourceId, ...run.counts });
		return await run.end("done", null);
	} catch (error) {
		await context.db.update(importSources).set(schedule).where(eq(importSources.id, sourceId));
		if (signal?.aborted) return await run.end("failed", cut);
		const sentence = sentenceOf(error);
		const ended = await run.end(
			"failed",
			sentence ?? { nl: "Er ging bij ons iets mis.", en: "Something went wrong on our side." },
		);
		if (!sentence) throw error;
		return ended;
	}
}
