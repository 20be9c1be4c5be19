import { Hono } from "hono";
import type { FeedKind } from "../../shared/model/kinds.ts";
import { feedKinds, isFeedKind } from "../../shared/model/kinds.ts";
import { matches } from "../../shared/model/query.ts";
import { RecordId } from "../../shared/model/values.ts";
import { dateIn } from "../../shared/text/zoned-time.ts";
import { itemPage, listPage } from "../pages/public-pages.ts";
import { startPage } from "../pages/start-page.ts";
import { zone } from "../publish/feed-files.ts";
import type { PublishedSite } from "../publish/site.ts";
import type { Context } from "../records/context.ts";
import { survivorOf } from "../records/survivor.ts";
import { languageOf } from "./answers.ts";
import { pagePolicy } from "./static.ts";

const headers = {
	"Content-Security-Policy": pagePolicy,
	"Cache-Control": "public, max-age=60",
	"X-Content-Type-Options": "nosniff",
};

/** The start page, a list page for each feed and a page for each published record. */
export function pageRoutes(
	site: PublishedSite,
	context: Context,
	options: { publicUrl: string; version: string; samples: boolean },
): Hono {
	const app = new Hono();

	app.get("/", async (c) => {
		const kinds = Object.keys(feedKinds).filter(isFeedKind);
		const regions = await Promise.all(
			(await site.regions()).map(async ({ id, name }) => {
				const counts = await Promise.all(
					kinds.map(async (kind) => [kind, (await site.items(id, kind))?.items.length ?? 0] as const),
				);
				return { id, name, counts: Object.fromEntries(counts) as Record<FeedKind, number> };
			}),
		);
		c.header("Vary", "Accept-Language");
		return c.html(startPage({ ...options, regions, language: languageOf(c) }), 200, headers);
	});

	app.get("/:region/:kind", async (c, next) => {
		const region = await site.region(c.req.param("region"));
		const kind = c.req.param("kind");
		if (!region || !isFeedKind(kind)) return next();
		const found = (await site.items(region.id, kind))?.items ?? [];
		const today = dateIn(zone, context.now().getTime());
		const standing =
			kind === "events" || kind === "opportunities" ? found.filter((item) => matches(item, { from: today })) : found;
		return c.html(await listPage(region, kind, standing, options.publicUrl), 200, headers);
	});

	app.get("/:region/:kind/:id", async (c, next) => {
		const region = await site.region(c.req.param("region"));
		const kind = c.req.param("kind");
		const id = RecordId.safeParse(c.req.param("id"));
		if (!region || !isFeedKind(kind) || !id.success) return next();
		const found = await site.item(region, kind, id.data);
		if (found) return c.html(await itemPage(region, found, options.publicUrl), 200, headers);
		const into = await survivorOf(context, id.data);
		return into ? c.redirect(`/${region.id}/${kind}/${into}`, 301) : next();
	});

	return app;
}
