import { toJSONSchema } from "zod";
import type * as z from "zod/mini";
import { IntroductionChange, IntroductionInput } from "./insight-matching.ts";
import { header, json, object, path, query, refused } from "./openapi-parts.ts";

const schemaOf = (schema: z.ZodMiniType) => toJSONSchema(schema, { io: "input", unrepresentable: "any" });
const body = (schema: z.ZodMiniType) => ({
	required: true,
	content: { "application/json": { schema: schemaOf(schema) } },
});

const editors = { 401: refused("Not signed in"), 403: refused("Not an editor of its region") };
const sentence = object({ nl: { type: "string" }, en: { type: "string" } });
const sentences = { type: "array", items: sentence };
const side = {
	id: { type: "string", format: "uuid" },
	title: { type: "string" },
	region: { type: "string" },
	state: { type: "string" },
	type: { type: "string" },
	direction: { enum: ["offer", "request"] },
	organization: { type: ["string", "null"] },
	place: { type: ["string", "null"] },
};
const match = object({
	...side,
	fits: { type: "boolean" },
	broken: {
		type: "array",
		items: object({ condition: { type: "string" }, nl: { type: "string" }, en: { type: "string" } }),
	},
	score: { type: "number", description: "From 0 to 1; the same from both sides" },
	reasons: sentences,
	doubts: sentences,
	introduction: {
		type: ["object", "null"],
		properties: { id: { type: "string" }, status: { type: "string" }, revision: { type: "integer" } },
	},
});
const page = (item: unknown) => object({ items: { type: "array", items: item }, next: { type: ["string", "null"] } });
const introduction = { type: "object", description: "The introduction; its ETag is its revision" };

/** Supply and demand. */
export const matchingPaths = {
	"/api/v1/records/{id}/matches": {
		get: {
			summary:
				"The best offers for a request, or the best requests for an offer: nothing that breaks a hard condition. With why=not what comes close, with the conditions that it breaks",
			parameters: [path("id"), query("limit"), query("why")],
			responses: {
				200: json(object({ record: object(side), items: { type: "array", items: match } }), "Best first"),
				...editors,
				404: refused("No such record"),
				422: refused("Not a request or an offer"),
			},
		},
	},
	"/api/v1/matching": {
		get: {
			summary: "Open requests (or, with direction=offer, offers), latest change first, each with its best counterparts",
			parameters: ["region", "direction", "limit", "best", "after"].map(query),
			responses: {
				200: json(page({ type: "object" }), "A page; `next` of one is `after` of the following"),
				400: refused("A parameter or cursor that is not right"),
				...editors,
			},
		},
	},
	"/api/v1/introductions": {
		get: {
			summary: "The introductions of one's regions, latest change first",
			parameters: ["region", "status", "record", "limit", "after"].map(query),
			responses: {
				200: json(page(introduction), "A page; `next` of one is `after` of the following"),
				400: refused("A parameter or cursor that is not right"),
				...editors,
			},
		},
		post: {
			summary: "Bring a request and an offer together",
			requestBody: body(IntroductionInput),
			responses: {
				201: json(introduction, "Kept"),
				...editors,
				404: refused("No such request or offer"),
				409: refused("They were brought together already"),
				422: refused("They break a hard condition, which the detail says, or a field is wrong"),
			},
		},
	},
	"/api/v1/introductions/{id}": {
		get: {
			summary: "One introduction with its history and the contacts that one may see",
			parameters: [path("id")],
			responses: { 200: json(introduction, "The introduction"), ...editors, 404: refused("No such introduction") },
		},
		patch: {
			summary: "Say what became of it, on top of the revision that was seen: If-Match, or baseRevision in the body",
			parameters: [path("id"), header("If-Match")],
			requestBody: body(IntroductionChange),
			responses: {
				200: json(introduction, "As it now is"),
				...editors,
				404: refused("No such introduction"),
				409: refused("baseRevision is not the revision that stands"),
				412: refused("If-Match is not the revision that stands"),
				422: refused("A sentence for each wrong field"),
				428: refused("Neither If-Match nor baseRevision"),
			},
		},
	},
};
