import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { main, say, ScriptError } = await import("./lib/say.mjs");
const { ensureInstalled } = await import("./lib/install.mjs");
const { buildStale } = await import("./lib/build.mjs");
const { targets } = await import("./lib/targets.mjs");

const args = process.argv.slice(2);
const force = args.includes("--force");
const only = args.filter((arg) => arg !== "--force");

await main(async () => {
	const unknown = only.find((name) => !Object.hasOwn(targets, name));
	if (unknown) {
		throw new ScriptError(
			`There is no target "${unknown}". Choose from ${Object.keys(targets).join(", ")}, or add --force.`,
		);
	}
	await ensureInstalled();
	const built = await buildStale({ force, ...(only.length > 0 && { only }) });
	if (built.length === 0) say("Everything is up to date; --force builds all the same.");
});
