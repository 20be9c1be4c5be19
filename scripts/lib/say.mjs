/**
 * Progress goes to stderr, one line a step: stdout belongs to what a command prints.
 * @param {string} sentence
 */
export function say(sentence) {
	process.stderr.write(`${sentence}\n`);
}

/**
 * Says what is about to happen, does it, and adds to the same line how long it took.
 * @template T
 * @param {string} sentence such as "Installing dependencies"
 * @param {() => Promise<T> | T} work should print nothing itself
 * @returns {Promise<T>}
 */
export async function timed(sentence, work) {
	const start = performance.now();
	process.stderr.write(`${sentence} … `);
	let outcome = "failed after";
	try {
		const result = await work();
		outcome = "";
		return result;
	} finally {
		say(`${outcome} ${((performance.now() - start) / 1000).toFixed(1)} s`.trim());
	}
}

/**
 * Runs a script's work; a failure is one sentence and exit code 1, a bug keeps its stack.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
	try {
		await work();
	} catch (error) {
		say(
			error instanceof ScriptError
				? error.message
				: error instanceof Error
					? (error.stack ?? error.message)
					: String(error),
		);
		process.exit(1);
	}
}

/** Something the person at the terminal can put right; its message is all they need to see. */
export class ScriptError extends Error {}
