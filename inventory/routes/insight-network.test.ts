import { stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Network } from "../../shared/model/network.ts";
import { networkFiles, networkPath } from "../insight/network/network-files.ts";
import { clipOf, openTestInventory, type TestInventory } from "../testing/inventory.ts";

let inventory: TestInventory;
beforeAll(async () => {
	inventory = await openTestInventory();
}, 60_000);
afterAll(() => inventory.close());

async function published(record: Record<string, unknown>) {
	const clip = clipOf();
	const body = { ...clip.body, kind: "initiative", record };
	const sent = await inventory.call(`/api/v1/clips/${clip.id}`, {
		method: "PUT",
		token: await inventory.token("clipper"),
		body,
	});
	expect(sent.status).toBe(201);
	const token = await inventory.token("editor");
	expect((await inventory.call(`/api/v1/records/${clip.id}/publish`, { method: "POST", token, body: {} })).status).toBe(
		200,
	);
	return clip.id;
}

const network = async () => Network.parse(await (await inventory.call("/feeds/flevoland/network.json")).json());

test("the network of a region is there once something is published, in every form, with an ETag and for any page", async () => {
	const id = await published({
		title: "Techniek =1+1 <b>samen</b>",
		partners: [{ name: "ROC van Voorbeeld", kind: "education", role: "lead" }, { name: "Gemeente Voorbeeld" }],
		contacts: [
			{ name: "Geheim Persoon", email: "geheim@school.example" },
			{ name: "Open Loket", email: "loket@school.example", public: true },
		],
	});
	const { nodes, links, region } = await network();
	expect(region).toEqual({ id: "flevoland", name: "Flevoland" });
	expect(links.map(({ source, kind, target }) => [source, kind, target])).toEqual([
		["organization:gemeente-voorbeeld", "partner", `initiative:${id}`],
		["organization:roc-van-voorbeeld", "leads", `initiative:${id}`],
	]);
	expect(nodes.find((node) => node.id === `initiative:${id}`)).toMatchObject({
		degree: 2,
		bridge: true,
		url: expect.stringContaining(`/flevoland/initiatives/${id}`),
		contacts: [{ name: "Open Loket", email: "loket@school.example", public: true }],
	});
	for (const [file, type] of Object.entries(networkFiles)) {
		const answer = await inventory.call(`/feeds/flevoland/${file}`);
		const { status, headers } = answer;
		expect([file, status, headers.get("content-type")]).toEqual([file, 200, `${type}; charset=utf-8`]);
		expect(headers.get("access-control-allow-origin")).toBe("*");
		expect(await answer.text()).not.toContain("Geheim");
		const again = await inventory.call(`/feeds/flevoland/${file}`, {
			headers: { "If-None-Match": headers.get("etag") ?? "" },
		});
		expect([file, again.status]).toEqual([file, 304]);
	}
});

test("the files of a network are written again only when something in it changed", async () => {
	const path = networkPath(join(inventory.dataDir, "public"), "flevoland", "network.json");
	const before = await network();
	const { mtimeMs } = await stat(path);
	inventory.clock.now = new Date("2026-11-21T12:00:00Z");
	await published({ title: "Een initiatief van niemand" });
	const after = await network();
	expect(after.generatedAt).toBe("2026-11-21T12:00:00.000Z");
	expect(after.insight.unconnected.length).toBe(1);
	expect(after.nodes.length).toBe(before.nodes.length + 1);
	const { mtimeMs: changed } = await stat(path);
	expect(changed).toBeGreaterThan(mtimeMs);
	inventory.clock.now = new Date("2026-11-22T12:00:00Z");
	await inventory.publisher.publish("flevoland");
	expect((await stat(path)).mtimeMs).toBe(changed);
	expect((await network()).generatedAt).toBe(after.generatedAt);
});

test.each([
	["/feeds/nergens/network.json", 404],
	["/feeds/flevoland/network.svg", 404],
	["/feeds/flevoland/network.json?stage=mbo", 400],
])("%s is refused with a sentence", async (address, status) => {
	const answer = await inventory.call(address);
	expect(answer.status).toBe(status);
	expect(answer.headers.get("content-type")).toContain("application/problem+json");
	expect(answer.headers.get("access-control-allow-origin")).toBe("*");
});
