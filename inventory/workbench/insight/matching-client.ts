import * as z from "zod/mini";
import { directions } from "../../../shared/vocabularies/directions.ts";
import { type IntroductionStatus, introductionStatuses } from "../../../shared/vocabularies/introduction-statuses.ts";
import { codesOf } from "../../../shared/vocabularies/vocabulary.ts";
import { type Call, parsed } from "../../browser/staff-api.ts";

const Saying = z.object({ nl: z.string(), en: z.string() });
const text = z.optional(z.nullable(z.string()));
const status = z.enum(codesOf(introductionStatuses));
const Side = z.object({
	id: z.string(),
	title: z.string(),
	region: z.string(),
	state: z.string(),
	type: z.optional(z.string()),
	organization: text,
	place: text,
	start: text,
	end: text,
	validThrough: text,
});
export type MatchSide = z.infer<typeof Side>;

const Match = z.extend(Side, {
	score: z.number(),
	reasons: z.array(Saying),
	doubts: z.array(Saying),
	broken: z.array(Saying),
	introduction: z.nullable(z.object({ id: z.string(), status, revision: z.int() })),
});
export type Match = z.infer<typeof Match>;

const Matches = z.object({ items: z.array(Match) });
const Open = z.extend(Side, {
	direction: z.enum(codesOf(directions)),
	personal: z.boolean(),
	matches: z.array(Match),
});
export type OpenSide = z.infer<typeof Open>;
const OpenPage = z.object({ items: z.array(Open), next: z.nullable(z.string()) });

const fields = {
	id: z.string(),
	region: z.string(),
	status,
	note: z.nullable(z.string()),
	revision: z.int(),
	updatedAt: z.string(),
	request: Side,
	offer: Side,
};
const Introduction = z.object(fields);
export type Introduction = z.infer<typeof Introduction>;
const Introductions = z.object({ items: z.array(Introduction), next: z.nullable(z.string()) });
const Contact = z.object({ name: z.string(), email: z.optional(z.string()) });
const Whole = z.object({
	...fields,
	reasons: z.array(Saying),
	contacts: z.object({ request: z.array(Contact), offer: z.array(Contact) }),
});
export type WholeIntroduction = z.infer<typeof Whole>;

const query = (parameters: Readonly<Record<string, string | undefined>>) =>
	new URLSearchParams(Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();

/** Each throws a `Failure`. */
export const matchingClient = (call: Call) => ({
	open: async (search: { region?: string | undefined; direction: "request" | "offer"; after?: string | undefined }) =>
		parsed(OpenPage, await call("GET", `/matching?${query({ ...search, limit: "8" })}`)),
	matches: async (id: string) => parsed(Matches, await call("GET", `/records/${id}/matches`)).items,
	/** What comes close to `id` with the conditions that it breaks. */
	whyNot: async (id: string) => parsed(Matches, await call("GET", `/records/${id}/matches?why=not&limit=5`)).items,
	introductions: async (search: { region?: string | undefined; after?: string | undefined }) =>
		parsed(Introductions, await call("GET", `/introductions?${query({ ...search, limit: "100" })}`)),
	read: async (id: string) => parsed(Whole, await call("GET", `/introductions/${id}`)),
	introduce: async (request: string, offer: string, to: IntroductionStatus) =>
		parsed(Whole, await call("POST", "/introductions", { body: { request, offer, status: to } })),
	change: async (
		{ id, revision }: { id: string; revision: number },
		change: { status?: IntroductionStatus; note?: string | null },
	) => parsed(Whole, await call("PATCH", `/introductions/${id}`, { body: { ...change, baseRevision: revision } })),
});
