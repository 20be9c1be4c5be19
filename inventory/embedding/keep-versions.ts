import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { placeWhole } from "../publish/files.ts";

/**
 * Pages that pin `/embed/<version>/techniek.js` with its SRI hash must find those very bytes for as long as they stand, also
 * when a later build no longer has them. So what a build brings is copied into the data folder, file by file, and what is
 * there is never overwritten.
 */

const version = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
/** A compressed form, which goes with the file that it is a form of. */
const compressed = /\.(?:br|gz)$/;

const filesIn = async (folder: string) =>
	(await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((one) => one.isFile()).map((one) => one.name);

export interface KeepOptions {
	/** The build's `embed` folder. */
	built: string;
	/** Where versions are kept; made when missing. */
	kept: string;
	log(message: string): void;
}

/** Copies each version of the build that is not kept yet; says so, once, of a version that was kept with other bytes. */
export async function keepVersions({ built, kept, log }: KeepOptions): Promise<void> {
	const folders = await readdir(built, { withFileTypes: true }).catch(() => []);
	for (const { name } of folders.filter((one) => one.isDirectory() && version.test(one.name))) {
		const differing = await keepVersion(join(built, name), join(kept, name));
		if (differing.length === 0) continue;
		log(
			`Version ${name} of the embed was served before with other bytes (${differing.join(", ")}). Pages may have pinned ` +
				`those, so they stay. Give a changed embed a new version in package.json; where nobody can have pinned this one, ` +
				`remove ${join(kept, name)} and start again.`,
		);
	}
}

/** Gives the names of the files that are kept with other bytes. */
async function keepVersion(from: string, to: string): Promise<string[]> {
	const files = await filesIn(from);
	const differing: string[] = [];
	await mkdir(to, { recursive: true });
	for (const name of files.filter((file) => !compressed.test(file))) {
		const bytes = await readFile(join(from, name));
		const standing = await readFile(join(to, name)).catch(() => undefined);
		if (standing) {
			if (!standing.equals(bytes)) differing.push(name);
			continue;
		}
		// The file itself last: once it is there, all of it is.
		const forms = files.filter((file) => compressed.test(file) && file.replace(compressed, "") === name);
		for (const form of forms) await placeWhole(join(to, form), await readFile(join(from, form)));
		await placeWhole(join(to, name), bytes);
	}
	return differing.sort();
}
