import { header, json, object, path, query, refused } from "./openapi-parts.ts";

const notFound = {
	401: refused("Not signed in"),
	403: refused("Not an editor of its region"),
	404: refused("No such record"),
};
const changed = refused("Changed in the meantime");

const body = (properties: Record<string, unknown>, required: readonly string[]) => ({
	required: required.length > 0,
	content: { "application/json": { schema: object(properties, required) } },
});
const integer = { type: "integer" };
const list = (description: string) =>
	json(object({ items: { type: "array", items: { type: "object" } } }), description);
const page = (description: string) =>
	json(
		object({ items: { type: "array", items: { type: "object" } }, next: { type: ["integer", "null"] } }),
		description,
	);

/** The history of a record, what it may be the same as, and where it is used. */
export const recordPagePaths = {
	"/api/v1/records/{id}": {
		get: {
			summary: "One record with sources, history and possible duplicates; its ETag is its revision",
			parameters: [path("id")],
			responses: { 200: json({ type: "object" }, "The record"), ...notFound },
		},
		put: {
			summary: "New data on top of the revision that was seen: If-Match, or baseRevision in the body",
			parameters: [path("id"), header("If-Match")],
			requestBody: body({ record: { type: "object" }, baseRevision: integer }, ["record"]),
			responses: {
				200: json({ type: "object" }, "The record"),
				...notFound,
				409: refused("baseRevision is not the revision that stands, or it was merged into another"),
				412: refused("If-Match is not the revision that stands"),
				413: refused("Over 1 MB"),
				422: refused("A sentence for each wrong field"),
				428: refused("Neither If-Match nor baseRevision"),
			},
		},
	},
	"/api/v1/records/{id}/revisions": {
		get: {
			summary: "Revisions, latest first, with their data; contacts have no history",
			parameters: [path("id"), query("before"), query("limit")],
			responses: { 200: page("Revisions; next is the `before` of the following page"), ...notFound },
		},
	},
	"/api/v1/records/{id}/revisions/{revision}/restore": {
		post: {
			summary: "Put a revision, or some of its fields, on top of what stands, as a new revision",
			parameters: [path("id"), path("revision")],
			requestBody: body({ fields: { type: "array", items: { type: "string" } }, baseRevision: integer }, []),
			responses: {
				200: json({ type: "object" }, "The record"),
				...notFound,
				409: changed,
				422: refused("The data of then does not fit today's schema"),
			},
		},
	},
	"/api/v1/records/{id}/audit": {
		get: {
			summary: "Who did what with it and with what was merged into it, latest first",
			parameters: [path("id"), query("before"), query("limit")],
			responses: { 200: page("Entries; next is the `before` of the following page"), ...notFound },
		},
	},
	"/api/v1/records/{id}/usage": {
		get: {
			summary: "Which records mention this organisation",
			parameters: [path("id")],
			responses: { 200: list("The first 200, and the total"), ...notFound },
		},
	},
	"/api/v1/records/{id}/editions": {
		get: {
			summary: "The events of the series that it is one of, with the results of each",
			parameters: [path("id")],
			responses: { 200: list("Latest first"), ...notFound },
		},
	},
	"/api/v1/records/{id}/verdicts": {
		get: {
			summary: "The records that somebody called something else",
			parameters: [path("id")],
			responses: { 200: list("Latest first"), ...notFound },
		},
	},
	"/api/v1/records/{id}/verdicts/{other}": {
		put: {
			summary: "Say that two records are not the same: they are not proposed as duplicates again",
			parameters: [path("id"), path("other")],
			requestBody: body({ verdict: { const: "different" } }, ["verdict"]),
			responses: { 204: { description: "Remembered" }, ...notFound, 422: refused("Not two records of one region") },
		},
		delete: {
			summary: "Take that back",
			parameters: [path("id"), path("other")],
			responses: { 204: { description: "The pair may be proposed again" }, ...notFound },
		},
	},
	"/api/v1/records/{id}/merge": {
		post: {
			summary:
				"Mark it as the same thing as another record, which stays; fields says of which of the two each is taken (this, into, or both of a list). Sources and contacts go along, the address leads to the other from then on, and mentions of an organisation follow",
			parameters: [path("id")],
			requestBody: body(
				{
					into: { type: "string", format: "uuid" },
					fields: { type: "object", additionalProperties: { enum: ["this", "into", "both"] } },
					baseRevision: integer,
					intoRevision: integer,
				},
				["into"],
			),
			responses: {
				200: json(
					object({
						id: { type: "string" },
						state: { const: "merged" },
						mergedInto: { type: "string" },
						intoRevision: integer,
						intoState: { type: "string" },
						mentions: integer,
					}),
					"Merged",
				),
				...notFound,
				409: changed,
				422: refused("Not two records of one kind and region, or the result does not fit the schema"),
			},
		},
	},
	"/api/v1/records/{id}/unmerge": {
		post: {
			summary: "Undo its merge, while the other has not changed since",
			parameters: [path("id")],
			responses: {
				200: json({ type: "object" }, "State and revision: it stands by itself again"),
				...notFound,
				409: refused("The other changed since, or it was not merged"),
			},
		},
	},
};
