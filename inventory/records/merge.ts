import { and, eq, inArray, or } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { RecordState } from "../../shared/model/clip.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { requireRole } from "../access/permission.ts";
import type { Database } from "../db/open.ts";
import { contacts, type MergeTrail, merges, records, sources, verdicts } from "../db/schema.ts";
import type { StateReceipt } from "./change-state.ts";
import type { Actor, Context } from "./context.ts";
import { canonicalJson } from "./digest.ts";
import { mentionsOf, nameOf, withMentionOf } from "./mentions.ts";
import { moveIntroductions } from "./move-introductions.ts";
import { writeNewRevision } from "./new-revision.ts";
import { Refusal, recordNotFound } from "./refusal.ts";
import { type RecordRow, readForUpdate, writeAudit } from "./stored.ts";

/** Which one of two records a field is taken from: the one that is merged, the one that stays, or both (of lists). */
export const fieldChoices = ["this", "into", "both"] as const;
export type FieldChoice = (typeof fieldChoices)[number];

export interface MergeReceipt extends StateReceipt {
	mergedInto: string;
	/** Of the record that stays, after it. */
	intoRevision: number;
	intoState: RecordState;
	/** How many other records now mention the organisation that stays. */
	mentions: number;
}

const cannotMerge = () =>
	new Refusal(422, "cannot-merge", {
		nl: "Samenvoegen kan alleen met een ander item van dezelfde soort en regio dat zelf niet is samengevoegd.",
		en: "Merge only into another record of the same kind and region that was not merged itself.",
	});

const changedMeanwhile = (revision: number) =>
	new Refusal(
		409,
		"revision-conflict",
		{
			nl: "Iemand anders heeft een van beide items intussen gewijzigd: bekijk ze opnieuw.",
			en: "Somebody else changed one of the two records in the meantime: look at them again.",
		},
		{ revision },
	);

/** What an entry of a list is known by, so that a partner named in both does not stand there twice. */
const entryKey = (entry: unknown): string =>
	typeof entry === "object" && entry !== null && "name" in entry && typeof entry.name === "string"
		? `${entry.name.trim().toLowerCase()} ${"role" in entry ? String(entry.role) : ""}`
		: canonicalJson(entry);

function union(first: readonly unknown[], second: readonly unknown[]): unknown[] {
	const known = new Set(first.map(entryKey));
	return [...first, ...second.filter((entry) => !known.has(entryKey(entry)))];
}

/** The data of the record that stays, with what was chosen from the other. What nobody chose stays as it stands. */
export function mergedData(
	staying: Record<string, unknown>,
	going: Record<string, unknown>,
	choices: Readonly<Record<string, FieldChoice>>,
): Record<string, unknown> {
	const data = { ...staying };
	for (const [field, choice] of Object.entries(choices)) {
		const [mine, theirs] = [staying[field], going[field]];
		if (choice === "into" || field === "contacts") continue;
		if (choice === "both") {
			const whole = Array.isArray(mine) && Array.isArray(theirs) ? union(mine, theirs) : (mine ?? theirs);
			if (whole !== undefined) data[field] = whole;
		} else if (theirs === undefined) delete data[field];
		else data[field] = theirs;
	}
	return data;
}

/** Copies the contacts that the record that stays does not have; ids of the copies. Whoever both have stays as it stands. */
async function copyContacts(tx: Database, from: string, to: string): Promise<string[]> {
	const rows = await tx
		.select()
		.from(contacts)
		.where(or(eq(contacts.recordId, from), eq(contacts.recordId, to)));
	const keyOf = ({ name, email, phone }: (typeof rows)[number]) => canonicalJson([name, email, phone]).toLowerCase();
	const standing = rows.filter(({ recordId }) => recordId === to);
	const known = new Set(standing.map(keyOf));
	const first = Math.max(-1, ...standing.map(({ position }) => position)) + 1;
	const copies = rows
		.filter((row) => row.recordId === from && !known.has(keyOf(row)))
		.sort((a, b) => a.position - b.position)
		.map((row, index) => ({ ...row, id: uuidv7(), recordId: to, position: first + index }));
	if (copies.length > 0) await tx.insert(contacts).values(copies);
	return copies.map(({ id }) => id);
}

