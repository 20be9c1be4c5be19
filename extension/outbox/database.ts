import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Draft } from "../draft/fields.ts";
import type { OutboxEntry, Pause } from "./entry.ts";

interface ClipperSchema extends DBSchema {
	/** Clips on their way and the last that arrived. */
	clips: { key: string; value: OutboxEntry; indexes: { createdAt: number } };
	/** Forms being filled in, by the address of their page. */
	drafts: { key: string; value: { url: string; draft: Draft; updatedAt: number } };
	state: { key: "pause"; value: Pause };
}
export type ClipperDatabase = IDBPDatabase<ClipperSchema>;

let opened: Promise<ClipperDatabase> | undefined;

/** The one database of the clipper, which panel and background share. Opened on first use, opened again after it was closed. */
export function clipperDatabase(): Promise<ClipperDatabase> {
	opened ??= openDB<ClipperSchema>("regiotechniek-clipper", 1, {
		upgrade(database) {
			database.createObjectStore("clips", { keyPath: "id" }).createIndex("createdAt", "createdAt");
			database.createObjectStore("drafts", { keyPath: "url" });
			database.createObjectStore("state");
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
