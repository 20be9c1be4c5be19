import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { feedOf, itemDocumentOf, items } from "../../shared/model/feed.ts";
import { type FeedKind, feedKinds, isFeedKind } from "../../shared/model/kinds.ts";
import { Problem } from "../../shared/model/problem.ts";
import { clipOf, onBothEngines, openTestInventory, publicUrl, type TestInventory } from "../testing/inventory.ts";

let inventory: TestInventory;
beforeAll(async () => {
	inventory = await openTestInventory({ samples: true });
}, 60_000);
afterAll(() => inventory.close());

async function feed(kind: FeedKind, query = "", region = "midden-brabant") {
	const response = await inventory.call(`/feeds/${region}/${kind}.json${query}`);
	return feedOf(kind, items[kind]).parse(await response.json());
}

async function document(kind: FeedKind, id: string, region = "midden-brabant") {
	const response = await inventory.call(`/feeds/${region}/${kind}/${id}.json`);
	expect(response.status).toBe(200);
	return itemDocumentOf(kind, items[kind]).parse(await response.json());
}

async function titled(kind: FeedKind, title: string, region = "midden-brabant"): Promise<string> {
	const found = (await feed(kind, `?q=${encodeURIComponent(title)}&from=2020-01-01`, region)).items;
	const id = found.find((item) => item.title === title)?.id;
	if (!id) throw new Error(`no ${kind} called ${title}`);
	return id;
}

describe("the file of one item", () => {
	const kinds = Object.keys(feedKinds).filter(isFeedKind);

	it.each(["midden-brabant", "flevoland", "oost"].flatMap((region) => kinds.map((kind) => [region, kind] as const)))(
		"satisfies the shared schema and holds the item as the feed has it: %s %s",
		async (region, kind) => {
			for (const item of (await feed(kind, "?limit=25", region)).items) {
				const found = await document(kind, item.id, region);
				expect(found.item).toEqual(item);
				const lists = [found.editions, found.similar, found.events, found.opportunities, found.initiatives].flat();
				for (const one of lists) {
					expect(one.id).not.toBe(item.id);
					expect(one.url).toBe(`${publicUrl}/${region}/${one.kind}/${one.id}`);
				}
			}
		},
		60_000,
	);

	it("names the other editions of an event, and its initiative, which names it in return", async () => {
		const dag = await titled("events", "Dag van de Techniek Tilburg: draaien, solderen en programmeren in De Ketelhal");
		const found = await document("events", dag);
		expect(found.editions.map((one) => [one.title, one.edition])).toEqual([
			["Dag van de Techniek Tilburg", "4e editie"],
			["Dag van de Techniek Tilburg 2023", "1e editie"],
		]);
		expect(found.initiatives.map((one) => one.title)).toEqual(["Dagen van de Techniek in Midden-Brabant"]);
		const initiative = await document("initiatives", found.initiatives[0]?.id ?? "");
		expect(initiative.events.map((one) => one.id)).toContain(dag);
		expect(initiative.similar.length).toBeGreaterThan(0);
		for (const one of initiative.similar) {
			expect(one.reasons.length).toBeGreaterThan(0);
			for (const { nl, en } of one.reasons)
				expect([nl, en]).toEqual([expect.stringMatching(/^zelfde /), expect.stringMatching(/^same /)]);
		}
	});

	it("shows only what is to come or stands, by the day on which it is asked", async () => {
		const initiative = await titled("initiatives", "Samen meer zij-instromers naar de techniek");
		const before = await document("initiatives", initiative);
		expect(before.events.length).toBeGreaterThan(0);
		expect(before.opportunities.length).toBeGreaterThan(0);
		inventory.clock.now = new Date("2029-01-01T10:00:00Z");
		const after = await document("initiatives", initiative);
		inventory.clock.now = new Date("2026-11-21T10:00:00Z");
		expect([after.events, after.opportunities]).toEqual([[], []]);
	});

	it("is sent like a feed: for any origin, with an ETag, compressed", async () => {
		const [item] = (await feed("events")).items;
		const path = `/feeds/midden-brabant/events/${item?.id}.json`;
		const first = await inventory.call(path, {
			headers: { "Accept-Encoding": "br", Origin: "https://school.example" },
		});
		expect(first.headers.get("access-control-allow-origin")).toBe("*");
		expect(first.headers.get("content-type")).toBe("application/json; charset=utf-8");
		expect(first.headers.get("content-encoding")).toBe("br");
		expect(first.headers.get("cache-control")).toContain("max-age=60");
		const headers = { "Accept-Encoding": "br", "If-None-Match": first.headers.get("etag") ?? "" };
		expect((await inventory.call(path, { headers })).status).toBe(304);
	});

	it("of an event also comes as a calendar with that event alone", async () => {
		const [item] = (await feed("events")).items;
		const response = await inventory.call(`/feeds/midden-brabant/events/${item?.id}.ics`);
		expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
		expect(response.headers.get("content-disposition")).toBe(`inline; filename="${item?.id}.ics"`);
		const events = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents("vevent");
		expect(events.map((event) => event.getFirstPropertyValue("uid"))).toEqual([`${item?.id}@regiotechniek`]);
	});

	it("is a problem with a sentence where there is none", async () => {
		const [item] = (await feed("initiatives")).items;
		for (const path of [
			"/feeds/midden-brabant/events/0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40.json",
			"/feeds/midden-brabant/events/niet-een-uuid.json",
			"/feeds/midden-brabant/events/%2e%2e.json",
			`/feeds/midden-brabant/events/${item?.id}.json`,
			`/feeds/flevoland/initiatives/${item?.id}.json`,
			`/feeds/midden-brabant/initiatives/${item?.id}.ics`,
			`/feeds/midden-brabant/initiatives/${item?.id}.pdf`,
			`/feeds/atlantis/initiatives/${item?.id}.json`,
			`/feeds/midden-brabant/recepten/${item?.id}.json`,
		]) {
			const response = await inventory.call(path, { headers: { Origin: "https://school.example" } });
			expect([path, response.status]).toEqual([path, 404]);
			expect(response.headers.get("access-control-allow-origin")).toBe("*");
			expect(Problem.parse(await response.json()).title).toMatch(/\.$/);
		}
	});
});

