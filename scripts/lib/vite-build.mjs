// Builds one target of vite.config.ts: node scripts/lib/vite-build.mjs <name>
import { build } from "vite";
import { root } from "./run.mjs";

const [mode] = process.argv.slice(2);
process.chdir(root);
try {
	await build({ mode, configFile: "vite.config.ts", logLevel: "warn" });
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
// A plugin that leaves a handle open would keep us waiting for ever.
process.exit(0);
