import { and, eq } from "drizzle-orm";
import { requireRole } from "../../access/permission.ts";
import { type bulkItems, records, revisions } from "../../db/schema.ts";
import type { Actor, Context } from "../context.ts";
import { Refusal, recordNotFound } from "../refusal.ts";
import { revise } from "../revise.ts";
import { contactsOf, readForUpdate, writeAudit } from "../stored.ts";
import type { BulkAction } from "./action.ts";

const changedSince = () =>
	new Refusal(409, "revision-conflict", {
		nl: "Dit item is na de actie gewijzigd en blijft zoals het nu is.",
		en: "This record was changed after the action and stays as it is now.",
	});

/** Brings one record back to how it stood before an action, unless somebody touched it since. Runs in the caller's transaction. */
export async function takeBack(
	context: Context,
	actor: Actor,
	{ action }: BulkAction,
	{ recordId, before, after }: typeof bulkItems.$inferSelect,
): Promise<{ state: "undone" }> {
	const row = await readForUpdate(context.db, recordId);
	if (!row || !before || !after) throw recordNotFound();
	requireRole(actor, "editor", row.region);
	const touched =
		row.state !== after.state || row.revision !== after.revision || row.publishedRevision !== after.publishedRevision;
	if (touched) throw changedSince();
	if (action === "set") {
		const [old] = await context.db
			.select({ data: revisions.data })
			.from(revisions)
			.where(and(eq(revisions.recordId, recordId), eq(revisions.revision, before.revision)));
		if (!old) throw recordNotFound();
		const record = { ...old.data, contacts: await contactsOf(context.db, recordId) };
		await revise(context, actor, recordId, { record, baseRevision: row.revision, language: "nl" });
	}
	const { state, publishedRevision } = before;
	await context.db
		.update(records)
		.set({ state, publishedRevision, updatedAt: context.now() })
		.where(eq(records.id, recordId));
	await writeAudit(context, context.db, actor, `undo-${action}`, recordId, { revision: before.revision });
	if (action !== "set") await context.published(row.region);
	return { state: "undone" };
}
