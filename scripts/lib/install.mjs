import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.mjs";
import { ScriptError, timed } from "./say.mjs";

const stamp = join(root, "node_modules/.regiotechniek-lock");

const lockfileHash = () =>
	createHash("sha256")
		.update(readFileSync(join(root, "package-lock.json")))
		.digest("hex");

/**
 * Whether what npm says it installed is what the lockfile asks for. True after somebody ran `npm install <package>` by
 * hand: wiping node_modules then would only cost them time.
 * @param {unknown} wanted package-lock.json, parsed
 * @param {unknown} installed node_modules/.package-lock.json, parsed
 */
export function agrees(wanted, installed) {
	const want = packagesOf(wanted);
	const have = packagesOf(installed);
	return (
		have.size > 0 &&
		[...have].every(([path, found]) => want.get(path)?.version === found.version) &&
		[...want].every(([path, found]) => path === "" || found.optional || have.has(path))
	);
}

/**
 * @param {unknown} lockfile
 * @returns {Map<string, { version: unknown, optional: boolean }>}
 */
function packagesOf(lockfile) {
	if (typeof lockfile !== "object" || !lockfile || !("packages" in lockfile)) return new Map();
	return new Map(
		Object.entries(lockfile.packages ?? {}).map(([path, found]) => [
			path,
			{ version: found.version, optional: Boolean(found.optional || found.devOptional) },
		]),
	);
}

const isStamped = () => existsSync(stamp) && readFileSync(stamp, "utf8") === lockfileHash();

function isInstalled() {
	try {
		/** @param {string} path */
		const parse = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
		return agrees(parse("package-lock.json"), parse("node_modules/.package-lock.json"));
	} catch {
		return false;
	}
}

/** Installs what the lockfile names, unless it is there already. Throws {@link ScriptError} with npm's words above it. */
export async function ensureInstalled() {
	if (isStamped()) return;
	if (!isInstalled()) {
		const first = !existsSync(join(root, "node_modules"));
		await timed(first ? "Installing dependencies" : "The lockfile changed: installing dependencies", async () => {
			// Started by npm in a production shell we would get no devDependencies, and the build needs them.
			const code = await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
				quiet: true,
			});
			if (code !== 0) {
				throw new ScriptError(
					"npm ci failed: see above. Is the npm registry reachable, and is there room on the disk?",
				);
			}
		});
	}
	writeFileSync(stamp, lockfileHash());
}
