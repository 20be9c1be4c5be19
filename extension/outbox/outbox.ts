import { v7 as uuidv7 } from "uuid";
import type { Clip } from "../../shared/model/clip.ts";
import type { Draft } from "../draft/fields.ts";
import { announceChange, clipperDatabase } from "./database.ts";
import type { OutboxEntry, Pause } from "./entry.ts";

/** How many clips that arrived are kept to look back at. */
const keptSent = 50;

/**
 * Puts a clip on disk to be sent, and takes its draft away in the same transaction: there is always exactly one of the two.
 * A draft that corrects a refused clip keeps that clip's id. Gives the id.
 */
export async function enqueue(clip: Clip, draft: Draft, now = Date.now()): Promise<string> {
	const database = await clipperDatabase();
	const transaction = database.transaction(["clips", "drafts"], "readwrite", { durability: "strict" });
	const id = draft.clipId ?? uuidv7();
	const known = await transaction.objectStore("clips").get(id);
	await transaction.objectStore("clips").put({
		id,
		kind: clip.kind,
		title: clip.record.title,
		state: "queued",
		clip,
		draft: { ...draft, clipId: id },
		createdAt: known?.createdAt ?? now,
		updatedAt: now,
		version: (known?.version ?? 0) + 1,
		attempts: 0,
		nextAttemptAt: now,
	});
	await transaction.objectStore("drafts").delete(draft.page.url);
	await transaction.done;
	announceChange();
	return id;
}

/** Every clip, the newest first. */
export async function listEntries(): Promise<OutboxEntry[]> {
	return (await (await clipperDatabase()).getAllFromIndex("clips", "createdAt")).reverse();
}

/**
 * Changes an entry that is still there; one that was removed meanwhile stays away. With `since`, only if nobody changed it
 * after that version: a clip corrected while its old text was on its way must not be marked as sent. Gives the entry as it is now.
 */
export async function updateEntry(
	id: string,
	change: Partial<OutboxEntry>,
	since?: OutboxEntry,
): Promise<OutboxEntry | undefined> {
	const transaction = (await clipperDatabase()).transaction("clips", "readwrite", { durability: "strict" });
	const known = await transaction.store.get(id);
	const isOurs = known !== undefined && (since === undefined || since.version === known.version);
	const entry = isOurs ? { ...known, ...change, updatedAt: Date.now(), version: known.version + 1 } : known;
	if (entry && isOurs) await transaction.store.put(entry);
	await transaction.done;
	announceChange();
	return entry;
}

/** Sends a clip again that was set apart or waits for its turn. */
export const retryEntry = (id: string) =>
	updateEntry(id, { state: "queued", attempts: 0, nextAttemptAt: Date.now(), refusal: undefined, trouble: undefined });

export async function removeEntry(id: string): Promise<void> {
	await (await clipperDatabase()).delete("clips", id);
	announceChange();
}

/** Forgets the oldest of the clips that arrived. */
export async function trimSent(): Promise<void> {
	const database = await clipperDatabase();
	const sent = (await listEntries()).filter((entry) => entry.state === "sent");
	for (const entry of sent.slice(keptSent)) await database.delete("clips", entry.id);
}

export async function readPause(): Promise<Pause | undefined> {
	return (await clipperDatabase()).get("state", "pause");
}

export async function writePause(pause: Pause | undefined): Promise<void> {
	const database = await clipperDatabase();
	await (pause ? database.put("state", pause, "pause") : database.delete("state", "pause"));
	announceChange();
}
