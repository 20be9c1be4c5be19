import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { issue } from "../access/tokens.ts";
import { onBothEngines, type TestInventory } from "../testing/inventory.ts";

onBothEngines("device authorization", (opened) => {
	let inventory: TestInventory;
	beforeAll(async () => {
		inventory = opened();
	}, 60_000);
	// Each test some time after the one before: limits by time are their own.
	beforeEach(() => pass(3600));

	const pass = (seconds: number) => {
		inventory.clock.now = new Date(inventory.clock.now.getTime() + seconds * 1000);
	};

	const Codes = z.object({
		device_code: z.string(),
		user_code: z.string(),
		verification_uri: z.string(),
		verification_uri_complete: z.string(),
		expires_in: z.int(),
		interval: z.int(),
	});

	const post = (path: string, fields: Record<string, string>) =>
		inventory.call(path, {
			method: "POST",
			body: new URLSearchParams(fields).toString(),
			headers: { "Content-Type": "application/x-www-form-urlencoded" },
		});

	async function start(client = "Regiotechniek Clipper in Chromium") {
		const response = await post("/api/v1/device/code", { client_id: client });
		expect(response.status).toBe(200);
		return Codes.parse(await response.json());
	}

	const grant = "urn:ietf:params:oauth:grant-type:device_code";
	const claim = (code: string, grantType = grant) =>
		post("/api/v1/device/token", { grant_type: grantType, device_code: code, client_id: "Clipper" });
	const errorOf = async (response: Response) => [
		response.status,
		z.object({ error: z.string() }).parse(await response.json()).error,
	];

	/** Somebody who is signed in to the workbench, as headers. */
	async function session(name: string) {
		const link = await issue(inventory.context.db, inventory.clock.now, { purpose: "link", name, role: "editor" });
		const response = await inventory.call("/api/v1/session", { method: "POST", body: { link } });
		const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
		return { Cookie: cookie, "Sec-Fetch-Site": "same-origin" };
	}
	const decide = (headers: Record<string, string>, code: string, approve = true) =>
		inventory.call("/api/v1/device/decision", { method: "POST", body: { user_code: code, approve }, headers });

	describe("device authorization", () => {
		it("gives a program a token of its own after somebody said yes, once", async () => {
			const codes = await start();
			expect(codes.user_code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
			expect(codes).toMatchObject({
				verification_uri: "https://inventaris.example/workbench/#device",
				verification_uri_complete: `https://inventaris.example/workbench/#device=${codes.user_code}`,
				expires_in: 600,
				interval: 5,
			});
			expect(await errorOf(await claim(codes.device_code))).toEqual([400, "authorization_pending"]);

			const anna = await session("Anna");
			const typed = codes.user_code.toLowerCase().replace("-", " ");
			const asked = await inventory.call(`/api/v1/device/request?user_code=${encodeURIComponent(typed)}`, {
				headers: anna,
			});
			expect(await asked.json()).toMatchObject({ client: "Regiotechniek Clipper in Chromium" });
			expect((await decide(anna, typed)).status).toBe(204);

			pass(6);
			const answer = await claim(codes.device_code);
			expect(answer.headers.get("cache-control")).toBe("no-store");
			const { access_token: token, ...rest } = z
				.object({ access_token: z.string(), token_type: z.string(), scope: z.string() })
				.parse(await answer.json());
			expect(rest).toEqual({ token_type: "Bearer", scope: "clipper" });
			const me = await inventory.call("/api/v1/me", { token });
			// Anna may edit; what she lets in may only clip.
			expect(await me.json()).toMatchObject({ name: "Anna", role: "clipper" });

			pass(6);
			expect(await errorOf(await claim(codes.device_code))).toEqual([400, "invalid_grant"]);
			expect((await decide(anna, codes.user_code)).status).toBe(404);
		});

		it("hands out one token to two who ask at the same moment", async () => {
			const codes = await start();
			await decide(await session("Anna"), codes.user_code);
			const answers = await Promise.all([claim(codes.device_code), claim(codes.device_code)]);
			expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
		});

		it("tells the program of a no", async () => {
			const codes = await start();
			const anna = await session("Anna");
			expect((await decide(anna, codes.user_code, false)).status).toBe(204);
			// A no cannot be turned into a yes.
			expect((await decide(anna, codes.user_code)).status).toBe(404);
			expect(await errorOf(await claim(codes.device_code))).toEqual([400, "access_denied"]);
		});

		it("holds for ten minutes, for the program and for who decides", async () => {
			const codes = await start();
			pass(601);
			expect((await decide(await session("Anna"), codes.user_code)).status).toBe(404);
			expect(await errorOf(await claim(codes.device_code))).toEqual([400, "expired_token"]);
			const approved = await start();
			await decide(await session("Anna"), approved.user_code);
			pass(601);
			expect(await errorOf(await claim(approved.device_code))).toEqual([400, "expired_token"]);
		});

		it("asks a program that is too quick to slow down, each time more", async () => {
			const codes = await start();
			await claim(codes.device_code);
			pass(2);
			expect(await errorOf(await claim(codes.device_code))).toEqual([400, "slow_down"]);
			pass(6);
			expect(await errorOf(await claim(codes.device_code))).toEqual([400, "slow_down"]);
			pass(16);
			expect(await errorOf(await claim(codes.device_code))).toEqual([400, "authorization_pending"]);
		});

		it("refuses what RFC 8628 does not know", async () => {
			expect(await errorOf(await claim("rd_onbekend"))).toEqual([400, "invalid_grant"]);
			expect(await errorOf(await claim("rd_onbekend", "password"))).toEqual([400, "unsupported_grant_type"]);
			expect(await errorOf(await post("/api/v1/device/token", { grant_type: grant }))).toEqual([
				400,
				"invalid_request",
			]);
			for (const client of ["", "x".repeat(81), "Clipper\u0007"])
				expect(await errorOf(await post("/api/v1/device/code", { client_id: client }))).toEqual([
					400,
					"invalid_request",
				]);
		});

		it("lets nobody guess codes, and nobody but a person in the workbench decide", async () => {
			const codes = await start();
			const eve = await session("Eva");
			for (let n = 0; n < 10; n += 1) expect((await decide(eve, "BBBB-BBBB")).status).toBe(404);
			const refused = await decide(eve, codes.user_code);
			expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
			const looked = await inventory.call(`/api/v1/device/request?user_code=${codes.user_code}`, { headers: eve });
			expect(looked.status).toBe(429);
			// Another person is not held up by it.
			expect((await decide(await session("Anna"), codes.user_code)).status).toBe(204);

			const more = await start();
			const token = await inventory.token("admin");
			const answer = await inventory.call("/api/v1/device/decision", {
				method: "POST",
				token,
				body: { user_code: more.user_code, approve: true },
			});
			expect(answer.status).toBe(403);
			const elsewhere = {
				...(await session("Anna")),
				"Sec-Fetch-Site": "cross-site",
				Origin: "https://elders.example",
			};
			expect((await decide(elsewhere, more.user_code)).status).toBe(403);
		});

		it("does not give out codes without end", async () => {
			for (let n = 0; n < 60; n += 1) await start();
			const refused = await post("/api/v1/device/code", { client_id: "Clipper" });
			expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
			pass(601);
			await start();
		});

		it("keeps only hashes, and forgets requests that are over", async () => {
			const codes = await start();
			const held = async () => {
				const result: unknown = await inventory.context.db.execute(
					sql`select to_json(t)::text as text from device_requests t`,
				);
				return JSON.stringify(result);
			};
			const text = await held();
			expect(text).toContain("Regiotechniek Clipper");
			for (const secret of [codes.device_code, codes.user_code, codes.user_code.replace("-", "")])
				expect(text).not.toContain(secret);
			pass(2 * 3600);
			await start("Een ander");
			expect(await held()).not.toContain("Regiotechniek Clipper");
		});
	});

	describe("tokens", () => {
		const Tokens = z.object({
			items: z.array(
				z.object({ id: z.string(), name: z.string(), client: z.nullable(z.string()), current: z.boolean() }),
			),
		});
		const tokensOf = async (token: string) =>
			Tokens.parse(await (await inventory.call("/api/v1/tokens", { token })).json()).items;
		const make = (name: string, role: "clipper" | "admin" = "clipper") =>
			issue(inventory.context.db, inventory.clock.now, { purpose: "api", name, role });
		const remove = (token: string, id: string) => inventory.call(`/api/v1/tokens/${id}`, { method: "DELETE", token });

		it("are seen and revoked by who they are for, and by an administrator", async () => {
			const [berts, cilias, admins] = [await make("Bert"), await make("Cilia"), await make("Beheer", "admin")];
			const [bert] = await tokensOf(berts);
			expect(await tokensOf(berts)).toHaveLength(1);
			expect(bert).toMatchObject({ name: "Bert", client: null, current: true });
			const all = await tokensOf(admins);
			expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(["Bert", "Cilia", "Beheer"]));
			expect(JSON.stringify(all)).not.toContain("digest");

			expect((await remove(cilias, bert?.id ?? "")).status).toBe(404);
			expect((await inventory.call("/api/v1/me", { token: berts })).status).toBe(200);
			expect((await remove(admins, bert?.id ?? "")).status).toBe(204);
			expect((await inventory.call("/api/v1/me", { token: berts })).status).toBe(401);
		});

		it("can take their leave", async () => {
			const token = await make("Dirk");
			expect((await remove(token, "current")).status).toBe(204);
			expect((await inventory.call("/api/v1/me", { token })).status).toBe(401);
		});
	});
});