/** Gives what mentions one organisation a revision that mentions the other; a published record shows it at once. */
async function moveMentions(
	context: Context,
	tx: Database,
	actor: Actor,
	going: RecordRow,
	staying: RecordRow,
	language: Language,
): Promise<MergeTrail["mentions"]> {
	const [from, to] = [nameOf(going), nameOf(staying)];
	const moved: MergeTrail["mentions"] = [];
	for (const { id } of await mentionsOf(tx, going.region, from)) {
		const row = id === going.id ? undefined : await readForUpdate(tx, id);
		if (!row) continue;
		const behind = row.publishedRevision !== row.revision;
		const data = withMentionOf(row.data, from, to);
		const after = await writeNewRevision(context, tx, actor, row, { data, via: "merge", language });
		if (after.revision === row.revision) continue;
		// Whoever waited with publishing other changes still waits; the old name leads to the new one meanwhile.
		if (!behind) await tx.update(records).set({ publishedRevision: after.revision }).where(eq(records.id, id));
		await writeAudit(context, tx, actor, "mention-moved", id, {
			revision: after.revision,
			from: going.id,
			to: staying.id,
		});
		moved.push({ id, revision: after.revision });
	}
	return moved;
}

export interface MergeInput {
	into: string;
	fields?: Readonly<Record<string, FieldChoice>> | undefined;
	/** Of the record that is merged and of the one that stays, as whoever chose saw them. */
	baseRevision?: number | undefined;
	intoRevision?: number | undefined;
	language: Language;
}

/**
 * Marks a record as the same thing as `into`, which keeps its data but for the fields that were chosen otherwise. Sources,
 * contacts and introductions go along, the address leads to the other from then on, and what mentions a merged organisation mentions the other.
 * All of it in one transaction. Throws 404, 409 or 422.
 */
export async function merge(context: Context, actor: Actor, id: string, input: MergeInput): Promise<MergeReceipt> {
	const { into, fields = {}, language } = input;
	if (id === into) throw cannotMerge();
	const done = await context.db.transaction(async (tx) => {
		// In the order of ids, so that two merges of the same pair cannot wait for each other.
		const locked = new Map<string, RecordRow | undefined>();
		for (const one of [id, into].sort()) locked.set(one, await readForUpdate(tx, one));
		const [going, staying] = [locked.get(id), locked.get(into)];
		if (!going || !staying) throw recordNotFound();
		requireRole(actor, "editor", going.region);
		if (going.state === "merged") {
			throw new Refusal(409, "merged", {
				nl: "Dit item is al samengevoegd met een ander.",
				en: "This record was merged into another already.",
			});
		}
		if (staying.state === "merged" || staying.kind !== going.kind || staying.region !== going.region)
			throw cannotMerge();
		if ((input.baseRevision ?? going.revision) !== going.revision) throw changedMeanwhile(going.revision);
		if ((input.intoRevision ?? staying.revision) !== staying.revision) throw changedMeanwhile(staying.revision);

		const data = mergedData(staying.data, going.data, fields);
		// Whoever took the merged event into a calendar knows it by its UID: the other goes on under it when it has no readers yet.
		const takesUid = staying.kind === "event" && staying.publishedRevision === null && going.publishedRevision !== null;
		const along = takesUid ? { calendarId: going.calendarId ?? going.id } : {};
		const changed = canonicalJson(data) !== canonicalJson(staying.data);
		const after =
			changed || takesUid
				? await writeNewRevision(context, tx, actor, staying, { data, via: "merge", language, along })
				: staying;
		const mentions =
			going.kind === "organization" ? await moveMentions(context, tx, actor, going, after, language) : [];
		const moved = await tx
			.update(sources)
			.set({ recordId: into })
			.where(eq(sources.recordId, id))
			.returning({ id: sources.id });
		const copied = await copyContacts(tx, id, into);
		const introductions = await moveIntroductions(tx, id, into);
		const [gone] = await tx
			.update(records)
			.set({ state: "merged", mergedInto: into, updatedAt: context.now() })
			.where(eq(records.id, id))
			.returning();
		if (!gone) throw recordNotFound();
		await tx.update(records).set({ updatedAt: context.now() }).where(eq(records.id, into));
		const pair = [id, into];
		await tx.delete(verdicts).where(and(inArray(verdicts.one, pair), inArray(verdicts.other, pair)));
		await tx.insert(merges).values({
			id: uuidv7(),
			recordId: id,
			into,
			intoRevision: after.revision,
			trail: {
				state: going.state,
				calendarId: staying.calendarId,
				revised: after.revision !== staying.revision,
				sources: moved.map((source) => source.id),
				contacts: copied,
				mentions,
				introductions,
			},
			by: actor.name,
			at: context.now(),
		});
		await writeAudit(context, tx, actor, "merge", id, { revision: gone.revision, into });
		await writeAudit(context, tx, actor, "merge-into", into, { revision: after.revision, from: id, fields });
		return { gone, after, mentions: mentions.length };
	});
	await context.published(done.gone.region);
	return {
		id,
		state: done.gone.state,
		revision: done.gone.revision,
		publishedRevision: done.gone.publishedRevision,
		mergedInto: into,
		intoRevision: done.after.revision,
		intoState: done.after.state,
		mentions: done.mentions,
	};
}
