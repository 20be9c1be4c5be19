import * as z from "zod/mini";
import { type OverlapOutcome, overlapOutcomes } from "../../../shared/insight/overlap/outcomes.ts";
import { RecordId } from "../../../shared/model/values.ts";
import { type Call, parsed } from "../../browser/staff-api.ts";

const Reasons = z.array(z.object({ nl: z.string(), en: z.string() }));
const Decision = z.object({ outcome: z.enum(overlapOutcomes), by: z.string(), at: z.string() });
export type OverlapDecision = z.infer<typeof Decision>;
const seen = { id: z.string(), title: z.string(), region: z.string(), state: z.string() };

const Item = z.object({
	...seen,
	id: RecordId,
	score: z.nullable(z.number()),
	reasons: Reasons,
	decision: z.nullable(Decision),
});
export type OverlapItem = z.infer<typeof Item>;

const Pair = z.object({
	one: z.string(),
	other: z.string(),
	score: z.number(),
	reasons: Reasons,
	decision: z.nullable(Decision),
});
export type OverlapPair = z.infer<typeof Pair>;
const Member = z.object({ ...seen, summary: z.string() });
const Group = z.object({ id: z.string(), members: z.array(Member), common: Reasons, pairs: z.array(Pair) });
export type OverlapGroup = z.infer<typeof Group>;
const Page = z.object({
	items: z.array(Group),
	total: z.int(),
	next: z.nullable(z.int()),
	progress: z.object({ total: z.int(), remaining: z.int() }),
});
export type OverlapPageAnswer = z.infer<typeof Page>;

/** What is chosen on the page; it stands in the address. */
export const OverlapChoice = z.object({
	region: z.catch(z.optional(z.string()), undefined),
	actionLine: z.catch(z.optional(z.string()), undefined),
	across: z.catch(z.optional(z.enum(["0", "1"])), undefined),
});
export type OverlapChoice = z.infer<typeof OverlapChoice>;

export const parametersOf = (choice: OverlapChoice): string =>
	new URLSearchParams(Object.entries(choice).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();

/** Each throws a `Failure`. */
export const overlapClient = (call: Call) => ({
	groups: async (choice: OverlapChoice, after: number, signal?: AbortSignal) =>
		parsed(Page, await call("GET", `/overlap?${parametersOf(choice)}&after=${after}`, { signal })),
	ofRecord: async (id: string) =>
		parsed(z.object({ items: z.array(Item) }), await call("GET", `/records/${id}/overlap`)).items,
	decide: async (one: string, other: string, outcome: OverlapOutcome) =>
		parsed(Decision, await call("PUT", `/records/${one}/overlap/${other}`, { body: { outcome } })),
	takeBack: async (one: string, other: string): Promise<void> =>
		void (await call("DELETE", `/records/${one}/overlap/${other}`)),
});
