import { runNode } from "./run.mjs";

const tsc = "node_modules/typescript/bin/tsc";

/**
 * What `npm run check` asks of the source. Import direction is a rule of Biome's (biome.json), so that an editor shows it too.
 * @type {{ name: string, work: () => Promise<number> }[]}
 */
export const checks = [
	{
		name: "format, lint and import direction (biome)",
		work: () => runNode(["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]),
	},
	{ name: "types (tsc)", work: () => runNode([tsc, "-p", "."]) },
	{ name: "types of scripts (tsc)", work: () => runNode([tsc, "-p", "scripts"]) },
	{
		name: "unused files, exports and dependencies (knip)",
		work: () => runNode(["node_modules/knip/bin/knip.js", "--no-progress"]),
	},
];

/**
 * Runs them all, whatever fails, and says after each how it went.
 * @returns {Promise<{ name: string, good: boolean }[]>}
 */
export async function runChecks() {
	const results = [];
	for (const { name, work } of checks) {
		const good = (await work()) === 0;
		console.log(`${good ? "passed" : "FAILED"}: ${name}`);
		results.push({ name, good });
	}
	return results;
}
