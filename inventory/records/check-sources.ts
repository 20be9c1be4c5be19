import { createHash } from "node:crypto";
import { and, asc, eq, isNull, lt, or, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { plainWords } from "../../shared/text/search-words.ts";
import { records, sourceChecks, sources } from "../db/schema.ts";
import { FetchError, guardedFetch } from "../import/fetch.ts";
import type { AllowedHosts } from "../import/public-address.ts";
import type { Context } from "./context.ts";

type Check = typeof sourceChecks.$inferSelect;

/** A page is looked at once a week, so many pages a night. */
const interval = 7 * 86_400_000;
const mostPages = 1000;
/** One failure is a page that is being changed; two in a row, a week apart, is a page that is gone. */
const failuresForGone = 2;

/** A digest of what a page says: its words, without markup, scripts and numbers, which counters and dates change every day. */
export function digestOfPage(html: string): string {
	const text = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi, " ").replace(/\d+/g, " ");
	return createHash("sha256").update(plainWords(text).join(" ")).digest("hex");
}

/** What one look at a page means, given the one before. `revisedSince` is whether somebody worked on the record after that. */
async function look(
	url: string,
	before: Check | null,
	revisedSince: boolean,
	options: { allowed: AllowedHosts; signal: AbortSignal },
): Promise<Pick<Check, "state" | "etag" | "lastModified" | "digest" | "failures">> {
	const standing = {
		state: (revisedSince ? "same" : before?.state) ?? "same",
		etag: before?.etag ?? null,
		lastModified: before?.lastModified ?? null,
		digest: before?.digest ?? null,
		failures: before?.failures ?? 0,
	} as const;
	try {
		const page = await guardedFetch(url, { etag: standing.etag, lastModified: standing.lastModified, ...options });
		if (page.status === 304) return { ...standing, failures: 0 };
		const digest = digestOfPage(page.body.toString("utf8"));
		// Who revised the record since has seen the page as it was then: from there on it counts again.
		const changed = standing.digest !== null && digest !== standing.digest && !revisedSince;
		const state = changed || standing.state === "changed" ? "changed" : "same";
		return { state, etag: page.etag ?? null, lastModified: page.lastModified ?? null, digest, failures: 0 };
	} catch (error) {
		if (!(error instanceof FetchError)) throw error;
		// A server that is down or refuses programs says nothing about the page.
		if (error.status !== 404 && error.status !== 410) return standing;
		const failures = standing.failures + 1;
		const gone = error.status === 410 || failures >= failuresForGone;
		return { ...standing, failures, state: gone ? "gone" : standing.state };
	}
}

/** Looks at the source pages of published records that nobody looked at for a week, by a conditional request each. Gives how many. */
export async function checkSources(
	context: Pick<Context, "db" | "now">,
	options: { allowed: AllowedHosts; signal: AbortSignal },
): Promise<number> {
	const { db, now } = context;
	const due = await db
		.select({
			id: sources.id,
			recordId: sources.recordId,
			url: sources.url,
			updatedAt: records.updatedAt,
			before: sourceChecks,
		})
		.from(sources)
		.innerJoin(records, eq(records.id, sources.recordId))
		.leftJoin(sourceChecks, eq(sourceChecks.sourceId, sources.id))
		.where(
			and(
				eq(records.state, "published"),
				// The latest source of a record: earlier ones are its history.
				sql`not exists (select from sources as later where later.record_id = ${sources.recordId} and later.id > ${sources.id})`,
				or(
					isNull(sourceChecks.checkedAt),
					lt(sourceChecks.checkedAt, new Date(now().getTime() - interval + 3_600_000)),
				),
			),
		)
		.orderBy(sql`${sourceChecks.checkedAt} nulls first`, asc(sources.id))
		.limit(mostPages);
	let looked = 0;
	for (const { id, recordId, url, updatedAt, before } of due) {
		if (options.signal.aborted) break;
		const found = await look(url, before, before !== null && updatedAt > before.checkedAt, options);
		const row = { sourceId: id, recordId, checkedAt: now(), ...found };
		await db.insert(sourceChecks).values(row).onConflictDoUpdate({ target: sourceChecks.sourceId, set: row });
		looked++;
	}
	return looked;
}

/** Has the looking done at night by one of the processes. */
export async function scheduleSourceChecks(context: Context, allowed: AllowedHosts): Promise<void> {
	await context.jobs.work("check-sources", z.object({}), async (_, signal) => {
		await checkSources(context, { allowed, signal });
	});
	await context.jobs.schedule("check-sources", "20 4 * * *", {});
}
