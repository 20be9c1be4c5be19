import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { requireRole } from "../access/permission.ts";
import type { Database } from "../db/open.ts";
import { contacts, type MergeTrail, merges, records, revisions, sources } from "../db/schema.ts";
import type { StateReceipt } from "./change-state.ts";
import type { Actor, Context } from "./context.ts";
import { moveIntroductionsBack } from "./move-introductions.ts";
import { writeNewRevision } from "./new-revision.ts";
import { Refusal, recordNotFound } from "./refusal.ts";
import { type RecordRow, readForUpdate, writeAudit } from "./stored.ts";

const changedSince = () =>
	new Refusal(409, "changed-since-merge", {
		nl: "Ongedaan maken kan niet meer: het andere item is na het samenvoegen gewijzigd. In zijn geschiedenis zet u velden terug.",
		en: "This cannot be undone any more: the other record changed after the merge. Restore fields from its history.",
	});

const notMerged = () =>
	new Refusal(409, "not-merged", {
		nl: "Dit item is niet samengevoegd met een ander.",
		en: "This record was not merged into another.",
	});

/** Puts back what a revision replaced, as a revision on top of it. */
async function putBack(
	context: Context,
	tx: Database,
	actor: Actor,
	row: RecordRow,
	language: Language,
): Promise<RecordRow> {
	const [before] = await tx
		.select()
		.from(revisions)
		.where(and(eq(revisions.recordId, row.id), eq(revisions.revision, row.revision - 1)));
	if (!before) throw changedSince();
	return writeNewRevision(context, tx, actor, row, { data: before.data, via: "unmerge", language });
}

/** Mentions that nobody touched since go back to the organisation that they were of. */
async function putMentionsBack(
	context: Context,
	tx: Database,
	actor: Actor,
	mentions: MergeTrail["mentions"],
	language: Language,
): Promise<void> {
	for (const { id, revision } of mentions) {
		const row = await readForUpdate(tx, id);
		if (row?.revision !== revision || row.state === "merged") continue;
		const after = await putBack(context, tx, actor, row, language);
		if (row.publishedRevision === revision)
			await tx.update(records).set({ publishedRevision: after.revision }).where(eq(records.id, id));
		await writeAudit(context, tx, actor, "mention-moved-back", id, { revision: after.revision });
	}
}

/**
 * Undoes the merge of a record: it stands by itself again, in the state that it had, with its own sources. Only while the
 * record that it was merged into has not changed since; history is added to, never taken away. Throws 404 or 409.
 */
export async function unmerge(context: Context, actor: Actor, id: string, language: Language): Promise<StateReceipt> {
	const row = await context.db.transaction(async (tx) => {
		const [known] = await tx.select().from(records).where(eq(records.id, id));
		if (!known) throw recordNotFound();
		requireRole(actor, "editor", known.region);
		const into = known.mergedInto;
		if (!into) throw notMerged();
		const locked = new Map<string, RecordRow | undefined>();
		for (const one of [id, into].sort()) locked.set(one, await readForUpdate(tx, one));
		const [gone, staying] = [locked.get(id), locked.get(into)];
		if (gone?.mergedInto !== into || !staying) throw notMerged();
		const [merge] = await tx
			.select()
			.from(merges)
			.where(and(eq(merges.recordId, id), eq(merges.into, into), isNull(merges.undoneAt)))
			.orderBy(desc(merges.id))
			.limit(1);
		// Merges of an older version of the service left no trail.
		if (!merge || staying.state === "merged" || staying.revision !== merge.intoRevision) throw changedSince();
		const { trail } = merge;
		await tx.update(records).set({ calendarId: trail.calendarId }).where(eq(records.id, into));
		if (trail.revised) await putBack(context, tx, actor, staying, language);
		await putMentionsBack(context, tx, actor, trail.mentions, language);
		if (trail.sources.length > 0)
			await tx.update(sources).set({ recordId: id }).where(inArray(sources.id, trail.sources));
		await moveIntroductionsBack(tx, trail.introductions ?? [], into, id);
		if (trail.contacts.length > 0) await tx.delete(contacts).where(inArray(contacts.id, trail.contacts));
		const at = context.now();
		await tx.update(merges).set({ undoneAt: at }).where(eq(merges.id, merge.id));
		await tx.update(records).set({ updatedAt: at }).where(eq(records.id, into));
		const [back] = await tx
			.update(records)
			.set({ state: trail.state, mergedInto: null, updatedAt: at })
			.where(eq(records.id, id))
			.returning();
		if (!back) throw recordNotFound();
		await writeAudit(context, tx, actor, "unmerge", id, { from: into });
		await writeAudit(context, tx, actor, "unmerge", into, { restored: id });
		return back;
	});
	await context.published(row.region);
	return { id: row.id, state: row.state, revision: row.revision, publishedRevision: row.publishedRevision };
}
