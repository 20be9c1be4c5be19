import { parseArgs } from "node:util";
import { startPostgres } from "../support/postgres.ts";
import { randomFrom } from "../support/random.ts";
import { type KillRun, runKills } from "./kills.ts";
import { isGood, type OutboxRun, runOutbox } from "./outbox.ts";

const usage =
	"npm run faults -- [--part service|outbox|both] [--kills 60] [--writers 6] [--database embedded|postgresql|both] " +
	"[--database-stops 20] [--clips 1000] [--seed N]";

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
 * Kills the service and cuts its network under load, and then the clipper's outbox; gives 0 when no acknowledged write and
 * no saved clip was lost or doubled, else 1.
 */
export async function main(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			part: { type: "string", default: "both" },
			clips: { type: "string", default: "1000" },
			kills: { type: "string", default: "60" },
			"database-stops": { type: "string", default: "20" },
			writers: { type: "string", default: "6" },
			database: { type: "string", default: "both" },
			seed: { type: "string", default: String(Date.now() % 1_000_000) },
		},
	});
	const [kills, writers, seed, clips] = [values.kills, values.writers, values.seed, values.clips].map(Number);
	const databaseStops = Number(values["database-stops"]);
	const parts = values.part === "both" ? ["service", "outbox"] : [values.part];
	const databases = values.database === "both" ? ["embedded", "postgresql"] : [values.database];
	const known = databases.every((name) => name === "embedded" || name === "postgresql");
	const some = parts.every((name) => name === "service" || name === "outbox");
	if (
		kills === undefined ||
		!(kills >= 0) ||
		!(databaseStops >= 0) ||
		!writers ||
		!clips ||
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
	return good ? 0 : 1;
}
