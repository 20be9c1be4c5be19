import { v7 as uuidv7 } from "uuid";
import type { Clip } from "../../shared/model/clip.ts";
import { keyOf } from "../draft/draft.ts";
import type { Draft } from "../draft/fields.ts";
import { announceChange, clipperDatabase } from "./database.ts";
import { type Happening, type OutboxEntry, type Pause, withHappening } from "./entry.ts";

/** How many clips that arrived are kept, to look back at and to see whether their pages changed. */
const keptSent = 300;

/** Every entry in one state, the oldest first: what `byState` is asked for. */
const within = (state: OutboxEntry["state"]) => IDBKeyRange.bound([state], [state, []]);

/**
 * Puts a clip on disk to be sent, and takes its draft away in the same transaction: there is always exactly one of the two.
 * A draft that corrects a refused clip keeps that clip's id. Gives the id.
 */
export async function enqueue(clip: Clip, draft: Draft, what: Happening["what"] = "saved"): Promise<string> {
	const now = Date.now();
	const database = await clipperDatabase();
	const transaction = database.transaction(["clips", "forms"], "readwrite", { durability: "strict" });
	const id = draft.clipId ?? uuidv7();
	const clips = transaction.objectStore("clips");
	// A transaction that fails rejects `done` too, which nobody may be waiting for yet.
	transaction.done.catch(() => {});
	const known = await clips.get(id);
	await clips.put({
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
		history: withHappening(known?.history ?? [], { at: now, what: known && what === "saved" ? "corrected" : what }),
	});
	await transaction.objectStore("forms").delete(keyOf(draft));
	await transaction.done;
	announceChange();
	return id;
}

/** The newest clips, the newest first; all of them without `limit`. */
export async function listEntries(limit = Number.POSITIVE_INFINITY): Promise<OutboxEntry[]> {
	const found: OutboxEntry[] = [];
	const index = (await clipperDatabase()).transaction("clips").store.index("createdAt");
	for (
		let cursor = await index.openCursor(null, "prev");
		cursor && found.length < limit;
		cursor = await cursor.continue()
	)
		found.push(cursor.value);
	return found;
}

export const entriesIn = async (state: OutboxEntry["state"]): Promise<OutboxEntry[]> =>
	(await clipperDatabase()).getAllFromIndex("clips", "byState", within(state));

/** The ids of what has to be sent, the oldest first. */
export async function waitingIds(): Promise<string[]> {
	const database = await clipperDatabase();
	const [sending, queued] = await Promise.all([
		database.getAllKeysFromIndex("clips", "byState", within("sending")),
		database.getAllKeysFromIndex("clips", "byState", within("queued")),
	]);
	return [...sending, ...queued];
}

export async function readEntry(id: string): Promise<OutboxEntry | undefined> {
	return (await clipperDatabase()).get("clips", id);
}

/** How many clips are in each state. */
export async function countEntries(): Promise<Record<OutboxEntry["state"], number>> {
	const database = await clipperDatabase();
	const count = (state: OutboxEntry["state"]) => database.countFromIndex("clips", "byState", within(state));
	const [queued, sending, sent, attention] = await Promise.all([
		count("queued"),
		count("sending"),
		count("sent"),
		count("attention"),
	]);
	return { queued, sending, sent, attention };
}

/**
 * Changes an entry that is still there; one that was removed meanwhile stays away. With `since`, only if nobody changed it
 * after that version: a clip corrected while its old text was on its way must not be marked as sent. `happening` goes into its
 * history. Gives the entry as it is now.
 */
export async function updateEntry(
	id: string,
	change: Partial<OutboxEntry>,
	happening: Omit<Happening, "at">,
	since?: OutboxEntry,
): Promise<OutboxEntry | undefined> {
	const at = Date.now();
	const transaction = (await clipperDatabase()).transaction("clips", "readwrite", { durability: "strict" });
	const known = await transaction.store.get(id);
	const isOurs = known !== undefined && (since === undefined || since.version === known.version);
	const entry = isOurs
		? {
				...known,
				...change,
				updatedAt: at,
				version: known.version + 1,
				history: withHappening(known.history ?? [], { at, ...happening }),
			}
		: known;
	if (entry && isOurs) await transaction.store.put(entry);
	await transaction.done;
	announceChange();
	return entry;
}

/** Sends a clip again that was set apart or waits for its turn. */
export const retryEntry = (id: string) =>
	updateEntry(
		id,
		{ state: "queued", attempts: 0, nextAttemptAt: Date.now(), refusal: undefined, trouble: undefined },
		{ what: "retried" },
	);

export async function removeEntry(id: string): Promise<void> {
	await (await clipperDatabase()).delete("clips", id);
	announceChange();
}

/** Forgets the oldest of the clips that arrived, all but the last `kept`. */
export async function trimSent(kept = keptSent): Promise<void> {
	const database = await clipperDatabase();
	const sent = await database.getAllKeysFromIndex("clips", "byState", within("sent"));
	for (const id of sent.slice(0, Math.max(0, sent.length - kept))) await database.delete("clips", id);
	if (kept === 0) announceChange();
}

export async function readPause(): Promise<Pause | undefined> {
	const pause = await (await clipperDatabase()).get("state", "pause");
	return typeof pause === "object" ? pause : undefined;
}

export async function writePause(pause: Pause | undefined): Promise<void> {
	const database = await clipperDatabase();
	await (pause ? database.put("state", pause, "pause") : database.delete("state", "pause"));
	announceChange();
}
