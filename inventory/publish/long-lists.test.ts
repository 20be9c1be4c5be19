import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clipOf, openTestInventory, publicUrl, type TestInventory } from "../testing/inventory.ts";
import { createPublisher, type Publisher } from "./publisher.ts";

const many = 1200;

let inventory: TestInventory;
let folder: string;
let publisher: Publisher;
let id: string;
/** Called whenever the publisher looks at the clock, which it does once for each kind. */
let onNow = () => {};
const told: (number | undefined)[] = [];

const file = (name: string) => join(folder, name);
const text = (name: string) => readFile(file(name), "utf8");
const count = (document: string, words: string) => document.split(words).length - 1;

async function publish(title: string, baseRevision?: number): Promise<void> {
	const token = await inventory.token("editor");
	const record = { title, start: "2026-12-01T19:00:00+01:00", end: "2026-12-01T21:00:00+01:00" };
	const clip = clipOf(record, { kind: "event" });
	id ??= clip.id;
	const saved = baseRevision
		? await inventory.call(`/api/v1/records/${id}`, { method: "PUT", token, body: { record, baseRevision } })
		: await inventory.call(`/api/v1/clips/${id}`, { method: "PUT", token, body: clip.body });
	expect(saved.ok, await saved.clone().text()).toBe(true);
	const answer = await inventory.call(`/api/v1/records/${id}/publish`, { method: "POST", token, body: {} });
	expect(answer.status).toBe(200);
}

beforeAll(async () => {
	inventory = await openTestInventory();
	folder = await mkdtemp(join(tmpdir(), "regiotechniek-long-"));
	const { db } = inventory.context;
	publisher = createPublisher({
		db,
		folder,
		publicUrl,
		now() {
			onNow();
			return inventory.clock.now;
		},
		log() {},
		alone: (_, work) => work(async () => {}),
		onWritten: (_, published) => void told.push(published?.events.items.length),
	});
	await publish("Open avond");
	// The same event many times over, as an import of some years would bring others.
	await db.execute(sql`create temporary table copies as
		select gen_random_uuid() as copy, records.* from records cross join generate_series(2, ${many}) as n where id = ${id}`);
	await db.execute(sql`alter table copies drop column id`);
	await db.execute(sql`alter table copies rename column copy to id`);
	const columns = sql`kind, region, state, revision, published_revision, title, title_key, data, clipped_by, created_at, updated_at`;
	await db.execute(sql`insert into records (id, ${columns}) select id, ${columns} from copies`);
	await db.execute(sql`insert into revisions (record_id, revision, data, digest, via, "by", at)
		select copies.id, 1, revisions.data, digest, via, "by", at from copies cross join revisions where record_id = ${id}`);
}, 120_000);

afterAll(async () => {
	await inventory?.close();
	await rm(folder, { recursive: true, force: true });
});

it("publishes the feed of a long list at once, its calendar, table and network when there is time", async () => {
	await publisher.publishAll();
	expect(JSON.parse(await text("feeds/flevoland/events.json"))).toMatchObject({ total: many });
	expect(existsSync(file("feeds/flevoland/events.ics"))).toBe(false);
	expect(existsSync(file("index/flevoland/up-to"))).toBe(false);

	await publisher.publishLong();
	expect(count(await text("feeds/flevoland/events.ics"), "BEGIN:VEVENT")).toBe(many);
	expect(count(await text("feeds/flevoland/events.csv"), "Open avond")).toBe(many);
	expect(existsSync(file("feeds/flevoland/network.json"))).toBe(true);
	const upTo = await text("index/flevoland/up-to");
	expect(Date.parse(upTo)).toBe(inventory.clock.now.getTime());
	expect(told.at(-1)).toBe(many);

	// Nothing is left to do, and nothing is done.
	const written = told.length;
	await publisher.publishLong();
	await publisher.publishBehind();
	expect(told.length).toBe(written);
});

it("follows a change that comes while long lists are being written", async () => {
	inventory.clock.now = new Date(inventory.clock.now.getTime() + 60_000);
	await publish("Open ochtend", 1);
	await publisher.publishBehind();
	inventory.clock.now = new Date(inventory.clock.now.getTime() + 60_000);
	await publish("Open middag", 2);
	// Begun after the events of the change are looked at, and with what was read before it.
	let writing: Promise<void> | undefined;
	let asked = 0;
	onNow = () => {
		asked += 1;
		if (asked === 2) writing = publisher.publishLong();
	};
	await publisher.publish("flevoland");
	onNow = () => {};
	expect(writing).toBeDefined();
	await writing;
	expect(await text("feeds/flevoland/events.json")).toContain("Open middag");
	await publisher.publishLong();
	const calendar = await text("feeds/flevoland/events.ics");
	expect([count(calendar, "Open middag"), count(calendar, "Open ochtend")]).toEqual([1, 0]);
	expect(Date.parse(await text("index/flevoland/up-to"))).toBe(inventory.clock.now.getTime());
});
