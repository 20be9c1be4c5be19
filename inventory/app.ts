import { Hono } from "hono";
import { cors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";
import { apiLimit } from "./access/api-limit.ts";
import { createAuth } from "./access/auth.ts";
import type { OidcSettings } from "./access/oidc-settings.ts";
import { isAway } from "./db/away.ts";
import { answers } from "./db/open.ts";
import type { WidgetFiles } from "./embedding/managed/widget-files.ts";
import type { Importer } from "./import/importer.ts";
import type { Metrics } from "./operate/metrics.ts";
import { observed } from "./operate/request-log.ts";
import { secureHeaders } from "./operate/secure-headers.ts";
import { missingPage } from "./pages/public-pages.ts";
import type { PublishedSite } from "./publish/site.ts";
import type { Context } from "./records/context.ts";
import { Refusal } from "./records/refusal.ts";
import { survivorOf } from "./records/survivor.ts";
import { accessRoutes } from "./routes/access.ts";
import { accountRoutes } from "./routes/account.ts";
import { problem, refusalAnswer } from "./routes/answers.ts";
import { auditRoutes } from "./routes/audit.ts";
import { catalogRoutes, type OpenDataFacts } from "./routes/catalog.ts";
import { clipRoutes } from "./routes/clips.ts";
import { configuratorRoutes } from "./routes/configurator.ts";
import { deviceRoutes } from "./routes/device.ts";
import { embedRoutes } from "./routes/embed.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { frameRoutes } from "./routes/frame.ts";
import { importRoutes } from "./routes/imports.ts";
import { coverageRoutes } from "./routes/insight-coverage.ts";
import { indicatorRoutes } from "./routes/insight-indicators.ts";
import { matchingRoutes } from "./routes/insight-matching.ts";
import { networkRoutes } from "./routes/insight-network.ts";
import { overlapRoutes } from "./routes/insight-overlap.ts";
import { reviewRoutes } from "./routes/insight-review.ts";
import { liveReload } from "./routes/live-reload.ts";
import { oembedRoutes } from "./routes/oembed.ts";
import { openApiRoutes } from "./routes/openapi.ts";
import { pageRoutes } from "./routes/pages.ts";
import { recordPageRoutes } from "./routes/record-page.ts";
import { recordRoutes } from "./routes/records.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { snippetRoutes } from "./routes/snippets.ts";
import { staffRoutes } from "./routes/staff.ts";
import { type StaticFolders, staticRoutes } from "./routes/static.ts";
import { publicWidgetRoutes, widgetRoutes } from "./routes/widgets.ts";
import { workListRoutes } from "./routes/work-list.ts";

export interface AppOptions {
	context: Context;
	importer: Importer;
	site: PublishedSite;
	widgets: WidgetFiles;
	folders: StaticFolders;
	/** Folder with the versions of the embed that earlier builds brought; they come before the build's. */
	keptVersions?: string | undefined;
	publicUrl: string;
	/** Who else may say who somebody is. */
	oidc?: OidcSettings | undefined;
	version: string;
	samples: boolean;
	/** Pages reload when what they are built from changes: for `npm run dev`. */
	dev?: boolean;
	/** Who gives the open data, and under which licence. */
	openData?: OpenDataFacts | undefined;
	/** Requests to the API that a token or a session may make in a minute, and an address three times; left out, there is no limit. */
	apiLimit?: number | undefined;
	/** What happens is counted and told here; left out: nowhere. */
	metrics?: Metrics;
	log?: Logger;
	/** Told of every bug, once. */
	onError(error: unknown): void;
}

/** The whole HTTP surface, in one place. */
export function createApp(options: AppOptions): Hono {
	const { context, site, widgets, folders, keptVersions, publicUrl, version, samples, dev, onError } = options;
	const app = new Hono();

	if (options.metrics || options.log) app.use(observed(options.metrics, options.log));
	app.use(secureHeaders({ secure: publicUrl.startsWith("https:") }));
	if (dev) app.route("/", liveReload(Object.values(folders)));
	app.get("/healthz", (c) => c.text("ok"));
	app.get("/readyz", async (c) => {
		const database = await answers(context.db);
		// Feeds are files: they are served without the database, so a reader's load balancer may still send traffic.
		return c.json({ ready: database, database, feeds: (await site.regions()).length > 0 }, database ? 200 : 503);
	});

	const { metrics } = options;
	if (metrics) {
		app.get("/metrics", async (c) =>
			c.body(await metrics.text(), 200, { "Content-Type": metrics.contentType, "Cache-Control": "no-store" }),
		);
	}
	app.route("/", catalogRoutes(site, { publicUrl, ...options.openData }));

	// On refusals too: a partner's page may only read why its feed was refused when this says so.
	for (const open of ["/feeds/*", "/snippets/*", "/embed/*", "/oembed"])
		app.use(open, cors({ origin: "*", exposeHeaders: ["ETag"] }));
	app.route("/", networkRoutes(site));
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

	app.use("/api/*", async (c, next) => {
		// PostgreSQL holds no NUL in text, and no address of the API has one. The public ones are answered without it.
		if (/%00/.test(c.req.url)) {
			throw new Refusal(400, "invalid-address", {
				nl: "In dit adres staat een teken dat niet kan.",
				en: "This address has a character that cannot be.",
			});
		}
		await next();
	});
	// Tokens travel in a header that no other site can make a browser send, and cookies are not allowed here, so any
	// origin may ask: the clipper then needs no permission for the inventory's site.
	app.use(
		"/api/v1/*",
		cors({
			origin: "*",
			allowMethods: ["GET", "PUT", "POST", "PATCH", "DELETE"],
			allowHeaders: ["Authorization", "Content-Type", "Accept-Language", "If-Match", "If-None-Match"],
			exposeHeaders: ["ETag", "Retry-After"],
			maxAge: 600,
		}),
	);
	if (options.apiLimit) app.use("/api/v1/*", apiLimit(context, options.apiLimit));
	app.use("/api/v1/*", async (c, next) => {
		await next();
		c.header("Cache-Control", "no-store");
	});
	app.route("/api/v1", clipRoutes(context));
	app.route("/api/v1", workListRoutes(context));
	app.route("/api/v1", coverageRoutes(context, site));
	app.route("/api/v1", indicatorRoutes(context));
	app.route("/api/v1", recordRoutes(context));
	app.route("/api/v1", recordPageRoutes(context));
	app.route("/api/v1", importRoutes(context, options.importer));
	app.route("/api/v1", matchingRoutes(context));
	app.route("/api/v1", overlapRoutes(context));
	app.route("/api/v1", widgetRoutes(context, site, widgets));
	app.route("/api/v1", deviceRoutes(context, { publicUrl }));
	const auth = createAuth(context.db, { publicUrl, oidc: options.oidc });
	const secure = publicUrl.startsWith("https:");
	app.route("/api/v1", accessRoutes(context));
	app.route("/api/v1", signInRoutes(context, auth, { secure }));
	app.route("/api/v1", accountRoutes(context, auth, { secure }));
	app.route("/api/v1", staffRoutes(context, { publicUrl }));
	app.route("/api/v1", auditRoutes(context));

	app.route("/", staticRoutes(folders));
	app.route("/", reviewRoutes(site, { publicUrl, now: () => context.now() }));
	app.route("/", pageRoutes(site, context, { publicUrl, version, samples }));

	app.notFound(async (c) =>
		/^\/(?:api|feeds|snippets|embed|oembed)(?:\/|$)/.test(c.req.path)
			? problem(c, 404, "not-found", { nl: "Dit adres bestaat niet.", en: "There is nothing at this address." })
			: c.html(await missingPage(publicUrl), 404),
	);
	app.onError((error, c) => {
		if (error instanceof Refusal) return refusalAnswer(c, error);
		if (error instanceof HTTPException && error.status === 413) {
			return problem(c, 413, "too-large", {
				nl: "Het verzoek is te groot.",
				en: "The request is too large.",
			});
		}
		if (isAway(error)) {
			c.header("Retry-After", "5");
			return problem(c, 503, "database-away", {
				nl: "De inventaris kan nu niets opslaan of opzoeken. Probeer het zo opnieuw; wat gepubliceerd is, blijft te lezen.",
				en: "The inventory cannot store or look up anything now. Try again in a moment; what is published can still be read.",
			});
		}
		onError(error);
		return problem(c, 500, "internal", {
			nl: "Er ging bij ons iets mis. Probeer het later opnieuw; er is niets verloren.",
			en: "Something went wrong on our side. Try again later; nothing is lost.",
		});
	});
	return app;
}
