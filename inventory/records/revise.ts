import { eq } from "drizzle-orm";
import { fieldProblems } from "../../shared/messages/field-problems.ts";
import { type Kind, schemas } from "../../shared/model/kinds.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { requireRole } from "../access/permission.ts";
import { records } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import { canonicalJson, differingFields } from "./digest.ts";
import { isPersonalRecord } from "./personal.ts";
import { Refusal, recordNotFound } from "./refusal.ts";
import {
	contactsOf,
	derivedColumns,
	readForUpdate,
	splitContacts,
	writeAudit,
	writeContacts,
	writeRevision,
} from "./stored.ts";

/** What a schema had against `input`, as a sentence for each wrong field. */
export const invalidRecord = (issues: Parameters<typeof fieldProblems>[0], input: unknown, language: Language) =>
	new Refusal(
		422,
		"invalid-record",
		{
			nl: "Er zijn velden die niet kloppen. Er is niets opgeslagen.",
			en: "Some fields are not right. Nothing was saved.",
		},
		{ errors: fieldProblems(issues, input, language) },
	);

/** `input` as data of `kind`. Throws a {@link Refusal} 422 with a sentence for each wrong field. */
export function parseRecord(kind: Kind, input: unknown, language: Language) {
	const parsed = schemas[kind].safeParse(input);
	if (parsed.success) return parsed.data;
	throw invalidRecord(parsed.error.issues, input, language);
}

const mergedAway = () =>
	new Refusal(409, "merged", {
		nl: "Dit item is samengevoegd met een ander: wijzig dat.",
		en: "This record was merged into another: change that one.",
	});

/**
 * Gives a record new data on top of `baseRevision`. What is published stays as it was until the next publication.
 * Throws 404, 409 (somebody was first; `current` has what stands) or 422.
 */
export async function revise(
	context: Context,
	actor: Actor,
	id: string,
	input: { record: unknown; baseRevision: number; language: Language },
): Promise<void> {
	const at = context.now();
	const withdrawn = await context.db.transaction(async (tx) => {
		const row = await readForUpdate(tx, id);
		if (!row) throw recordNotFound();
		requireRole(actor, "editor", row.region);
		if (row.state === "merged") throw mergedAway();
		const parsed = parseRecord(row.kind, input.record, input.language);
		const { data, contacts } = splitContacts(parsed);
		const standing = { ...row.data, contacts: await contactsOf(tx, id) };
		if (canonicalJson(standing) === canonicalJson(parsed)) return undefined;
		if (input.baseRevision !== row.revision) {
			throw new Refusal(
				409,
				"revision-conflict",
				{
					nl: "Iemand anders heeft dit item intussen gewijzigd.",
					en: "Somebody else changed this record in the meantime.",
				},
				{ revision: row.revision, fields: differingFields(standing, parsed), current: standing },
			);
		}
		const revision = row.revision + 1;
		// What turns out to be personal leaves the public at once, not with the next publication.
		const withdraws = row.state === "published" && isPersonalRecord(row.kind, data);
		await tx
			.update(records)
			.set({
				...derivedColumns(row.kind, parsed),
				data,
				revision,
				updatedAt: at,
				state: row.state === "clipped" || withdraws ? "in-review" : row.state,
				...(withdraws && { publishedRevision: null }),
			})
			.where(eq(records.id, id));
		await writeRevision(tx, { recordId: id, revision, data, via: "edit", by: actor.name, at });
		await writeContacts(tx, id, contacts);
		await writeAudit(context, tx, actor, "revise", id, { revision });
		return withdraws ? row.region : undefined;
	});
	if (withdrawn) await context.published(withdrawn);
}
