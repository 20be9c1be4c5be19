import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import * as z from "zod/mini";
import { readChoice } from "../configurator/choice/choice.ts";
import { completePage } from "../configurator/page.ts";
import type { PublishedSite } from "../publish/site.ts";
import { languageOf } from "./answers.ts";

/**
 * As strict as the workbench. The page shows the real widgets, which bring a Lit of their own beside the page's, hence
 * 'allow-duplicates'; and a map, when asked for, has PDOK's tiles.
 */
const configuratorPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"connect-src 'self'",
	"img-src 'self' data: https://service.pdok.nl",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types lit-html 'allow-duplicates'",
].join("; ");

const Integrity = z.object({ "techniek.js": z.string().check(z.regex(/^sha(?:256|384|512)-[A-Za-z0-9+/=]+$/)) });

const textOf = (file: string) => readFile(file, "utf8").catch(() => undefined);

/** The hash of the pinned script as it is served: what was kept of an earlier build comes before the build's. */
async function integrityOf(folders: readonly string[], version: string): Promise<string | undefined> {
	for (const folder of folders) {
		const text = await textOf(join(folder, version, "integrity.json"));
		if (text !== undefined) return Integrity.safeParse(JSON.parse(text)).data?.["techniek.js"];
	}
	return undefined;
}

/** `/embed/`: the page on which partners put their widget together; its files under `/configurator/`. */
export function configuratorRoutes(options: {
	site: PublishedSite;
	/** Folder of the built page. */
	built: string;
	/** Folders of the embed, the first first. */
	embedFolders: readonly string[];
	publicUrl: string;
	version: string;
}): Hono {
	const { site, built, embedFolders, publicUrl, version } = options;
	const app = new Hono();

	app.get("/embed", (c) => c.redirect(`/embed/${new URL(c.req.url).search}`, 301));
	app.get("/embed/", async (c, next) => {
		const template = await textOf(join(built, "index.html"));
		if (template === undefined) return next();
		const { choice } = readChoice(new URL(c.req.url).searchParams);
		const integrity = await integrityOf(embedFolders, version);
		const regions = (await site.regions()).map(({ id, name }) => ({ id, name }));
		const facts = { publicUrl, version, ...(integrity && { integrity }), regions };
		return c.html(await completePage(template, choice, facts, languageOf(c)), 200, {
			"Content-Security-Policy": configuratorPolicy,
			"Referrer-Policy": "strict-origin-when-cross-origin",
			"X-Content-Type-Options": "nosniff",
			"Cache-Control": "no-cache",
			Vary: "Accept-Language",
		});
	});

	app.use("/configurator/*", async (c, next) => {
		await next();
		c.header("X-Content-Type-Options", "nosniff");
		c.header("Cache-Control", "public, max-age=31536000, immutable");
	});
	app.get(
		"/configurator/assets/*",
		serveStatic({ root: built, rewriteRequestPath: (path) => path.replace(/^\/configurator/, "") }),
	);
	return app;
}
