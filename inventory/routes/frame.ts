import { join } from "node:path";
import { Hono } from "hono";
import { isWidgetKind } from "../../shared/model/widget.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { framePage, framePolicy, refusedPage } from "../embedding/frame/frame-page.ts";
import { resolveFrame } from "../embedding/frame/resolve-frame.ts";
import type { WidgetFiles } from "../embedding/managed/widget-files.ts";
import { answering } from "../publish/answering.ts";
import { cachedFiles } from "../publish/cached-files.ts";
import type { PublishedSite } from "../publish/site.ts";
import { languageOf, sendPublished } from "./answers.ts";

const types = { "frame.js": "text/javascript; charset=utf-8", "frame.css": "text/css; charset=utf-8" } as const;

/** `/embed/frame/<kind>?…`, a list or item on a bare page for an iframe on any site, and the page's own script and style. */
export function frameRoutes(options: {
	site: PublishedSite;
	widgets: WidgetFiles;
	publicUrl: string;
	/** Folder with frame.js and frame.css. */
	assets: string;
}): Hono {
	const { publicUrl, assets } = options;
	const read = cachedFiles();
	const app = new Hono();

	for (const [name, type] of Object.entries(types)) {
		app.get(`/embed/${name}`, async (c, next) => {
			const variants = await read(join(assets, name));
			if (!variants) return next();
			const headers = {
				"Content-Type": type,
				"Cache-Control": "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800",
				"Cross-Origin-Resource-Policy": "cross-origin",
				"X-Content-Type-Options": "nosniff",
			};
			return sendPublished(c, answering(variants, headers));
		});
	}

	app.get("/embed/frame/:kind", async (c, next) => {
		const kind = c.req.param("kind");
		if (!isWidgetKind(kind)) return next();
		const { searchParams } = new URL(c.req.url);
		const choice = await resolveFrame(options, kind, searchParams);
		const refused = "problems" in choice;
		const lang = searchParams.get("lang");
		const preferred: Language = lang ? (/^en/i.test(lang) ? "en" : "nl") : languageOf(c);
		return c.html(
			await (refused ? refusedPage(publicUrl, choice, preferred) : framePage(publicUrl, choice)),
			refused ? choice.status : 200,
			{
				"Content-Security-Policy": framePolicy(publicUrl, refused ? undefined : choice),
				"Cache-Control": refused ? "no-store" : "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400",
				"X-Content-Type-Options": "nosniff",
				...(refused && { Vary: "Accept-Language" }),
			},
		);
	});
	return app;
}
