import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { feedOf, items } from "../../shared/model/feed.ts";
import { records, revisions } from "../db/schema.ts";
import { clipOf, onBothEngines, publicUrl, type TestInventory } from "../testing/inventory.ts";

const InitiativeFeed = feedOf("initiatives", items.initiatives);
const EventFeed = feedOf("events", items.events);

async function initiatives(inventory: TestInventory, query = "") {
	return InitiativeFeed.parse(await (await inventory.call(`/feeds/flevoland/initiatives.json${query}`)).json());
}

async function clipped(inventory: TestInventory, clip: ReturnType<typeof clipOf>): Promise<string> {
	const token = await inventory.token("clipper");
	const response = await inventory.call(`/api/v1/clips/${clip.id}`, { method: "PUT", token, body: clip.body });
	expect(response.status).toBe(201);
	return clip.id;
}

async function act(inventory: TestInventory, id: string, action: string, body: unknown = {}): Promise<Response> {
	return inventory.call(`/api/v1/records/${id}/${action}`, {
		method: "POST",
		token: await inventory.token("editor"),
		body,
	});
}

/** Everything the public can get: every published file in every form, and the pages. */
async function everythingPublic(inventory: TestInventory, ids: string[]): Promise<string> {
	const folder = join(inventory.dataDir, "public");
	const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
		(entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name),
	);
	const texts = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")));
	const addresses = [
		"/",
		"/flevoland/initiatives",
		"/feeds/flevoland/initiatives.json?q=contact",
		"/readyz",
		...ids.map((id) => `/flevoland/initiatives/${id}`),
	];
	for (const address of addresses) texts.push(await (await inventory.call(address)).text());
	return texts.join("\n");
}

