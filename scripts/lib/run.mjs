import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository, absolute, whatever folder a script was called from. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs a program in the repository with its output streaming through.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdout?: "inherit" | "stderr", quiet?: boolean }} [options] `stdout: "stderr"` sends
 * what it prints to stderr; `quiet` keeps the output back and shows it only when the program fails
 * @returns {Promise<number>} the exit code; 128 or more when a signal ended it, 127 when there is no such program
 */
export function run(command, args, options = {}) {
	const out = options.quiet ? "pipe" : options.stdout === "stderr" ? process.stderr : "inherit";
	const child = spawn(command, args, {
		cwd: root,
		env: options.env ?? process.env,
		stdio: ["inherit", out, options.quiet ? "pipe" : "inherit"],
		// npm and npx are batch files on Windows.
		shell: process.platform === "win32" && command.startsWith("np"),
	});
	/** @type {Buffer[]} */
	const kept = [];
	child.stdout?.on("data", (chunk) => kept.push(chunk));
	child.stderr?.on("data", (chunk) => kept.push(chunk));
	return new Promise((resolve) => {
		child.on("error", (error) => {
			process.stderr.write(`${command}: ${error.message}\n`);
			resolve(127);
		});
		child.on("close", (code, signal) => {
			const result = code ?? (signal ? 128 : 1);
			if (options.quiet && result !== 0) process.stderr.write(Buffer.concat(kept));
			resolve(result);
		});
	});
}

/**
 * Runs a script of ours, or a package's own command line, with this very Node.
 * @param {readonly string[]} args path inside the repository, then its arguments
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runNode = (args, options) => run(process.execPath, args, options);
