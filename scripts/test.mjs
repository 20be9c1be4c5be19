import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { mkdtempSync, readFileSync, rmSync } = await import("node:fs");
const { tmpdir } = await import("node:os");
const { join } = await import("node:path");
const { main, say } = await import("./lib/say.mjs");
const { ensureInstalled } = await import("./lib/install.mjs");
const { ensureBrowsers } = await import("./lib/browsers.mjs");
const { buildStale } = await import("./lib/build.mjs");
const { runChecks } = await import("./lib/checks.mjs");
const { countBrowserTests, countVitest, totalOf } = await import("./lib/counts.mjs");
const { measureSizes, sizeTable } = await import("./lib/sizes.mjs");
const { table } = await import("./lib/table.mjs");
const { root, runNode } = await import("./lib/run.mjs");

/** Enough to catch a service that loses writes; `npm run faults` is the long run. */
const faultArguments = [
	"--part",
	"service,outbox",
	"--kills",
	"2",
	"--database-stops",
	"1",
	"--clips",
	"30",
	"--seed",
	"1",
];

/** @param {string} file */
function parsed(file) {
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return undefined;
	}
}

/** @param {boolean} good @returns {import("./lib/counts.mjs").Count} */
const one = (good) => (good ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [] });

/**
 * Everything CI runs, in this order. Each part counts its own tests; all of them run, whatever failed before.
 * @param {string} folder for the reports
 * @returns {{ name: string, work: () => Promise<import("./lib/counts.mjs").Count> }[]}
 */
const parts = (folder) => [
	{
		name: "build",
		work: async () => {
			await buildStale();
			return one(true);
		},
	},
	{ name: "check", work: async () => ({ ...totalOf((await runChecks()).map(({ good }) => one(good))), notes: [] }) },
	{
		name: "unit and across rooms (vitest)",
		work: async () => {
			const report = join(folder, "vitest.json");
			const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
			const code = await runNode(["node_modules/vitest/vitest.mjs", "run", ...reporters]);
			return countVitest(parsed(report), code);
		},
	},
	{
		name: "in Chromium (@web/test-runner)",
		work: async () => {
			const report = join(folder, "browser.json");
			const code = await runNode(["scripts/lib/browser-tests.mjs", report]);
			return countBrowserTests(parsed(report), code);
		},
	},
	{
		name: "size",
		work: async () => {
			const sizes = measureSizes(root).filter((size) => size.budget !== undefined);
			console.log(sizeTable(sizes));
			return { ...totalOf(sizes.map(({ good }) => one(good))), notes: [] };
		},
	},
	{ name: "faults", work: async () => one((await runNode(["scripts/faults.mjs", ...faultArguments])) === 0) },
];

await main(async () => {
	const started = performance.now();
	process.chdir(root);
	await ensureInstalled();
	await ensureBrowsers();
	const folder = mkdtempSync(join(tmpdir(), "regiotechniek-test-"));
	const counts = [];
	const rows = [];
	for (const { name, work } of parts(folder)) {
		console.log(`\n== ${name}`);
		const start = performance.now();
		const count = await work().catch((error) => {
			say(error instanceof Error ? error.message : String(error));
			return one(false);
		});
		for (const note of count.notes) console.log(`${name}: ${note}`);
		counts.push(count);
		rows.push([
			name,
			String(count.passed),
			String(count.failed),
			`${((performance.now() - start) / 1000).toFixed(0)} s`,
		]);
	}
	rmSync(folder, { recursive: true, force: true });
	const { passed, failed } = totalOf(counts);
	const minutes = ((performance.now() - started) / 60_000).toFixed(1);
	console.log(`\n${table(["part", "passed", "failed", "time"], rows)}\n\n${minutes} minutes`);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
});
