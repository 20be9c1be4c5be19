import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../support/free-port.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { createToken, startService } from "../support/service.ts";
import { startCuttingProxy } from "./cutting-proxy.ts";
import { judge, type Verdict } from "./judge.ts";
import { readBack } from "./read-back.ts";
import { type Writer, write } from "./writer.ts";

export interface KillRun extends Verdict {
	kills: number;
	databaseStops: number;
	/** Reads of a feed while the database was away: all, and those that did not give the whole feed. */
	reads: { all: number; failed: number };
	cuts: number;
	sent: number;
	repeats: number;
	seconds: number;
}

export interface KillOptions {
	kills: number;
	writers: number;
	databaseUrl?: string;
	/** The server behind `databaseUrl`, when it is to be stopped and started as well. */
	server?: Pick<PostgresServer, "halt" | "resume">;
	/** How often the server is stopped. */
	databaseStops?: number;
	random: () => number;
	onKill(kills: number): void;
}

/** One connection in this many is cut. */
const cutOneIn = 8;

/** Whether a feed, a selection of it and the script that shows it are there, as for a visitor of a partner's page. */
async function readsWell(url: string): Promise<boolean> {
	const paths = ["/feeds/flevoland/events.json", "/feeds/flevoland/events.json?stage=mbo&limit=3", "/embed/v1.js"];
	const good = await Promise.all(
		paths.map((path) =>
			fetch(url + path, { signal: AbortSignal.timeout(5000) })
				.then(async (answer) => {
					const text = await answer.text();
					return answer.ok && (!path.includes(".json") || Array.isArray(JSON.parse(text).items));
				})
				.catch(() => false),
		),
	);
	return good.every(Boolean);
}

/**
 * Writers send clips through a network that cuts connections, while the service is killed with SIGKILL: every other time
 * in the very moment that a writer hears a 2xx, otherwise shortly after one. Then a clean stop and start, and everything
 * is read back. Takes about two seconds a kill with the embedded database.
 */
export async function runKills(options: KillOptions): Promise<KillRun> {
	const { kills, writers, databaseUrl, server, databaseStops = 0, random, onKill } = options;
	const started = performance.now();
	const dataDir = await mkdtemp(join(tmpdir(), "regiotechniek-faults-"));
	const settings = { dataDir, port: await freePort(), unlimited: true, ...(databaseUrl && { databaseUrl }) };
	// Before the start: the service must find them after every kill.
	const clipper = await createToken(settings, "clipper", "storing");
	const editor = await createToken(settings, "editor", "nalezer");
	const proxy = await startCuttingProxy({ port: settings.port }, cutOneIn, random);
	let service = await startService({ ...settings, seconds: 180 });

	const finish = new AbortController();
	let heard: (() => void) | undefined;
	const team = Array.from({ length: writers }, (_, n) => {
		const writer: Writer = { acknowledged: [], sent: 0, repeats: 0 };
		const name = `klant-${n + 1}`;
		const done = write(
			{
				url: proxy.url,
				token: clipper,
				region: "flevoland",
				name,
				random,
				signal: finish.signal,
				onAcknowledged: () => heard?.(),
			},
			writer,
		);
		return { writer, done };
	});
	const everyone = Promise.all(team.map(({ done }) => done));
	// A refusal ends the run; without this a writer that fails early would be an unhandled rejection.
	let refused: unknown;
	everyone.catch((error: unknown) => {
		refused = error;
		heard?.();
	});

	const someAcknowledged = (at: number, then: () => void = () => {}) =>
		new Promise<void>((resolve) => {
			let count = 0;
			heard = () => {
				if (++count < at && !refused) return;
				heard = undefined;
				then();
				resolve();
			};
		});

	try {
		for (let n = 1; n <= kills && !refused; n++) {
			const at = 1 + Math.floor(random() * writers * 2);
			// In this very call stack for half of them: nothing of the service runs between its answer and its end.
			await someAcknowledged(at, () => n % 2 === 0 && service.process.kill("SIGKILL"));
			if (n % 2 === 1) await wait(random() * 60);
			await service.kill();
			onKill(n);
			service = await startService({ ...settings, seconds: 180 });
		}
		const reads = { all: 0, failed: 0 };
		for (let n = 1; server && n <= databaseStops && !refused; n++) {
			// Written to between two stops: else there would be nothing to lose.
			await someAcknowledged(writers);
			await server.halt();
			for (const until = Date.now() + 300 + random() * 1500; Date.now() < until; await wait(20)) {
				reads.all++;
				if (!(await readsWell(service.url))) reads.failed++;
			}
			await server.resume();
		}
		finish.abort();
		await everyone;
		await service.stop();
		service = await startService({ ...settings, seconds: 180 });
		const found = await readBack(service.url, editor);
		return {
			...judge(
				team.flatMap(({ writer }) => writer.acknowledged),
				found,
			),
			kills,
			databaseStops: server ? databaseStops : 0,
			reads,
			cuts: proxy.cuts.before + proxy.cuts.after,
			sent: team.reduce((sum, { writer }) => sum + writer.sent, 0),
			repeats: team.reduce((sum, { writer }) => sum + writer.repeats, 0),
			seconds: (performance.now() - started) / 1000,
		};
	} finally {
		finish.abort();
		await proxy.close();
		await service.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
}
