import * as z from "zod/mini";
import type { Context } from "../../records/context.ts";
import { comparePending } from "./pairs.ts";
import { recountWords } from "./word-counts.ts";

const slice = 2000;

/** Counts words anew every night and compares what changed, so that nobody waits for it in the morning. */
export async function scheduleOverlap({ db, jobs }: Pick<Context, "db" | "jobs">): Promise<void> {
	await jobs.work("overlap", z.object({}), async (_data, signal) => {
		await recountWords(db);
		while (!signal.aborted) {
			const { remaining } = await comparePending(db, "all", slice);
			if (remaining === 0) return;
		}
	});
	await jobs.schedule("overlap", "40 3 * * *", {});
}
