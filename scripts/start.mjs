// package.json calls this with `exec`: npm puts a shell in between, and a shell that is told to stop does not tell the
// service. Replaced by it, the shell is gone and SIGTERM from npm arrives here. Windows has no `exec`: what follows `||` is
// for it alone.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
// Loaded only now: an older Node would stumble over the syntax before it could say why.
const { main } = await import("./lib/say.mjs");
const { ensureInstalled } = await import("./lib/install.mjs");
const { buildStale } = await import("./lib/build.mjs");
const { root } = await import("./lib/run.mjs");

await main(async () => {
	process.chdir(root);
	await ensureInstalled();
	await buildStale();
	process.env.NODE_ENV ??= "production";
	// In this process, so that Ctrl-C and SIGTERM reach the service itself.
	const service = await import(new URL("../dist/inventory/main.js", import.meta.url).href);
	await service.main();
});
