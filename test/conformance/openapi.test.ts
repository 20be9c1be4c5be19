import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { clipOf, openTestInventory, type TestInventory } from "../../inventory/testing/inventory.ts";
import { type PostgresServer, startPostgres } from "../support/postgres.ts";

/** The description of the API, held against the specification, against the routes that there are, and against what they answer. */

const Operation = z.looseObject({
	summary: z.string(),
	responses: z.record(
		z.string(),
		z.looseObject({ description: z.string(), content: z.optional(z.record(z.string(), z.unknown())) }),
	),
});
const Document = z.looseObject({
	openapi: z.string(),
	components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
	paths: z.record(z.string(), z.record(z.string(), Operation)),
});

let server: PostgresServer;
let inventory: TestInventory;
let document: z.infer<typeof Document>;
let plain: Record<string, unknown>;
beforeAll(async () => {
	server = await startPostgres();
	inventory = await openTestInventory({ databaseUrl: server.url });
	plain = z.record(z.string(), z.unknown()).parse(await (await inventory.call("/api/openapi.json")).json());
	document = Document.parse(plain);
}, 120_000);
afterAll(async () => {
	await inventory?.close();
	await server?.stop();
});

/** `GET /api/v1/records/{id}` for each route of the API. */
const routes = () => [
	...new Set(
		inventory.app.routes
			.filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/v1/"))
			.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, "{$1}")}`),
	),
];
const described = () =>
	Object.entries(document.paths).flatMap(([path, item]) =>
		Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
	);

describe("the description of the API", () => {
	it("is OpenAPI 3.1 by its own schema, which refuses what is not", async () => {
		const verdict = await new Validator().validate(structuredClone(plain));
		expect(verdict.errors ?? []).toEqual([]);
		expect([verdict.valid, document.openapi]).toEqual([true, expect.stringMatching(/^3\.1\./)]);
		const wrong = { ...plain, paths: { "/x": { get: { responses: "none" } } } };
		expect((await new Validator().validate(wrong)).valid).toBe(false);
	});

	it("has every route of the API, and no route that is not there", () => {
		const standing = described().filter((one) => one.includes(" /api/v1/"));
		expect(routes().filter((one) => !standing.includes(one))).toEqual([]);
		expect(standing.filter((one) => !routes().includes(one))).toEqual([]);
	});

	it("refers only to schemas that are there", () => {
		const names = [...JSON.stringify(plain).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = ""]) => name);
		expect(names.length).toBeGreaterThan(20);
		for (const name of new Set(names)) expect(Object.keys(document.components.schemas)).toContain(name);
	});

	it("says of every answer that is no success that it is a problem with sentences", () => {
		const others: string[] = [];
		for (const [path, item] of Object.entries(document.paths)) {
			for (const [method, { responses }] of Object.entries(item)) {
				for (const [status, { content = {} }] of Object.entries(responses)) {
					// RFC 6749 and 8628 have a form of their own for what programs ask of the device authorization.
					if (Number(status) < 400 || path.startsWith("/api/v1/device")) continue;
					if (!("application/problem+json" in content)) others.push(`${method} ${path} ${status}`);
				}
			}
		}
		expect(others).toEqual([]);
	});

	it("names 401 for whatever needs to be let in", async () => {
		const wanting: string[] = [];
		for (const route of routes()) {
			const [method = "", path = ""] = route.split(" ");
			const asked = await inventory.call(path.replaceAll(/\{\w+\}/g, uuidv7()), {
				method,
				...(method !== "GET" && { body: {} }),
			});
			if (asked.status !== 401) continue;
			expect(asked.headers.get("content-type")).toContain("application/problem+json");
			if (!document.paths[path]?.[method.toLowerCase()]?.responses["401"]) wanting.push(route);
		}
		expect(wanting).toEqual([]);
	});
});

describe("what the API answers", () => {
	const ajv = new Ajv2020({ strict: false, validateFormats: false });

	/** What the document has against an answer of `route` with that status and body. */
	function complaints(route: string, status: number, type: string, body: unknown): string[] {
		const [method = "", path = ""] = route.split(" ");
		const response = document.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
		if (!response) return [`${status} is not described`];
		const pointer = `#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method.toLowerCase()}/responses/${status}/content/${type.replaceAll("/", "~1")}/schema`;
		if (!response.content?.[type]) return [`${type} is not described`];
		const validate = ajv.getSchema(`api${pointer.replaceAll("{", "%7B").replaceAll("}", "%7D")}`);
		if (!validate) return [`there is no schema at ${pointer}`];
		return validate(body)
			? []
			: (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
	}

	it("is what the document says, for what is answered and for what is refused", async () => {
		ajv.addSchema(plain, "api");
		const [editor, admin] = [await inventory.token("editor"), await inventory.token("admin")];
		const clip = clipOf();
		const other = clipOf({ title: "Een tweede club" });
		const missing = uuidv7();
		const record = clip.body.record;
		const asked: [route: string, path: string, options: Parameters<TestInventory["call"]>[1]][] = [
			["PUT /api/v1/clips/{id}", `/api/v1/clips/${clip.id}`, { method: "PUT", token: editor, body: clip.body }],
			["PUT /api/v1/clips/{id}", `/api/v1/clips/${other.id}`, { method: "PUT", token: editor, body: other.body }],
			["PUT /api/v1/clips/{id}", `/api/v1/clips/${clip.id}`, { method: "PUT", token: editor, body: {} }],
			["GET /api/v1/index", "/api/v1/index?region=flevoland", { token: editor }],
			["GET /api/v1/me", "/api/v1/me", { token: editor }],
			["GET /api/v1/me", "/api/v1/me", {}],
			["GET /api/v1/records", "/api/v1/records?limit=1", { token: editor }],
			["GET /api/v1/records", "/api/v1/records?limit=0", { token: editor }],
			["GET /api/v1/records/{id}", `/api/v1/records/${clip.id}`, { token: editor }],
			["GET /api/v1/records/{id}", `/api/v1/records/${missing}`, { token: editor }],
			[
				"PUT /api/v1/records/{id}",
				`/api/v1/records/${clip.id}`,
				{ method: "PUT", token: editor, body: { record: { ...record, goal: "Doel" }, baseRevision: 1 } },
			],
			[
				"PUT /api/v1/records/{id}",
				`/api/v1/records/${clip.id}`,
				{ method: "PUT", token: editor, body: { record, baseRevision: 1 } },
			],
			[
				"POST /api/v1/records/{id}/publish",
				`/api/v1/records/${clip.id}/publish`,
				{ method: "POST", token: editor, body: {} },
			],
			["GET /api/v1/records/{id}/revisions", `/api/v1/records/${clip.id}/revisions`, { token: editor }],
			["GET /api/v1/records/{id}/audit", `/api/v1/records/${clip.id}/audit`, { token: editor }],
			[
				"POST /api/v1/records/{id}/merge",
				`/api/v1/records/${other.id}/merge`,
				{ method: "POST", token: editor, body: { into: clip.id } },
			],
			["GET /api/v1/tokens", "/api/v1/tokens", { token: admin }],
			["GET /api/v1/widgets", "/api/v1/widgets", { token: editor }],
			[
				"PUT /api/v1/widgets/{name}",
				"/api/v1/widgets/agenda",
				{ method: "PUT", token: editor, body: { kind: "events", attributes: { region: "flevoland" } } },
			],
			["GET /api/v1/widgets/{name}", "/api/v1/widgets/niets", { token: editor }],
			["GET /feeds/{region}/{kind}.json", "/feeds/flevoland/initiatives.json", {}],
			["GET /feeds/{region}/{kind}.json", "/feeds/flevoland/initiatives.json?kleur=rood", {}],
			["GET /feeds/{region}/{kind}/{id}.json", `/feeds/flevoland/initiatives/${clip.id}.json`, {}],
		];
		const found: Record<string, string[]> = {};
		for (const [route, path, options] of asked) {
			const answer = await inventory.call(path, options);
			const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
			const wrong = complaints(route, answer.status, type, await answer.json());
			if (wrong.length > 0) found[`${route} ${answer.status}`] = wrong;
		}
		expect(found).toEqual({});
	});

	it("gives lists in pages that follow one another by a cursor", async () => {
		const token = await inventory.token("editor");
		const Page = z.object({ items: z.array(z.object({ id: z.string() })), next: z.nullable(z.string()) });
		const seen: string[] = [];
		let after = "";
		for (let pages = 0; pages < 20; pages++) {
			const page = Page.parse(await (await inventory.call(`/api/v1/records?limit=1${after}`, { token })).json());
			seen.push(...page.items.map(({ id }) => id));
			if (!page.next) break;
			after = `&after=${encodeURIComponent(page.next)}`;
		}
		const whole = Page.parse(await (await inventory.call("/api/v1/records?limit=100", { token })).json());
		expect(seen).toEqual(whole.items.map(({ id }) => id));
		expect(seen.length).toBeGreaterThan(0);
	});
});
