import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { main } = await import("./lib/say.mjs");
const { ensureInstalled } = await import("./lib/install.mjs");
const { runTypeScript } = await import("./lib/typescript.mjs");

/** What is measured, each by `test/conformance/<name>/main.ts`: `npm run conformance -- capture --failures`. */
const all = ["capture", "suggestions", "duplicates", "matching", "overlap"];

await main(async () => {
	await ensureInstalled();
	const args = process.argv.slice(2);
	const wanted = args.filter((arg) => !arg.startsWith("-"));
	const unknown = wanted.find((name) => !all.includes(name));
	if (unknown) throw new Error(`There is no measure "${unknown}"; choose from ${all.join(", ")}.`);
	const options = args.filter((arg) => arg.startsWith("-"));
	let worst = 0;
	for (const name of all.filter((one) => wanted.length === 0 || wanted.includes(one)))
		worst = Math.max(worst, await runTypeScript(`test/conformance/${name}/main.ts`, options));
	process.exit(worst);
});
