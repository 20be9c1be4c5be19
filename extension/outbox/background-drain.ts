import type { DrainCause } from "../messages.ts";
import { readConnection } from "../settings/connection-store.ts";
import { wakeAt } from "./alarm.ts";
import { drain } from "./drain.ts";

const insisting: ReadonlySet<DrainCause> = new Set(["start", "panel-open", "online", "retry", "connected"]);

/** The run that has not begun yet: whoever asks meanwhile is served by it. */
let next: { insist: boolean; done: Promise<void> } | undefined;
let current: Promise<unknown> = Promise.resolve();

async function run(insist: boolean): Promise<void> {
	// The alarm is set before the first request, for should we be stopped halfway.
	await wakeAt(Date.now());
	const connection = await readConnection();
	await wakeAt(await drain({ connection, language: navigator.language, insist }));
}

/** Empties the outbox as far as it goes. Many causes at once make one run after the one that is on. */
export function drainOutbox(cause: DrainCause): Promise<void> {
	const insist = insisting.has(cause);
	if (next) {
		next.insist ||= insist;
		return next.done;
	}
	const mine = { insist, done: Promise.resolve() };
	mine.done = current.then(() => {
		next = undefined;
		return run(mine.insist);
	});
	next = mine;
	current = mine.done.catch(() => undefined);
	return mine.done;
}
