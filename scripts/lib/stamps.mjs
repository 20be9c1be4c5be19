import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/**
 * What a target is made of and what it makes; all paths relative to the repository.
 * @typedef {object} Target
 * @property {readonly string[]} inputs files and folders
 * @property {readonly string[]} [except] files and folders within those that do not count
 * @property {readonly string[]} outputs each has to exist, or the target is stale whatever its stamp says
 */

/** Tests are no part of any build. */
const test = /\.(?:browser\.)?test\.ts$/;

/**
 * Every file under `paths`, sorted, with forward slashes; a path that is not there is left out.
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {readonly string[]} [except]
 * @returns {string[]}
 */
export function filesUnder(root, paths, except = []) {
	/** @type {string[]} */
	const found = [];
	/** @param {string} path */
	const visit = (path) => {
		const name = relative(root, path).split(sep).join("/");
		if (except.includes(name)) return;
		const stats = statSync(path, { throwIfNoEntry: false });
		if (stats?.isDirectory()) for (const entry of readdirSync(path)) visit(join(path, entry));
		else if (stats && !test.test(name)) found.push(name);
	};
	for (const path of paths) visit(join(root, path));
	return found.sort();
}

/**
 * A hash over the names and contents of a target's inputs. Contents rather than times: a fresh clone, a branch switched
 * there and back, or a restored cache all give the same answer.
 * @param {string} root
 * @param {Target} target
 */
export function hashOf(root, { inputs, except = [] }) {
	const hash = createHash("sha256");
	for (const name of filesUnder(root, inputs, except)) {
		const content = readFileSync(join(root, name));
		hash.update(`${name}\0${content.length}\0`).update(content);
	}
	return hash.digest("hex");
}

/**
 * The stamps as written by {@link writeStamp}; none when the file is missing or broken.
 * @param {string} file
 * @returns {Record<string, string>}
 */
export function readStamps(file) {
	try {
		const parsed = JSON.parse(readFileSync(file, "utf8"));
		return Object.fromEntries(Object.entries(parsed).filter((entry) => typeof entry[1] === "string"));
	} catch {
		return {};
	}
}

/**
 * @param {string} file
 * @param {string} name
 * @param {string} hash
 */
export function writeStamp(file, name, hash) {
	mkdirSync(dirname(file), { recursive: true });
	const text = JSON.stringify({ ...readStamps(file), [name]: hash }, null, "\t");
	writeFileSync(`${file}.new`, `${text}\n`);
	renameSync(`${file}.new`, file);
}

/**
 * Whether a target has to be built: changed since its stamp, never built, or with an output that is gone.
 * @param {string} root
 * @param {Target} target
 * @param {string | undefined} stamp
 */
export const isStale = (root, target, stamp) =>
	!target.outputs.every((output) => existsSync(join(root, output))) || stamp !== hashOf(root, target);
