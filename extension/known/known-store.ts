import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { isStanding, type KnownEntry } from "./known-entry.ts";

/** What a person said of a known record beside the thing on a page. */
export const verdicts = ["same", "edition", "different"] as const;
export type Verdict = (typeof verdicts)[number];

interface KnownSchema extends DBSchema {
	/** By inventory, region and id, so that another connection finds nothing of an earlier one. */
	entries: { key: [string, string, string]; value: KnownEntry };
	cursors: { key: [string, string]; value: string };
	/** By the thing (see `verdictKey`) and the id of the record. */
	verdicts: { key: [string, string]; value: Verdict };
}

const name = "regiotechniek-known";

/** Which inventory, and which region of it. */
export interface Whose {
	readonly address: string;
	readonly region: string;
}

let opened: Promise<IDBPDatabase<KnownSchema>> | undefined;

function database(): Promise<IDBPDatabase<KnownSchema>> {
	const close = () => {
		const closing = opened;
		opened = undefined;
		void closing?.then((db) => db.close());
	};
	opened ??= openDB<KnownSchema>(name, 1, {
		upgrade(db) {
			for (const store of ["entries", "cursors", "verdicts"] as const) db.createObjectStore(store);
		},
		// Somebody signs out in another page of ours, or a newer version waits: let it.
		blocking: close,
		terminated: () => {
			opened = undefined;
		},
	}).catch((error: unknown) => {
		opened = undefined;
		throw error;
	});
	return opened;
}

const within = ({ address, region }: Whose) => IDBKeyRange.bound([address, region, ""], [address, region, "\uffff"]);

export async function readEntries(whose: Whose): Promise<KnownEntry[]> {
	return (await database()).getAll("entries", within(whose));
}

export async function readCursor({ address, region }: Whose): Promise<string | undefined> {
	return (await database()).get("cursors", [address, region]);
}

/** Entries and cursor in one transaction: a cursor never stands for what is not there. */
export async function writeEntries(whose: Whose, entries: readonly KnownEntry[], cursor: string): Promise<void> {
	const transaction = (await database()).transaction(["entries", "cursors"], "readwrite");
	const store = transaction.objectStore("entries");
	for (const entry of entries) {
		const key: [string, string, string] = [whose.address, whose.region, entry.id];
		if (isStanding(entry)) void store.put(entry, key);
		else void store.delete(key);
	}
	void transaction.objectStore("cursors").put(cursor, [whose.address, whose.region]);
	await transaction.done;
}

/** What verdicts are remembered by: the page and the kind, or the title where there is no page. */
export const verdictKey = (kind: string, pageKey: string, titleKey: string): string => `${kind} ${pageKey || titleKey}`;

export async function readVerdicts(thing: string): Promise<Map<string, Verdict>> {
	const db = await database();
	const found = new Map<string, Verdict>();
	let cursor = await db.transaction("verdicts").store.openCursor(IDBKeyRange.bound([thing, ""], [thing, "\uffff"]));
	while (cursor) {
		found.set(cursor.key[1], cursor.value);
		cursor = await cursor.continue();
	}
	return found;
}

export async function writeVerdict(thing: string, id: string, verdict: Verdict): Promise<void> {
	await (await database()).put("verdicts", verdict, [thing, id]);
}

/** Wipes all that is local of the inventory, verdicts too; for signing out. */
export async function forgetKnown(): Promise<void> {
	const closing = opened;
	opened = undefined;
	(await closing?.catch(() => undefined))?.close();
	await deleteDB(name);
}
