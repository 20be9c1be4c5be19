import type { ClipKind, ClipReceipt } from "../../shared/model/clip.ts";
import type { FieldProblem } from "../../shared/model/problem.ts";
import type { Draft } from "../draft/fields.ts";

export const clipStates = ["queued", "sending", "sent", "attention"] as const;
export type ClipState = (typeof clipStates)[number];

/** Why the inventory did not take a clip, in its own words where it had any. */
export interface Refusal {
	readonly status: number;
	readonly sentence: string;
	readonly errors: readonly FieldProblem[];
	/** Of a 409: the revision that stands, and what differs. */
	readonly revision?: number | undefined;
	readonly fields?: readonly string[] | undefined;
}

/** A clip on its way. `id` (UUIDv7) is made here, so that sending it twice is sending it once. Times in milliseconds. */
export interface OutboxEntry {
	readonly id: string;
	readonly kind: ClipKind;
	readonly title: string;
	readonly state: ClipState;
	/** The body of the PUT. */
	readonly clip: unknown;
	/** To open the form again with. */
	readonly draft: Draft;
	readonly createdAt: number;
	readonly updatedAt: number;
	/** One more at each change. */
	readonly version: number;
	readonly attempts: number;
	readonly nextAttemptAt: number;
	/** What went wrong the last time, for a clip that is tried again. */
	readonly trouble?: Trouble | undefined;
	readonly refusal?: Refusal | undefined;
	readonly receipt?: ClipReceipt | undefined;
}

/** No connection; no answer in time; an answer that is none of the inventory's; a server that is not well. */
export type Trouble = "network" | "timeout" | "unreadable" | "server";

/** Why nothing is sent at all until somebody does something. */
export type PauseReason = "not-connected" | "sign-in" | "forbidden";
export interface Pause {
	readonly reason: PauseReason;
	readonly since: number;
}
