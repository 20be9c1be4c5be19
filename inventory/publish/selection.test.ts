import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FacetValue, feedOf, items } from "../../shared/model/feed.ts";
import { type FeedKind, feedKinds, isFeedKind } from "../../shared/model/kinds.ts";
import { Problem } from "../../shared/model/problem.ts";
import { openTestInventory, publicUrl, type TestInventory } from "../testing/inventory.ts";

let inventory: TestInventory;
beforeAll(async () => {
	inventory = await openTestInventory({ samples: true });
}, 60_000);
afterAll(() => inventory.close());

async function feed(kind: FeedKind, query = "", region = "midden-brabant") {
	const response = await inventory.call(`/feeds/${region}/${kind}.json${query}`);
	return feedOf(kind, items[kind]).parse(await response.json());
}

describe("the feeds of the sample regions", () => {
	const regions = ["midden-brabant", "noord-veluwe", "flevoland", "oost", "noordwest"];
	const kinds = Object.keys(feedKinds).filter(isFeedKind);

	it.each(regions.flatMap((region) => kinds.map((kind) => [region, kind] as const)))(
		"%s %s satisfies the shared schema",
		async (region, kind) => {
			const found = await feed(kind, "", region);
			expect(found.items.length).toBeGreaterThan(0);
			for (const values of Object.values(found.facets)) for (const value of values) FacetValue.parse(value);
		},
	);
});

describe("a selection", () => {
	it("keeps only what was asked for, and counts it", async () => {
		const found = await feed("events", "?place=Tilburg&limit=5");
		expect(found.items).toHaveLength(5);
		expect(found.items.every((item) => "location" in item && item.location?.place === "Tilburg")).toBe(true);
		const tilburg = (await feed("events")).facets.place?.find((value) => value.value === "Tilburg");
		expect(found.total).toBe(tilburg?.count);
	});

	it("reaches every item exactly once by following next", async () => {
		const seen: string[] = [];
		let address: string | null = "?limit=7&stage=vmbo,mbo";
		let total = 0;
		while (address) {
			const page: Awaited<ReturnType<typeof feed>> = await feed("opportunities", address);
			seen.push(...page.items.map((item) => item.id));
			total = page.total;
			expect(page.next === null || page.next.startsWith(`${publicUrl}/feeds/midden-brabant/opportunities.json?`)).toBe(
				true,
			);
			address = page.next && new URL(page.next).search;
		}
		expect(seen).toHaveLength(total);
		expect(new Set(seen).size).toBe(total);
	});

	it("combines values of one parameter with or, parameters with and", async () => {
		const both = await feed("opportunities", "?type=vacancy,internship&direction=offer");
		expect(both.total).toBeGreaterThan(0);
		expect(
			both.items.every(
				(item) => "direction" in item && item.direction === "offer" && ["vacancy", "internship"].includes(item.type),
			),
		).toBe(true);
	});

	it("finds words without accents and in any order", async () => {
		const all = await feed("initiatives");
		const title = all.items[0]?.title ?? "";
		const words = title.toUpperCase().split(" ").reverse().join(" ");
		expect((await feed("initiatives", `?q=${encodeURIComponent(words)}`)).items.map((item) => item.title)).toContain(
			title,
		);
	});

	it("leaves out what is over, unless it is asked for", async () => {
		const upcoming = await feed("events");
		expect(
			upcoming.items.every(
				(item) => "start" in item && (("end" in item && item.end) || item.start || "") >= "2026-11-21",
			),
		).toBe(true);
		expect((await feed("events", "?from=2026-01-01")).total).toBeGreaterThan(upcoming.total);
		const open = await feed("opportunities");
		expect(
			open.items.every((item) => !("validThrough" in item) || !item.validThrough || item.validThrough >= "2026-11-21"),
		).toBe(true);
	});

	it("follows the calendar without anybody writing", async () => {
		const before = await feed("opportunities", "?limit=100&q=");
		inventory.clock.now = new Date("2027-06-01T10:00:00Z");
		const after = await feed("opportunities", "?limit=100&q=");
		inventory.clock.now = new Date("2026-11-21T10:00:00Z");
		expect(after.total).toBeLessThan(before.total);
	});

	it.each([
		["stage=kleuterschool", "stage"],
		["place=Atlantis", "place"],
		["municipality=gm9999", "municipality"],
		["organization=niemand", "organization"],
		["type=recept", "type"],
		["direction=up", "direction"],
		["from=morgen", "from"],
		["to=2026-13-40", "to"],
		["limit=0", "limit"],
		["limit=101", "limit"],
		["limit=ten", "limit"],
		["colour=blue", "colour"],
	])("answers 400 with a sentence to %s, never a silent full list", async (query, field) => {
		const response = await inventory.call(`/feeds/midden-brabant/opportunities.json?${query}`);
		expect(response.status).toBe(400);
		expect(response.headers.get("content-type")).toContain("application/problem+json");
		const problem = Problem.parse(await response.json());
		expect(problem.errors?.[0]?.field).toBe(field);
		expect(problem.detail).toMatch(/\.$/);
	});

	it("lets a partner's page read why it was refused", async () => {
		for (const path of [
			"/feeds/atlantis/events.json",
			"/feeds/flevoland/events.json?stage=x",
			"/embed/9.9.9/techniek.js",
		]) {
			const response = await inventory.call(path, { headers: { Origin: "https://school.example" } });
			expect(response.headers.get("access-control-allow-origin")).toBe("*");
			expect(response.headers.get("content-type")).toContain("application/problem+json");
		}
	});

	it("makes a calendar of exactly the events that were asked for", async () => {
		const whole = await (await inventory.call("/feeds/midden-brabant/events.ics?stage=vmbo,mbo,po,hbo,working")).text();
		const everything = await feed("events", "?stage=vmbo,mbo,po,hbo,working&from=2000-01-01&limit=100");
		// More than a page, and what is over as well: a calendar knows no next page, and nothing vanishes from it.
		expect(new ICAL.Component(ICAL.parse(whole)).getAllSubcomponents("vevent")).toHaveLength(everything.total);
		const calendar = await (await inventory.call("/feeds/midden-brabant/events.ics?place=Waalwijk")).text();
		const found = await feed("events", "?place=Waalwijk&from=2000-01-01");
		const parsed = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent");
		expect(parsed.map((event) => event.getFirstPropertyValue("uid"))).toEqual(
			found.items.map((item) => `${item.id}@regiotechniek`),
		);
		expect((await inventory.call("/feeds/midden-brabant/events.ics?place=Atlantis")).status).toBe(400);
	});

	it("answers 400 to a cursor that is not ours", async () => {
		expect((await inventory.call("/feeds/midden-brabant/events.json?after=%00%FF")).status).toBe(400);
	});

	it("answers an empty list, not an error, for a place of the region where nothing is on", async () => {
		const response = await inventory.call("/feeds/noordwest/events.json?place=Beverwijk&type=competition");
		expect(response.status).toBe(200);
	});

	it("knows no region, kind or format that does not exist", async () => {
		for (const path of [
			"/feeds/atlantis/events.json",
			"/feeds/flevoland/recipes.json",
			"/feeds/flevoland/events.pdf",
			"/feeds/flevoland/initiatives.ics",
		]) {
			expect((await inventory.call(path)).status).toBe(404);
		}
	});
});
