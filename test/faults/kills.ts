import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../support/free-port.ts";
import { createToken, startService } from "../support/service.ts";
import { startCuttingProxy } from "./cutting-proxy.ts";
import { judge, type Verdict } from "./judge.ts";
import { readBack } from "./read-back.ts";
import { type Writer, write } from "./writer.ts";

export interface KillRun extends Verdict {
	kills: number;
	cuts: number;
	sent: number;
	repeats: number;
	seconds: number;
}

export interface KillOptions {
	kills: number;
	writers: number;
	databaseUrl?: string;
	random: () => number;
	onKill(kills: number): void;
}

/** One connection in this many is cut. */
const cutOneIn = 8;

/**
 * Writers send clips through a network that cuts connections, while the service is killed with SIGKILL: every other time
 * in the very moment that a writer hears a 2xx, otherwise shortly after one. Then a clean stop and start, and everything
 * is read back. Takes about two seconds a kill with the embedded database.
 */
export async function runKills({ kills, writers, databaseUrl, random, onKill }: KillOptions): Promise<KillRun> {
	const started = performance.now();
	const dataDir = await mkdtemp(join(tmpdir(), "regiotechniek-faults-"));
	const options = { dataDir, port: await freePort(), ...(databaseUrl && { databaseUrl }) };
	// Before the start: the service must find them after every kill.
	const clipper = await createToken(options, "clipper", "storing");
	const editor = await createToken(options, "editor", "nalezer");
	const proxy = await startCuttingProxy({ port: options.port }, cutOneIn, random);
	let service = await startService(options);

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

	try {
		for (let n = 1; n <= kills && !refused; n++) {
			const at = 1 + Math.floor(random() * writers * 2);
			await new Promise<void>((resolve) => {
				let count = 0;
				heard = () => {
					if (++count < at && !refused) return;
					heard = undefined;
					// In this very call stack for half of them: nothing of the service runs between its answer and its end.
					if (n % 2 === 0) service.process.kill("SIGKILL");
					resolve();
				};
			});
			if (n % 2 === 1) await wait(random() * 60);
			await service.kill();
			onKill(n);
			service = await startService(options);
		}
		finish.abort();
		await everyone;
		await service.stop();
		service = await startService(options);
		const found = await readBack(service.url, editor);
		return {
			...judge(
				team.flatMap(({ writer }) => writer.acknowledged),
				found,
			),
			kills,
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
