import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Clip, ClipReceipt } from "../../shared/model/clip.ts";
import type { RecordId } from "../../shared/model/values.ts";
import { matchKeyOfUrl } from "../../shared/text/match-key.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { may, requireRole } from "../access/permission.ts";
import type { Database } from "../db/open.ts";
import { records, sources } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import { differingFields, digestOf } from "./digest.ts";
import { possibleDuplicates } from "./duplicates.ts";
import { isPersonalRecord } from "./personal.ts";
import { Refusal } from "./refusal.ts";
import { isRegion } from "./regions.ts";
import {
	contactsOf,
	derivedColumns,
	type RecordRow,
	readForUpdate,
	splitContacts,
	wasSentBefore,
	writeAudit,
	writeContacts,
	writeRevision,
} from "./stored.ts";
import { writeDifferent } from "./verdicts.ts";

async function requireKnownRegion(db: Database, region: string): Promise<void> {
	if (await isRegion(db, region)) return;
	const message = `De regio "${region}" kennen we niet: kies een regio die de inventaris heeft.`;
	throw new Refusal(
		422,
		"invalid-clip",
		{ nl: "De clip is niet opgeslagen.", en: "The clip was not saved." },
		{ errors: [{ field: "region", message }] },
	);
}

async function writeSource(db: Database, recordId: string, source: Clip["source"]): Promise<void> {
	await db.insert(sources).values({
		...source,
		id: uuidv7(),
		recordId,
		matchKey: matchKeyOfUrl(source.canonicalUrl ?? source.url),
		capturedAt: new Date(source.capturedAt),
	});
}

/** `current` is the data alone: whoever clips may not see the contacts that an editor added. */
async function conflict(db: Database, row: RecordRow, clip: Clip): Promise<never> {
	const standing = { ...row.data, contacts: await contactsOf(db, row.id) };
	throw new Refusal(
		409,
		"revision-conflict",
		{
			nl: "Dit item is intussen gewijzigd. Vergelijk de velden en kies per veld.",
			en: "This record has changed in the meantime. Compare the fields and choose for each.",
		},
		{ revision: row.revision, fields: differingFields(standing, clip.record), current: row.data },
	);
}

/**
 * Stores a clip under the id that the client made, in one transaction: after this resolves it is on disk.
 * The same clip again changes nothing, whatever happened to the record since. A clip that differs must name the revision it
 * was made from in `baseRevision`; otherwise a {@link Refusal} 409 tells the revision that stands and the fields that differ.
 */
export async function clip(
	context: Context,
	actor: Actor,
	id: RecordId,
	input: Clip,
	language: Language = "nl",
): Promise<{ created: boolean; receipt: ClipReceipt }> {
	const at = context.now();
	const { data, contacts } = splitContacts(input.record);
	const digest = digestOf({ kind: input.kind, region: input.region, record: input.record });
	return context.db.transaction(async (tx) => {
		await requireKnownRegion(tx, input.region);
		requireRole(actor, "clipper", input.region);
		const [inserted] = await tx
			.insert(records)
			.values({
				id,
				kind: input.kind,
				region: input.region,
				state: "clipped",
				revision: 1,
				...derivedColumns(input.kind, input.record),
				data,
				note: input.note ?? null,
				clippedBy: actor.name,
				createdAt: at,
				updatedAt: at,
			})
			.onConflictDoNothing()
			.returning();
		if (inserted) {
			await writeRevision(tx, { recordId: id, revision: 1, data, digest, via: "clip", by: actor.name, at });
			await writeSource(tx, id, input.source);
			await writeContacts(tx, id, contacts);
			await writeAudit(context, tx, actor, "clip", id);
			await writeDifferent(context, tx, actor, inserted, input.different ?? []);
			return { created: true, receipt: await receiptFor(tx, actor, inserted, language) };
		}

		const row = await readForUpdate(tx, id);
		if (!row) throw new Error(`Record ${id} neither inserted nor found`);
		if (row.region !== input.region || row.kind !== input.kind) {
			throw new Refusal(409, "other-record", {
				nl: "Onder dit nummer staat al iets anders: maak de clip opnieuw.",
				en: "Something else has this id already: make the clip again.",
			});
		}
		if (await wasSentBefore(tx, id, digest))
			return { created: false, receipt: await receiptFor(tx, actor, row, language) };
		if (row.state === "merged") {
			throw new Refusal(409, "merged", {
				nl: "Dit item is samengevoegd met een ander: maak de clip opnieuw, dan vindt u het andere.",
				en: "This record was merged into another: make the clip again and you will find the other.",
			});
		}
		if (input.baseRevision !== row.revision) return conflict(tx, row, input);

		const revision = row.revision + 1;
		const [updated] = await tx
			.update(records)
			.set({ ...derivedColumns(input.kind, input.record), data, revision, updatedAt: at, note: input.note ?? row.note })
			.where(eq(records.id, id))
			.returning();
		if (!updated) throw new Error(`Record ${id} vanished inside its own transaction`);
		await writeRevision(tx, { recordId: id, revision, data, digest, via: "clip", by: actor.name, at });
		await writeSource(tx, id, input.source);
		// Whoever clips may not see the contacts that an editor added, so leaving them out is not taking them away.
		if (contacts.length > 0) await writeContacts(tx, id, contacts);
		await writeAudit(context, tx, actor, "clip", id, { revision });
		await writeDifferent(context, tx, actor, updated, input.different ?? []);
		return { created: false, receipt: await receiptFor(tx, actor, updated, language) };
	});
}

async function receiptFor(db: Database, actor: Actor, row: RecordRow, language: Language): Promise<ClipReceipt> {
	// Of a person's request whoever only clips does not even learn the title.
	const mayKnow = (one: RecordRow) => may(actor, "editor", one.region) || !isPersonalRecord(one.kind, one.data);
	return {
		id: row.id as RecordId,
		revision: row.revision,
		state: row.state,
		possibleDuplicates: await possibleDuplicates(db, row, language, mayKnow),
	};
}
