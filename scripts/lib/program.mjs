import { buildStale } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { main } from "./say.mjs";
import { runTypeScript } from "./typescript.mjs";

/**
 * Runs a TypeScript program of the repository on what was just built, with this command's arguments, and ends the process
 * with the program's exit code.
 * @param {string} path as for `runTypeScript`
 */
export const runProgram = (path) =>
	main(async () => {
		await ensureInstalled();
		await buildStale();
		process.exit(await runTypeScript(path, process.argv.slice(2)));
	});
