import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { clipOf, onBothEngines, type TestInventory } from "../testing/inventory.ts";
import { type Person, personIn } from "../testing/person.ts";

onBothEngines("accounts", (opened) => {
	let inventory: TestInventory;
	let admin: Person;

	beforeAll(async () => {
		inventory = opened();
		const { db } = inventory.context;
		const gelderland = { id: "gelderland", name: "Gelderland", municipalities: [] };
		await db.execute(
			sql`insert into regions (id, name, data) values ('gelderland', 'Gelderland', ${JSON.stringify(gelderland)}::jsonb)`,
		);
		admin = await personIn(inventory, { name: "Beheer", grants: [{ region: null, role: "admin" }] });
	}, 60_000);

	const password = "vier woorden op een rij";
	const Problem = z.object({ title: z.string(), detail: z.optional(z.string()) });
	const sentence = async (response: Response) => {
		const { title, detail } = Problem.parse(await response.json());
		return [response.status, [title, detail].filter(Boolean).join(" ")];
	};
	const Staff = z.object({
		items: z.array(
			z.looseObject({ id: z.string(), name: z.string(), ways: z.array(z.string()), manageable: z.boolean() }),
		),
	});
	const staffSeenBy = async (person: Person) => Staff.parse(await (await person.call("GET", "/staff")).json()).items;
	const signIn = (email: string, secret: string, headers: Record<string, string> = {}) =>
		inventory.call("/api/v1/session", { method: "POST", body: { email, password: secret }, headers });

	describe("an invitation", () => {
		it("leads by a link that works once to an account with a password of one's own", async () => {
			const made = await admin.call("POST", "/staff", {
				name: "Noor Voorbeeld",
				email: "Noor@regio.example",
				grants: [{ region: "flevoland", role: "editor" }],
			});
			expect(made.status).toBe(201);
			const { link } = z.object({ link: z.string() }).parse(await made.json());
			const secret = /^https:\/\/inventaris\.example\/workbench\/#link=(rl_[\w-]{43})$/.exec(link)?.[1] ?? "";
			const noor = await personIn(inventory, { link: secret });
			expect(noor.me).toMatchObject({ name: "Noor Voorbeeld", role: "editor", everywhere: false });
			expect(noor.me.regions).toEqual([{ id: "flevoland", name: "Flevoland", role: "editor" }]);
			const again = await inventory.call("/api/v1/session", { method: "POST", body: { link: secret } });
			expect(again.status).toBe(401);

			expect((await noor.call("PUT", "/account/password", { password })).status).toBe(204);
			const entered = await signIn("noor@regio.example ", password);
			expect(entered.status).toBe(200);
			const cookie = entered.headers.get("set-cookie") ?? "";
			for (const part of [
				/^__Secure-regiotechniek\.session_token=/,
				/HttpOnly/,
				/Secure/,
				/SameSite=Strict/i,
				/Path=\/api\/v1/,
			])
				expect(cookie).toMatch(part);
			expect(await sentence(await signIn("noor@regio.example", "iets heel anders dan dat"))).toEqual([
				401,
				"Aanmelden lukt niet. Het e-mailadres en het wachtwoord horen niet bij elkaar.",
			]);
		});

		it("expires after a week", async () => {
			const made = await admin.call("POST", "/staff", { name: "Laat", grants: [{ region: null, role: "clipper" }] });
			const { link } = z.object({ link: z.string() }).parse(await made.json());
			const before = inventory.clock.now;
			inventory.clock.now = new Date(before.getTime() + 7 * 24 * 3_600_000 + 1);
			const late = await inventory.call("/api/v1/session", { method: "POST", body: { link: link.split("#link=")[1] } });
			inventory.clock.now = before;
			expect(late.status).toBe(401);
		});

		it("replaces the link that was made before, and the password once it is used", async () => {
			const piet = await personIn(inventory, {
				name: "Piet",
				email: "piet@regio.example",
				grants: [{ region: null, role: "clipper" }],
			});
			await piet.call("PUT", "/account/password", { password });
			const renew = async () => {
				const response = await admin.call("POST", `/staff/${piet.me.staff}/link`);
				return (
					z
						.object({ link: z.string() })
						.parse(await response.json())
						.link.split("#link=")[1] ?? ""
				);
			};
			const [first, second] = [await renew(), await renew()];
			expect((await inventory.call("/api/v1/session", { method: "POST", body: { link: first } })).status).toBe(401);
			expect((await signIn("piet@regio.example", password)).status).toBe(200);
			await personIn(inventory, { link: second });
			expect((await signIn("piet@regio.example", password)).status).toBe(401);
		});

		it.each([
			[{ name: "", grants: [{ region: null, role: "clipper" }] }, 422],
			[{ name: "X", grants: [] }, 422],
			[{ name: "X", grants: [{ region: null, role: "boss" }] }, 422],
			[{ name: "X", email: "geen adres", grants: [{ region: null, role: "clipper" }] }, 422],
			[{ name: "X", grants: [{ region: "atlantis", role: "clipper" }] }, 404],
			[{ name: "X", email: "noor@regio.example", grants: [{ region: null, role: "clipper" }] }, 409],
		])("that says %j is refused with a sentence", async (body, status) => {
			const [answered, text] = await sentence(await admin.call("POST", "/staff", body));
			expect([answered, String(text).length > 15]).toEqual([status, true]);
		});
	});

	describe("a password", () => {
		it.each([
			["kort", /minstens 12 tekens/],
			["Anna Voorbeeld", /lijkt te veel op uw naam/],
			["annavoorbeeld1", /lijkt te veel op uw naam/],
			["aaaaaaaaaaaaaaa", /makkelijk te raden/],
			["x".repeat(201), /te lang/],
		])("%j is refused with a sentence", async (weak, expected) => {
			const anna = await personIn(inventory, { name: "Anna Voorbeeld", grants: [{ region: null, role: "clipper" }] });
			const [status, text] = await sentence(
				await anna.call("PUT", "/account/password", { password: weak, email: "anna@regio.example" }),
			);
			expect(status).toBe(422);
			expect(text).toMatch(expected);
		});

		it("needs the one before, and ends the other sessions", async () => {
			const here = await personIn(inventory, {
				name: "Otto",
				email: "otto@regio.example",
				grants: [{ region: null, role: "clipper" }],
			});
			await here.call("PUT", "/account/password", { password });
			const there = await personIn(inventory, { email: "otto@regio.example", password });
			expect((await here.call("PUT", "/account/password", { password: "een ander lang wachtwoord" })).status).toBe(403);
			const changed = { password: "een ander lang wachtwoord", current: password };
			expect((await here.call("PUT", "/account/password", changed)).status).toBe(204);
			expect((await here.call("GET", "/me")).status).toBe(200);
			expect((await there.call("GET", "/me")).status).toBe(401);
			expect((await signIn("otto@regio.example", password)).status).toBe(401);
		});

		it("cannot be tried without end, by name", async () => {
			for (let n = 0; n < 10; n += 1) expect((await signIn("raden@regio.example", `gok nummer ${n}`)).status).toBe(401);
			const held = await signIn("raden@regio.example", "nog een");
			expect([held.status, Number(held.headers.get("retry-after")) > 0]).toEqual([429, true]);
			expect((await sentence(held))[1]).toBe("Dit is te vaak geprobeerd. Wacht een paar minuten.");
			expect((await signIn("iemand@anders.example", "een gok van wie anders")).status).toBe(401);
			inventory.clock.now = new Date(inventory.clock.now.getTime() + 601_000);
			expect((await signIn("raden@regio.example", "nog een")).status).toBe(401);
		});
	});

	describe("sessions", () => {
		it("begin anew at each sign-in, and end the one that was brought along", async () => {
			const person = await personIn(inventory, {
				name: "Vera",
				email: "vera@regio.example",
				grants: [{ region: null, role: "clipper" }],
			});
			await person.call("PUT", "/account/password", { password });
			const planted = "__Secure-regiotechniek.session_token=bekend.aan-een-ander";
			const entered = await signIn("vera@regio.example", password, {
				Cookie: planted,
				"Sec-Fetch-Site": "same-origin",
			});
			expect(entered.status).toBe(200);
			expect(entered.headers.get("set-cookie")).not.toContain("bekend");
			expect((await inventory.call("/api/v1/me", { headers: { Cookie: planted } })).status).toBe(401);
			const again = await signIn("vera@regio.example", password, {
				Cookie: person.cookie,
				"Sec-Fetch-Site": "same-origin",
			});
			expect(again.status).toBe(200);
			expect((await person.call("GET", "/me")).status).toBe(401);
		});

		it("are listed and ended one by one or everywhere, by oneself", async () => {
			const one = await personIn(inventory, {
				name: "Wim",
				email: "wim@regio.example",
				grants: [{ region: null, role: "clipper" }],
			});
			await one.call("PUT", "/account/password", { password });
			const two = await personIn(inventory, { email: "wim@regio.example", password });
			const three = await personIn(inventory, { email: "wim@regio.example", password });
			const List = z.object({ items: z.array(z.object({ id: z.string(), current: z.boolean() })) });
			const { items } = List.parse(await (await one.call("GET", "/sessions")).json());
			expect(items.map(({ current }) => current).filter(Boolean)).toHaveLength(1);
			expect(items).toHaveLength(3);
			const own = List.parse(await (await two.call("GET", "/sessions")).json()).items.find(({ current }) => current);
			expect((await admin.call("DELETE", `/sessions/${own?.id}`)).status).toBe(404);
			expect((await one.call("DELETE", `/sessions/${own?.id}`)).status).toBe(204);
			expect((await two.call("GET", "/me")).status).toBe(401);
			expect((await one.call("DELETE", "/sessions")).status).toBe(204);
			for (const person of [one, three]) expect((await person.call("GET", "/me")).status).toBe(401);
		});

		it("last twelve hours", async () => {
			const person = await personIn(inventory, { name: "Kort", grants: [{ region: null, role: "clipper" }] });
			const before = inventory.clock.now;
			inventory.clock.now = new Date(before.getTime() + 12 * 3_600_000 + 1);
			expect((await person.call("GET", "/me")).status).toBe(401);
			inventory.clock.now = before;
		});

		it("are kept as hashes", async () => {
			const person = await personIn(inventory, { name: "Hash", grants: [{ region: null, role: "clipper" }] });
			const held = JSON.stringify(await inventory.context.db.execute(sql`select to_json(s)::text from sessions s`));
			const token = decodeURIComponent(person.cookie.split("=")[1] ?? "").split(".")[0] ?? "";
			expect(token.length).toBeGreaterThan(20);
			expect(held).not.toContain(token);
		});
	});

	describe("an administrator of one region", () => {
		it("sees, invites and removes people of that region only", async () => {
			const chief = await personIn(inventory, { name: "Chef", grants: [{ region: "gelderland", role: "admin" }] });
			const both = await personIn(inventory, {
				name: "Beide",
				grants: [
					{ region: "flevoland", role: "editor" },
					{ region: "gelderland", role: "editor" },
				],
			});
			await personIn(inventory, { name: "Elders", grants: [{ region: "flevoland", role: "editor" }] });
			const seen = await staffSeenBy(chief);
			expect(seen.map(({ name, manageable }) => [name, manageable])).toEqual([
				["Beide", false],
				["Chef", true],
			]);
			for (const region of ["flevoland", null])
				expect((await chief.call("POST", "/staff", { name: "X", grants: [{ region, role: "clipper" }] })).status).toBe(
					403,
				);
			expect((await chief.call("POST", `/staff/${both.me.staff}/link`)).status).toBe(403);
			expect((await chief.call("DELETE", `/staff/${both.me.staff}`)).status).toBe(403);
			expect((await chief.call("GET", `/staff/${admin.me.staff}/sessions`)).status).toBe(404);
			const roles = (grants: object[]) => chief.call("PUT", `/staff/${both.me.staff}`, { grants });
			expect((await roles([{ region: "flevoland", role: "admin" }])).status).toBe(403);
			expect((await roles([{ region: null, role: "clipper" }])).status).toBe(403);
			expect((await roles([{ region: "flevoland", role: "editor" }])).status).toBe(204);
			expect((await both.call("GET", "/me")).status).toBe(200);
			expect(await staffSeenBy(chief)).toHaveLength(1);
		});

		it("sees in the audit what happened in that region", async () => {
			const chief = await personIn(inventory, { name: "Chef2", grants: [{ region: "gelderland", role: "admin" }] });
			const clip = async (region: string) => {
				const { id, body } = clipOf({}, { region });
				const token = await inventory.token("clipper");
				expect((await inventory.call(`/api/v1/clips/${id}`, { method: "PUT", token, body })).status).toBe(201);
				return id;
			};
			const [here, elsewhere] = [await clip("gelderland"), await clip("flevoland")];
			const Audit = z.object({
				items: z.array(
					z.object({ by: z.string(), action: z.string(), record: z.nullable(z.looseObject({ id: z.string() })) }),
				),
				next: z.nullable(z.string()),
			});
			const read = async (person: Person, query: string) =>
				Audit.parse(await (await person.call("GET", `/audit?${query}`)).json());
			expect((await read(chief, "action=clip")).items.map(({ record }) => record?.id)).toEqual([here]);
			const all = await read(admin, "action=clip");
			expect(all.items.map(({ record }) => record?.id)).toEqual([elsewhere, here]);
			const first = await read(admin, "action=clip&limit=1");
			expect((await read(admin, `action=clip&limit=1&after=${first.next}`)).items[0]?.record?.id).toBe(here);
			expect((await read(admin, "by=test-clip&limit=5")).items.every(({ by }) => by === "test-clipper")).toBe(true);
			expect((await read(admin, `record=${here}`)).items).toHaveLength(1);
			expect((await read(chief, "")).items.some(({ by }) => by === "Beheer")).toBe(false);
		});
	});

	describe("removing somebody", () => {
		it("ends sessions and tokens at once", async () => {
			const person = await personIn(inventory, { name: "Weg", grants: [{ region: "flevoland", role: "editor" }] });
			const made = await person.call("POST", "/tokens", { client: "script", role: "clipper", region: null });
			const { token } = z.object({ token: z.string() }).parse(await made.json());
			expect((await inventory.call("/api/v1/me", { token })).status).toBe(200);
			expect((await admin.call("DELETE", `/staff/${person.me.staff}`)).status).toBe(204);
			expect((await inventory.call("/api/v1/me", { token })).status).toBe(401);
			expect((await person.call("GET", "/me")).status).toBe(401);
		});

		it("is not possible for the last administrator of all regions, nor taking away that role", async () => {
			const others = (await staffSeenBy(admin)).filter(({ id }) => id !== admin.me.staff);
			expect(others.length).toBeGreaterThan(0);
			expect((await admin.call("DELETE", `/staff/${admin.me.staff}`)).status).toBe(409);
			const lower = { grants: [{ region: null, role: "editor" }] };
			expect((await admin.call("PUT", `/staff/${admin.me.staff}`, lower)).status).toBe(409);
		});
	});

	describe("a token of somebody's own", () => {
		it("does no more than asked for, and never more than its owner may by then", async () => {
			const person = await personIn(inventory, { name: "Tok", grants: [{ region: null, role: "editor" }] });
			const make = async (role: string, region: string | null) => {
				const response = await person.call("POST", "/tokens", { client: "script", role, region });
				return [
					response.status,
					z.looseObject({ token: z.optional(z.string()) }).parse(await response.json()).token,
				] as const;
			};
			expect((await make("admin", null))[0]).toBe(403);
			expect((await make("admin", "flevoland"))[0]).toBe(403);
			const [, here] = await make("editor", "flevoland");
			const [, all] = await make("clipper", null);
			const put = (token: string | undefined, region: string) => {
				const { id, body } = clipOf({}, { region });
				return inventory.call(`/api/v1/clips/${id}`, { method: "PUT", token: token ?? "", body });
			};
			expect([(await put(here, "flevoland")).status, (await put(here, "gelderland")).status]).toEqual([201, 403]);
			expect((await put(all, "gelderland")).status).toBe(201);
			const fewer = { grants: [{ region: "flevoland", role: "clipper" }] };
			expect((await admin.call("PUT", `/staff/${person.me.staff}`, fewer)).status).toBe(204);
			expect((await put(all, "gelderland")).status).toBe(403);
			expect(await (await inventory.call("/api/v1/me", { token: here ?? "" })).json()).toMatchObject({
				role: "clipper",
			});
		});

		it("ends the sessions that were entered with it", async () => {
			const token = await inventory.token("editor");
			const entered = await inventory.call("/api/v1/session", { method: "POST", body: { token } });
			const headers = { Cookie: (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
			expect((await inventory.call("/api/v1/me", { headers })).status).toBe(200);
			await inventory.call("/api/v1/tokens/current", { method: "DELETE", token });
			expect((await inventory.call("/api/v1/me", { headers })).status).toBe(401);
		});
	});
});
