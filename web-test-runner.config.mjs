import { fileURLToPath } from "node:url";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { playwrightLauncher } from "@web/test-runner-playwright";
import { runnerImport } from "vite";
import { findPageBrowser } from "./scripts/lib/browsers.mjs";

/** Runs what `*.browser.test.ts` under widgets/ says in real Chromium, against a test server that answers over HTTP. */

const root = fileURLToPath(new URL(".", import.meta.url));

// Node 20 reads no TypeScript by itself: these two come through Vite.
process.env.NODE_ENV = "production";
const { module: server } = await runnerImport("./widgets/testing/feed-server.ts", { root, configFile: false });
const { module: targets } = await runnerImport("./widgets/build.config.ts", { root, configFile: false });

/** The script as partners get it, with its parts, made once for the tests. */
const embed = await targets.embedFiles(root);

/** @type {import("@web/test-runner").Middleware} */
async function middleware(context, next) {
	// A later version differs in its bytes, not in its elements.
	const script =
		context.path === "/embed/v2.js"
			? `${embed.get("v1.js")}\n/* v2 */`
			: embed.get(context.path.slice("/embed/".length));
	if (context.path.startsWith("/embed/") && script !== undefined) {
		context.respond = false;
		context.res.writeHead(200, {
			"content-type": context.path.endsWith(".json") ? "application/json" : "text/javascript",
			"access-control-allow-origin": "*",
		});
		context.res.end(script);
		return;
	}
	const answer = await server.answer(new URL(context.href));
	if (!answer) return next();
	if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay));
	if (answer.cut) {
		context.respond = false;
		context.res.destroy();
		return;
	}
	// Past Koa: the runner would add a year of caching to everything with an extension, and feeds change during a test.
	context.respond = false;
	context.res.writeHead(answer.status, {
		"content-type": `${answer.type}; charset=utf-8`,
		"cache-control": "no-cache",
		...answer.headers,
	});
	context.res.end(answer.body);
}

export default {
	files: "{widgets,inventory}/**/*.browser.test.ts",
	nodeResolve: { exportConditions: ["production", "default"] },
	browserLogs: false,
	concurrency: 2,
	concurrentBrowsers: 1,
	browsers: [
		playwrightLauncher({
			launchOptions: {
				executablePath: findPageBrowser(),
				args: [
					"--no-sandbox",
					"--disable-background-networking",
					"--disable-component-update",
					"--disable-sync",
					"--js-flags=--expose-gc",
				],
			},
			createBrowserContext: ({ browser }) => browser.newContext({ timezoneId: "Europe/Amsterdam", locale: "nl-NL" }),
		}),
	],
	plugins: [
		esbuildPlugin({ ts: true, target: "es2022", tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)) }),
	],
	middleware: [middleware],
	testFramework: { config: { timeout: 90_000 } },
};
