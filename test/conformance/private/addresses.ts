import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Hono } from "hono";

/** What to put in the place of a parameter of a route, by its name. */
export type Fillings = Readonly<Record<string, readonly string[]>>;

export interface Address {
	method: string;
	/** With its parameters filled in. */
	path: string;
	route: string;
}

/** Served from folders of the build: nothing in them comes from a record. */
const builtFiles = /^\/(?:workbench|demo|assets|configurator\/assets)\/\*$/;

function filled(route: string, fillings: Fillings): string[] {
	const parameter = /:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?\??/.exec(route);
	if (!parameter) return [route];
	const [whole, name = ""] = parameter;
	// Behind the API's door any value will do: what is looked at is what comes out to whoever may not see it.
	const values = fillings[name] ?? (route.startsWith("/api/v1/") ? fillings.id?.slice(0, 1) : undefined);
	if (!values) throw new Error(`${route} has a parameter that this test cannot fill: give it values for ${name}.`);
	return values.flatMap((value) => filled(route.replace(whole, value), fillings));
}

/**
 * Every address that the app answers by a route of its own. Throws for a route whose parameters or wildcard are not known here:
 * whoever adds an output says how to look at it.
 */
export function addressesOf(app: Hono, fillings: Fillings): Address[] {
	const seen = new Set<string>();
	const found: Address[] = [];
	for (const { method, path: route } of app.routes) {
		// What is for all methods is middleware, or better-auth behind its one door.
		if (method === "ALL" || seen.has(`${method} ${route}`)) continue;
		seen.add(`${method} ${route}`);
		if (route.endsWith("*")) {
			if (builtFiles.test(route)) continue;
			throw new Error(`${route} ends in a wildcard that this test does not know: say what it serves.`);
		}
		for (const path of filled(route, fillings)) found.push({ method, path, route });
	}
	return found;
}

/** All files under `folder`, unpacked, but for what is in one of the `except` folders. */
export async function* textsUnder(
	folder: string,
	except: readonly string[] = [],
): AsyncGenerator<{ path: string; text: string }> {
	for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		const path = relative(folder, file);
		if (except.some((one) => path.startsWith(`${one}/`))) continue;
		const bytes = await readFile(file);
		const text = path.endsWith(".br") ? brotliDecompressSync(bytes) : path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
		yield { path, text: text.toString("utf8") };
	}
}
