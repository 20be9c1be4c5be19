// Syntax that every Node with ES modules reads: this file has to get as far as its own sentence.

/** The oldest Node that runs us, as major and minor. The same as `engines` in package.json. */
const oldest = { major: 20, minor: 19 };

/**
 * @param {string} version such as "20.19.4" or "v20.19.4"
 * @returns {string | undefined} what is wrong, for the person at the terminal; undefined when this Node will do
 */
export function nodeProblem(version) {
	const parts = version.replace(/^v/, "").split(".").map(Number);
	const major = parts[0] || 0;
	const minor = parts[1] || 0;
	if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined;
	return (
		"Regiotechniek needs Node " +
		oldest.major +
		"." +
		oldest.minor +
		" or newer; this is " +
		version +
		". Install a current one from https://nodejs.org and run the command again."
	);
}

/** Ends the process with that sentence when this Node is too old. */
export function requireNode() {
	const problem = nodeProblem(process.versions.node);
	if (!problem) return;
	console.error(problem);
	process.exit(1);
}
