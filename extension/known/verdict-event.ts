import type { KnownEntry } from "./known-entry.ts";
import type { Verdict } from "./known-store.ts";

/** Somebody said what a known record is to the thing on the page. It is remembered already when this is heard. */
export class VerdictEvent extends Event {
	static readonly type = "clipper-verdict";

	constructor(
		readonly verdict: Verdict,
		readonly entry: KnownEntry,
	) {
		super(VerdictEvent.type, { bubbles: true, composed: true });
	}
}

declare global {
	interface GlobalEventHandlersEventMap {
		"clipper-verdict": VerdictEvent;
	}
}
