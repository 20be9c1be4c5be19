import { eq } from "drizzle-orm";
import * as z from "zod/mini";
import { everywhere } from "../access/permission.ts";
import { importSources } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { Refusal } from "../records/refusal.ts";
import type { AllowedHosts } from "./public-address.ts";
import { runImport, startRun } from "./run.ts";
import type { RunRow, SourceRow } from "./run-row.ts";
import { dueSources } from "./sources.ts";

/** Who brings in what nobody asked for by hand. */
const scheduler: Actor = { id: "import", name: "import", role: "admin", grants: everywhere("admin") };

const RunJob = z.object({ source: z.uuid() });
const DueJob = z.object({});

/** Runs of sources: by hand, at once, and on their schedule. */
export interface Importer {
	readonly allowed: AllowedHosts;
	/** Begins a run and leaves it going; its row tells how far it is. Throws a {@link Refusal} 409 while another goes on. */
	start(actor: Actor, source: SourceRow, content?: Buffer): Promise<RunRow>;
	/** Runs from beginning to end. */
	run(actor: Actor, source: SourceRow, content?: Buffer): Promise<RunRow>;
	/** Has this process take part in the scheduled work. */
	work(): Promise<void>;
	/** Ends what goes on here, and waits until it has ended. */
	stop(): Promise<void>;
}

export function createImporter(
	context: Context,
	{ allowed, complain }: { allowed: AllowedHosts; complain: (error: unknown) => void },
): Importer {
	const stopping = new AbortController();
	const going = new Set<Promise<unknown>>();
	/** Remembers what goes on, so that stopping waits for it. */
	const track = <T>(work: Promise<T>): Promise<T> => {
		going.add(work);
		const done = () => going.delete(work);
		work.then(done, done);
		return work;
	};

	async function scheduled(id: string, signal: AbortSignal): Promise<void> {
		const [source] = await context.db.select().from(importSources).where(eq(importSources.id, id));
		// Removed, or run by somebody else, since it was asked for.
		if (!source || source.paused || !source.nextRunAt || source.nextRunAt > context.now()) return;
		try {
			await runImport(context, scheduler, source, { allowed, signal: AbortSignal.any([signal, stopping.signal]) });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
		}
	}

	return {
		allowed,
		async start(actor, source, content) {
			const { run, work } = await startRun(context, actor, source, { allowed, content, signal: stopping.signal });
			track(work()).catch(complain);
			return run;
		},
		run: (actor, source, content) =>
			track(runImport(context, actor, source, { allowed, content, signal: stopping.signal })),
		async work() {
			await context.jobs.work("import-run", RunJob, ({ source }, signal) => track(scheduled(source, signal)));
			await context.jobs.work("import-due", DueJob, async () => {
				for (const { id } of await dueSources(context))
					await context.jobs.send("import-run", { source: id }, { key: id });
			});
			await context.jobs.schedule("import-due", "*/5 * * * *", {});
		},
		async stop() {
			stopping.abort(new Error("The service stops."));
			await Promise.allSettled(going);
		},
	};
}
