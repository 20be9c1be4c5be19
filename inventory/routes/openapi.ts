import { Hono } from "hono";
import { toJSONSchema } from "zod";
import type * as z from "zod/mini";
import { Clip, ClipReceipt } from "../../shared/model/clip.ts";
import { feedOf, items } from "../../shared/model/feed.ts";
import { schemas } from "../../shared/model/kinds.ts";
import { Problem } from "../../shared/model/problem.ts";
import { feedParameters } from "../../shared/model/query.ts";

const schemaOf = (schema: z.ZodMiniType) => toJSONSchema(schema, { io: "input", unrepresentable: "any" });

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: unknown, description: string) => ({ description, content: { "application/json": { schema } } });
const refused = (description: string) => ({
	description,
	content: { "application/problem+json": { schema: reference("Problem") } },
});
const path = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
const query = (name: string) => ({ name, in: "query", schema: { type: "string" } });

const action = (summary: string) => ({
	post: {
		summary,
		parameters: [path("id")],
		responses: {
			200: json({ type: "object" }, "State and revision after it"),
			401: refused("Not signed in"),
			404: refused("No such record"),
			409: refused("Changed in the meantime"),
		},
	},
});

/** OpenAPI 3.1 of what outsiders call, with the schemas that the service itself checks by. */
function describeApi(version: string) {
	return {
		openapi: "3.1.0",
		info: { title: "Regiotechniek inventory", version, license: { name: "MIT", identifier: "MIT" } },
		components: {
			securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
			schemas: {
				Clip: schemaOf(Clip),
				ClipReceipt: schemaOf(ClipReceipt),
				Problem: schemaOf(Problem),
				...Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, schemaOf(schema)])),
				EventsFeed: schemaOf(feedOf("events", items.events)),
				OpportunitiesFeed: schemaOf(feedOf("opportunities", items.opportunities)),
				InitiativesFeed: schemaOf(feedOf("initiatives", items.initiatives)),
			},
		},
		security: [{ bearer: [] }],
		paths: {
			"/api/v1/clips/{id}": {
				put: {
					summary: "Store a clip; the client makes the id, so a repeat is the same clip",
					parameters: [path("id")],
					requestBody: { required: true, content: { "application/json": { schema: reference("Clip") } } },
					responses: {
						200: json(reference("ClipReceipt"), "Known already, or revised"),
						201: json(reference("ClipReceipt"), "Stored"),
						401: refused("Not signed in"),
						403: refused("Not allowed"),
						409: refused("Changed in the meantime: the revision that stands and the fields that differ"),
						413: refused("Over 256 kB"),
						422: refused("A sentence for each wrong field"),
					},
				},
			},
			"/api/v1/index": {
				get: {
					summary: "What is known in a region, compact",
					parameters: [query("region"), query("since")],
					responses: { 200: json({ type: "object" }, "Entries and a cursor"), 401: refused("Not signed in") },
				},
			},
			"/api/v1/me": {
				get: {
					summary: "Whose token this is",
					responses: { 200: json({ type: "object" }, "Name, role and regions"), 401: refused("Not signed in") },
				},
			},
			"/api/v1/records": {
				get: {
					summary: "The work list",
					parameters: ["state", "kind", "region", "q", "limit", "after"].map(query),
					responses: {
						200: json({ type: "object" }, "Records, latest change first"),
						401: refused("Not signed in"),
						403: refused("Not allowed"),
					},
				},
			},
			"/api/v1/records/{id}": {
				get: {
					summary: "One record with sources, history and possible duplicates",
					parameters: [path("id")],
					responses: { 200: json({ type: "object" }, "The record"), 404: refused("No such record") },
				},
				put: {
					summary: "New data on top of baseRevision",
					parameters: [path("id")],
					responses: {
						200: json({ type: "object" }, "The record"),
						409: refused("Changed in the meantime"),
						422: refused("A sentence for each wrong field"),
					},
				},
			},
			"/api/v1/records/{id}/publish": action("Show the current revision to the public"),
			"/api/v1/records/{id}/archive": action("Take it out of the work list and the feeds"),
			"/api/v1/records/{id}/restore": action("Bring it back from the archive"),
			"/api/v1/records/{id}/merge": action("Mark it as the same as another record"),
			"/feeds/{region}/{kind}.json": {
				get: {
					summary: "Published items",
					security: [],
					parameters: [path("region"), path("kind"), ...feedParameters.map(query)],
					responses: {
						200: json(
							{ oneOf: ["EventsFeed", "OpportunitiesFeed", "InitiativesFeed"].map(reference) },
							"A page of the feed",
						),
						400: refused("A parameter or value that is not known"),
					},
				},
			},
		},
	};
}

export function openApiRoutes(version: string): Hono {
	let document: string | undefined;
	return new Hono().get("/api/openapi.json", (c) => {
		document ??= JSON.stringify(describeApi(version));
		return c.body(document, 200, {
			"Content-Type": "application/json; charset=utf-8",
			"Access-Control-Allow-Origin": "*",
		});
	});
}
