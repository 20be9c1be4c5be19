import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { regions } from "../db/schema.ts";
import { clipOf, onBothEngines, type TestInventory } from "../testing/inventory.ts";
import { type Person, personIn } from "../testing/person.ts";
import { type Ground, publicRoutes, type Row, rows, served, source } from "./matrix-rows.ts";
import { everywhere } from "./permission.ts";
import { issue } from "./tokens.ts";

onBothEngines("the access matrix", (opened) => {
	const roles = ["clipper", "editor", "admin"] as const;
	type Role = (typeof roles)[number];
	const ranks = { anybody: -1, clipper: 0, editor: 1, admin: 2 };

	let inventory: TestInventory;
	let ground: Ground;
	let revoked: string;
	/** An administrator of Gelderland alone, as a token and as a person. */
	let foreign: string;
	let foreigner: Person;
	const tokens = new Map<Role, string>();
	const people = new Map<Role, Person>();

	async function clipped(region: string): Promise<string> {
		const { id, body } = clipOf({}, { region });
		const token = await inventory.token("clipper");
		await inventory.call(`/api/v1/clips/${id}`, { method: "PUT", token, body });
		return id;
	}

	beforeAll(async () => {
		inventory = opened();
		const { db, now } = inventory.context;
		const gelderland = { id: "gelderland", name: "Gelderland", municipalities: [] };
		await db.insert(regions).values({ id: gelderland.id, name: gelderland.name, data: gelderland });
		for (const role of roles) tokens.set(role, await inventory.token(role));
		foreign = await inventory.token("admin", "gelderland");
		revoked = await inventory.token("admin");
		await inventory.call("/api/v1/tokens/current", { method: "DELETE", token: revoked });
		for (const role of roles) people.set(role, await personIn(inventory, { name: role, grants: everywhere(role) }));
		foreigner = await personIn(inventory, { name: "elders", grants: [{ region: "gelderland", role: "admin" }] });
		const here = await personIn(inventory, { name: "hier", grants: [{ region: "flevoland", role: "editor" }] });
		const added = await inventory.call("/api/v1/imports", {
			method: "POST",
			token: tokens.get("editor") ?? "",
			body: { ...source, address: "upload:eerder.ics" },
		});
		ground = {
			record: await clipped("flevoland"),
			other: await clipped("flevoland"),
			source: z.object({ id: z.string() }).parse(await added.json()).id,
			staff: here.me.staff ?? "",
		};
		const body = { kind: "events", attributes: { region: "flevoland" } };
		const made = await inventory.call("/api/v1/widgets/agenda", {
			method: "PUT",
			token: tokens.get("editor") ?? "",
			body,
		});
		expect(made.status).toBe(201);
		await issue(db, now(), { purpose: "link", name: "x", role: "clipper" });
	}, 60_000);

	const own = { "Sec-Fetch-Site": "same-origin" };

	function ask(name: string, row: Row, headers: Record<string, string>): Promise<Response> {
		const [method = "GET", route = ""] = name.split(" ");
		const path = row.path ? row.path(ground) : route;
		const body = method === "GET" || method === "DELETE" ? undefined : (row.body?.(ground) ?? {});
		return inventory.call(`/api/v1${path}`, { method, headers, ...(body !== undefined && { body }) });
	}

	const bearer = (token: string | undefined) => ({ Authorization: `Bearer ${token}` });

	/** A person of that role who may lose the session by what is tried. */
	const someone = async (row: Row, role: Role): Promise<Person | undefined> =>
		row.ends ? personIn(inventory, { name: role, grants: everywhere(role) }) : people.get(role);

	describe("access", () => {
		it("has a row for every route", () => {
			const { api, open } = served(inventory.app);
			expect([...api].sort()).toEqual(Object.keys(rows).sort());
			expect([...open].sort()).toEqual([...publicRoutes].sort());
		});

		// What takes things away comes last, so that there is something to refuse before.
		const order = (name: string) => (name.startsWith("DELETE") ? 2 : name.includes("merge") ? 1 : 0);
		const cases = Object.entries(rows).sort(([a], [b]) => order(a) - order(b));

		it.each(cases)(
			"%s: without, revoked, from another region, from another site, and by each role",
			async (name, row) => {
				const nothing = await ask(name, row, {});
				const gone = await ask(name, row, bearer(revoked));
				const forged = await ask(name, row, {
					Cookie: "__Secure-regiotechniek.session_token=x.y; regiotechniek-session=rs_z",
					...own,
				});
				if (row.least === "anybody") {
					for (const { status } of [nothing, gone, forged]) expect(status).not.toBe(403);
				} else {
					for (const { status, headers } of [nothing, gone, forged])
						expect([status, headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="regiotechniek"']);
				}

				if (typeof row.elsewhere === "number") {
					const headers = row.by ? { Cookie: foreigner.cookie, ...own } : bearer(foreign);
					expect((await ask(name, row, headers)).status).toBe(row.elsewhere);
				}

				if (!name.startsWith("GET") && !row.cookieless) {
					const { cookie = "" } = people.get("admin") ?? {};
					const sites: Record<string, string>[] = [
						{ "Sec-Fetch-Site": "cross-site" },
						{ "Sec-Fetch-Site": "same-site" },
						{ Origin: "https://elders.example", Host: "inventaris.example" },
						{ Origin: "null", Host: "inventaris.example" },
					];
					for (const headers of sites) {
						expect((await ask(name, row, { Cookie: cookie, ...headers })).status).toBe(403);
					}
				}

				for (const role of roles) {
					const enough = ranks[role] >= ranks[row.least];
					const byToken = (await ask(name, row, bearer(tokens.get(role)))).status;
					if (row.least !== "anybody") {
						if (row.by || !enough) expect([role, byToken]).toEqual([role, 403]);
						else expect([401, 403]).not.toContain(byToken);
					}
					const person = await someone(row, role);
					const inPerson = await ask(name, row, { Cookie: person?.cookie ?? "", ...own });
					if (enough && name !== "PUT /account/password")
						expect([role, [401, 403].includes(inPerson.status) && row.least !== "anybody"]).toEqual([role, false]);
					if (!enough) expect([role, inPerson.status]).toEqual([role, 403]);
				}
			},
		);

		it("refuses in a sentence, in both languages, as a problem", async () => {
			for (const language of ["nl", "en"]) {
				const refused = await inventory.call("/api/v1/records", { headers: { "Accept-Language": language } });
				expect(refused.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
				expect(await refused.json()).toMatchObject({
					title: language === "nl" ? "Meld u eerst aan." : "Sign in first.",
				});
			}
		});

		it("shows in lists what is of one's own regions", async () => {
			const id = await clipped("gelderland");
			const answer = async (path: string) => (await inventory.call(`/api/v1${path}`, { token: foreign })).text();
			for (const path of ["/records?limit=100", "/records?state=clipped&limit=100"]) {
				expect(await answer(path)).toContain(id);
				for (const theirs of [ground.record, ground.other]) expect(await answer(path)).not.toContain(theirs);
			}
			for (const path of ["/me", "/regions"]) {
				expect(await answer(path)).toContain("gelderland");
				expect(await answer(path)).not.toContain("flevoland");
			}
			expect(await answer("/widgets")).not.toContain("agenda");
			expect(await answer("/staff")).not.toContain(ground.staff);
			for (const path of ["/action-list", "/searches", "/audit"])
				expect(await answer(path)).not.toContain(ground.record);
			expect(await answer("/tokens")).not.toContain("test-editor");
		});

		it("lets nobody in by a link that has expired", async () => {
			const { db, now } = inventory.context;
			const link = await issue(db, new Date(now().getTime() - 7 * 24 * 3_600_000 - 1), {
				purpose: "link",
				name: "x",
				role: "admin",
			});
			const late = await inventory.call("/api/v1/session", { method: "POST", body: { link } });
			expect(late.status).toBe(401);
		});

		it("does not tell who has no role in a region whether a record is there", async () => {
			const there = await inventory.call(`/api/v1/records/${ground.other}`, { token: foreign });
			const nowhere = await inventory.call(`/api/v1/records/${uuidv7()}`, { token: foreign });
			expect([there.status, nowhere.status]).toEqual([403, 404]);
			expect(await there.text()).not.toContain("Techniekclub");
		});
	});
});
