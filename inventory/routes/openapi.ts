import { Hono } from "hono";
import { toJSONSchema } from "zod";
import type * as z from "zod/mini";
import { Clip, ClipReceipt } from "../../shared/model/clip.ts";
import { feedOf, itemDocumentOf, items } from "../../shared/model/feed.ts";
import { schemas } from "../../shared/model/kinds.ts";
import { Network } from "../../shared/model/network.ts";
import { Problem } from "../../shared/model/problem.ts";
import { feedParameters } from "../../shared/model/query.ts";
import { ManagedWidget, StaffWidget, WidgetInput } from "../../shared/model/widget.ts";
import { apiPage } from "../pages/api-page.ts";
import { languageOf } from "./answers.ts";
import { ImportSourceChange, ImportSourceInput, ImportTrialInput } from "./imports.ts";
import { accessPaths, OAuthError } from "./openapi-access.ts";
import { importPaths } from "./openapi-imports.ts";
import { coveragePaths } from "./openapi-insight-coverage.ts";
import { indicatorPaths } from "./openapi-insight-indicators.ts";
import { matchingPaths } from "./openapi-insight-matching.ts";
import { networkPaths } from "./openapi-insight-network.ts";
import { overlapPaths } from "./openapi-insight-overlap.ts";
import { header, json, path, query, reference, refused } from "./openapi-parts.ts";
import { recordPagePaths } from "./openapi-record-page.ts";
import { staffPaths } from "./openapi-staff.ts";
import { workListPaths } from "./openapi-work-list.ts";
import { pagePolicy } from "./static.ts";

