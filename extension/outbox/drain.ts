import type { Connection } from "../settings/connection.ts";
import { backOff } from "./back-off.ts";
import type { OutboxEntry } from "./entry.ts";
import { listEntries, readPause, trimSent, updateEntry, writePause } from "./outbox.ts";
import { type Outcome, sendClip } from "./send.ts";

/** A pause is tried again by itself after this long: somebody may have given the rights meanwhile. */
const pauseRest = 15 * 60_000;

export interface DrainOptions {
	readonly connection: Connection | undefined;
	readonly language: string;
	/** Sends even when a pause stands or a clip's time has not come. */
	readonly insist: boolean;
}

const waits = (entry: OutboxEntry) => entry.state === "queued" || entry.state === "sending";

async function record(entry: OutboxEntry, outcome: Outcome): Promise<void> {
	const attempts = entry.attempts + 1;
	const change = (to: Partial<OutboxEntry>) => updateEntry(entry.id, { attempts, trouble: undefined, ...to }, entry);
	switch (outcome.result) {
		case "stored":
			await change({ state: "sent", receipt: outcome.receipt, refusal: undefined });
			return;
		case "refused":
			await change({ state: "attention", refusal: outcome.refusal });
			return;
		case "again": {
			const nextAttemptAt = Date.now() + backOff(attempts, Math.random, outcome.retryAfter);
			await change({ state: "queued", trouble: outcome.trouble, nextAttemptAt });
			return;
		}
		case "pause":
			await change({ state: "queued", nextAttemptAt: Date.now() });
			await writePause({ reason: outcome.reason, since: Date.now() });
	}
}

/** One pass: each clip whose time has come is tried once, so that none keeps the others waiting. */
async function pass({ connection, language, insist }: DrainOptions): Promise<void> {
	const tried = new Set<string>();
	const due = (entry: OutboxEntry) =>
		waits(entry) && !tried.has(entry.id) && (insist || entry.state === "sending" || entry.nextAttemptAt <= Date.now());
	for (;;) {
		// Read anew each time: the panel may have added, corrected or removed one. The oldest goes first.
		const entry = (await listEntries()).findLast(due);
		if (!entry) return;
		tried.add(entry.id);
		if (!connection) return writePause({ reason: "not-connected", since: Date.now() });
		const sending = await updateEntry(entry.id, { state: "sending" }, entry);
		if (sending?.state !== "sending") continue;
		const outcome = await sendClip(connection, sending.id, sending.clip, language);
		await record(sending, outcome);
		if (outcome.result === "pause") return;
	}
}

/**
 * Sends what waits. Panel and background may both call this at any moment: a lock makes them take turns, and the browser
 * frees it when its holder dies. A clip found as "sending" is therefore one whose sender died, and is sent again under its
 * own id. Gives the moment (milliseconds) of the next attempt, or `undefined` when nothing waits.
 */
export function drain(options: DrainOptions): Promise<number | undefined> {
	return navigator.locks.request("regiotechniek-outbox", async () => {
		const pause = await readPause();
		const rests = pause !== undefined && !options.insist && Date.now() - pause.since < pauseRest;
		if (!rests && (options.insist || navigator.onLine)) {
			if (pause) await writePause(undefined);
			await pass(options);
			await trimSent();
		}
		const waiting = (await listEntries()).filter(waits);
		if (waiting.length === 0) return undefined;
		const next = Math.min(...waiting.map((entry) => entry.nextAttemptAt));
		const still = await readPause();
		return still ? Math.max(next, still.since + pauseRest) : next;
	});
}
