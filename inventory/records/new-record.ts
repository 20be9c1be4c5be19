import { v7 as uuidv7 } from "uuid";
import type { DataOf, Kind } from "../../shared/model/kinds.ts";
import type { Database } from "../db/open.ts";
import { records } from "../db/schema.ts";
import type { Actor, Context } from "./context.ts";
import { derivedColumns, splitContacts, type Via, writeContacts, writeRevision } from "./stored.ts";

interface NewRecord<K extends Kind> {
	/** One of our own making when left out. */
	id?: string;
	kind: K;
	region: string;
	/** As the schema of its kind gives it; the contacts in it go to their own table. */
	data: DataOf[K];
	via: Via;
}

/** Puts a record in review as its first revision, inside the caller's transaction. Gives its id. */
export async function writeNewRecord<K extends Kind>(
	context: Pick<Context, "now">,
	tx: Database,
	actor: Actor,
	{ id = uuidv7(), kind, region, data: whole, via }: NewRecord<K>,
): Promise<string> {
	const at = context.now();
	const { data, contacts } = splitContacts(whole);
	await tx.insert(records).values({
		id,
		kind,
		region,
		state: "in-review",
		revision: 1,
		...derivedColumns(kind, whole),
		data,
		// Who makes one by hand clips nothing; the name stands in the first revision.
		clippedBy: via === "edit" ? null : actor.name,
		createdAt: at,
		updatedAt: at,
	});
	await writeRevision(tx, { recordId: id, revision: 1, data, via, by: actor.name, at });
	await writeContacts(tx, id, contacts);
	return id;
}
