import { eq } from "drizzle-orm";
import type { RecordState } from "../../shared/model/clip.ts";
import { requireRole } from "../access/permission.ts";
import { records } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import { isPersonalRecord, personalRequest } from "./personal.ts";
import { Refusal, recordNotFound } from "./refusal.ts";
import { type RecordRow, readForUpdate, writeAudit } from "./stored.ts";

/** What a change of state answers. */
export interface StateReceipt {
	id: string;
	state: RecordState;
	revision: number;
	publishedRevision: number | null;
}

const merged = () =>
	new Refusal(409, "merged", {
		nl: "Dit item is samengevoegd met een ander: wijzig dat.",
		en: "This record was merged into another: change that one.",
	});

async function changeState(
	context: Context,
	actor: Actor,
	id: string,
	action: string,
	change: (row: RecordRow) => Partial<RecordRow>,
	baseRevision?: number,
): Promise<StateReceipt> {
	const row = await context.db.transaction(async (tx) => {
		const before = await readForUpdate(tx, id);
		if (!before) throw recordNotFound();
		requireRole(actor, "editor", before.region);
		if (before.state === "merged") throw merged();
		if (baseRevision !== undefined && baseRevision !== before.revision) {
			throw new Refusal(
				409,
				"revision-conflict",
				{
					nl: "Iemand anders heeft dit item intussen gewijzigd.",
					en: "Somebody else changed this record in the meantime.",
				},
				{ revision: before.revision },
			);
		}
		const [after] = await tx
			.update(records)
			.set({ ...change(before), updatedAt: context.now() })
			.where(eq(records.id, id))
			.returning();
		if (!after) throw recordNotFound();
		await writeAudit(context, tx, actor, action, id, { revision: after.revision });
		return after;
	});
	await context.published(row.region);
	return { id: row.id, state: row.state, revision: row.revision, publishedRevision: row.publishedRevision };
}

/**
 * Shows the current revision to the public. Resolves when the feeds hold it. `baseRevision` guards against publishing what one
 * has not seen. Throws 422 for a personal request.
 */
export const publish = (context: Context, actor: Actor, id: string, baseRevision?: number) =>
	changeState(
		context,
		actor,
		id,
		"publish",
		(row) => {
			if (isPersonalRecord(row.kind, row.data)) throw personalRequest();
			return { state: "published", publishedRevision: row.revision };
		},
		baseRevision,
	);

/** Takes a record out of the work list and out of the feeds; nothing is deleted. */
export const archive = (context: Context, actor: Actor, id: string) =>
	changeState(context, actor, id, "archive", () => ({ state: "archived" }));

/** Brings an archived record back: to the public when it was published and may be, else to the work list. */
export const restore = (context: Context, actor: Actor, id: string) =>
	changeState(context, actor, id, "restore", (row) => {
		if (row.state !== "archived") return {};
		if (isPersonalRecord(row.kind, row.data)) return { state: "in-review", publishedRevision: null };
		return { state: row.publishedRevision === null ? "in-review" : "published" };
	});
