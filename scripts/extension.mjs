import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { execFileSync, spawn } = await import("node:child_process");
const { mkdirSync } = await import("node:fs");
const { join } = await import("node:path");
const { main, say, ScriptError } = await import("./lib/say.mjs");
const { ensureInstalled } = await import("./lib/install.mjs");
const { buildStale } = await import("./lib/build.mjs");
const { findBrowser } = await import("./lib/browsers.mjs");
const { root } = await import("./lib/run.mjs");
const { connectClipper, isConnected } = await import("./lib/connect-clipper.mjs");

const url = process.env.PUBLIC_URL ?? `http://${process.env.HOST ?? "127.0.0.1"}:${process.env.PORT ?? 8787}`;

/** One of the sample regions. */
const region = "midden-brabant";

/** A token for the clipper: it may clip, and no more. */
const makeToken = () =>
	execFileSync(
		process.execPath,
		["dist/inventory/cli.js", "token", "create", "--name", "Clipper (npm run extension)", "--role", "clipper"],
		{ cwd: root, encoding: "utf8" },
	).trim();

const answers = () =>
	fetch(`${url}/healthz`).then(
		(response) => response.ok,
		() => false,
	);

/** The inventory that runs already, or one of ours, which ends with the browser. */
async function ensureService() {
	if (await answers()) return undefined;
	const child = spawn(process.execPath, ["dist/inventory/main.js"], { cwd: root, stdio: "inherit" });
	while (!(await answers())) {
		if (child.exitCode !== null) throw new ScriptError("The inventory did not start: see above.");
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	return child;
}

await main(async () => {
	if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
		throw new ScriptError(
			"This opens a browser window, and there is no screen here (no DISPLAY). Load dist/extension-chromium by hand in a " +
				"Chromium elsewhere (chrome://extensions, developer mode, load unpacked), or run it under xvfb-run.",
		);
	}
	await ensureInstalled();
	await buildStale();
	const executablePath = findBrowser("chromium");
	if (!executablePath) throw new ScriptError("No Chromium found. Install one, or name it: CHROMIUM=/path/to/chromium");
	const service = await ensureService();
	const { chromium } = await import("playwright-core");
	const extension = join(root, "dist/extension-chromium");
	const profile = join(root, ".cache/extension-profile");
	mkdirSync(profile, { recursive: true });
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		headless: false,
		viewport: null,
		ignoreDefaultArgs: ["--disable-extensions"],
		args: [
			`--disable-extensions-except=${extension}`,
			`--load-extension=${extension}`,
			...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
		],
	});
	if (context.serviceWorkers().length === 0) {
		await context.waitForEvent("serviceworker", { timeout: 10_000 }).catch(() => {
			// Google's own Chrome stopped taking --load-extension in version 137; Chromium takes it.
			say(`${executablePath} did not load the extension. Use a Chromium: CHROMIUM=/path/to/chromium`);
		});
	}
	const [worker] = context.serviceWorkers();
	const page = context.pages()[0] ?? (await context.newPage());
	if (worker) {
		await page.goto(new URL("/settings/settings.html", worker.url()).href);
		if (!(await isConnected(page, url))) await connectClipper(page, { address: url, token: makeToken(), region });
		await page.goto(`${url}/demo/clip-me/`);
		say(`Chromium is open with the clipper, connected to ${url}. Click its icon (or press Alt+Shift+R) on this page.`);
	}
	await new Promise((resolve) => context.once("close", resolve));
	service?.kill("SIGTERM");
});
