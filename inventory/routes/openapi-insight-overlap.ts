import { json, object, path, query, refused } from "./openapi-parts.ts";

const editors = { 401: refused("Not signed in"), 403: refused("Not an editor of its region") };
const noRecord = { ...editors, 404: refused("No such record, or one elsewhere that is not published") };
const text = { type: "string" };
const uuid = { type: "string", format: "uuid" };
const list = (items: unknown) => ({ type: "array", items });
const reasons = list(object({ code: text, nl: text, en: text }));
const decision = object({
	outcome: { enum: ["together", "different", "merge"] },
	by: text,
	at: { type: "string", format: "date-time" },
});
const decided = { oneOf: [decision, { type: "null" }] };
const score = { type: "number", description: "From 0 to 1; the same from both sides" };
const seen = { id: uuid, title: text, region: text, state: text };

/** What overlaps, and what is decided of it. */
export const overlapPaths = {
	"/api/v1/records/{id}/overlap": {
		get: {
			summary:
				"The initiatives that do nearly the same, in one's own regions and, published, in others (`across=0`: in its region only), best first, each with its reasons; and those that it was put together with",
			parameters: [path("id"), query("across")],
			responses: {
				200: json(
					object({
						items: list(object({ ...seen, score: { type: ["number", "null"] }, reasons, decision: decided })),
					}),
					"At most eight, and those put together; without those called different",
				),
				...noRecord,
			},
		},
	},
	"/api/v1/records/{id}/overlap/{other}": {
		put: {
			summary:
				"Decide that two initiatives work together, are different (within a region they are not proposed as duplicates either), or are to be merged; replaces what was decided before",
			parameters: [path("id"), path("other")],
			requestBody: {
				required: true,
				content: {
					"application/json": { schema: object({ outcome: { enum: ["together", "different", "merge"] } }) },
				},
			},
			responses: {
				200: json(decision, "Remembered"),
				...noRecord,
				422: refused("Not two initiatives, or a merge of two regions"),
			},
		},
		delete: {
			summary: "Take that back",
			parameters: [path("id"), path("other")],
			responses: { 204: { description: "Nothing is decided of the two" }, ...noRecord },
		},
	},
	"/api/v1/overlap": {
		get: {
			summary:
				"Groups of initiatives of which every two do nearly the same, those with something to decide first. `across=0`: within a region only. While `progress.remaining` is above 0 some are still to be compared: ask again",
			parameters: [query("region"), query("across"), query("actionLine"), query("limit"), query("after")],
			responses: {
				200: json(
					object({
						items: list(
							object({
								id: text,
								members: list(object({ ...seen, summary: text })),
								common: reasons,
								pairs: list(object({ one: uuid, other: uuid, score, reasons, decision: decided })),
							}),
						),
						total: { type: "integer" },
						next: { type: ["integer", "null"], description: "`after` of the following page" },
						progress: object({ total: { type: "integer" }, remaining: { type: "integer" } }),
					}),
					"A page of groups",
				),
				400: refused("A parameter that is not right"),
				...editors,
				404: refused("No such region"),
			},
		},
	},
};
