import { desc, eq } from "drizzle-orm";
import type { PossibleDuplicate, RecordState } from "../../shared/model/clip.ts";
import type { Contact } from "../../shared/model/values.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Database } from "../db/open.ts";
import { records, sources } from "../db/schema.ts";
import { possibleDuplicates } from "./duplicates.ts";
import { type RecordSummary, summaryOf } from "./find.ts";
import { mergedFrom, type RevisionEntry, revisionsOf } from "./history.ts";
import { recordNotFound } from "./refusal.ts";
import { contactsOf } from "./stored.ts";
import { survivorOf } from "./survivor.ts";
import { type StandingVerdict, verdictsOn } from "./verdicts.ts";

export interface RecordDetail extends RecordSummary {
	data: unknown;
	contacts: Contact[];
	/** The record that it was merged into in the end, by way of others perhaps. */
	mergedInto: string | null;
	/** Records that were merged into this one; their sources are among its own. */
	mergedFrom: { id: string; title: string; into: string; state: RecordState }[];
	/** Records that somebody called something else. */
	verdicts: StandingVerdict[];
	sources: {
		id: string;
		url: string;
		canonicalUrl: string | null;
		title: string | null;
		language: string | null;
		capturedAt: string;
		evidence: unknown;
	}[];
	/** The latest, newest first. */
	revisions: RevisionEntry[];
	possibleDuplicates: PossibleDuplicate[];
}

/** Everything staff see of one record. Throws 404. */
export async function read(db: Database, id: string, language: Language): Promise<RecordDetail> {
	const [row] = await db.select().from(records).where(eq(records.id, id));
	if (!row) throw recordNotFound();
	const found = await db.select().from(sources).where(eq(sources.recordId, id)).orderBy(desc(sources.id));
	const { items: history } = await revisionsOf(db, row, { limit: 50 });
	return {
		...summaryOf(row, found[0]?.url ?? null),
		data: row.data,
		contacts: await contactsOf(db, id),
		mergedInto: row.mergedInto && ((await survivorOf({ db }, id)) ?? row.mergedInto),
		mergedFrom: await mergedFrom(db, id),
		verdicts: await verdictsOn(db, id),
		sources: found.map(({ recordId: _, matchKey: __, capturedAt, ...source }) => ({
			...source,
			capturedAt: capturedAt.toISOString(),
		})),
		revisions: history,
		possibleDuplicates: row.state === "merged" ? [] : await possibleDuplicates(db, row, language),
	};
}
