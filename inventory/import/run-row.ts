import { and, eq, lt, max } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { type ImportCounts, type ImportNote, importRuns, type importSources } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { Refusal, type Sentence } from "../records/refusal.ts";

export type SourceRow = typeof importSources.$inferSelect;
export type RunRow = typeof importRuns.$inferSelect;

const mostNotes = 500;
/** A run whose progress stands still this long was cut off with its process. */
const standstill = 10 * 60_000;

const none: ImportCounts = { read: 0, added: 0, changed: 0, unchanged: 0, skipped: 0, vanished: 0, returned: 0 };

export const cut: Sentence = {
	nl: "Het inlezen is onderbroken doordat de dienst stopte.",
	en: "Reading was cut off when the service stopped.",
};

/** Makes the row of a run that begins. Throws a {@link Refusal} 409 while another run of the source goes on. */
export async function begin(context: Context, actor: Actor, source: SourceRow): Promise<RunRow> {
	const now = context.now();
	return context.db.transaction(async (tx) => {
		await tx
			.update(importRuns)
			.set({ state: "failed", endedAt: now, problem: cut })
			.where(
				and(
					eq(importRuns.sourceId, source.id),
					eq(importRuns.state, "running"),
					lt(importRuns.progressAt, new Date(now.getTime() - standstill)),
				),
			);
		const [last] = await tx
			.select({ at: max(importRuns.startedAt) })
			.from(importRuns)
			.where(eq(importRuns.sourceId, source.id));
		// Always later than the one before: what was seen in which run is told by this time.
		const startedAt = new Date(Math.max(now.getTime(), (last?.at?.getTime() ?? 0) + 1));
		const [run] = await tx
			.insert(importRuns)
			.values({
				id: uuidv7(),
				sourceId: source.id,
				state: "running",
				startedBy: actor.name,
				startedAt,
				progressAt: now,
				counts: none,
				report: [],
			})
			.onConflictDoNothing()
			.returning();
		if (run) return run;
		throw new Refusal(409, "import-running", {
			nl: "Deze bron wordt al ingelezen: wacht tot dat klaar is of breek het af.",
			en: "This source is being read already: wait until it is done or cancel it.",
		});
	});
}

/** What goes on in one run: counts and sentences grow, and now and then they are written down for who watches. */
export class Run {
	readonly counts: ImportCounts = { ...none };
	readonly notes: ImportNote[] = [];
	readonly #context: Context;
	readonly #row: RunRow;
	cancelled = false;
	/** A page could not be read: what stood on it has not vanished. */
	incomplete = false;

	constructor(context: Context, row: RunRow) {
		this.#context = context;
		this.#row = row;
	}

	tell(note: ImportNote): void {
		if (this.notes.length < mostNotes) this.notes.push(note);
	}

	skip(key: string, sentence: Sentence): void {
		if (key !== "") this.counts.skipped++;
		this.tell({ key, about: key === "" ? "note" : "skipped", ...sentence });
	}

	async save(): Promise<void> {
		const [row] = await this.#context.db
			.update(importRuns)
			.set({ counts: this.counts, progressAt: this.#context.now() })
			.where(eq(importRuns.id, this.#row.id))
			.returning({ cancel: importRuns.cancel });
		this.cancelled = row?.cancel ?? true;
	}

	async end(state: RunRow["state"], problem: Sentence | null): Promise<RunRow> {
		const [row] = await this.#context.db
			.update(importRuns)
			.set({ state, problem, counts: this.counts, report: this.notes, endedAt: this.#context.now() })
			.where(eq(importRuns.id, this.#row.id))
			.returning();
		return row ?? { ...this.#row, state, problem, counts: this.counts, report: this.notes };
	}
}
