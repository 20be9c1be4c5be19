import * as z from "zod/mini";
import { Evidence, PossibleDuplicate, recordStates } from "../../../shared/model/clip.ts";
import { kinds } from "../../../shared/model/kinds.ts";
import { Contact, RecordId, WebAddress } from "../../../shared/model/values.ts";

/**
 * The answers of the staff API, as far as the workbench uses them. They are parsed, not trusted; fields that are newer than
 * this page are let through unseen, so that a tab left open survives an upgrade of the service.
 */

const summaryFields = {
	id: RecordId,
	kind: z.enum(kinds),
	region: z.string(),
	state: z.enum(recordStates),
	title: z.string(),
	revision: z.int(),
	publishedRevision: z.nullable(z.int()),
	updatedAt: z.string(),
	createdAt: z.string(),
	clippedBy: z.nullable(z.string()),
	sourceUrl: z.nullable(z.string()),
	note: z.nullable(z.string()),
};

export const RecordSummary = z.object(summaryFields);
export type RecordSummary = z.infer<typeof RecordSummary>;

/** A record in the list, with why it needs attention. */
export const ListedRecord = z.extend(RecordSummary, {
	attention: z.optional(
		z.object({
			missing: z.array(z.string()),
			twin: z.boolean(),
			startsOn: z.nullable(z.string()),
			endsOn: z.nullable(z.string()),
			source: z.catch(z.nullable(z.enum(["changed", "gone"])), null),
		}),
	),
});
export type ListedRecord = z.infer<typeof ListedRecord>;

export const RecordList = z.object({
	items: z.array(ListedRecord),
	total: z.int(),
	/** As far as is counted: a larger number means "more than that". */
	countedTo: z._default(z.int(), Number.MAX_SAFE_INTEGER),
	corrected: z._default(z.record(z.string(), z.array(z.string())), {}),
	next: z.nullable(z.string()),
	counts: z.object({
		clipped: z.int(),
		"in-review": z.int(),
		published: z.int(),
		archived: z.int(),
	}),
});
export type RecordList = z.infer<typeof RecordList>;

/** A record's data by field. What is in a field is checked by the kind's schema when it is saved. */
export const RecordData = z.record(z.string(), z.unknown());
export type RecordData = z.infer<typeof RecordData>;

export const Source = z.object({
	id: z.string(),
	url: WebAddress,
	canonicalUrl: z.nullable(z.string()),
	title: z.nullable(z.string()),
	language: z.nullable(z.string()),
	capturedAt: z.string(),
	// Evidence helps to judge and is never a reason not to show a record: what cannot be read is left out.
	evidence: z.catch(z.record(z.string(), z.catch(z.nullable(Evidence), null)), {}),
});
export type Source = z.infer<typeof Source>;

export const Revision = z.object({
	revision: z.int(),
	at: z.string(),
	by: z.string(),
	via: z.string(),
	published: z.optional(z.boolean()),
	data: RecordData,
});
export type Revision = z.infer<typeof Revision>;

export const RecordDetail = z.object({
	...summaryFields,
	data: RecordData,
	contacts: z.array(Contact),
	mergedInto: z.optional(z.nullable(z.string())),
	mergedFrom: z._default(z.array(z.object({ id: RecordId, title: z.string(), into: z.string() })), []),
	verdicts: z._default(z.array(z.object({ id: RecordId, title: z.string(), by: z.string(), at: z.string() })), []),
	sources: z.array(Source),
	revisions: z.array(Revision),
	possibleDuplicates: z.array(PossibleDuplicate),
});
export type RecordDetail = z.infer<typeof RecordDetail>;

/** A program that asks to be let in. */
export const DeviceRequest = z.object({ client: z.string(), createdAt: z.string(), expiresAt: z.string() });
export type DeviceRequest = z.infer<typeof DeviceRequest>;

export const StandingToken = z.object({
	id: z.string(),
	name: z.string(),
	role: z.enum(["clipper", "editor", "admin"]),
	client: z.nullable(z.string()),
	createdAt: z.string(),
});
export type StandingToken = z.infer<typeof StandingToken>;
export const TokenList = z.object({ items: z.array(StandingToken) });
export type TokenList = z.infer<typeof TokenList>;

export const StateReceipt = z.object({
	id: RecordId,
	state: z.enum(recordStates),
	revision: z.int(),
	publishedRevision: z.nullable(z.int()),
});
export type StateReceipt = z.infer<typeof StateReceipt>;
