import { join } from "node:path";
import { root } from "./run.mjs";

/**
 * Runs a TypeScript program of the repository with Vite's module runner, in this process: our Node reads no TypeScript.
 * @param {string} path inside the repository; the module exports `main(args: string[]): Promise<number>`, which gives the exit code
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function runTypeScript(path, args) {
	// Imported here: before `npm ci` there is no Vite.
	const { runnerImport } = await import("vite");
	/** @type {{ module: { main(args: string[]): Promise<number> } }} */
	const { module } = await runnerImport(join(root, path), { root, configFile: false, logLevel: "error" });
	return module.main(args);
}
