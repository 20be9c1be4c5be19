import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setImmediate as immediate } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, startPostgres } from "../../test/support/postgres.ts";
import * as schema from "../db/schema.ts";
import { clipOf, openTestInventory, type TestInventory } from "../testing/inventory.ts";
import { backup, restoreBackup } from "./backup.ts";
import { backedUpTables, rowsOf } from "./backup-tables.ts";

let server: PostgresServer;
let folder: string;
/** What backups are put back into: a server, also those of the embedded database. */
let target: TestInventory;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "regiotechniek-backup-"));
	server = await startPostgres();
	target = await openTestInventory({ databaseUrl: server.url });
}, 120_000);
afterAll(async () => {
	await target?.close();
	await server?.stop();
	await rm(folder, { recursive: true, force: true });
}, 60_000);

/** A record that is revised over and over, each time with a contact named after the revision. */
async function writeUntil(inventory: TestInventory, done: { now: boolean }, acknowledged: Map<string, number>) {
	const [clipper, editor] = [await inventory.token("clipper"), await inventory.token("editor")];
	const at = (revision: number) => ({ goal: `Doel ${revision}`, contacts: [{ name: `Persoon ${revision}` }] });
	while (!done.now) {
		// The embedded database never lets go of the thread by itself: without this the backup would not get its turn.
		await immediate();
		const clip = clipOf(at(1));
		const stored = await inventory.call(`/api/v1/clips/${clip.id}`, { method: "PUT", token: clipper, body: clip.body });
		expect(stored.status).toBe(201);
		acknowledged.set(clip.id, 1);
		for (let revision = 2; revision <= 3 && !done.now; revision++) {
			const body = { record: { ...clip.body.record, ...at(revision) }, baseRevision: revision - 1 };
			const revised = await inventory.call(`/api/v1/records/${clip.id}`, { method: "PUT", token: editor, body });
			expect(revised.status).toBe(200);
			acknowledged.set(clip.id, revision);
		}
	}
}

/** What is not whole: records without the revision that they say, or with the contact of another one. */
const torn = async (inventory: TestInventory) =>
	rowsOf(
		await inventory.database.db.execute(sql`
			select r.id, r.revision, max(v.revision) as newest, min(c.name) as person, r.data->>'goal' as goal
			from records r left join revisions v on v.record_id = r.id left join contacts c on c.record_id = r.id
			group by r.id
			having r.revision is distinct from max(v.revision) or count(distinct v.revision) <> r.revision
				or (min(c.name) is not null and min(c.name) <> 'Persoon ' || r.revision)
				or (r.data->>'goal' like 'Doel %' and r.data->>'goal' <> 'Doel ' || r.revision)`),
	);

/** Every published file by its path, without the moments at which it was written. */
async function published(dataDir: string): Promise<Map<string, string>> {
	const root = join(dataDir, "public");
	const found = new Map<string, string>();
	for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
		if (!entry.isFile() || !/\.(?:json|ics|csv|rss)$/.test(entry.name)) continue;
		const file = join(entry.parentPath, entry.name);
		const text = (await readFile(file, "utf8")).replaceAll(/"generatedAt":"[^"]*"|<lastBuildDate>[^<]*</g, "");
		found.set(relative(root, file), text);
	}
	return found;
}

const rewritten = async (from: string, to: string, change: (lines: string[]) => string[]) =>
	writeFile(
		to,
		gzipSync(
			change(
				gunzipSync(await readFile(from))
					.toString()
					.split("\n"),
			).join("\n"),
		),
	);

