import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix, relative, sep } from "node:path";
import { promisify } from "node:util";

/**
 * The declarations of widgets/package, by their path in the package. Types are not checked here: `npm run check` does that.
 * Throws when one would need something that the package does not hold.
 */
export async function declarations(root: string): Promise<Map<string, string>> {
	const folder = await mkdtemp(join(tmpdir(), "regiotechniek-types-"));
	try {
		const tsc = join(root, "node_modules/typescript/bin/tsc");
		await promisify(execFile)(process.execPath, [tsc, "-p", join(root, "widgets/package"), "--outDir", folder]);
		const own = join(folder, "widgets/package");
		const files = new Map<string, string>();
		for (const entry of await readdir(own, { recursive: true })) {
			if (!entry.endsWith(".d.ts")) continue;
			const text = await readFile(join(own, entry), "utf8");
			// A consumer's compiler looks for the script that a declaration describes.
			files.set(relative(own, join(own, entry)).split(sep).join("/"), text.replace(/(from "\.[^"]*)\.ts"/g, '$1.js"'));
		}
		requireClosed(files);
		return files;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function requireClosed(files: ReadonlyMap<string, string>) {
	for (const [name, text] of files) {
		for (const [, from = ""] of text.matchAll(/(?:\bfrom |\bimport |\bimport\()"([^"]+)"/g)) {
			const path = posix.join(posix.dirname(name), from).replace(/\.js$/, ".d.ts");
			if (!from.startsWith(".") || !files.has(path)) {
				throw new Error(`The declarations in ${name} need ${from}, which is not in the package.`);
			}
		}
	}
}
