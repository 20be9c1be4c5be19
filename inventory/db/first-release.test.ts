import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { schemas } from "../../shared/model/kinds.ts";
import { type PostgresServer, startPostgres } from "../../test/support/postgres.ts";
import { openTestInventory, type TestInventory } from "../testing/inventory.ts";

const testing = join(import.meta.dirname, "testing");
const First = z.object({
	token: z.string(),
	clipper: z.string(),
	ids: z.record(z.string(), z.string()),
	feeds: z.record(z.string(), z.looseObject({ total: z.int(), items: z.array(z.looseObject({ id: z.string() })) })),
});

/** The database of somebody who began with the first release, as text. */
const firstRelease = async () =>
	(await readFile(join(import.meta.dirname, "migrations/0000_first.sql"), "utf8")) +
	(await readFile(join(testing, "first-release.sql"), "utf8"));

async function fillEmbedded(dataDir: string): Promise<void> {
	const client = await PGlite.create({ dataDir: join(dataDir, "database"), extensions: { pg_trgm } });
	await client.exec(await firstRelease());
	await client.close();
}

async function fillServer(url: string): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	await sql.unsafe(await firstRelease());
	await sql.end();
}

describe.each(["pglite", "postgresql"] as const)("a database of the first release (%s)", (engine) => {
	let server: PostgresServer | undefined;
	let inventory: TestInventory;
	let first: z.infer<typeof First>;
	beforeAll(async () => {
		first = First.parse(JSON.parse(await readFile(join(testing, "first-release.json"), "utf8")));
		server = engine === "postgresql" ? await startPostgres() : undefined;
		if (server) await fillServer(server.url);
		const dataDir = await mkdtemp(join(tmpdir(), "regiotechniek-first-"));
		if (!server) await fillEmbedded(dataDir);
		inventory = await openTestInventory({ dataDir, ...(server && { databaseUrl: server.url }) });
	}, 60_000);
	afterAll(async () => {
		await inventory?.close();
		await server?.stop();
	}, 60_000);

	it("publishes what it published", async () => {
		expect(Object.keys(first.feeds).length).toBe(10);
		for (const [path, standing] of Object.entries(first.feeds)) {
			const answer: unknown = await (await inventory.call(path)).json();
			// A later release may say more of an item, never less or something else.
			const { generatedAt: _time, facets: _facets, next: _next, ...same } = standing;
			expect([path, answer]).toMatchObject([path, same]);
		}
		const { items = [] } = first.feeds["/feeds/flevoland/initiatives.json"] ?? {};
		expect(items.map(({ id }) => id)).toContain(first.ids.initiative);
	});

	it("lets in who had a token, and has every record readable, with its contacts, sources and history", async () => {
		const { token } = first;
		const Detail = z.object({
			kind: z.enum(["initiative", "event", "opportunity", "organization", "indicator"]),
			data: z.looseObject({ title: z.string() }),
			contacts: z.array(z.object({ name: z.string(), email: z.optional(z.string()) })),
			sources: z.array(z.looseObject({ url: z.string() })),
			revision: z.int(),
			revisions: z.array(z.looseObject({ revision: z.int() })),
		});
		const persons = new Map<string, string[]>();
		for (const [name, id] of Object.entries(first.ids)) {
			const answer = await inventory.call(`/api/v1/records/${id}`, { token });
			expect([name, answer.status]).toEqual([name, 200]);
			const detail = Detail.parse(await answer.json());
			expect(schemas[detail.kind].safeParse(detail.data).success).toBe(true);
			expect(detail.sources.length).toBeGreaterThan(0);
			expect(detail.revisions.map(({ revision }) => revision)).toContain(detail.revision);
			persons.set(
				name,
				detail.contacts.flatMap(({ email }) => email ?? []),
			);
		}
		expect(persons.get("initiative")).toEqual(["anna@persoon.example", "bert@persoon.example"]);
		expect(persons.get("unpublished")).toEqual(["els@persoon.example"]);
		expect((await inventory.call("/api/v1/me", { token: first.clipper })).status).toBe(200);
	});

	it("leads from what was merged to what stayed, and goes on being written", async () => {
		const { ids, token } = first;
		const old = await inventory.call(`/flevoland/initiatives/${ids.merged}`);
		expect([old.status, old.headers.get("location")]).toEqual([301, `/flevoland/initiatives/${ids.initiative}`]);
		const published = await inventory.call(`/api/v1/records/${ids.event}/publish`, { method: "POST", token, body: {} });
		expect(published.status).toBe(200);
		const feed = await (await inventory.call("/feeds/flevoland/events.json")).text();
		expect(feed).toContain("Gewijzigd, nog niet gepubliceerd");
		const found: unknown = await (await inventory.call("/api/v1/records?q=excursies", { token })).json();
		expect(found).toMatchObject({ items: [{ id: ids.cancelled }] });
	});
});
