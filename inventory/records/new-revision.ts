import { eq } from "drizzle-orm";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Database } from "../db/open.ts";
import { records } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import { canonicalJson } from "./digest.ts";
import { parseRecord } from "./revise.ts";
import { derivedColumns, type RecordRow, splitContacts, type Via, writeRevision } from "./stored.ts";

interface NewRevision {
	/** Data without contacts: those have no versions and stay as they are. */
	data: unknown;
	via: Via;
	language: Language;
	/** Columns to set along with it. */
	along?: Partial<Pick<RecordRow, "publishedRevision" | "calendarId">>;
}

/**
 * Puts data on top of what stands, inside the caller's transaction and on a row that it has locked. The row comes back as it
 * then is: unchanged when the data already said the same. Throws 422 when today's schema does not take the data.
 */
export async function writeNewRevision(
	context: Pick<Context, "now">,
	tx: Database,
	actor: Actor,
	row: RecordRow,
	{ data: input, via, language, along = {} }: NewRevision,
): Promise<RecordRow> {
	const parsed = parseRecord(row.kind, input, language);
	const { data } = splitContacts(parsed);
	const same = canonicalJson(data) === canonicalJson(row.data);
	if (same && Object.keys(along).length === 0) return row;
	const at = context.now();
	const revision = same ? row.revision : row.revision + 1;
	const [after] = await tx
		.update(records)
		.set({
			...derivedColumns(row.kind, parsed),
			data,
			revision,
			updatedAt: at,
			state: row.state === "clipped" && !same ? "in-review" : row.state,
			...along,
		})
		.where(eq(records.id, row.id))
		.returning();
	if (!after) throw new Error(`Record ${row.id} vanished inside its own transaction`);
	if (!same) await writeRevision(tx, { recordId: row.id, revision, data, via, by: actor.name, at });
	return after;
}
