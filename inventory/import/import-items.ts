import { eq } from "drizzle-orm";
import { v5 as nameBased, v7 as uuidv7 } from "uuid";
import { fieldProblems } from "../../shared/messages/field-problems.ts";
import { type Kind, schemas } from "../../shared/model/kinds.ts";
import { matchKeyOfUrl } from "../../shared/text/match-key.ts";
import { records, revisions, sources } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { digestOf } from "../records/digest.ts";
import {
	derivedColumns,
	readForUpdate,
	splitContacts,
	writeAudit,
	writeContacts,
	writeRevision,
} from "../records/stored.ts";
import type { ForeignItem } from "./read-items.ts";

export interface ImportReport {
	added: number;
	changed: number;
	unchanged: number;
	/** One sentence for each item that was left out. */
	skipped: string[];
}

/**
 * Brings items of a partner's file in as records to review. An item has the same id each time, so a second run changes only
 * what differs, and never a record that a person has corrected. A wrong item is skipped with a sentence; the rest goes on.
 */
export async function importItems(
	context: Context,
	actor: Actor,
	items: readonly ForeignItem[],
	options: { region: string; kind: Kind; from: string },
): Promise<ImportReport> {
	const report: ImportReport = { added: 0, changed: 0, unchanged: 0, skipped: [] };
	const at = context.now();
	for (const { key, data: foreign } of items) {
		const parsed = schemas[options.kind].safeParse(foreign);
		if (!parsed.success) {
			const problems = fieldProblems(parsed.error.issues, foreign).map(({ field, message }) => `${field}: ${message}`);
			report.skipped.push(`${key}: ${problems.join(" ")}`);
			continue;
		}
		const { data, contacts } = splitContacts(parsed.data);
		const digest = digestOf(parsed.data);
		const id = nameBased(`${options.region}/${options.kind}/${options.from}#${key}`, nameBased.URL);
		const outcome = await context.db.transaction(async (tx) => {
			const row = await readForUpdate(tx, id);
			if (!row) {
				await tx.insert(records).values({
					id,
					kind: options.kind,
					region: options.region,
					state: "in-review",
					revision: 1,
					...derivedColumns(options.kind, parsed.data),
					data,
					clippedBy: actor.name,
					createdAt: at,
					updatedAt: at,
				});
				const url = "sourceUrl" in parsed.data && parsed.data.sourceUrl ? parsed.data.sourceUrl : options.from;
				await tx
					.insert(sources)
					.values({ id: uuidv7(), recordId: id, url, matchKey: matchKeyOfUrl(url), capturedAt: at, evidence: {} });
				await writeRevision(tx, { recordId: id, revision: 1, data, digest, via: "import", by: actor.name, at });
				await writeContacts(tx, id, contacts);
				await writeAudit(context, tx, actor, "import", id, { from: options.from });
				return "added" as const;
			}
			const history = await tx
				.select({ via: revisions.via, digest: revisions.digest })
				.from(revisions)
				.where(eq(revisions.recordId, id));
			if (history.some((revision) => revision.digest === digest)) return "unchanged" as const;
			if (history.some((revision) => revision.via === "edit")) return "corrected" as const;
			const revision = row.revision + 1;
			await tx
				.update(records)
				.set({ ...derivedColumns(options.kind, parsed.data), data, revision, updatedAt: at })
				.where(eq(records.id, id));
			await writeRevision(tx, { recordId: id, revision, data, digest, via: "import", by: actor.name, at });
			await writeContacts(tx, id, contacts);
			await writeAudit(context, tx, actor, "import", id, { from: options.from, revision });
			return "changed" as const;
		});
		if (outcome === "corrected") report.skipped.push(`${key}: door een medewerker verbeterd, dus niet overschreven.`);
		else report[outcome]++;
	}
	return report;
}
