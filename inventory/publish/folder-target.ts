import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isPublic, placeWhole } from "./files.ts";
import type { Target } from "./target.ts";

const namesIn = async (folder: string) =>
	(await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** A copy in another folder, such as one that a web server of its own serves. Each file is renamed into its place. */
export function folderTarget(to: string): Target {
	return {
		name: to,
		async sync(folder, part) {
			const [from, target] = [join(folder, part), join(to, part)];
			const wanted = (await namesIn(from)).filter(isPublic);
			const standing = new Set(await namesIn(target));
			// Compressed forms first: the plain one is what readers look for.
			for (const name of wanted.toSorted().reverse()) {
				const body = await readFile(join(from, name));
				const old = standing.has(name) ? await readFile(join(target, name)) : undefined;
				if (!old?.equals(body)) await placeWhole(join(target, name), body);
				standing.delete(name);
			}
			for (const name of standing) await rm(join(target, name), { force: true });
		},
	};
}
