import { toJSONSchema } from "zod";
import type * as z from "zod/mini";
import { BulkAction } from "../records/bulk/action.ts";
import { ListFilters } from "../records/list-search.ts";
import { RegionInput } from "../records/save-region.ts";
import { SavedSearchInput } from "../records/saved-searches.ts";
import { json, object, path, query, refused } from "./openapi-parts.ts";

const schemaOf = (schema: z.ZodMiniType) => toJSONSchema(schema, { io: "input", unrepresentable: "any" });
const body = (schema: unknown) => ({ required: true, content: { "application/json": { schema } } });

const signedIn = { 401: refused("Not signed in"), 403: refused("Not allowed, or not in this region") };
const filters = Object.keys(ListFilters.shape).map(query);
const list = (item: unknown) => object({ items: { type: "array", items: item } });

const progress = object({
	id: { type: "string", format: "uuid" },
	counts: { type: "object", additionalProperties: { type: "integer" } },
	remaining: { type: "integer" },
	results: {
		type: "array",
		items: object({
			id: { type: "string", format: "uuid" },
			title: { type: "string" },
			state: { enum: ["done", "same", "refused", "undone", "kept"] },
			sentence: { type: ["object", "null"], properties: { nl: { type: "string" }, en: { type: "string" } } },
		}),
	},
});
const bulkStep = (summary: string) => ({
	post: {
		summary,
		parameters: [path("id")],
		responses: {
			200: json(progress, "How far it is; `results` are of this step"),
			404: refused("None of yours"),
			...signedIn,
		},
	},
});

/** The work list and what stands around it. */
export const workListPaths = {
	"/api/v1/records": {
		get: {
			summary: "The work list; to be reviewed: what needs attention first; else latest change first",
			parameters: [...filters, query("limit"), query("after")],
			responses: {
				200: json(
					object({
						items: { type: "array", items: { type: "object" } },
						total: { type: "integer" },
						countedTo: { type: "integer", description: "Counts above this mean: more than this" },
						next: { type: ["string", "null"] },
						counts: { type: "object", additionalProperties: { type: "integer" } },
						corrected: {
							type: "object",
							description: "Words that are written nowhere, with those searched for instead",
						},
					}),
					"A page; `next` of one is `after` of the following",
				),
				400: refused("A parameter or cursor that is not right"),
				...signedIn,
			},
		},
	},
	"/api/v1/attention": {
		get: {
			summary: "How many records each view on what needs attention holds",
			parameters: [query("region")],
			responses: {
				200: json(list(object({ view: { type: "string" }, count: { type: "integer" } })), "By view"),
				...signedIn,
			},
		},
	},
	"/api/v1/bulk": {
		post: {
			summary:
				"One action on many records: those named, or all that match the filters; takes a second, then says how far it is",
			requestBody: body(
				object(
					{
						do: schemaOf(BulkAction),
						records: {
							type: "array",
							items: object({ id: { type: "string", format: "uuid" }, revision: { type: "integer" } }),
						},
						filters: schemaOf(ListFilters),
					},
					["do"],
				),
			),
			responses: {
				200: json(progress, "How far it is, with a result for each record"),
				413: refused("Over 1 MB"),
				422: refused("No such action, nothing chosen, or over 5,000 records"),
				...signedIn,
			},
		},
	},
	"/api/v1/bulk/{id}/continue": bulkStep("Go on with an action of which records remain"),
	"/api/v1/bulk/{id}/undo": bulkStep("Take back what was not changed since; go on while records remain"),
	"/api/v1/searches": {
		get: {
			summary: "Saved searches: one's own and those shared in one's regions, with counts",
			responses: { 200: json(list({ type: "object" }), "By name"), ...signedIn },
		},
		post: {
			summary: "Save a search; `region` shares it there",
			requestBody: body(schemaOf(SavedSearchInput)),
			responses: {
				201: json(object({ id: { type: "string", format: "uuid" } }), "Saved"),
				404: refused("No such region"),
				422: refused("A sentence for each wrong field"),
				...signedIn,
			},
		},
	},
	"/api/v1/searches/{id}": {
		put: {
			summary: "Change a saved search",
			parameters: [path("id")],
			requestBody: body(schemaOf(SavedSearchInput)),
			responses: { 204: { description: "Changed" }, 404: refused("None that you may change"), ...signedIn },
		},
		delete: {
			summary: "Delete a saved search; it can be brought back",
			parameters: [path("id")],
			responses: { 204: { description: "Deleted" }, 404: refused("None that you may change"), ...signedIn },
		},
	},
	"/api/v1/searches/{id}/restore": {
		post: {
			summary: "Bring back a deleted search",
			parameters: [path("id")],
			responses: { 204: { description: "There again" }, 404: refused("None that you may change"), ...signedIn },
		},
	},
	"/api/v1/action-list": {
		get: {
			summary: "The initiatives under the filters as rows of the action list, in words",
			parameters: filters,
			responses: { 200: json(list({ type: "object" }), "By title"), ...signedIn },
		},
	},
	"/api/v1/action-list.csv": {
		get: {
			summary: "The same as CSV; `lang` is nl or en",
			parameters: [...filters, query("lang")],
			responses: { 200: { description: "CSV (RFC 4180) in UTF-8", content: { "text/csv": {} } }, ...signedIn },
		},
	},
	"/api/v1/regions": {
		get: {
			summary: "The regions that one sees, whole",
			responses: { 200: json(list({ type: "object" }), "By name"), ...signedIn },
		},
	},
	"/api/v1/regions/{id}": {
		put: {
			summary: "Change a region, or add one: for administrators",
			parameters: [path("id")],
			requestBody: body(schemaOf(RegionInput)),
			responses: {
				200: json({ type: "object" }, "Changed"),
				201: json({ type: "object" }, "Added"),
				404: refused("Not a name that a region can have"),
				422: refused("A sentence for each wrong field"),
				...signedIn,
			},
		},
	},
	"/api/v1/vocabularies": {
		get: {
			summary: "The vocabularies with their labels, and in how many records each term stands",
			parameters: [query("region")],
			responses: { 200: json(list({ type: "object" }), "By vocabulary"), ...signedIn },
		},
	},
};
