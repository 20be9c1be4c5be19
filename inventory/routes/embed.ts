import { extname, join } from "node:path";
import { Hono } from "hono";
import { answering } from "../publish/answering.ts";
import { cachedFiles } from "../publish/cached-files.ts";
import type { Variants } from "../publish/files.ts";
import { notFound } from "../records/refusal.ts";
import { sendPublished } from "./answers.ts";

const evergreen = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800";
const immutable = "public, max-age=31536000, immutable";

const types: Record<string, string> = {
	".js": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".css": "text/css; charset=utf-8",
};

/**
 * `/embed/…`: the scripts that partners load, compressed at build time. Of `folders` the first that has a file gives it: what
 * was kept of earlier builds comes before the build, since somebody may have pinned its bytes.
 */
export function embedRoutes(folders: readonly string[]): Hono {
	const readFile = cachedFiles();

	async function read(path: string): Promise<Variants | undefined> {
		for (const folder of folders) {
			const variants = await readFile(join(folder, path));
			if (variants) return variants;
		}
		return undefined;
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
