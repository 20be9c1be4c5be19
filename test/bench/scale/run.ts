import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { stages } from "../../../shared/vocabularies/stages.ts";
import { codesOf } from "../../../shared/vocabularies/vocabulary.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres.ts";
import { createToken, startService } from "../../support/service.ts";
import { median, percentile } from "../statistics.ts";
import { timed } from "./ask.ts";
import { fill, region } from "./fill.ts";
import type { MadeRecord } from "./records.ts";

/** Milliseconds of each try, by what was done; of memory and start, one number each in their own unit. */
export interface Figures {
	records: number;
	times: Map<string, number[]>;
	/** Seconds until the service said it was ready, with everything published anew. */
	start: number;
	/** Resident megabytes after the tries, and at most. */
	memory: { after: number; most: number };
	/** Megabytes on disk of the database, and of the published files. */
	disk: { database: number; published: number };
}

export const measures = {
	feed: "the feed of events",
	filtered: "a filtered feed, each time another",
	narrow: "a feed of one place or word",
	search: "search the records",
	list: "first page of the work list",
	duplicates: "store a clip, with duplicate check",
	overlap: "what overlaps with one initiative",
	matching: "what suits one request or offer",
	publish: "publish after one change",
	stoppedFeed: "the feed, database stopped",
	stoppedFiltered: "a filtered feed, database stopped",
} as const;

async function memoryOf(pid: number | undefined): Promise<Figures["memory"]> {
	const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
	const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
	return { after: megabytes("VmRSS"), most: megabytes("VmHWM") };
}

async function diskOf(databaseUrl: string, folder: string): Promise<Figures["disk"]> {
	const client = postgres(databaseUrl, { max: 1 });
	try {
		const [row] = await client`select pg_database_size(current_database()) as size`;
		const files = await readdir(folder, { recursive: true, withFileTypes: true });
		const sizes = await Promise.all(
			files.filter((file) => file.isFile()).map(async (file) => (await stat(join(file.parentPath, file.name))).size),
		);
		const megabytes = (bytes: number) => bytes / 1024 ** 2;
		return { database: megabytes(Number(row?.size)), published: megabytes(sizes.reduce((sum, size) => sum + size, 0)) };
	} finally {
		await client.end();
	}
}

/** Different selections that fill a page of ten in every size, so that what is sent is as much: only what is gone through grows. */
function selections(count: number): string[] {
	const all = codesOf(stages);
	return Array.from({ length: count }, (_, index) => {
		const from = new Date(Date.UTC(2023, 0, 1 + (index % 900))).toISOString().slice(0, 10);
		return new URLSearchParams({ stage: all[index % all.length] ?? "", from, limit: "10" }).toString();
	});
}

/** A place or a word of some event: in a larger inventory more is found, up to fifty for each, and more is sent. */
function narrow(made: readonly MadeRecord[], count: number): string[] {
	return Array.from({ length: count }, (_, index) => {
		const { data } = made[index % made.length] ?? {};
		const place = data && "location" in data ? data.location?.place : undefined;
		const parameters = new URLSearchParams({ limit: String(10 + (index % 40)) });
		if (index % 2 === 0 && place) parameters.set("place", place);
		else parameters.set("q", data?.title.split(" ")[1] ?? "techniek");
		return parameters.toString();
	});
}

/** What somebody types: a word of a title, a beginning, two words, a typing error, another form. */
function questions(made: readonly MadeRecord[], count: number): string[] {
	const domain = ["stages", "gastles", "excursie", "open dag", "tecniek", "robotica tilburg", "vacature lasser"];
	return Array.from({ length: count }, (_, index) => {
		const words = made[(index * 7) % made.length]?.data.title.split(" ") ?? [];
		const [, second = "techniek", third = "", fourth = ""] = words;
		return (
			[
				second,
				second.slice(0, 4),
				`${second} ${third}`,
				fourth.replace(/(.)(.)$/, "$2$1"),
				fourth,
				domain[index % domain.length],
			][index % 6] || second
		);
	});
}

async function tries(count: number, one: (index: number) => Promise<number>, warm: number): Promise<number[]> {
	const times: number[] = [];
	for (let index = 0; index < count + warm; index++) {
		const time = await one(index);
		if (index >= warm) times.push(time);
	}
	return times;
}

