import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../../node_modules/.cache/regiotechniek", import.meta.url));

/**
 * A new temporary folder with what `make` puts into one, made once for each `key` and copied from then on: a first start of
 * the embedded database costs seconds, a copy of it a tenth of one. Earlier keys of the same `name` are thrown away.
 * Whoever gets it removes it.
 */
export async function copyOfCached(
	name: string,
	key: string,
	make: (folder: string) => Promise<void>,
	prefix: string,
): Promise<string> {
	await mkdir(cache, { recursive: true });
	const kept = `${name}-${key}`;
	const standing = await readdir(cache);
	if (!standing.includes(kept)) {
		const draft = await mkdtemp(join(cache, "draft-"));
		await make(draft);
		// Two at once both make it, and the first to finish wins.
		await rename(draft, join(cache, kept)).catch(() => rm(draft, { recursive: true, force: true }));
		const old = standing.filter((other) => other.startsWith(`${name}-`));
		await Promise.all(old.map((other) => rm(join(cache, other), { recursive: true, force: true })));
	}
	const copy = await mkdtemp(join(tmpdir(), prefix));
	await cp(join(cache, kept), copy, { recursive: true });
	return copy;
}
