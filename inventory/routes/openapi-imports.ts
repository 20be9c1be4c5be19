import { json, path, query, reference, refused } from "./openapi-parts.ts";

const body = (name: string) => ({ required: true, content: { "application/json": { schema: reference(name) } } });
const usual = { 401: refused("Not signed in"), 403: refused("Not an editor, or not of this region") };
const known = { ...usual, 404: refused("No such source in your regions") };

/** Sources of imports and their runs. */
export const importPaths = {
	"/api/v1/imports": {
		get: {
			summary: "The sources of your regions, each with its last run and its next",
			parameters: [query("region")],
			responses: { 200: json({ type: "object" }, "By name"), ...usual },
		},
		post: {
			summary: "Keep a source",
			requestBody: body("ImportSourceInput"),
			responses: {
				201: json({ type: "object" }, "Kept"),
				...known,
				409: refused("There already"),
				422: refused("A sentence for each wrong field, or an address that may not be fetched"),
			},
		},
	},
	"/api/v1/imports/trial": {
		post: {
			summary: "What a source would give; nothing is written",
			requestBody: body("ImportTrialInput"),
			responses: {
				200: json({ type: "object" }, "The first items, and of CSV the columns and first rows"),
				...usual,
				413: refused("Over 10 MB"),
				422: refused("It cannot be fetched or read, with the reason"),
			},
		},
	},
	"/api/v1/imports/{id}": {
		get: {
			summary: "A source with its latest runs and their reports",
			parameters: [path("id")],
			responses: { 200: json({ type: "object" }, "The source"), ...known },
		},
		put: {
			summary: "Another name, schedule or mapping, or a pause",
			parameters: [path("id")],
			requestBody: body("ImportSourceChange"),
			responses: {
				200: json({ type: "object" }, "Changed"),
				...known,
				422: refused("A sentence for each wrong field"),
			},
		},
		delete: {
			summary: "Remove a source and its runs; the records that came from it stay",
			parameters: [path("id")],
			responses: { 204: { description: "Removed" }, ...known },
		},
	},
	"/api/v1/imports/{id}/run": {
		post: {
			summary: "Read it now; a source of a file needs the file, as base64",
			parameters: [path("id")],
			responses: {
				202: json({ type: "object" }, "The run that began"),
				...known,
				409: refused("It is being read already"),
				413: refused("Over 10 MB"),
				422: refused("The file is missing"),
			},
		},
	},
	"/api/v1/imports/{id}/cancel": {
		post: {
			summary: "Stop the run after the batch that it is writing",
			parameters: [path("id")],
			responses: { 204: { description: "Asked" }, ...known },
		},
	},
};
