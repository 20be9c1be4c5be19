import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { main } = await import("./lib/say.mjs");
const { ensureInstalled } = await import("./lib/install.mjs");
const { runChecks } = await import("./lib/checks.mjs");

await main(async () => {
	await ensureInstalled();
	const results = await runChecks();
	process.exit(results.every((result) => result.good) ? 0 : 1);
});