onBothEngines("publishing", (inventory) => {
	it("shows a record only after publication, and takes it out when archived", async () => {
		const id = await clipped(inventory(), clipOf());
		const listed = async () => (await initiatives(inventory())).items.some((item) => item.id === id);
		expect(await listed()).toBe(false);
		expect((await act(inventory(), id, "publish")).status).toBe(200);
		expect(await listed()).toBe(true);
		expect((await inventory().call(`/flevoland/initiatives/${id}`)).status).toBe(200);
		await act(inventory(), id, "archive");
		expect(await listed()).toBe(false);
		expect((await inventory().call(`/flevoland/initiatives/${id}`)).status).toBe(404);
		await act(inventory(), id, "restore");
		expect(await listed()).toBe(true);
	});

	it("keeps showing the published revision while a newer one waits", async () => {
		const clip = clipOf({ title: "Eerste titel" });
		const id = await clipped(inventory(), clip);
		await act(inventory(), id, "publish");
		const token = await inventory().token("editor");
		const body = { record: { ...clip.body.record, title: "Tweede titel" }, baseRevision: 1 };
		await inventory().call(`/api/v1/records/${id}`, { method: "PUT", token, body });
		await inventory().publisher.publish("flevoland");
		const title = async () => (await initiatives(inventory())).items.find((item) => item.id === id)?.title;
		expect(await title()).toBe("Eerste titel");
		await act(inventory(), id, "publish");
		expect(await title()).toBe("Tweede titel");
	});

	it("refuses to publish a revision that the editor has not seen", async () => {
		const id = await clipped(inventory(), clipOf());
		expect((await act(inventory(), id, "publish", { baseRevision: 7 })).status).toBe(409);
	});

	it("never lets out a contact that was not marked public", async () => {
		const id = await clipped(
			inventory(),
			clipOf({
				title: "Techniek met een contactpersoon",
				contacts: [
					{ name: "Geheim Persoon", email: "geheim@school.example", phone: "0320-000111" },
					{ name: "Open Loket", email: "loket@school.example", public: true },
				],
			}),
		);
		await act(inventory(), id, "publish");
		const all = await everythingPublic(inventory(), [id]);
		expect(all).toContain("loket@school.example");
		for (const secret of ["Geheim Persoon", "geheim@school.example", "0320-000111"]) expect(all).not.toContain(secret);
		const shown = (await initiatives(inventory())).items.find((item) => item.id === id);
		expect(shown?.contacts).toEqual([{ name: "Open Loket", email: "loket@school.example", public: true }]);
	});

	it("keeps a cancelled event in the feed and the calendar, marked", async () => {
		const clip = clipOf();
		const id = await clipped(inventory(), {
			id: clip.id,
			body: {
				...clip.body,
				kind: "event",
				record: { title: "Open avond", start: "2026-12-01T19:00:00+01:00", status: "cancelled" } as never,
			},
		});
		await act(inventory(), id, "publish");
		const feed = EventFeed.parse(await (await inventory().call("/feeds/flevoland/events.json")).json());
		expect(feed.items.find((item) => item.id === id)?.status).toBe("cancelled");
		const calendar = await (await inventory().call("/feeds/flevoland/events.ics")).text();
		expect(calendar).toContain("STATUS:CANCELLED");
		expect(calendar).toContain(`UID:${id}@regiotechniek`);
	});

	it("leaves out a record that its schema no longer accepts, and keeps the rest", async () => {
		const good = await clipped(inventory(), clipOf());
		const bad = await clipped(inventory(), clipOf());
		await act(inventory(), good, "publish");
		await act(inventory(), bad, "publish");
		const { db } = inventory().context;
		await db
			.update(revisions)
			.set({ data: { title: 7 } })
			.where(eq(revisions.recordId, bad));
		await inventory().publisher.publishAll();
		const ids = (await initiatives(inventory())).items.map((item) => item.id);
		expect(ids).toContain(good);
		expect(ids).not.toContain(bad);
		await db.delete(records).where(eq(records.id, bad));
	});

	it("leads from a merged record to the one it was merged into", async () => {
		const [kept, gone] = [await clipped(inventory(), clipOf()), await clipped(inventory(), clipOf())];
		await act(inventory(), kept, "publish");
		await act(inventory(), gone, "publish");
		expect((await act(inventory(), gone, "merge", { into: kept })).status).toBe(200);
		const moved = await inventory().call(`/flevoland/initiatives/${gone}`);
		expect([moved.status, moved.headers.get("location")]).toEqual([301, `/flevoland/initiatives/${kept}`]);
		expect((await act(inventory(), gone, "merge", { into: gone })).status).toBe(422);
	});

	it("escapes what data brings into pages", async () => {
		const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)>`;
		const id = await clipped(
			inventory(),
			clipOf({ title: hostile, summary: hostile, description: hostile, goal: hostile }),
		);
		await act(inventory(), id, "publish");
		for (const address of [`/flevoland/initiatives/${id}`, "/flevoland/initiatives"]) {
			const page = await (await inventory().call(address)).text();
			expect(page).not.toMatch(/<script>alert|<img src=x/);
			expect(page).toContain("&lt;img src=x");
		}
	});

	it("gives every mention of an organisation an id and every item its canonical page", async () => {
		const id = await clipped(inventory(), clipOf({ partners: [{ name: "Café Techniek & Zo", kind: "business" }] }));
		await act(inventory(), id, "publish");
		const item = (await initiatives(inventory())).items.find((one) => one.id === id);
		expect(item?.partners).toEqual([
			{ id: "cafe-techniek-zo", name: "Café Techniek & Zo", kind: "business", role: "partner" },
		]);
		expect(item?.url).toBe(`${publicUrl}/flevoland/initiatives/${id}`);
		expect((await initiatives(inventory(), "?organization=cafe-techniek-zo")).items.map((one) => one.id)).toEqual([id]);
	});

	it("answers 304 to who has it, in each encoding its own strong ETag", async () => {
		const tags = new Set<string>();
		for (const encoding of ["br", "gzip", "identity"]) {
			const headers = { "Accept-Encoding": encoding };
			const response = await inventory().call("/feeds/flevoland/initiatives.json", { headers });
			const tag = response.headers.get("etag") ?? "";
			expect(tag).toMatch(/^"[\w-]+"$/);
			tags.add(tag);
			const again = await inventory().call("/feeds/flevoland/initiatives.json", {
				headers: { ...headers, "If-None-Match": tag },
			});
			expect([again.status, await again.text()]).toEqual([304, ""]);
		}
		expect(tags.size).toBe(3);
	});

	it("writes nothing when nothing changed", async () => {
		const Feed = z.looseObject({ generatedAt: z.string() });
		const path = join(inventory().dataDir, "public/feeds/flevoland/initiatives.json");
		const before = Feed.parse(JSON.parse(await readFile(path, "utf8"))).generatedAt;
		inventory().clock.now = new Date(inventory().clock.now.getTime() + 60_000);
		await inventory().publisher.publish("flevoland");
		expect(Feed.parse(JSON.parse(await readFile(path, "utf8"))).generatedAt).toBe(before);
	});
});