const schemaOf = (schema: z.ZodMiniType) => toJSONSchema(schema, { io: "input", unrepresentable: "any" });

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
				OAuthError,
				ManagedWidget: schemaOf(ManagedWidget),
				StaffWidget: schemaOf(StaffWidget),
				WidgetInput: schemaOf(WidgetInput),
				ImportSourceInput: schemaOf(ImportSourceInput),
				ImportSourceChange: schemaOf(ImportSourceChange),
				ImportTrialInput: schemaOf(ImportTrialInput),
				...Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, schemaOf(schema)])),
				EventsFeed: schemaOf(feedOf("events", items.events)),
				OpportunitiesFeed: schemaOf(feedOf("opportunities", items.opportunities)),
				InitiativesFeed: schemaOf(feedOf("initiatives", items.initiatives)),
				Network: schemaOf(Network),
				EventDocument: schemaOf(itemDocumentOf("events", items.events)),
				OpportunityDocument: schemaOf(itemDocumentOf("opportunities", items.opportunities)),
				InitiativeDocument: schemaOf(itemDocumentOf("initiatives", items.initiatives)),
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
					parameters: ["region", "since", "limit", "next"].map(query),
					responses: { 200: json({ type: "object" }, "Entries and a cursor"), 401: refused("Not signed in") },
				},
			},
			"/api/v1/me": {
				get: {
					summary: "Whose token this is",
					responses: { 200: json({ type: "object" }, "Name, role and regions"), 401: refused("Not signed in") },
				},
			},
			...accessPaths,
			...staffPaths,
			...importPaths,
			...workListPaths,
			...coveragePaths,
			...indicatorPaths,
			...networkPaths,
			...recordPagePaths,
			...matchingPaths,
			...overlapPaths,
			"/api/v1/records/{id}/publish": action("Show the current revision to the public"),
			"/api/v1/records/{id}/archive": action("Take it out of the work list and the feeds"),
			"/api/v1/records/{id}/restore": action("Bring it back from the archive"),
			"/api/v1/widgets": {
				get: {
					summary: "The configurations of embeds that are kept under a name",
					responses: {
						200: json(
							{ type: "object", properties: { items: { type: "array", items: reference("StaffWidget") } } },
							"By name",
						),
						401: refused("Not signed in"),
						403: refused("Not allowed"),
					},
				},
			},
			"/api/v1/widgets/{name}": {
				get: {
					summary: "One configuration; its ETag guards a later change",
					parameters: [path("name")],
					responses: {
						200: json(reference("StaffWidget"), "The configuration"),
						401: refused("Not signed in"),
						404: refused("No such name"),
					},
				},
				put: {
					summary: "Keep a configuration; the public file holds it when this answers",
					parameters: [path("name"), header("If-Match"), header("If-None-Match")],
					requestBody: { required: true, content: { "application/json": { schema: reference("WidgetInput") } } },
					responses: {
						200: json(reference("StaffWidget"), "Changed, or the same as it was"),
						201: json(reference("StaffWidget"), "New"),
						401: refused("Not signed in"),
						412: refused("If-Match or If-None-Match does not hold"),
						413: refused("Over 64 kB"),
						422: refused("A sentence for each wrong field"),
					},
				},
				delete: {
					summary: "Drop a configuration and its public file",
					parameters: [path("name"), header("If-Match")],
					responses: {
						204: { description: "Gone" },
						401: refused("Not signed in"),
						404: refused("No such name"),
						412: refused("If-Match does not hold"),
					},
				},
			},
			"/embed/widgets/{name}.json": {
				get: {
					summary: "What an element with this name in its widget attribute reads",
					security: [],
					parameters: [path("name")],
					responses: { 200: json(reference("ManagedWidget"), "The configuration"), 404: refused("No such name") },
				},
			},
			"/oembed": {
				get: {
					summary: "oEmbed 1.0 for list pages, item pages, the configurator's and frames' addresses",
					security: [],
					parameters: ["url", "maxwidth", "maxheight", "format"].map(query),
					responses: {
						200: json({ type: "object" }, "An answer of type rich; as XML with format=xml"),
						400: refused("No url, or a size that is no number"),
						404: refused("Not an address of ours, or nothing there"),
						501: refused("Neither json nor xml"),
					},
				},
			},
			"/feeds/{region}/{kind}/{id}.json": {
				get: {
					summary: "One published item, with other editions, similar initiatives and what belongs to it",
					security: [],
					parameters: ["region", "kind", "id"].map(path),
					responses: {
						200: json(
							{ oneOf: ["EventDocument", "OpportunityDocument", "InitiativeDocument"].map(reference) },
							"The item and what it leads to",
						),
						301: { description: "Merged: the address of the item that it went into" },
						404: refused("Not published (any more)"),
					},
				},
			},
			"/feeds/{region}/events/{id}.ics": {
				get: {
					summary: "One event as a calendar file",
					security: [],
					parameters: ["region", "id"].map(path),
					responses: {
						200: { description: "iCalendar (RFC 5545)", content: { "text/calendar": {} } },
						404: refused("Not published (any more)"),
					},
				},
			},
			"/feeds/{region}/indicators/{id}.csv": {
				get: {
					summary: "The observations of one indicator, each with the definition it was measured by",
					security: [],
					parameters: ["region", "id"].map(path),
					responses: {
						200: { description: "CSV (RFC 4180), a row for each observation", content: { "text/csv": {} } },
						404: refused("Not published (any more)"),
					},
				},
			},
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

/** `/api/openapi.json`, and `/api/` as a page made from it. */
export function openApiRoutes(version: string): Hono {
	let document: string | undefined;
	return new Hono()
		.get("/api/openapi.json", (c) => {
			document ??= JSON.stringify(describeApi(version));
			return c.body(document, 200, {
				"Content-Type": "application/json; charset=utf-8",
				"Access-Control-Allow-Origin": "*",
			});
		})
		.get("/api", (c) => c.redirect("/api/", 301))
		.get("/api/", (c) => {
			c.header("Content-Security-Policy", pagePolicy);
			c.header("Vary", "Accept-Language");
			c.header("Cache-Control", "public, max-age=60");
			return c.html(apiPage(describeApi(version), languageOf(c)));
		});
}