describe("a backup", () => {
	it("has every table of the schema but those that are left out on purpose", () => {
		const all = Object.values(schema)
			.filter((value) => is(value, PgTable))
			.map(getTableName);
		const kept = backedUpTables.map(getTableName);
		expect(all.filter((name) => !kept.includes(name)).sort()).toEqual([
			"device_requests",
			// Reckoned from the records, and reckoned again when they are missing.
			"overlap_checked",
			"overlap_pairs",
			"overlap_words",
			"secrets",
			"sessions",
			"verifications",
		]);
	});

	describe.each(["pglite", "postgresql"] as const)("made while others write (%s)", (engine) => {
		let source: TestInventory;
		beforeAll(async () => {
			const databaseUrl = engine === "postgresql" ? await server.createDatabase() : undefined;
			source = await openTestInventory({ ...(databaseUrl && { databaseUrl }), samples: true });
		}, 120_000);
		afterAll(() => source?.close());

		it("is one moment of the whole: all that was acknowledged before, and nothing torn", async () => {
			const file = join(folder, `${engine}-load.jsonl.gz`);
			const acknowledged = new Map<string, number>();
			const done = { now: false };
			const writers = Array.from({ length: 3 }, () => writeUntil(source, done, acknowledged));
			let before = new Map<string, number>();
			try {
				await expect.poll(() => acknowledged.size, { timeout: 40_000, interval: 5 }).toBeGreaterThan(4);
				before = new Map(acknowledged);
				await backup(source.database.db, file, source.clock.now);
				// The writers were at it all the time: there is more now than the backup can have.
				await expect.poll(() => acknowledged.size, { timeout: 40_000, interval: 5 }).toBeGreaterThan(before.size);
			} finally {
				done.now = true;
				await Promise.all(writers);
			}
			expect(await restoreBackup(target.database.db, file)).toBeGreaterThan(before.size);
			const rows = await target.database.db.select().from(schema.records);
			const restored = new Map(rows.map(({ id, revision }) => [id, revision]));
			for (const [id, revision] of before) expect(restored.get(id)).toBeGreaterThanOrEqual(revision);
			expect(await torn(target)).toEqual([]);
			expect(await torn(source)).toEqual([]);
			await target.publisher.publishAll();
			expect((await target.call("/feeds/midden-brabant/events.json")).status).toBe(200);
		}, 90_000);

		it("brings back exactly what the source publishes once it is at rest", async () => {
			const file = join(folder, `${engine}-rest.jsonl.gz`);
			const token = await source.token("editor");
			const clip = clipOf({ contacts: [{ name: "Open Persoon", public: true }] });
			await source.call(`/api/v1/clips/${clip.id}`, { method: "PUT", token, body: clip.body });
			await source.call(`/api/v1/widgets/agenda`, {
				method: "PUT",
				token,
				body: { kind: "events", attributes: { region: "oost" } },
			});
			await source.publisher.publishAll();
			await backup(source.database.db, file, source.clock.now);
			await restoreBackup(target.database.db, file);
			await target.publisher.publishAll();
			const [theirs, ours] = [await published(source.dataDir), await published(target.dataDir)];
			expect(theirs.size).toBeGreaterThan(60);
			for (const [path, text] of theirs) expect([path, ours.get(path)]).toEqual([path, text]);
			// Numbers go on where they were, and tokens are good in the new place as well.
			const again = await target.call(`/api/v1/records/${clip.id}/publish`, { method: "POST", token, body: {} });
			expect(again.status).toBe(200);
		}, 60_000);
	});

	it("of a newer version, or of which lines are missing, changes nothing", async () => {
		const file = join(folder, "pglite-rest.jsonl.gz");
		const count = async () => (await target.database.db.select().from(schema.records)).length;
		const before = await count();
		const newer = join(folder, "newer.jsonl.gz");
		await rewritten(file, newer, ([head = "", ...rest]) => [head.replace(/"schema":\d+/, '"schema":999'), ...rest]);
		await expect(restoreBackup(target.database.db, newer)).rejects.toThrow(
			/nieuwere versie .*Er is niets teruggezet\.$/,
		);
		const holed = join(folder, "holed.jsonl.gz");
		await rewritten(file, holed, (lines) => lines.filter((_, index) => index !== 40));
		await expect(restoreBackup(target.database.db, holed)).rejects.toThrow();
		expect(await count()).toBe(before);
		expect(before).toBeGreaterThan(100);
	});

	it("that names no version is older than any that does, and is put back", async () => {
		const older = join(folder, "older.jsonl.gz");
		await rewritten(join(folder, "pglite-rest.jsonl.gz"), older, ([head = "", ...rest]) => [
			head.replace(/,"schema":\d+/, ""),
			...rest.map((line) => line.replace(/^\{"end":true,"rows":\d+\}$/, '{"end":true}')),
		]);
		expect(await restoreBackup(target.database.db, older)).toBeGreaterThan(100);
	});
});
