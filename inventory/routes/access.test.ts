import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issue } from "../access/tokens.ts";
import { openTestInventory, type TestInventory } from "../testing/inventory.ts";

let inventory: TestInventory;
beforeAll(async () => {
	inventory = await openTestInventory();
}, 60_000);
afterAll(() => inventory.close());

const id = uuidv7();

/** The least role for each route of the API. A route that is added without a row here fails the last test. */
const routes = [
	["PUT", `/api/v1/clips/${id}`, "clipper"],
	["GET", "/api/v1/index?region=flevoland", "clipper"],
	["GET", "/api/v1/me", "clipper"],
	["GET", "/api/v1/session", "clipper"],
	["GET", "/api/v1/records", "editor"],
	["GET", `/api/v1/records/${id}`, "editor"],
	["PUT", `/api/v1/records/${id}`, "editor"],
	["POST", `/api/v1/records/${id}/publish`, "editor"],
	["POST", `/api/v1/records/${id}/archive`, "editor"],
	["POST", `/api/v1/records/${id}/restore`, "editor"],
	["POST", `/api/v1/records/${id}/merge`, "editor"],
	["GET", "/api/v1/widgets", "editor"],
	["GET", "/api/v1/widgets/agenda", "editor"],
	["PUT", "/api/v1/widgets/agenda", "editor"],
	["DELETE", "/api/v1/widgets/agenda", "editor"],
	["GET", "/api/v1/tokens", "clipper"],
	["DELETE", `/api/v1/tokens/${id}`, "clipper"],
	["POST", "/api/v1/device/code", "anybody"],
	["POST", "/api/v1/device/token", "anybody"],
	["GET", "/api/v1/device/request", "clipper"],
	["POST", "/api/v1/device/decision", "session"],
	["POST", "/api/v1/session", "anybody"],
	["DELETE", "/api/v1/session", "anybody"],
] as const;

/** `session`: somebody in the workbench, and no token however much it may. */
const ranks = { anybody: -1, clipper: 0, editor: 1, admin: 2, session: 3 };

describe("access", () => {
	it.each(routes)("%s %s is for %s and up", async (method, path, least) => {
		const body = method === "GET" || method === "DELETE" ? undefined : {};
		const none = await inventory.call(path, { method, body });
		if (least === "anybody") expect(none.status).not.toBe(403);
		else expect([none.status, none.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="regiotechniek"']);
		for (const role of ["clipper", "editor", "admin"] as const) {
			const { status } = await inventory.call(path, { method, body, token: await inventory.token(role) });
			if (ranks[role] < ranks[least]) expect(status).toBe(403);
			else if (least !== "anybody") expect([401, 403]).not.toContain(status);
		}
	});

	it("has a row for every route", () => {
		const known = new Set(
			routes.map(
				([method, path]) => `${method} ${path.replace(id, ":id").replace("/agenda", "/:name").replace(/\?.*/, "")}`,
			),
		);
		const served = inventory.app.routes.filter(
			(route) => route.path.startsWith("/api/v1/") && !route.path.includes("*"),
		);
		expect(new Set(served.map((route) => `${route.method} ${route.path}`))).toEqual(known);
	});

	it("lets a one-time link in once, into a session that only our own pages can use", async () => {
		const link = await issue(inventory.context.db, inventory.clock.now, {
			purpose: "link",
			name: "Anna",
			role: "editor",
		});
		const signIn = () => inventory.call("/api/v1/session", { method: "POST", body: { link } });
		const first = await signIn();
		expect(first.status).toBe(200);
		const cookie = first.headers.get("set-cookie") ?? "";
		expect(cookie).toMatch(/HttpOnly/);
		expect(cookie).toMatch(/SameSite=Strict/);
		expect(cookie).toMatch(/Secure/);
		expect((await signIn()).status).toBe(401);
		const session = { Cookie: cookie.split(";")[0] ?? "" };
		expect((await inventory.call("/api/v1/records", { headers: session })).status).toBe(200);
		const change = (headers: Record<string, string>) =>
			inventory.call(`/api/v1/records/${id}/archive`, { method: "POST", headers: { ...session, ...headers } });
		expect((await change({})).status).toBe(403);
		expect((await change({ Origin: "https://elders.example", Host: "inventaris.example" })).status).toBe(403);
		expect((await change({ Origin: "https://inventaris.example", Host: "inventaris.example" })).status).toBe(404);
		await inventory.call("/api/v1/session", { method: "DELETE", headers: session });
		expect((await inventory.call("/api/v1/records", { headers: session })).status).toBe(401);
	});

	it("ends sessions and links by the clock", async () => {
		const { db } = inventory.context;
		const link = await issue(db, inventory.clock.now, { purpose: "link", name: "Anna", role: "editor" });
		inventory.clock.now = new Date(inventory.clock.now.getTime() + 8 * 24 * 3_600_000);
		expect((await inventory.call("/api/v1/session", { method: "POST", body: { link } })).status).toBe(401);
	});

	it("does not take a link or a session for a token", async () => {
		const { db } = inventory.context;
		for (const purpose of ["link", "session"] as const) {
			const secret = await issue(db, inventory.clock.now, { purpose, name: "Anna", role: "admin" });
			expect((await inventory.call("/api/v1/me", { token: secret })).status).toBe(401);
		}
	});

	it("keeps only hashes", async () => {
		const secret = await inventory.token("admin");
		const { rows } = (await inventory.context.db.execute(
			sql`select to_json(t)::text as text from tokens t`,
		)) as unknown as { rows: { text: string }[] };
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) expect(row.text).not.toContain(secret);
	});

	it("answers in English to who asks for it", async () => {
		const response = await inventory.call("/api/v1/me", { headers: { "Accept-Language": "en-GB,en;q=0.9" } });
		expect(await response.json()).toMatchObject({ title: "Sign in first." });
	});
});
