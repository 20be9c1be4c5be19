import { Hono } from "hono";
import { isWidgetKind } from "../../shared/model/widget.ts";
import { answering } from "../publish/answering.ts";
import type { PublishedSite } from "../publish/site.ts";
import { notFound } from "../records/refusal.ts";
import { sendPublished } from "./answers.ts";

const headers = {
	"Content-Type": "text/html; charset=utf-8",
	"Cache-Control": "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400",
	"Access-Control-Allow-Origin": "*",
	"Cross-Origin-Resource-Policy": "cross-origin",
	// A piece of a page: on its own it is nobody's page.
	"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
	"X-Content-Type-Options": "nosniff",
	"X-Robots-Tag": "noindex",
};

/** `/snippets/<region>/<kind>?…`: a list for a partner's server to put in its page. No query to the database. */
export function snippetRoutes(site: PublishedSite): Hono {
	const app = new Hono();
	app.get("/snippets/:region/:kind", async (c) => {
		const region = await site.region(c.req.param("region"));
		const kind = c.req.param("kind");
		const variants =
			region && isWidgetKind(kind) ? await site.snippet(region, kind, new URL(c.req.url).searchParams) : undefined;
		if (!variants) {
			throw notFound({
				nl: "Dit fragment bestaat niet. Kijk op de startpagina welke regio's en soorten er zijn.",
				en: "There is no such snippet. The start page lists the regions and kinds.",
			});
		}
		return sendPublished(c, answering(variants, headers));
	});
	return app;
}
