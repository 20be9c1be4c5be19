import { Hono } from "hono";
import { cors } from "hono/cors";
import { answers } from "./db/open.ts";
import type { WidgetFiles } from "./embedding/managed/widget-files.ts";
import { missingPage } from "./pages/public-pages.ts";
import type { PublishedSite } from "./publish/site.ts";
import type { Context } from "./records/context.ts";
import { Refusal } from "./records/refusal.ts";
import { survivorOf } from "./records/survivor.ts";
import { accessRoutes } from "./routes/access.ts";
import { problem, refusalAnswer } from "./routes/answers.ts";
import { clipRoutes } from "./routes/clips.ts";
import { configuratorRoutes } from "./routes/configurator.ts";
import { deviceRoutes } from "./routes/device.ts";
import { embedRoutes } from "./routes/embed.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { frameRoutes } from "./routes/frame.ts";
import { liveReload } from "./routes/live-reload.ts";
import { oembedRoutes } from "./routes/oembed.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import { pageRoutes } from "./routes/pages.ts";
import { recordRoutes } from "./routes/records.ts";
import { snippetRoutes } from "./routes/snippets.ts";
import { type StaticFolders, staticRoutes } from "./routes/static.ts";
import { publicWidgetRoutes, widgetRoutes } from "./routes/widgets.ts";

export interface AppOptions {
	context: Context;
	site: PublishedSite;
	widgets: WidgetFiles;
	folders: StaticFolders;
	/** Folder with the versions of the embed that earlier builds brought; they come before the build's. */
	keptVersions?: string | undefined;
	publicUrl: string;
	version: string;
	samples: boolean;
	/** Pages reload when what they are built from changes: for `npm run dev`. */
	dev?: boolean;
	/** Told of every bug, once. */
	onError(error: unknown): void;
}

/** The whole HTTP surface, in one place. */
export function createApp(options: AppOptions): Hono {
	const { context, site, widgets, folders, keptVersions, publicUrl, version, samples, dev, onError } = options;
	const app = new Hono();

	if (dev) app.route("/", liveReload(Object.values(folders)));
	app.get("/healthz", (c) => c.text("ok"));
	app.get("/readyz", async (c) => {
		const database = await answers(context.db);
		// Feeds are files: they are served without the database, so a reader's load balancer may still send traffic.
		return c.json({ ready: database, database, feeds: (await site.regions()).length > 0 }, database ? 200 : 503);
	});

	// On refusals too: a partner's page may only read why its feed was refused when this says so.
	for (const open of ["/feeds/*", "/snippets/*", "/embed/*", "/oembed"])
		app.use(open, cors({ origin: "*", exposeHeaders: ["ETag"] }));
	app.route(
		"/",
		feedRoutes(site, (id) => survivorOf(context, id)),
	);
	app.route("/", snippetRoutes(site));
	app.route("/", publicWidgetRoutes(widgets));
	app.route("/", frameRoutes({ site, widgets, publicUrl, assets: folders.assets }));
	app.route("/", oembedRoutes({ site, widgets, publicUrl }));
	const embedFolders = keptVersions ? [keptVersions, folders.embed] : [folders.embed];
	app.route("/", configuratorRoutes({ site, built: folders.configurator, embedFolders, publicUrl, version }));
	app.route("/", embedRoutes(embedFolders));
	app.route("/", openApiRoutes(version));

	// Tokens travel in a header that no other site can make a browser send, and cookies are not allowed here, so any
	// origin may ask: the clipper then needs no permission for the inventory's site.
	app.use(
		"/api/v1/*",
		cors({
			origin: "*",
			allowMethods: ["GET", "PUT", "POST", "DELETE"],
			allowHeaders: ["Authorization", "Content-Type", "Accept-Language", "If-Match", "If-None-Match"],
			exposeHeaders: ["ETag"],
			maxAge: 600,
		}),
	);
	app.use("/api/v1/*", async (c, next) => {
		await next();
		c.header("Cache-Control", "no-store");
	});
	app.route("/api/v1", clipRoutes(context));
	app.route("/api/v1", recordRoutes(context));
	app.route("/api/v1", widgetRoutes(context, site, widgets));
	app.route("/api/v1", deviceRoutes(context, { publicUrl }));
	app.route("/api/v1", accessRoutes(context, { secure: publicUrl.startsWith("https:") }));

	app.route("/", staticRoutes(folders));
	app.route("/", pageRoutes(site, context, { publicUrl, version, samples }));

	app.notFound(async (c) =>
		/^\/(?:api|feeds|snippets|embed|oembed)(?:\/|$)/.test(c.req.path)
			? problem(c, 404, "not-found", { nl: "Dit adres bestaat niet.", en: "There is nothing at this address." })
			: c.html(await missingPage(publicUrl), 404),
	);
	app.onError((error, c) => {
		if (error instanceof Refusal) return refusalAnswer(c, error);
		onError(error);
		return problem(c, 500, "internal", {
			nl: "Er ging bij ons iets mis. Probeer het later opnieuw; er is niets verloren.",
			en: "Something went wrong on our side. Try again later; nothing is lost.",
		});
	});
	return app;
}
