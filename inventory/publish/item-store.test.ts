import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EventItem } from "../../shared/model/feed.ts";
import { prepareItems, readItems } from "./item-store.ts";
import { orders } from "./project.ts";

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "regiotechniek-items-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const eventOf = (at: number, title = "Open dag") =>
	({
		id: `01a1fdee-0eee-77c8-a856-${at.toString(16).padStart(12, "0")}`,
		url: `https://voorbeeld.example/${at}`,
		title,
		start: `2026-11-${String(1 + (at % 28)).padStart(2, "0")}T10:00:00+01:00`,
	}) as unknown as EventItem;

it("stores a long list in parts, writes only those that changed, and reads it back in order", async () => {
	const list = join(folder, "events.json");
	let items = Array.from({ length: 3000 }, (_, at) => eventOf(at)).sort(orders.events);
	const store = async (now: string, changed?: ReadonlySet<string>) => {
		const prepared = await prepareItems(list, items, new Date(now), changed);
		for (const draft of prepared.drafts) await draft.place();
		await prepared.tidy();
		expect(await readItems(list, "events")).toEqual({ generatedAt: prepared.generatedAt, items });
		return prepared;
	};
	expect((await store("2026-11-21T10:00:00Z")).drafts).toHaveLength(9);
	const same = await store("2026-11-21T10:05:00Z");
	expect([same.drafts.length, same.generatedAt]).toEqual([0, "2026-11-21T10:00:00.000Z"]);
	for (const title of ["Een", "Twee", "Drie"]) {
		const changed = eventOf(17, title);
		items = items.map((item) => (item.id === changed.id ? changed : item));
		// One part and the list of parts.
		expect((await store("2026-11-21T10:10:00Z", new Set([changed.id]))).drafts).toHaveLength(2);
	}
	// What a reader of the list before may still want stays; what is older goes.
	expect((await readdir(folder)).length).toBeLessThanOrEqual(8 + 1 + 2);
	items = items.slice(0, 10);
	await store("2026-11-21T10:20:00Z");
	expect(await readItems(join(folder, "nothing.json"), "events")).toBeUndefined();
});
