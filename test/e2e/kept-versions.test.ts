import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { version } from "../../package.json";
import { startService, type TestService } from "../support/service.ts";

let dataDir: string;
let service: TestService;
beforeAll(async () => {
	dataDir = await mkdtemp(join(tmpdir(), "regiotechniek-kept-"));
	await mkdir(join(dataDir, "embed/0.0.1"), { recursive: true });
	await writeFile(join(dataDir, "embed/0.0.1/techniek.js"), "/* an earlier release */");
	service = await startService({ dataDir, sample: false });
});
afterAll(async () => {
	await service?.stop();
	await rm(dataDir, { recursive: true, force: true });
});

it("serves a version that a page pinned before an upgrade, and keeps the present one for the next", async () => {
	const earlier = await fetch(`${service.url}/embed/0.0.1/techniek.js`);
	expect(await earlier.text()).toBe("/* an earlier release */");
	expect(earlier.headers.get("cache-control")).toContain("immutable");
	expect(earlier.headers.get("access-control-allow-origin")).toBe("*");
	const present = await (await fetch(`${service.url}/embed/${version}/techniek.js`)).text();
	expect(await readFile(join(dataDir, "embed", version, "techniek.js"), "utf8")).toBe(present);
});
