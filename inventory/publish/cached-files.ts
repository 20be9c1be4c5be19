import { stat } from "node:fs/promises";
import { readPublished, type Variants } from "./files.ts";

/** Reads published files, answering from memory until a file changes. Gives undefined where there is none. */
export function cachedFiles(): (file: string) => Promise<Variants | undefined> {
	const cache = new Map<string, { modified: number; variants: Variants }>();
	return async (file) => {
		const modified = await stat(file).then(
			(found) => (found.isFile() ? found.mtimeMs : undefined),
			() => undefined,
		);
		if (modified === undefined) {
			cache.delete(file);
			return undefined;
		}
		const known = cache.get(file);
		if (known?.modified === modified) return known.variants;
		const variants = await readPublished(file);
		if (variants) cache.set(file, { modified, variants });
		return variants;
	};
}
