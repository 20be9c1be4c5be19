import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { clipOf } from "../../inventory/testing/inventory.ts";
import { freePort } from "../support/free-port.ts";
import { startPostgres } from "../support/postgres.ts";
import { startService, type TestService } from "../support/service.ts";

/** The built service in a process of its own, as `npm start` runs it. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = [
	"/",
	"/demo/school/",
	"/demo/company/",
	"/demo/programme/",
	"/workbench/",
	"/embed/v1.js",
	"/healthz",
	"/readyz",
];

describe.each(["embedded database", "PostgreSQL server"])("the service on the %s", (engine) => {
	let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
	let service: TestService;
	let dataDir: string;

	beforeAll(async () => {
		server = engine === "PostgreSQL server" ? await startPostgres() : undefined;
		dataDir = await mkdtemp(join(tmpdir(), "regiotechniek-e2e-"));
		service = await startService({ dataDir, ...(server && { databaseUrl: server.url }) });
	});
	afterAll(async () => {
		await service?.stop();
		await server?.stop();
		await rm(dataDir, { recursive: true, force: true });
	});

	it.each(pages)("answers %s", async (page) => {
		const response = await fetch(service.url + page);
		expect(response.status).toBe(200);
		expect((await response.text()).length).toBeGreaterThan(1);
	});

	it.each([
		["events", 60],
		["opportunities", 60],
		["initiatives", 20],
	])("publishes the sample %s", async (kind, least) => {
		const feed = z
			.object({ total: z.int() })
			.parse(await (await fetch(`${service.url}/feeds/midden-brabant/${kind}.json`)).json());
		expect(feed.total).toBeGreaterThanOrEqual(least);
	});

	it("takes a second process on the same folder only where the database is a server's, and stays whole", async () => {
		const second = startService({ dataDir, port: await freePort(), ...(server && { databaseUrl: server.url }) });
		if (server) expect(await (await second).stop()).toBe(0);
		else await expect(second).rejects.toThrow(/is in gebruik door proces \d+.*DATA_DIR=/);
		expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
	});

	it("keeps an acknowledged clip through kill -9, and starts again on the same folder", async () => {
		const token = await service.token("clipper");
		const clip = clipOf();
		const send = () =>
			fetch(`${service.url}/api/v1/clips/${clip.id}`, {
				method: "PUT",
				headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
				body: JSON.stringify(clip.body),
			});
		expect((await send()).status).toBe(201);
		await service.kill();
		service = await startService({ dataDir, ...(server && { databaseUrl: server.url }) });
		expect((await send()).status).toBe(200);
	});

	it("finishes what it is doing on SIGTERM and exits 0", async () => {
		const token = await service.token("clipper");
		const clip = clipOf();
		const underway = fetch(`${service.url}/api/v1/clips/${clip.id}`, {
			method: "PUT",
			headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
			body: JSON.stringify(clip.body),
		});
		await new Promise((resolve) => setTimeout(resolve, 5));
		const [answer, code] = await Promise.all([underway, service.stop()]);
		expect([answer.status, code]).toEqual([201, 0]);
	});
});

describe("a start that cannot work", () => {
	it.each([
		[{ PORT: "http" }, /^PORT="http" is geen poortnummer.*Bijvoorbeeld: PORT=8787/],
		[{ SAMPLE: "all" }, /^SAMPLE="all" kennen we niet.*Bijvoorbeeld: SAMPLE=none/],
		[{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL=.*Bijvoorbeeld: DATABASE_URL=postgres:/],
	])("stops on %j with a sentence and nothing else", async (env, sentence) => {
		const ended = await new Promise<{ code: number | null; stderr: string }>((resolve) => {
			const child = execFile(
				process.execPath,
				["dist/inventory/main.js"],
				{ cwd: root, env: { ...process.env, ...env } },
				(_error, _stdout, stderr) => resolve({ code: child.exitCode, stderr }),
			);
		});
		expect(ended.code).toBe(1);
		expect(ended.stderr.trim()).toMatch(sentence);
		expect(ended.stderr.trim().split("\n")).toHaveLength(1);
	});
});
