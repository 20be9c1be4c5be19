import { type DBSchema, type IDBPDatabase, openDB, unwrap, wrap } from "idb";
import { Draft } from "../draft/fields.ts";
import type { OutboxEntry, Pause } from "./entry.ts";

/** A form being filled in, by its tab and address: see `keyOf` in draft/draft.ts. */
interface StoredDraft {
	readonly key: string;
	readonly url: string;
	readonly draft: Draft;
	readonly updatedAt: number;
}

interface ClipperSchema extends DBSchema {
	/** Clips on their way and the last that arrived. `byState` is for finding what waits without reading all the rest. */
	clips: { key: string; value: OutboxEntry; indexes: { createdAt: number; byState: [string, number] } };
	forms: { key: string; value: StoredDraft; indexes: { url: string } };
	/** `pause`, and `born`: a name drawn when this database was made, by which one that was thrown away is noticed. */
	state: { key: "pause" | "born"; value: Pause | string };
}
export type ClipperDatabase = IDBPDatabase<ClipperSchema>;

let opened: Promise<ClipperDatabase> | undefined;

/** The one database of the clipper, which panel and background share. Opened on first use, opened again after it was closed. */
export function clipperDatabase(): Promise<ClipperDatabase> {
	opened ??= openDB<ClipperSchema>("regiotechniek-clipper", 2, {
		async upgrade(database, from, _to, transaction) {
			if (from < 1) {
				database.createObjectStore("clips", { keyPath: "id" }).createIndex("createdAt", "createdAt");
				database.createObjectStore("state");
			}
			transaction.objectStore("clips").createIndex("byState", ["state", "createdAt"]);
			database.createObjectStore("forms", { keyPath: "key" }).createIndex("url", "url");
			await transaction.objectStore("state").put(crypto.randomUUID(), "born");
			if (from < 1) return;
			// Up to version 1 a draft was kept by its address alone.
			const old: readonly unknown[] = await wrap(unwrap(transaction).objectStore("drafts")).getAll();
			for (const kept of old) {
				const draft = Draft.safeParse(kept && Reflect.get(Object(kept), "draft"));
				if (!draft.success) continue;
				const { url } = draft.data.page;
				await transaction.objectStore("forms").put({ key: url, url, draft: draft.data, updatedAt: Date.now() });
			}
			unwrap(database).deleteObjectStore("drafts");
		},
		// A newer version of us waits: let it.
		blocking: (_current, _blocked, event) => {
			if (event.target instanceof IDBDatabase) event.target.close();
			opened = undefined;
		},
		terminated: () => {
			opened = undefined;
		},
	}).catch((error: unknown) => {
		opened = undefined;
		throw error;
	});
	return opened;
}

/** The name that was drawn when this database was made. */
export async function databaseName(): Promise<string> {
	return String(await (await clipperDatabase()).get("state", "born"));
}

const channelName = "regiotechniek-outbox";

/** Tells every open page of ours that the outbox changed. */
export function announceChange(): void {
	const channel = new BroadcastChannel(channelName);
	channel.postMessage("changed");
	channel.close();
}

export function onOutboxChange(callback: () => void, signal: AbortSignal): void {
	const channel = new BroadcastChannel(channelName);
	channel.addEventListener("message", callback);
	signal.addEventListener("abort", () => channel.close());
}
