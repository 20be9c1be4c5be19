import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { type PostgresServer, startPostgres } from "../support/postgres.ts";
import { createToken, startService, type TestService } from "../support/service.ts";

/** Three processes on one PostgreSQL: two that share a folder of published files, and one with a folder of its own. */
let server: PostgresServer;
let shared: string;
let apart: string;
let services: TestService[];
let token: string;
const region = "flevoland";

beforeAll(async () => {
	server = await startPostgres();
	[shared, apart] = [await mkdtemp(join(tmpdir(), "rt-shared-")), await mkdtemp(join(tmpdir(), "rt-apart-"))];
	const common = { databaseUrl: server.url, sample: false };
	const first = await startService({ ...common, dataDir: shared });
	await first.command("region", "add", "--id", region, "--name", "Flevoland");
	token = await createToken({ ...common, dataDir: shared }, "editor", "nalezer");
	services = [
		first,
		await startService({ ...common, dataDir: shared }),
		await startService({ ...common, dataDir: apart }),
	];
}, 180_000);

afterAll(async () => {
	await Promise.all((services ?? []).map((service) => service.stop()));
	await server?.stop();
	for (const folder of [shared, apart]) if (folder) await rm(folder, { recursive: true, force: true });
}, 60_000);

const Listed = z.object({ total: z.int(), items: z.array(z.object({ id: z.string(), title: z.string() })) });

async function ask(service: TestService | undefined, method: string, path: string, body?: unknown): Promise<Response> {
	const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
	return fetch(`${service?.url}/api/v1${path}`, {
		method,
		headers,
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
}

const clipOf = (title: string, baseRevision?: number) => ({
	kind: "initiative",
	region,
	record: { title, actionLines: ["choose"], stages: ["vmbo"] },
	source: { url: `https://voorbeeld.example/${title}`, title, capturedAt: "2026-11-21T10:00:00+01:00" },
	...(baseRevision && { baseRevision }),
});

const path = `/feeds/${region}/initiatives.json`;

/** The feed as that process gives it now; throws on what is torn. `encoding` is unpacked by fetch. */
async function feedOf(service: TestService, encoding = "identity") {
	const answer = await fetch(`${service.url}${path}`, { headers: { "Accept-Encoding": encoding } });
	return { tag: answer.headers.get("etag") ?? "", ...Listed.parse(JSON.parse(await answer.text())) };
}

async function until<T>(what: string, get: () => Promise<T>, is: (value: T) => boolean, seconds = 20): Promise<T> {
	for (const began = Date.now(); ; await wait(100)) {
		const value = await get().catch(() => undefined);
		if (value !== undefined && is(value)) return value;
		if (Date.now() - began > seconds * 1000) throw new Error(`Not within ${seconds} s: ${what}`);
	}
}

const newRecord = async (service: TestService | undefined, title: string) => {
	const id = uuidv7();
	expect((await ask(service, "PUT", `/clips/${id}`, clipOf(title))).status).toBe(201);
	return id;
};

test("a publication by one process is seen at the others, whether they share its folder or not", async () => {
	for (const [n, service] of services.entries()) {
		const title = `Gezien ${n}`;
		const id = await newRecord(service, title);
		expect((await ask(service, "POST", `/records/${id}/publish`, {})).status).toBe(200);
		for (const other of services)
			await until(
				`${title} at ${other.url}`,
				() => feedOf(other),
				({ items }) => items.some((item) => item.id === id),
			);
	}
}, 60_000);

test("of those who change one record at once through different processes, each either is told so or is kept", async () => {
	const id = await newRecord(services[0], "Samen 0");
	let [kept, refused, at] = [0, 0, 1];
	for (let round = 1; round <= 8; round++) {
		const answers = await Promise.all(
			[...services, ...services].map((service, n) =>
				ask(service, "PUT", `/clips/${id}`, clipOf(`Samen ${round}-${n}`, at)).then(({ status }) => status),
			),
		);
		kept += answers.filter((status) => status === 200).length;
		refused += answers.filter((status) => status === 409).length;
		at = 1 + kept;
	}
	expect([kept, refused]).toEqual([8, 40]);
	const { revision } = z
		.object({ revision: z.int() })
		.parse(await (await ask(services[2], "GET", `/records/${id}`)).json());
	expect(revision).toBe(9);
}, 60_000);

test("a process that is killed while it publishes leaves every feed whole, and another finishes its work", async () => {
	let reading = true;
	const torn: string[] = [];
	let read = 0;
	const readers = ["identity", "br", "gzip"].map(async (encoding) => {
		const byTag = new Map<string, string>();
		while (reading) {
			for (const service of services.slice(1)) {
				const one = await feedOf(service, encoding).catch((error: unknown) => String(error));
				read++;
				if (typeof one === "string") torn.push(one);
				else {
					// The same tag is the same bytes, whoever gives it.
					const text = JSON.stringify(one.items);
					if (byTag.has(one.tag) && byTag.get(one.tag) !== text) torn.push(`${one.tag} is two things`);
					byTag.set(one.tag, text);
				}
			}
			await wait(5);
		}
	});
	const [victim, survivor] = services;
	const ids = await Promise.all(Array.from({ length: 30 }, (_, n) => newRecord(survivor, `Onderbroken ${n}`)));
	const publishing = ids.map((id, n) =>
		wait(n * 15)
			.then(() => ask(victim, "POST", `/records/${id}/publish`, {}))
			.then(
				({ status }) => (status === 200 ? id : undefined),
				() => undefined,
			),
	);
	await wait(220);
	await victim?.kill();
	const acknowledged = (await Promise.all(publishing)).filter((id) => id !== undefined);
	// Whatever was acknowledged is in the feed already, before anybody publishes again.
	for (const service of services.slice(1))
		await until(
			"what was acknowledged",
			() => feedOf(service),
			({ items }) => acknowledged.every((id) => items.some((item) => item.id === id)),
		);
	const rest = ids.filter((id) => !acknowledged.includes(id));
	await Promise.all(rest.map((id) => ask(survivor, "POST", `/records/${id}/publish`, {})));
	for (const service of services.slice(1))
		await until(
			"all thirty",
			() => feedOf(service),
			({ items }) => ids.every((id) => items.some((item) => item.id === id)),
		);
	reading = false;
	await Promise.all(readers);
	expect(torn).toEqual([]);
	expect(read).toBeGreaterThan(50);
	const left = (await readdir(join(shared, "public"), { recursive: true })).filter((name) => name.endsWith(".tmp"));
	expect(left).toEqual([]);
}, 120_000);
