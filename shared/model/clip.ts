import * as z from "zod/mini";
import { Event } from "./event.ts";
import { Initiative } from "./initiative.ts";
import { Opportunity } from "./opportunity.ts";
import { Instant, RecordId, ShortText, Slug, WebAddress } from "./values.ts";

/** Largest body of `PUT /api/v1/clips/<uuid>`, in bytes. */
export const maximumClipSize = 256 * 1024;

export const evidenceOrigins = ["json-ld", "microdata", "meta", "text", "human"] as const;

/** Where a field's value came from; `quote` is a W3C TextQuoteSelector. */
export const Evidence = z.object({
	from: z.enum(evidenceOrigins),
	quote: z.optional(
		z.object({
			exact: z.string().check(z.maxLength(1000)),
			prefix: z.optional(z.string().check(z.maxLength(200))),
			suffix: z.optional(z.string().check(z.maxLength(200))),
		}),
	),
	confidence: z.number().check(z.minimum(0), z.maximum(1)),
});
export type Evidence = z.infer<typeof Evidence>;

export const ClipSource = z.object({
	url: WebAddress,
	canonicalUrl: z.optional(WebAddress),
	title: z.optional(z.string().check(z.maxLength(500))),
	language: z.optional(z.string().check(z.maxLength(35))),
	capturedAt: Instant,
	evidence: z._default(z.record(z.string().check(z.maxLength(60)), Evidence), {}),
});
export type ClipSource = z.infer<typeof ClipSource>;

const envelope = {
	region: Slug,
	source: ClipSource,
	/** The revision this clip was made from; left out for a new one. */
	baseRevision: z.optional(z.int().check(z.positive())),
	/** Records that the person who clipped looked at and called something else: nobody is asked about them again. */
	different: z.optional(z.array(RecordId).check(z.maxLength(100))),
	/** For the reviewer, never published. */
	note: z.optional(z.string().check(z.maxLength(2000))),
};

/** What the extension sends: a record of one of three kinds, and where it was found. */
export const Clip = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("initiative"), record: Initiative, ...envelope }),
	z.object({ kind: z.literal("event"), record: Event, ...envelope }),
	z.object({ kind: z.literal("opportunity"), record: Opportunity, ...envelope }),
]);
export type Clip = z.infer<typeof Clip>;
export type ClipKind = Clip["kind"];

export const recordStates = ["clipped", "in-review", "published", "archived", "merged"] as const;
export type RecordState = (typeof recordStates)[number];

/** A record that may be the same thing, with the reasons a person can judge by. */
export const PossibleDuplicate = z.object({
	id: RecordId,
	title: z.string(),
	score: z.number(),
	/** Probably one thing, or the same thing at another time. */
	relation: z.optional(z.enum(["same", "edition"])),
	reasons: z.array(ShortText),
});
export type PossibleDuplicate = z.infer<typeof PossibleDuplicate>;

/** The answer to a stored clip. A 2xx with this body means it is on disk. */
export const ClipReceipt = z.object({
	id: RecordId,
	revision: z.int(),
	state: z.enum(recordStates),
	possibleDuplicates: z.array(PossibleDuplicate),
});
export type ClipReceipt = z.infer<typeof ClipReceipt>;
