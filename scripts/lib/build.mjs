import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, runNode } from "./run.mjs";
import { ScriptError, say, timed } from "./say.mjs";
import { hashOf, isStale, readStamps, writeStamp } from "./stamps.mjs";
import { inventoryFiles, targets } from "./targets.mjs";

const stamps = join(root, "dist/.stamps.json");

/** Copies what the service reads beside its bundle; whole folders are replaced, so that a removed file goes too. */
export function copyInventoryFiles() {
	for (const { from, to, only } of inventoryFiles) {
		const source = join(root, from);
		const target = join(root, "dist/inventory", to);
		const stats = statSync(source, { throwIfNoEntry: false });
		if (!stats) {
			say(`  ${from} is not there: left out`);
		} else if (stats.isFile()) {
			mkdirSync(dirname(target), { recursive: true });
			copyFileSync(source, target);
		} else if (only) {
			mkdirSync(target, { recursive: true });
			for (const name of readdirSync(source)) if (only.test(name)) copyFileSync(join(source, name), join(target, name));
		} else {
			rmSync(target, { recursive: true, force: true });
			cpSync(source, target, { recursive: true });
		}
	}
}

/** @param {string} folder */
function removeBundles(folder) {
	mkdirSync(folder, { recursive: true });
	for (const name of readdirSync(folder)) if (/\.js(?:\.map)?$/.test(name)) rmSync(join(folder, name));
}

/**
 * Builds what is stale, each target in a process of its own: Vite's memory is given back before the service starts, and
 * one target's plugins cannot disturb another's.
 * @param {{ only?: readonly string[], force?: boolean }} [options] `only` names targets; `force` builds them all the same
 * @returns {Promise<string[]>} what was built
 */
export async function buildStale({ only, force = false } = {}) {
	/** @type {string[]} */
	const built = [];
	for (const [name, target] of Object.entries(targets)) {
		if (only && !only.includes(name)) continue;
		// Asked just before each: an earlier target may have emptied the folder of a later one.
		if (!force && !isStale(root, target, readStamps(stamps)[name])) continue;
		// Taken before building: a file that changes meanwhile makes the target stale again.
		const hash = hashOf(root, target);
		await timed(`Building ${name}`, async () => {
			if (name === "inventory-files") return copyInventoryFiles();
			// Its bundles carry hashes in their names and share a folder with others: Vite may not empty it, so we clear ours.
			if (name === "service") removeBundles(join(root, "dist/inventory"));
			const code = await runNode(["scripts/lib/vite-build.mjs", name], { quiet: true });
			if (code !== 0) throw new ScriptError(`Building ${name} failed: see above.`);
		});
		writeStamp(stamps, name, hash);
		built.push(name);
	}
	return built;
}
