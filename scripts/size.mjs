import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { main } = await import("./lib/say.mjs");
const { ensureInstalled } = await import("./lib/install.mjs");
const { buildStale } = await import("./lib/build.mjs");
const { measureSizes, sizeTable } = await import("./lib/sizes.mjs");
const { root } = await import("./lib/run.mjs");

await main(async () => {
	await ensureInstalled();
	await buildStale();
	const sizes = measureSizes(root);
	console.log(sizeTable(sizes));
	process.exit(sizes.every((size) => size.good) ? 0 : 1);
});
