import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Slug } from "../../shared/model/values.ts";
import { type ApiEnvironment, requires } from "../access/authenticate.ts";
import { checkWidget } from "../embedding/managed/check-widget.ts";
import { removeWidget } from "../embedding/managed/remove-widget.ts";
import { saveWidget } from "../embedding/managed/save-widget.ts";
import { type Conditions, listWidgets, readWidget, widgetNotFound } from "../embedding/managed/stored-widget.ts";
import type { WidgetFiles } from "../embedding/managed/widget-files.ts";
import { answering } from "../publish/answering.ts";
import type { PublishedSite } from "../publish/site.ts";
import type { Context } from "../records/context.ts";
import { Refusal } from "../records/refusal.ts";
import { jsonBody, languageOf, sendPublished } from "./answers.ts";

const conditionsOf = (c: HonoContext): Conditions => ({
	ifMatch: c.req.header("if-match"),
	ifNoneMatch: c.req.header("if-none-match"),
});

/** `/api/v1/widgets`: the configurations that staff keep under a name. For editors. */
export function widgetRoutes(context: Context, site: PublishedSite, files: WidgetFiles): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const editor = requires(context, "editor");
	const limited = bodyLimit({
		maxSize: 64 * 1024,
		onError: () => {
			throw new Refusal(413, "too-large", {
				nl: "De widget is te groot: hoogstens 64 kB.",
				en: "The widget is too large: at most 64 kB.",
			});
		},
	});

	app.get("/widgets", editor, async (c) => c.json({ items: await listWidgets(context.db, c.get("actor")) }));

	app.get("/widgets/:name", editor, async (c) => {
		const { tag, widget } = await readWidget(context.db, c.get("actor"), c.req.param("name"));
		return c.json(widget, 200, { ETag: tag });
	});

	app.put("/widgets/:name", editor, limited, async (c) => {
		const input = await checkWidget(site, c.req.param("name"), await jsonBody(c), languageOf(c));
		const { created, tag, widget } = await saveWidget(context, files, c.get("actor"), input, conditionsOf(c));
		return c.json(widget, created ? 201 : 200, { ETag: tag });
	});

	app.delete("/widgets/:name", editor, async (c) => {
		await removeWidget(context, files, c.get("actor"), c.req.param("name"), conditionsOf(c));
		return c.body(null, 204);
	});

	return app;
}

const publicHeaders = {
	"Content-Type": "application/json; charset=utf-8",
	"Cache-Control": "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400",
	"Access-Control-Allow-Origin": "*",
	"Access-Control-Expose-Headers": "ETag",
	"Cross-Origin-Resource-Policy": "cross-origin",
	"X-Content-Type-Options": "nosniff",
};

/** `/embed/widgets/<name>.json`: what an element with `widget="<name>"` reads. A file: no query to the database. */
export function publicWidgetRoutes(files: WidgetFiles): Hono {
	return new Hono().get("/embed/widgets/:file", async (c) => {
		const name = Slug.safeParse(/^(.+)\.json$/.exec(c.req.param("file"))?.[1]);
		const variants = name.success ? await files.read(name.data) : undefined;
		if (!variants) throw widgetNotFound();
		return sendPublished(c, answering(variants, publicHeaders));
	});
}
