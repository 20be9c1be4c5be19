import { stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { Hono } from "hono";
import { answering } from "../publish/answering.ts";
import { readPublished, type Variants } from "../publish/files.ts";
import { notFound } from "../records/refusal.ts";
import { sendPublished } from "./answers.ts";

const evergreen = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800";
const immutable = "public, max-age=31536000, immutable";

const types: Record<string, string> = {
	".js": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".css": "text/css; charset=utf-8",
};

/** `/embed/…`: the script that partners load, compressed at build time. Answered from memory until the file changes. */
export function embedRoutes(folder: string): Hono {
	const cache = new Map<string, { modified: number; variants: Variants }>();

	async function read(path: string): Promise<Variants | undefined> {
		const file = join(folder, path);
		const modified = await stat(file).then(
			(found) => (found.isFile() ? found.mtimeMs : undefined),
			() => undefined,
		);
		if (modified === undefined) return undefined;
		const known = cache.get(path);
		if (known?.modified === modified) return known.variants;
		const variants = await readPublished(file);
		if (variants) cache.set(path, { modified, variants });
		return variants;
	}

	const app = new Hono();
	app.get("/embed/:path{[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*}", async (c) => {
		const path = c.req.param("path");
		const type = types[extname(path)];
		const variants = type && (await read(path));
		if (!variants) {
			throw notFound({
				nl: "Deze versie van het script bestaat niet. Gebruik /embed/v1.js, of kijk welke versie u wilt vastzetten.",
				en: "There is no such version of the script. Use /embed/v1.js, or check which version you want to pin.",
			});
		}
		const headers = {
			"Content-Type": type,
			"Cache-Control": path === "v1.js" ? evergreen : immutable,
			"Access-Control-Allow-Origin": "*",
			"Cross-Origin-Resource-Policy": "cross-origin",
			"X-Content-Type-Options": "nosniff",
		};
		return sendPublished(c, answering(variants, headers));
	});
	return app;
}