onBothEngines("one item", (open) => {
	async function published(kind: string, record: Record<string, unknown>): Promise<string> {
		const clip = clipOf();
		const body = { ...clip.body, kind, record: { actionLines: ["choose"], ...record } };
		const token = await open().token("editor");
		expect((await open().call(`/api/v1/clips/${clip.id}`, { method: "PUT", token, body })).status).toBe(201);
		expect((await open().call(`/api/v1/records/${clip.id}/publish`, { method: "POST", token })).status).toBe(200);
		return clip.id;
	}
	const read = async (kind: FeedKind, id: string) =>
		itemDocumentOf(kind, items[kind]).parse(await (await open().call(`/feeds/flevoland/${kind}/${id}.json`)).json());

	it("leads from a merged record to the one that it went into, through more than one merge", async () => {
		const [first, second, third] = [
			await published("initiative", { title: "Robotlab Dronten" }),
			await published("initiative", { title: "Robotlab in Dronten" }),
			await published("initiative", { title: "Het Robotlab" }),
		];
		const token = await open().token("editor");
		for (const [id, into] of [
			[first, second],
			[second, third],
		]) {
			expect((await open().call(`/api/v1/records/${id}/merge`, { method: "POST", token, body: { into } })).status).toBe(
				200,
			);
		}
		const moved = await open().call(`/feeds/flevoland/initiatives/${first}.json`);
		expect([moved.status, moved.headers.get("location")]).toEqual([301, `/feeds/flevoland/initiatives/${third}.json`]);
	});

	it("finds the initiative that an event names, by id through a merge or by its web page, and forgets one that is not there", async () => {
		const address = "https://robotlab.example/over-ons";
		const gone = await published("initiative", { title: "Lasclub Urk" });
		const kept = await published("initiative", { title: "Lasclub op Urk", sourceUrl: address });
		const token = await open().token("editor");
		await open().call(`/api/v1/records/${gone}/merge`, { method: "POST", token, body: { into: kept } });
		const start = "2026-12-01T19:00:00+01:00";
		const byId = await published("event", { title: "Lasavond", start, initiative: { id: gone } });
		const byUrl = await published("event", {
			title: "Lasmiddag",
			start,
			initiative: { url: `${address}/?utm_source=mail` },
		});
		const dangling = await published("event", {
			title: "Lasnacht",
			start,
			initiative: { id: "0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40" },
		});
		const linked = { id: kept, title: "Lasclub op Urk", url: `${publicUrl}/flevoland/initiatives/${kept}` };
		expect((await read("events", byId)).item).toMatchObject({ initiative: linked });
		expect((await read("events", byUrl)).item).toMatchObject({ initiative: linked });
		expect((await read("events", dangling)).item).not.toHaveProperty("initiative");
		expect((await read("initiatives", kept)).events.map((one) => one.id).sort()).toEqual([byId, byUrl].sort());
	});

	it("keeps the UID of an event that is revised to cancelled, with a higher SEQUENCE", async () => {
		const record = { title: "Open avond", start: "2026-12-01T19:00:00+01:00", actionLines: ["choose"] };
		const id = await published("event", record);
		const calendar = async () => {
			const text = await (await open().call(`/feeds/flevoland/events/${id}.ics`)).text();
			return new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent") ?? undefined);
		};
		const before = await calendar();
		open().clock.now = new Date(open().clock.now.getTime() + 60_000);
		const token = await open().token("editor");
		const body = { record: { ...record, status: "cancelled" }, baseRevision: 1 };
		expect((await open().call(`/api/v1/records/${id}`, { method: "PUT", token, body })).status).toBe(200);
		await open().call(`/api/v1/records/${id}/publish`, { method: "POST", token });
		const after = await calendar();
		expect(after.uid).toBe(before.uid);
		expect(after.component.getFirstPropertyValue("status")).toBe("CANCELLED");
		expect(after.sequence).toBeGreaterThan(before.sequence);
	});
});

it("is answered without the database, found or not", async () => {
	const away = await openTestInventory({ samples: true });
	const [item] = feedOf("events", items.events).parse(
		await (await away.call("/feeds/flevoland/events.json")).json(),
	).items;
	await away.database.close();
	const nobody = "0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f41";
	for (const [path, status] of [
		[`/feeds/flevoland/events/${item?.id}.json`, 200],
		[`/flevoland/events/${item?.id}`, 200],
		[`/feeds/flevoland/events/${nobody}.json`, 404],
		[`/flevoland/events/${nobody}`, 404],
	] as const) {
		expect([path, (await away.call(path)).status]).toEqual([path, status]);
	}
	expect(away.errors).toEqual([]);
	await away.close().catch(() => {});
}, 60_000);
