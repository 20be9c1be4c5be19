import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderTarget } from "../../inventory/publish/folder-target.ts";
import { publishedFolder } from "../../inventory/service.ts";
import { feedKinds } from "../../shared/model/kinds.ts";
import { type Address, addressesOf, textsUnder } from "./private/addresses.ts";
import { openWorld, region, type World } from "./private/world.ts";

/**
 * Contacts of persons that nobody marked as public appear in nothing that comes out, whoever asks, below an editor. Markers
 * stand in every field of contacts of every kind; everything is looked through: what is asked for by every route, what lies in
 * the folder of published files, and what the service says. Two places hold them on purpose and are not looked at: the
 * database itself, and backups of it.
 */
let world: World;
beforeAll(async () => {
	world = await openWorld();
}, 120_000);
afterAll(() => world?.close(), 60_000);

const kinds = Object.keys(feedKinds);

/** Every route with every value that its parameters may have here; with records of `ids` only. */
function addresses(ids: readonly string[] = world.ids): Address[] {
	const files = ["json", "ics", "rss", "csv"].flatMap((form) => [...kinds, ...ids].map((name) => `${name}.${form}`));
	return addressesOf(world.beside.app, {
		region: [region],
		kind: kinds,
		id: ids,
		revision: ["1"],
		year: ["2023", "2026"],
		file: [...files, "agenda.json"],
		name: ["agenda"],
		path: ["v1.js"],
	});
}

/** Addresses that take parameters say more with them. */
function withQuestions(path: string): string[] {
	if (path === "/oembed") {
		const urls = [`/${region}/events`, ...world.ids.map((id) => `/${region}/events/${id}`)];
		return urls.flatMap((url) =>
			["json", "xml"].map((form) => `${path}?format=${form}&url=${encodeURIComponent(world.service.url + url)}`),
		);
	}
	if (/^\/(?:feeds|snippets)\/[^/]+\/[^/]+$/.test(path)) return [path, `${path}?limit=100`, `${path}?q=zogeheim`];
	if (path.startsWith("/embed/frame/")) return [`${path}?region=${region}`];
	if (path === "/api/v1/index")
		return [`${path}?region=${region}`, `${path}?region=${region}&since=2020-01-01T00:00:00Z`];
	if (path === "/api/v1/records") return [path, `${path}?region=${region}`, `${path}?q=zogeheim`];
	return [path];
}

/** What stands in an answer: its head and its body. */
async function told(response: Response): Promise<string> {
	return `${JSON.stringify([...response.headers])}\n${await response.text()}`;
}

/** Asks all of `asked` and gives where something private came out, by address. */
async function leaks(
	asked: readonly { path: string; method: string }[],
	who: { token?: string; cookie?: string } = {},
): Promise<Record<string, string[]>> {
	const found: Record<string, string[]> = {};
	const left = [...asked];
	await Promise.all(
		Array.from({ length: 4 }, async () => {
			for (let next = left.pop(); next; next = left.pop()) {
				const { path, method } = next;
				const body = method === "GET" ? {} : { body: {} };
				const text = await told(await world.call(path, { method, ...body, ...who }));
				const here = world.plants.foundIn(text);
				if (here.length > 0) found[`${method} ${path}`] = here;
			}
		}),
	);
	return found;
}