/** Fills a database with `count` records, starts the built service on it, and measures one thing after another. */
async function measure(
	server: PostgresServer,
	count: number,
	last: boolean,
	say: (line: string) => void,
): Promise<Figures> {
	const databaseUrl = await server.createDatabase();
	const began = performance.now();
	const made = await fill(databaseUrl, count, new Date());
	say(`  ${count} records in the database after ${((performance.now() - began) / 1000).toFixed(0)} s`);
	const starting = performance.now();
	const service = await startService({ databaseUrl, sample: false, unlimited: true, seconds: 900 });
	const start = (performance.now() - starting) / 1000;
	say(`  ready after ${start.toFixed(1)} s`);
	const times = new Map<string, number[]>();
	try {
		const token = await createToken({ databaseUrl, dataDir: service.dataDir }, "editor", "bench");
		const { url } = service;
		const feed = `${url}/feeds/${region.id}/events.json`;
		const api = `${url}/api/v1`;
		const step = async (name: keyof typeof measures, number: number, one: (index: number) => Promise<number>) => {
			// Long enough for the processes to have warmed up, on both sides.
			const found = await tries(number, one, number > 20 ? 20 : 3);
			times.set(name, found);
			say(`  ${measures[name]}: ${median(found).toFixed(1)} ms, 95th ${percentile(found, 0.95).toFixed(1)} ms`);
		};
		await step("feed", 1000, () => timed(feed));
		const chosen = selections(400);
		await step("filtered", 200, (index) => timed(`${feed}?${chosen[index]}`));
		// A place where no published event is would be refused.
		const events = made.filter(({ kind, state }) => kind === "event" && state === "published");
		const narrowed = narrow(events, 220);
		await step("narrow", 200, (index) => timed(`${feed}?${narrowed[index]}`));
		await step("list", 100, () => timed(`${api}/records?region=${region.id}`, { token }));
		const typed = questions(made, 220);
		await step("search", 200, (index) =>
			timed(`${api}/records?region=${region.id}&q=${encodeURIComponent(typed[index] ?? "")}`, { token }),
		);
		const clippable = made.filter(({ kind }) => kind === "event" || kind === "opportunity" || kind === "initiative");
		await step("duplicates", 50, (index) => {
			const { kind, data, page } = clippable[(index * 3) % clippable.length] ?? {};
			const record = { ...data, title: `${data?.title}!` };
			const source = { url: `${page}?ref=${index}`, capturedAt: new Date().toISOString() };
			const body = { kind, region: region.id, record, source };
			return timed(`${api}/clips/${uuidv7()}`, { method: "PUT", token, body });
		});
		const initiatives = made.filter(({ kind, state }) => kind === "initiative" && state !== "archived");
		await step("overlap", 100, (index) =>
			timed(`${api}/records/${initiatives[index % initiatives.length]?.id}/overlap`, { token }),
		);
		const sides = made.filter(({ kind, state }) => kind === "opportunity" && state !== "archived");
		await step("matching", 100, (index) =>
			timed(`${api}/records/${sides[index % sides.length]?.id}/matches`, { token }),
		);
		const changeable = clippable.filter(({ state }) => state === "published");
		await step("publish", 20, async (index) => {
			const { id, data } = changeable[index % changeable.length] ?? {};
			const headers = { Authorization: `Bearer ${token}` };
			const standing: unknown = await (await fetch(`${api}/records/${id}`, { headers })).json();
			const baseRevision = Number(Reflect.get(Object(standing), "revision"));
			const record = { ...data, summary: `Nieuwe samenvatting ${index}` };
			await timed(`${api}/records/${id}`, { method: "PUT", token, body: { record, baseRevision } });
			return timed(`${api}/records/${id}/publish`, { method: "POST", token, body: {} });
		});
		const memory = await memoryOf(service.process.pid);
		const disk = await diskOf(databaseUrl, join(service.dataDir, "public"));
		if (last) {
			await server.stop();
			await step("stoppedFeed", 1000, () => timed(feed));
			await step("stoppedFiltered", 100, (index) => timed(`${feed}?${chosen[220 + index]}`));
		}
		return { records: count, times, start, memory, disk };
	} finally {
		await service.stop();
	}
}

/** Measures inventories of these sizes, one after the other, on one PostgreSQL, which is stopped under the last. */
export async function measureInventories(sizes: readonly number[], say: (line: string) => void): Promise<Figures[]> {
	const server = await startPostgres();
	const figures: Figures[] = [];
	try {
		for (const [index, size] of sizes.entries()) {
			say(`${size} records`);
			figures.push(await measure(server, size, index === sizes.length - 1, say));
		}
	} finally {
		await server.stop();
	}
	return figures;
}
