import { and, eq } from "drizzle-orm";
import { type DataOf, type Kind, schemas } from "../../shared/model/kinds.ts";
import type { Database } from "../db/open.ts";
import { type ImportNote, records, revisions } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { canonicalJson, differingFields, digestOf } from "../records/digest.ts";
import {
	contactsOf,
	derivedColumns,
	type RecordRow,
	splitContacts,
	writeAudit,
	writeContacts,
	writeRevision,
} from "../records/stored.ts";
import type { Normalised } from "./normalise.ts";

/** The source that items come from, and the moment by which what is seen now is told from what was seen before. */
export interface Origin {
	sourceId: string;
	region: string;
	kind: Kind;
	address: string;
	seenAt: Date;
}

type Data = Record<string, unknown>;

/** What is compared field by field: the data, and of the persons only whether they are the same. */
export const comparable = (data: DataOf[Kind]): Data => {
	const { data: rest, contacts } = splitContacts(data);
	return { ...rest, contacts: digestOf(contacts) };
};

/** Which fields a person changed since the source was last read, and what then becomes of the record. */
function combine(current: Data, last: Data, next: Data): { merged: Data; kept: string[] } {
	const merged: Data = { ...next };
	const kept: string[] = [];
	const offered = new Set(differingFields(next, last));
	for (const field of differingFields(current, last)) {
		if (field in current) merged[field] = current[field];
		else delete merged[field];
		if (offered.has(field) && canonicalJson(next[field] ?? null) !== canonicalJson(current[field] ?? null))
			kept.push(field);
	}
	return { merged, kept };
}

const keptNote = (key: string, fields: string[]): ImportNote => ({
	key,
	about: "kept",
	nl: `${fields.join(", ")} door een medewerker verbeterd, dus niet overschreven.`,
	en: `${fields.join(", ")} corrected by staff, so not overwritten.`,
});

/** Brings what changed in the source to its record, but for what a person changed there. */
export async function change(
	tx: Database,
	context: Context,
	actor: Actor,
	origin: Origin,
	item: Normalised,
	row: RecordRow,
	last: Data,
): Promise<{ changed: boolean; note?: ImportNote }> {
	// What was merged lives on in another record, which a person put together.
	if (row.state === "merged") return { changed: false };
	const standing = await contactsOf(tx, row.id);
	const current = { ...row.data, contacts: digestOf(standing) };
	const { merged, kept } = combine(current, last, comparable(item.parsed));
	const { contacts: persons, ...fields } = merged;
	const parsed = schemas[origin.kind].safeParse({
		...fields,
		contacts: persons === current.contacts ? standing : item.parsed.contacts,
	});
	const note = kept.length > 0 ? keptNote(item.key, kept) : undefined;
	if (!parsed.success) return { changed: false, note: note ?? keptNote(item.key, differingFields(current, last)) };
	const { data, contacts } = splitContacts(parsed.data);
	if (differingFields(comparable(parsed.data), current).length === 0) return { changed: false, ...(note && { note }) };
	const at = context.now();
	const revision = row.revision + 1;
	await tx
		.update(records)
		.set({ ...derivedColumns(origin.kind, parsed.data), data, revision, updatedAt: at })
		.where(eq(records.id, row.id));
	const digest = digestOf(parsed.data);
	await writeRevision(tx, { recordId: row.id, revision, data, digest, via: "import", by: actor.name, at });
	if (persons !== current.contacts) await writeContacts(tx, row.id, contacts);
	await writeAudit(context, tx, actor, "import", row.id, { source: origin.sourceId, revision });
	return { changed: true, ...(note && { note }) };
}

/** What an import of before there were sources wrote last: the comparison for a record that is met again. */
export async function lastImported(tx: Database, row: RecordRow): Promise<Data> {
	const [found] = await tx
		.select({ data: revisions.data })
		.from(revisions)
		.where(and(eq(revisions.recordId, row.id), eq(revisions.via, "import")))
		.orderBy(revisions.revision);
	return { ...(found?.data ?? row.data), contacts: digestOf(await contactsOf(tx, row.id)) };
}
