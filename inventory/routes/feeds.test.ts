import { createServer, get, type IncomingHttpHeaders, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clipOf, openTestInventory, type TestInventory } from "../testing/inventory.ts";
import { feedLane } from "./feeds.ts";

let inventory: TestInventory;
let server: Server;
let port = 0;
beforeAll(async () => {
	inventory = await openTestInventory();
	const lane = feedLane(inventory.site);
	server = createServer((request, response) => {
		if (!lane(request, response)) response.writeHead(599).end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	port = typeof address === "object" && address ? address.port : 0;
}, 60_000);
afterAll(async () => {
	server.close();
	await inventory.close();
});

/** What the fast lane answers, with no decoding on the way. */
function ask(
	path: string,
	headers: Record<string, string>,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
	return new Promise((resolve, reject) => {
		get({ host: "127.0.0.1", port, path, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on("data", (chunk: Buffer) => chunks.push(chunk));
			response.on("end", () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(chunks).toString("hex"),
				}),
			);
		}).on("error", reject);
	});
}

it("answers in the fast lane exactly as the routes do, in every encoding", async () => {
	for (const path of [
		"/feeds/flevoland/initiatives.json",
		"/feeds/flevoland/initiatives.json?limit=5&stage=vmbo",
		"/feeds/flevoland/events.ics",
	]) {
		for (const encoding of ["br", "gzip", "identity", "br;q=0, gzip"]) {
			const headers = { "Accept-Encoding": encoding };
			const routed = await inventory.call(path, { headers });
			const fast = await ask(path, headers);
			expect(fast.status).toBe(200);
			for (const [name, value] of routed.headers) expect([name, fast.headers[name]]).toEqual([name, value]);
			expect(fast.body).toBe(Buffer.from(await routed.arrayBuffer()).toString("hex"));
			const again = await ask(path, { ...headers, "If-None-Match": routed.headers.get("etag") ?? "" });
			expect([again.status, again.body]).toEqual([304, ""]);
		}
	}
});

it("leaves what was not asked for before to the routes, and forgets at the next publication", async () => {
	const path = "/feeds/flevoland/initiatives.json?limit=7";
	expect((await ask(path, {})).status).toBe(599);
	await inventory.call(path);
	expect((await ask(path, {})).status).toBe(200);
	const clip = clipOf();
	const token = await inventory.token("editor");
	await inventory.call(`/api/v1/clips/${clip.id}`, { method: "PUT", token, body: clip.body });
	await inventory.call(`/api/v1/records/${clip.id}/publish`, { method: "POST", token });
	expect((await ask(path, {})).status).toBe(599);
	expect((await ask("/feeds/flevoland/../../../etc/passwd", {})).status).toBe(599);
});
