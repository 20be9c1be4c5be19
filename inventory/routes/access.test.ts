import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { issue } from "../access/tokens.ts";
import { tokens } from "../db/schema.ts";
import { onBothEngines, type TestInventory } from "../testing/inventory.ts";

onBothEngines("sessions and tokens", (opened) => {
	let inventory: TestInventory;
	beforeAll(async () => {
		inventory = opened();
	}, 60_000);

	const id = uuidv7();

	describe("access", () => {
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
			const own = { Origin: "https://inventaris.example", Host: "inventaris.example" };
			expect((await change(own)).status).toBe(404);
			await inventory.call("/api/v1/session", { method: "DELETE", headers: { ...session, ...own } });
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
			const rows = await inventory.context.db.select({ text: sql<string>`to_json(${tokens})::text` }).from(tokens);
			expect(rows.length).toBeGreaterThan(0);
			for (const row of rows) expect(row.text).not.toContain(secret);
		});

		it("answers in English to who asks for it", async () => {
			const response = await inventory.call("/api/v1/me", { headers: { "Accept-Language": "en-GB,en;q=0.9" } });
			expect(await response.json()).toMatchObject({ title: "Sign in first." });
		});
	});
});
