import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";

/** In the page: asks which build is served and reloads when that changes. The strictest policy of ours allows it. */
const client = `let known;
setInterval(async () => {
	const now = await fetch("/dev/build").then((answer) => answer.text(), () => known);
	if (known && now !== known) location.reload();
	known = now;
}, 700);
`;

async function latestChange(folder: string): Promise<number> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	const files = entries.filter((entry) => entry.isFile());
	const times = await Promise.all(
		files.map((entry) =>
			stat(join(entry.parentPath, entry.name)).then(
				(found) => found.mtimeMs,
				() => 0,
			),
		),
	);
	return Math.max(0, ...times);
}

/**
 * For `npm run dev` only (`DEV=1`): every page of ours reloads when one of `folders` changes or the service starts again.
 * Partners' own pages are not touched.
 */
export function liveReload(folders: readonly string[]): Hono {
	const app = new Hono();
	const started = Date.now();
	app.get("/dev/build", async (c) => c.text([started, ...(await Promise.all(folders.map(latestChange)))].join(" ")));
	app.get("/dev/reload.js", (c) => c.body(client, 200, { "Content-Type": "text/javascript; charset=utf-8" }));
	app.use("*", async (c, next) => {
		await next();
		if (!c.res.headers.get("content-type")?.startsWith("text/html")) return;
		const page = await c.res.text();
		const headers = new Headers(c.res.headers);
		headers.delete("content-length");
		const { status } = c.res;
		c.res = undefined;
		c.res = new Response(page.replace("</body>", '<script src="/dev/reload.js" async></script></body>'), {
			status,
			headers,
		});
	});
	return app;
}
