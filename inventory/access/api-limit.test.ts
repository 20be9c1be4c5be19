import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as z from "zod/mini";
import { openTestInventory, type TestInventory } from "../testing/inventory.ts";

let inventory: TestInventory;
const perMinute = 20;
const Problem = z.object({ status: z.literal(429), title: z.string() });

beforeAll(async () => {
	inventory = await openTestInventory({ apiLimit: perMinute });
}, 60_000);
afterAll(() => inventory?.close());
/** A minute in which nobody asked anything yet. */
beforeEach(() => {
	inventory.clock.now = new Date(inventory.clock.now.getTime() + 60_000);
});

async function statuses(count: number, options: Parameters<TestInventory["call"]>[1] = {}): Promise<number[]> {
	const found = [];
	for (let n = 0; n < count; n++) found.push((await inventory.call("/api/v1/me", options)).status);
	return found;
}

it("makes a token that asks too often wait, with a sentence and a time that a page may read", async () => {
	const [busy, calm] = [await inventory.token("clipper"), await inventory.token("clipper")];
	expect(new Set(await statuses(perMinute, { token: busy }))).toEqual(new Set([200]));
	const refused = await inventory.call("/api/v1/me", { token: busy, headers: { Origin: "https://school.example" } });
	expect(refused.status).toBe(429);
	expect(refused.headers.get("content-type")).toContain("application/problem+json");
	expect(refused.headers.get("access-control-expose-headers")).toContain("Retry-After");
	expect(Problem.parse(await refused.json()).title).toContain("te veel verzoeken");
	expect(await statuses(1, { token: calm })).toEqual([200]);

	const seconds = Number(refused.headers.get("retry-after"));
	expect(seconds).toBeGreaterThan(0);
	expect(seconds).toBeLessThanOrEqual(60);
	inventory.clock.now = new Date(inventory.clock.now.getTime() + seconds * 1000);
	expect(await statuses(1, { token: busy })).toEqual([200]);
});

it("makes an address that tries out one token after another wait", async () => {
	const tried = [];
	for (let n = 0; n <= perMinute * 3; n++) tried.push(...(await statuses(1, { token: `rt_geraden-${n}` })));
	expect(tried.slice(0, -1)).toEqual(Array(perMinute * 3).fill(401));
	expect(tried.at(-1)).toBe(429);
	const english = await inventory.call("/api/v1/me", { headers: { "Accept-Language": "en" } });
	expect(Problem.parse(await english.json()).title).toContain("too many requests");
});

it("lets feeds and embeds go on all the same", async () => {
	const token = await inventory.token("clipper");
	expect((await statuses(perMinute + 1, { token })).at(-1)).toBe(429);
	for (const path of ["/feeds/flevoland/events.json", "/embed/v1.js", "/healthz"])
		expect((await inventory.call(path)).status).toBe(200);
});
