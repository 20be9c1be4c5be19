import { desc, eq } from "drizzle-orm";
import type { PossibleDuplicate } from "../../shared/model/clip.ts";
import type { Contact } from "../../shared/model/values.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Database } from "../db/open.ts";
import { records, revisions, sources } from "../db/schema.ts";
import { possibleDuplicates } from "./duplicates.ts";
import { type RecordSummary, summaryOf } from "./find.ts";
import { recordNotFound } from "./refusal.ts";
import { contactsOf, type Via } from "./stored.ts";

export interface RecordDetail extends RecordSummary {
	data: unknown;
	contacts: Contact[];
	mergedInto: string | null;
	sources: {
		id: string;
		url: string;
		canonicalUrl: string | null;
		title: string | null;
		language: string | null;
		capturedAt: string;
		evidence: unknown;
	}[];
	revisions: { revision: number; at: string; by: string; via: Via; data: unknown }[];
	possibleDuplicates: PossibleDuplicate[];
}

/** Everything staff see of one record. Throws 404. */
export async function read(db: Database, id: string, language: Language): Promise<RecordDetail> {
	const [row] = await db.select().from(records).where(eq(records.id, id));
	if (!row) throw recordNotFound();
	const found = await db.select().from(sources).where(eq(sources.recordId, id)).orderBy(desc(sources.id));
	const history = await db
		.select()
		.from(revisions)
		.where(eq(revisions.recordId, id))
		.orderBy(desc(revisions.revision))
		.limit(50);
	return {
		...summaryOf(row, found[0]?.url ?? null),
		data: row.data,
		contacts: await contactsOf(db, id),
		mergedInto: row.mergedInto,
		sources: found.map(({ recordId: _, matchKey: __, capturedAt, ...source }) => ({
			...source,
			capturedAt: capturedAt.toISOString(),
		})),
		revisions: history.map(({ revision, at, by, via, data }) => ({ revision, at: at.toISOString(), by, via, data })),
		possibleDuplicates: await possibleDuplicates(db, row, language),
	};
}
