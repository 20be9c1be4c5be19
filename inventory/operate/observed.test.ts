import { afterAll, beforeAll, expect, test } from "vitest";
import { clipOf, openTestInventory, type TestInventory } from "../testing/inventory.ts";
import { createMetrics } from "./metrics.ts";
import { createLog } from "./request-log.ts";

let inventory: TestInventory;
let up = true;
const lines: string[] = [];
const secrets = ["zogeheim", "persoon.example"];

beforeAll(async () => {
	const metrics = createMetrics({ databaseAnswers: async () => up, waiting: async () => 7 });
	metrics.published(0.1, true);
	inventory = await openTestInventory({
		metrics,
		log: createLog("info", { write: (line) => void lines.push(line) }),
	});
	const token = await inventory.token("editor");
	secrets.push(token.toLowerCase());
	const { id, body } = clipOf({
		contacts: [{ name: "Zogeheim Voorbeeld", email: "zogeheim@persoon.example", public: false }],
	});
	await inventory.call(`/api/v1/clips/${id}`, { method: "PUT", token, body });
	await inventory.call("/api/v1/records?q=zogeheim@persoon.example", { token });
	await inventory.call("/api/v1/records", { token: "rt_zogeheim" });
	await inventory.call("/zogeheim@persoon.example?naam=zogeheim");
	await inventory.call("/feeds/zogeheim/events.json");
}, 60_000);
afterAll(() => inventory?.close());

test("each request is one line that says which route and how it went, and nothing of who or what about", () => {
	const told = lines.map((line) => JSON.parse(line));
	expect(told.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
		"PUT /api/v1/clips/:id 201",
		"GET /api/v1/records 200",
		"GET /api/v1/records 401",
		"GET (none) 404",
		expect.stringMatching(/^GET \/feeds\/:region\/\S+ 404$/),
	]);
	for (const line of told)
		expect(Object.keys(line).sort()).toEqual(["id", "level", "method", "ms", "msg", "route", "status", "time"]);
	for (const secret of secrets) expect(lines.join("").toLowerCase()).not.toContain(secret);
});

test("the figures are those that the guide names, by route and status, without anything personal", async () => {
	const text = async () => (await inventory.call("/metrics")).text();
	const figures = await text();
	expect(figures).toContain('inventory_requests_total{method="PUT",route="/api/v1/clips/:id",status="201"} 1');
	expect(figures).toContain("inventory_database_up 1");
	expect(figures).toContain("inventory_jobs_waiting 7");
	for (const name of [
		"inventory_request_seconds_bucket",
		"inventory_publication_seconds_count",
		"inventory_last_publication_timestamp_seconds",
		"process_resident_memory_bytes",
		"nodejs_eventloop_lag_seconds",
	])
		expect(figures).toContain(name);
	for (const secret of secrets) expect(figures.toLowerCase()).not.toContain(secret);
	up = false;
	expect(await text()).toContain("inventory_database_up 0");
});
