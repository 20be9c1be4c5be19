import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { main } = await import("./lib/say.mjs");
const { ensureInstalled } = await import("./lib/install.mjs");
const { buildStale } = await import("./lib/build.mjs");
const { serviceTargets } = await import("./lib/targets.mjs");
const { runNode } = await import("./lib/run.mjs");

await main(async () => {
	await ensureInstalled();
	await buildStale({ only: serviceTargets });
	// A process of its own: it is the service's command line, with its own exit codes and nothing of ours around it.
	process.exit(await runNode(["dist/inventory/cli.js", ...process.argv.slice(2)]));
});
