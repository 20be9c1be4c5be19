import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** Folders that are served as they are. Absolute paths. */
export interface StaticFolders {
	embed: string;
	workbench: string;
	configurator: string;
	partners: string;
	assets: string;
}

/**
 * The workbench runs under the strictest policy that Lit allows: nothing from elsewhere, no inline anything, and strings
 * become HTML only through Lit's own Trusted Types policy.
 */
export const workbenchPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"connect-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types lit-html",
].join("; ");

/** Our own pages without scripts of their own, and the demonstration partners, which load the embed. */
export const pagePolicy =
	"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: https://service.pdok.nl; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

const immutable = "public, max-age=31536000, immutable";

export function staticRoutes(folders: StaticFolders): Hono {
	const app = new Hono();

	app.get("/workbench", (c) => c.redirect("/workbench/", 301));
	app.use("/workbench/*", async (c, next) => {
		await next();
		c.header("Content-Security-Policy", workbenchPolicy);
		c.header("Referrer-Policy", "no-referrer");
		c.header("X-Content-Type-Options", "nosniff");
		c.header("Cache-Control", c.req.path.startsWith("/workbench/assets/") ? immutable : "no-cache");
	});
	app.get(
		"/workbench/*",
		serveStatic({ root: folders.workbench, rewriteRequestPath: (path) => path.replace(/^\/workbench/, "") }),
	);

	app.use("/demo/*", async (c, next) => {
		await next();
		c.header("Content-Security-Policy", pagePolicy);
		c.header("Cache-Control", "no-cache");
	});
	app.get(
		"/demo/*",
		serveStatic({ root: folders.partners, rewriteRequestPath: (path) => path.replace(/^\/demo/, "") }),
	);
	app.get(
		"/assets/*",
		serveStatic({ root: folders.assets, rewriteRequestPath: (path) => path.replace(/^\/assets/, "") }),
	);
	return app;
}

/** The folders of a build: everything lies beside the bundle, the embed one up. */
export const builtFolders = (root: string): StaticFolders => ({
	embed: join(root, "../embed"),
	workbench: join(root, "workbench"),
	configurator: join(root, "configurator"),
	partners: join(root, "partners"),
	assets: join(root, "assets"),
});
