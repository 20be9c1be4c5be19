import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startPostgres } from "../support/postgres.ts";
import { randomFrom } from "../support/random.ts";
import { type KillRun, runKills } from "./kills.ts";
import { isGood, type OutboxRun, runOutbox } from "./outbox.ts";

const usage =
	"npm run faults -- [--part service,outbox,feeds] [--kills 60] [--writers 6] [--database embedded|postgresql|both] " +
	"[--database-stops 20] [--clips 1000] [--feeds 2040] [--seed N]";

const root = fileURLToPath(new URL("../..", import.meta.url));
const allParts = ["service", "outbox", "feeds"];

/** Spoilt feeds in the real script in a real browser: the test of that, with more of them. */
async function runFeeds(feeds: string, seed: string): Promise<boolean> {
	const words = ["node_modules/vitest/vitest.mjs", "run", "--project", "across", "test/hardening"];
	const env = { ...process.env, FEEDS: feeds, SEED: seed };
	const [code] = await once(spawn(process.execPath, words, { cwd: root, env, stdio: "inherit" }), "exit");
	return code === 0;
}

function report(name: string, run: KillRun): boolean {
	const { kills, cuts, sent, repeats, acknowledged, lost, doubled, seconds } = run;
	for (const sentence of [...lost, ...doubled].slice(0, 20)) console.log(`  ${sentence}`);
	console.log(
		`${name}: ${kills} kills, ${cuts} cut connections, ${sent} requests of which ${repeats} repeats, in ${seconds.toFixed(0)} s`,
	);
	console.log(`${name}: ${acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled`);
	if (run.databaseStops > 0) {
		const { all, failed } = run.reads;
		console.log(`${name}: the database stopped ${run.databaseStops} times; meanwhile ${all} reads, ${failed} failed`);
	}
	return acknowledged > 0 && lost.length === 0 && doubled.length === 0 && run.reads.failed === 0;
}

function reportOutbox(run: OutboxRun): boolean {
	const { saved, poisoned, setApart, heldUp, left, workerKills, requests, acknowledged, lost, doubled, seconds } = run;
	for (const sentence of [...lost, ...doubled, ...run.wronglySetApart].slice(0, 20)) console.log(`  ${sentence}`);
	const fates = Object.entries(run.fates).map(([fate, count]) => `${fate} ${count}`);
	console.log(`outbox: ${requests} requests: ${fates.join(", ")}`);
	console.log(`outbox: ${workerKills} kills of the service worker, in ${seconds.toFixed(0)} s`);
	console.log(
		`outbox: ${saved} saved, ${poisoned} poisoned of which ${setApart} set apart, ${Math.max(0, heldUp)} held up by them, ${left} left in the queue`,
	);
	console.log(`outbox: ${acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled`);
	return isGood(run);
}

/**
 * Kills the service and cuts its network under load, then the clipper's outbox, and spoils feeds; gives 0 when no
 * acknowledged write and no saved clip was lost or doubled and no widget was blank, else 1.
 */
export async function main(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			part: { type: "string", default: allParts.join() },
			clips: { type: "string", default: "1000" },
			feeds: { type: "string", default: "2040" },
			kills: { type: "string", default: "60" },
			"database-stops": { type: "string", default: "20" },
			writers: { type: "string", default: "6" },
			database: { type: "string", default: "both" },
			seed: { type: "string", default: String(Date.now() % 1_000_000) },
		},
	});
	const [kills, writers, seed, clips] = [values.kills, values.writers, values.seed, values.clips].map(Number);
	const databaseStops = Number(values["database-stops"]);
	const parts = values.part.split(",");
	const databases = values.database === "both" ? ["embedded", "postgresql"] : [values.database];
	const known = databases.every((name) => name === "embedded" || name === "postgresql");
	const some = parts.every((name) => allParts.includes(name));
	if (
		kills === undefined ||
		!(kills >= 0) ||
		!(databaseStops >= 0) ||
		!writers ||
		!clips ||
		!Number(values.feeds) ||
		seed === undefined ||
		Number.isNaN(seed) ||
		!known ||
		!some
	) {
		console.error(usage);
		return 1;
	}
	console.log(`Seed ${seed}`);
	let good = true;
	for (const database of parts.includes("service") ? databases : []) {
		const server = database === "postgresql" ? await startPostgres() : undefined;
		try {
			const run = await runKills({
				kills,
				writers,
				random: randomFrom(seed),
				onKill: (n) => n % 10 === 0 && console.log(`${database}: kill ${n} of ${kills}`),
				...(server && { databaseUrl: server.url, server, databaseStops }),
			});
			good = report(database, run) && good;
		} finally {
			await server?.stop();
		}
	}
	if (parts.includes("outbox")) {
		const onProgress = (sentence: string) => console.log(`outbox: ${sentence}`);
		good = reportOutbox(await runOutbox({ clips, random: randomFrom(seed), onProgress })) && good;
	}
	if (parts.includes("feeds")) good = (await runFeeds(values.feeds, values.seed)) && good;
	return good ? 0 : 1;
}
