import * as z from "zod/mini";
import { recordStates } from "../../../shared/model/clip.ts";
import { kinds } from "../../../shared/model/kinds.ts";
import { RecordId } from "../../../shared/model/values.ts";
import { type Call, parsed } from "../../browser/staff-api.ts";
import { RecordDetail, Revision, StateReceipt } from "./answers.ts";

const state = z.enum(recordStates);

const Usage = z.object({
	total: z.int(),
	items: z.array(
		z.object({ id: RecordId, kind: z.enum(kinds), title: z.string(), state, fields: z.array(z.string()) }),
	),
});
export type Usage = z.infer<typeof Usage>;

const count = z.optional(z.number());
const Editions = z.object({
	items: z.array(
		z.object({
			id: RecordId,
			title: z.string(),
			state,
			start: z.nullable(z.string()),
			edition: z.nullable(z.string()),
			place: z.nullable(z.string()),
			// Figures that cannot be read are no reason not to show the editions.
			results: z.catch(z.nullable(z.object({ visitors: count, companies: count, schools: count })), null),
		}),
	),
});
export type Edition = z.infer<typeof Editions>["items"][number];

const AuditPage = z.object({
	items: z.array(z.object({ id: z.int(), at: z.string(), by: z.string(), action: z.string() })),
	next: z.nullable(z.int()),
});
export type AuditPage = z.infer<typeof AuditPage>;

const RevisionPage = z.object({ items: z.array(Revision), next: z.nullable(z.int()) });
export type RevisionPage = z.infer<typeof RevisionPage>;

const MergeReceipt = z.object({ mergedInto: RecordId, intoRevision: z.int(), mentions: z.int() });
export type MergeReceipt = z.infer<typeof MergeReceipt>;

export interface MergeRequest {
	into: string;
	fields: Readonly<Record<string, "this" | "into" | "both">>;
	baseRevision: number;
	intoRevision: number;
}

/** What the page of a record asks beside the record itself. */
export interface RecordPageClient {
	revisions(id: string, before?: number): Promise<RevisionPage>;
	restoreRevision(
		id: string,
		revision: number,
		options: { fields?: readonly string[] | undefined; baseRevision: number },
	): Promise<RecordDetail>;
	audit(id: string, before?: number): Promise<AuditPage>;
	usage(id: string): Promise<Usage>;
	editions(id: string): Promise<Edition[]>;
	callDifferent(id: string, other: string): Promise<void>;
	withdrawVerdict(id: string, other: string): Promise<void>;
	merge(id: string, request: MergeRequest): Promise<MergeReceipt>;
	unmerge(id: string): Promise<StateReceipt>;
}

export function recordPageClient(call: Call): RecordPageClient {
	const address = (id: string, action: string) => `/records/${encodeURIComponent(id)}/${action}`;
	const page = (before: number | undefined) => (before === undefined ? "" : `?before=${before}`);
	const verdict = (id: string, other: string) => address(id, `verdicts/${encodeURIComponent(other)}`);
	return {
		revisions: async (id, before) => parsed(RevisionPage, await call("GET", address(id, `revisions${page(before)}`))),
		restoreRevision: async (id, revision, body) =>
			parsed(RecordDetail, await call("POST", address(id, `revisions/${revision}/restore`), { body })),
		audit: async (id, before) => parsed(AuditPage, await call("GET", address(id, `audit${page(before)}`))),
		usage: async (id) => parsed(Usage, await call("GET", address(id, "usage"))),
		editions: async (id) => parsed(Editions, await call("GET", address(id, "editions"))).items,
		callDifferent: async (id, other) => {
			await call("PUT", verdict(id, other), { body: { verdict: "different" } });
		},
		withdrawVerdict: async (id, other) => {
			await call("DELETE", verdict(id, other));
		},
		merge: async (id, body) => parsed(MergeReceipt, await call("POST", address(id, "merge"), { body })),
		unmerge: async (id) => parsed(StateReceipt, await call("POST", address(id, "unmerge"), { body: {} })),
	};
}
