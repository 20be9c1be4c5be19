import type { DrainCause } from "../messages.ts";
import { readConnection } from "../settings/connection-store.ts";
import { wakeAt } from "./alarm.ts";
import { drain } from "./drain.ts";

const insisting: ReadonlySet<DrainCause> = new Set(["start", "panel-open", "online", "retry", "connected"]);

/** Empties the outbox as far as it goes. The alarm is set before the first request, for should we be stopped halfway. */
export async function drainOutbox(cause: DrainCause): Promise<void> {
	await wakeAt(Date.now());
	const connection = await readConnection();
	await wakeAt(await drain({ connection, language: navigator.language, insist: insisting.has(cause) }));
}
