import { parseArgs } from "node:util";
import { startPostgres } from "../support/postgres.ts";
import { randomFrom } from "../support/random.ts";
import { type KillRun, runKills } from "./kills.ts";

const usage = "npm run faults -- [--kills 60] [--writers 6] [--database embedded|postgresql|both] [--seed N]";

function report(name: string, run: KillRun): boolean {
	const { kills, cuts, sent, repeats, acknowledged, lost, doubled, seconds } = run;
	for (const sentence of [...lost, ...doubled].slice(0, 20)) console.log(`  ${sentence}`);
	console.log(
		`${name}: ${kills} kills, ${cuts} cut connections, ${sent} requests of which ${repeats} repeats, in ${seconds.toFixed(0)} s`,
	);
	console.log(`${name}: ${acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled`);
	return acknowledged > 0 && lost.length === 0 && doubled.length === 0;
}

/** Kills the service and cuts its network under load; gives 0 when no acknowledged write was lost or doubled, else 1. */
export async function main(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			kills: { type: "string", default: "60" },
			writers: { type: "string", default: "6" },
			database: { type: "string", default: "both" },
			seed: { type: "string", default: String(Date.now() % 1_000_000) },
		},
	});
	const [kills, writers, seed] = [values.kills, values.writers, values.seed].map(Number);
	const databases = values.database === "both" ? ["embedded", "postgresql"] : [values.database];
	const known = databases.every((name) => name === "embedded" || name === "postgresql");
	if (!kills || !writers || seed === undefined || Number.isNaN(seed) || !known) {
		console.error(usage);
		return 1;
	}
	console.log(`Seed ${seed}`);
	let good = true;
	for (const database of databases) {
		const server = database === "postgresql" ? await startPostgres() : undefined;
		try {
			const run = await runKills({
				kills,
				writers,
				random: randomFrom(seed),
				onKill: (n) => n % 10 === 0 && console.log(`${database}: kill ${n} of ${kills}`),
				...(server && { databaseUrl: server.url }),
			});
			good = report(database, run) && good;
		} finally {
			await server?.stop();
		}
	}
	return good ? 0 : 1;
}
