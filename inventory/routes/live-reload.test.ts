import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { liveReload } from "./live-reload.ts";

it("adds its script to pages and to nothing else, and tells of a new build", async () => {
	const folder = await mkdtemp(join(tmpdir(), "regiotechniek-build-"));
	const file = join(folder, "v1.js");
	await writeFile(file, "1");
	const app = new Hono();
	app.route("/", liveReload([folder]));
	app.get("/page", (c) => c.html("<body><p>Dag</p></body>", 200, { "Content-Security-Policy": "script-src 'self'" }));
	app.get("/feed.json", (c) => c.json({ text: "</body>" }));

	const page = await app.request("/page");
	expect(await page.text()).toBe('<body><p>Dag</p><script src="/dev/reload.js" async></script></body>');
	expect(page.headers.get("content-security-policy")).toBe("script-src 'self'");
	expect(await (await app.request("/feed.json")).text()).toBe('{"text":"</body>"}');
	expect((await app.request("/dev/reload.js")).headers.get("content-type")).toContain("javascript");

	const build = async () => (await app.request("/dev/build")).text();
	const before = await build();
	expect(await build()).toBe(before);
	await utimes(file, new Date(), new Date(Date.now() + 5000));
	expect(await build()).not.toBe(before);
	await rm(folder, { recursive: true });
});
