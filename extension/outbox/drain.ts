import type { Connection } from "../settings/connection.ts";
import { backOff } from "./back-off.ts";
import type { OutboxEntry } from "./entry.ts";
import { entriesIn, readEntry, readPause, trimSent, updateEntry, waitingIds, writePause } from "./outbox.ts";
import { type Outcome, sendClip } from "./send.ts";

/** A pause is tried again by itself after this long: somebody may have given the rights meanwhile. */
const pauseRest = 15 * 60_000;

/** How many are on their way at a time: one that gets no answer then keeps few others waiting. */
const lanes = 4;

export interface DrainOptions {
	readonly connection: Connection | undefined;
	readonly language: string;
	/** Sends even when a pause stands or a clip's time has not come. */
	readonly insist: boolean;
}

const waits = (entry: OutboxEntry) => entry.state === "queued" || entry.state === "sending";

async function record(entry: OutboxEntry, outcome: Outcome): Promise<void> {
	const attempts = entry.attempts + 1;
	const common = { attempts, trouble: undefined };
	switch (outcome.result) {
		case "stored": {
			const change = { ...common, state: "sent", receipt: outcome.receipt, refusal: undefined } as const;
			await updateEntry(entry.id, change, { what: "arrived" }, entry);
			return;
		}
		case "refused": {
			const { refusal } = outcome;
			const happening = { what: refusal.status === 409 ? "conflict" : "refused", sentence: refusal.sentence } as const;
			await updateEntry(entry.id, { ...common, state: "attention", refusal }, happening, entry);
			return;
		}
		case "again": {
			const { trouble } = outcome;
			const nextAttemptAt = Date.now() + backOff(attempts, Math.random, outcome.retryAfter);
			const change = { attempts, state: "queued", trouble, nextAttemptAt } as const;
			await updateEntry(entry.id, change, { what: "again", trouble }, entry);
			return;
		}
		case "pause":
			await updateEntry(entry.id, { ...common, state: "queued", nextAttemptAt: Date.now() }, { what: "paused" }, entry);
			await writePause({ reason: outcome.reason, since: Date.now() });
	}
}

/** One pass: each clip whose time has come is tried once, so that none keeps the others waiting. */
async function pass({ connection, language, insist }: DrainOptions): Promise<void> {
	const tried = new Set<string>();
	let paused = false;
	const due = (entry: OutboxEntry) =>
		waits(entry) && (insist || entry.state === "sending" || entry.nextAttemptAt <= Date.now());

	async function attempt(id: string): Promise<void> {
		// Read at the last moment: the panel may have corrected or removed it.
		const entry = await readEntry(id);
		if (!entry || !due(entry) || paused) return;
		if (!connection) {
			paused = true;
			return writePause({ reason: "not-connected", since: Date.now() });
		}
		const sending = await updateEntry(id, { state: "sending" }, { what: "sending" }, entry);
		if (sending?.state !== "sending") return;
		const outcome = await sendClip(connection, id, sending.clip, language);
		if (outcome.result === "pause") paused = true;
		await record(sending, outcome);
	}

	for (;;) {
		// Asked again after each round: the panel may have added some. The oldest goes first.
		const ids = (await waitingIds()).filter((id) => !tried.has(id));
		if (ids.length === 0 || paused) return;
		const lane = async () => {
			for (let id = ids.shift(); id !== undefined && !paused; id = ids.shift()) {
				tried.add(id);
				await attempt(id);
			}
		};
		await Promise.all(Array.from({ length: lanes }, lane));
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
		const waiting = [...(await entriesIn("queued")), ...(await entriesIn("sending"))];
		if (waiting.length === 0) return undefined;
		const next = waiting.reduce((soonest, entry) => Math.min(soonest, entry.nextAttemptAt), Number.POSITIVE_INFINITY);
		const still = await readPause();
		return still ? Math.max(next, still.since + pauseRest) : next;
	});
}
