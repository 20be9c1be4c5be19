import type { ClipKind, ClipReceipt } from "../../shared/model/clip.ts";
import type { FieldProblem } from "../../shared/model/problem.ts";
import type { Draft } from "../draft/fields.ts";

/** From the form to the inventory. What is still a draft is kept apart from what is on its way. */
export const clipStates = ["draft", "queued", "sending", "sent", "attention"] as const;
export type ClipState = (typeof clipStates)[number];

/** Why the inventory did not take a clip, in its own words where it had any. */
export interface Refusal {
	readonly status: number;
	readonly sentence: string;
	readonly errors: readonly FieldProblem[];
	/** Of a 409: the revision that stands, what differs, and the record as it stands. */
	readonly revision?: number | undefined;
	readonly fields?: readonly string[] | undefined;
	readonly current?: Readonly<Record<string, unknown>> | undefined;
}

/** What can happen to a clip; the panel has a sentence for each. */
export const happenings = [
	"saved",
	"corrected",
	"merged",
	"sending",
	"arrived",
	"refused",
	"conflict",
	"again",
	"paused",
	"retried",
] as const;

/** One line of a clip's history; `trouble` says why it has to be sent again. Times in milliseconds. */
export interface Happening {
	readonly at: number;
	readonly what: (typeof happenings)[number];
	readonly trouble?: Trouble | undefined;
	readonly sentence?: string | undefined;
}

/** How much of a history is kept: how it began, and the end of it. */
const keptHistory = 40;

export function withHappening(history: readonly Happening[], happening: Happening): readonly Happening[] {
	const [first, ...rest] = history;
	return first ? [first, ...rest.slice(-(keptHistory - 2)), happening] : [happening];
}

/** A clip on its way. `id` (UUIDv7) is made here, so that sending it twice is sending it once. Times in milliseconds. */
export interface OutboxEntry {
	readonly id: string;
	readonly kind: ClipKind;
	readonly title: string;
	readonly state: Exclude<ClipState, "draft">;
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
	/** Oldest first. Not there in what an older version of us kept. */
	readonly history?: readonly Happening[] | undefined;
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

/** A 409 that came with the record as it stands, so that a person can choose field by field. */
export const isConflict = (entry: OutboxEntry): boolean =>
	entry.refusal?.status === 409 && entry.refusal.revision !== undefined && entry.refusal.current !== undefined;