describe("private contacts", () => {
	it("would be found by this test: an editor sees them, and public ones come out", async () => {
		const seen: string[] = [];
		for (const id of world.ids) {
			seen.push(
				...world.plants.foundIn(await (await world.call(`/api/v1/records/${id}`, { token: world.editor })).text()),
			);
		}
		for (const where of [
			"initiative, not yet published",
			"event, merged into",
			"organization, imported",
			"indicator, imported",
		]) {
			for (const field of ["name", "role", "email", "phone"])
				expect(seen.some((one) => one.startsWith(`${field} ${where} (`))).toBe(true);
		}
		for (const path of [`/feeds/${region}/events.json`, `/feeds/${region}/events/${world.openId}.json`]) {
			const text = await (await world.call(path)).text();
			for (const marker of world.plants.open) expect(text).toContain(marker);
		}
	});

	it("are in nothing that anybody may ask for, without a token, as a clipper and as an editor of another region", async () => {
		const reading = addresses().filter(({ method }) => method === "GET");
		expect(new Set(reading.map(({ route }) => route)).size).toBeGreaterThan(20);
		const asked = reading.flatMap(({ path }) => withQuestions(path).map((one) => ({ path: one, method: "GET" })));
		expect(await leaks(asked)).toEqual({});
		const api = asked.filter(({ path }) => path.startsWith("/api/"));
		expect(await leaks(api, { token: world.clipper })).toEqual({});
		expect(await leaks(api, { token: world.elsewhere })).toEqual({});
		// Sessions of people go another way in; of each route a few records will do.
		const some = addresses(world.ids.slice(0, 3)).filter(
			({ method, path }) => method === "GET" && path.startsWith("/api/"),
		);
		for (const cookie of Object.values(world.sessions)) expect(await leaks(some, { cookie })).toEqual({});
	}, 90_000);

	it("are in no answer to a change that is refused", async () => {
		const changing = addresses(world.ids.slice(0, 2)).filter(
			({ method, path }) => method !== "GET" && !/\/(?:session|current)$/.test(path),
		);
		expect(changing.length).toBeGreaterThan(20);
		expect(await leaks(changing)).toEqual({});
		expect(await leaks(changing, { token: world.clipper })).toEqual({});
		expect(await leaks(changing, { token: world.elsewhere })).toEqual({});
		expect(await leaks(changing, { cookie: world.sessions.elsewhere })).toEqual({});
		for (const { what, text } of world.refusals) expect([what, world.plants.foundIn(text)]).toEqual([what, []]);
	}, 60_000);

	it("cannot be found by searching in what is public", async () => {
		for (const kind of ["events", "initiatives", "opportunities"]) {
			const answer: unknown = await (await world.call(`/feeds/${region}/${kind}.json?q=zogeheim`)).json();
			expect(answer).toMatchObject({ total: 0 });
		}
	});

	it("are in no published file, nor beside it, nor where files are published to", async () => {
		const elsewhere = await mkdtemp(join(tmpdir(), "regiotechniek-elsewhere-"));
		try {
			await world.command("publish", "--to", elsewhere);
			const copy = join(elsewhere, "copy");
			await folderTarget(copy).sync(publishedFolder(world.service.dataDir), "feeds");
			for (const folder of [world.service.dataDir, elsewhere, copy, world.store]) {
				let files = 0;
				for await (const { path, text } of textsUnder(folder, ["database"])) {
					files++;
					expect([path, world.plants.foundIn(text)]).toEqual([path, []]);
				}
				expect(files).toBeGreaterThan(20);
			}
		} finally {
			await rm(elsewhere, { recursive: true, force: true });
		}
	}, 60_000);

	it("are in nothing that the service says, also when the database fails in the middle of a clip", async () => {
		const sql = postgres(world.databaseUrl, { max: 1 });
		const before = world.said().length;
		try {
			await sql`alter table contacts add constraint nobody check (false) not valid`;
			const id = uuidv7();
			const record = { title: "Club", contacts: [world.plants.contact("clip that fails")] };
			const source = { url: "https://bron.example/x", capturedAt: "2026-11-21T11:00:00+01:00" };
			const body = { kind: "initiative", region, record, source };
			const answer = await world.call(`/api/v1/clips/${id}`, { method: "PUT", token: world.clipper, body });
			expect(answer.status).toBe(500);
			expect(world.plants.foundIn(await told(answer))).toEqual([]);
		} finally {
			await sql`alter table contacts drop constraint nobody`;
			await sql.end();
		}
		// It writes a line for each request, which is where a marker would be, and says that something went wrong, or an operator would never know.
		await expect.poll(() => world.said().length).toBeGreaterThan(before);
		expect(world.said()).toContain('"route":"/api/v1/clips/:id","status":500');
		expect(world.plants.foundIn(world.said())).toEqual([]);
		expect(world.plants.foundIn(await (await world.call("/metrics")).text())).toEqual([]);
	});
});
