import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page, type Worker } from "playwright-core";
import puppeteer, { type Browser as Firefox, type Page as FirefoxPage } from "puppeteer-core";
// What `npm run extension` does too.
import { connectClipper } from "../../scripts/lib/connect-clipper.mjs";
import { chromiumFlags, findChromium, findFirefox } from "./browsers.ts";

const built = fileURLToPath(new URL("../../dist/extension-chromium", import.meta.url));

export interface ExtensionOptions {
	/** Left out: a new profile that is thrown away. Given: kept, to start the same browser again. */
	profile?: string;
	/** The browser's language. Default `nl-NL`. */
	language?: string;
	/** Default true. */
	headless?: boolean;
	/** `host:port` that everything goes through, also what is on this machine. */
	proxy?: string;
}

/** A Chromium with the built extension in it. Build first: `npm run build`. */
export interface ExtensionBrowser {
	/** For pages as a visitor sees them. */
	context: BrowserContext;
	extensionId: string;
	/** The address of a page of the extension: `pageUrl("settings/settings.html")`. */
	pageUrl(path: string): string;
	/** The extension's service worker, woken when it sleeps. */
	worker(): Promise<Worker>;
	/** Stops the service worker as the browser does when it likes. Gives whether there was one. */
	stopWorker(): Promise<boolean>;
	/** Connects the clipper through its settings page, as a person does. */
	connect(connection: { address: string; token: string; region: string }): Promise<void>;
	/** See `openPanelFor`. */
	openPanelFor(page: Page): Promise<Page>;
	close(): Promise<void>;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until<T>(what: string, look: () => Promise<T | undefined>, seconds = 15): Promise<T> {
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > end) throw new Error(`Not there after ${seconds} s: ${what}.`);
		await wait(50);
	}
}

/** The port that Chromium chose, from the file that it writes into its profile. */
const debuggingPort = (profile: string) =>
	until("Chromium's debugging port", async () => {
		const text = await readFile(join(profile, "DevToolsActivePort"), "utf8").catch(() => "");
		return /^(\d+)\n/.exec(text)?.[1];
	});

interface Target {
	readonly targetId: string;
	readonly type: string;
	readonly url: string;
}

async function targets(session: CDPSession): Promise<readonly Target[]> {
	const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] });
	return targetInfos;
}

export async function launchWithExtension(options: ExtensionOptions = {}): Promise<ExtensionBrowser> {
	const profile = options.profile ?? (await mkdtemp(join(tmpdir(), "regiotechniek-profile-")));
	const language = options.language ?? "nl-NL";
	// Of an earlier run on this profile; reading it would take us to a port that nobody listens on.
	await rm(join(profile, "DevToolsActivePort"), { force: true });
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: findChromium(),
		headless: options.headless ?? true,
		locale: language,
		viewport: { width: 1000, height: 800 },
		...(options.proxy && { proxy: { server: `http://${options.proxy}`, bypass: "<-loopback>" } }),
		// Playwright's default would keep ours out too.
		ignoreDefaultArgs: ["--disable-extensions"],
		args: [
			...chromiumFlags,
			`--disable-extensions-except=${built}`,
			`--load-extension=${built}`,
			`--accept-lang=${language}`,
			"--enable-unsafe-extension-debugging",
			"--remote-debugging-port=0",
		],
	});
	const browser = context.browser();
	if (!browser) throw new Error("Playwright gives no browser to talk to.");
	const session = await browser.newBrowserCDPSession();
	const worker = async () =>
		context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 15_000 }));
	const extensionId = new URL((await worker()).url()).host;
	const pageUrl = (path: string) => `chrome-extension://${extensionId}/${path}`;
	const second: Browser[] = [];

	const openPanelFor = async (page: Page): Promise<Page> => {
		await page.bringToFront();
		const pageTarget = await context.newCDPSession(page).then((it) => it.send("Target.getTargetInfo"));
		const all = await targets(session);
		const tab = all.find((it) => it.type === "tab" && it.url === pageTarget.targetInfo.url);
		if (!tab) throw new Error(`There is no tab for ${page.url()}.`);
		await session.send("Extensions.triggerAction", { id: extensionId, targetId: tab.targetId });
		const panelUrl = pageUrl("panel/panel.html");
		await until("the panel", async () =>
			(await targets(session)).find((it) => it.type === "page" && it.url === panelUrl),
		);
		// Playwright's first connection does not list side panels as pages; a second one that comes after it does.
		const port = await debuggingPort(profile);
		return until("the panel's page", async () => {
			const connection = second[0] ?? (await chromium.connectOverCDP(`http://127.0.0.1:${port}`));
			const pages = connection.contexts().flatMap((it) => it.pages());
			const panel = pages.find((it) => it.url() === panelUrl);
			if (panel) {
				second[0] = connection;
				return panel;
			}
			second.length = 0;
			await connection.close();
			return undefined;
		});
	};

	return {
		context,
		extensionId,
		pageUrl,
		worker,
		openPanelFor,
		async stopWorker() {
			const target = (await targets(session)).find(
				(it) => it.type === "service_worker" && it.url.includes(extensionId),
			);
			if (!target) return false;
			const { success } = await session.send("Target.closeTarget", { targetId: target.targetId });
			return success;
		},
		async connect(connection) {
			const page = await context.newPage();
			await page.goto(pageUrl("settings/settings.html"));
			await connectClipper(page, connection);
			await page.close();
		},
		async close() {
			for (const connection of second) await connection.close().catch(() => undefined);
			await context.close();
			if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/**
 * Clicks the extension's icon for `page`, by the browser's own command for it, so that the permission for this one tab is
 * given as to a person; and gives the side panel that opens.
 */
export const openPanelFor = (browser: ExtensionBrowser, page: Page): Promise<Page> => browser.openPanelFor(page);

const firefoxId = "clipper@regiotechniek";
const firefoxUuid = "6f0c6a52-1d0e-4f3b-9a54-2f8f5f1f7a01";

/** A Firefox with the built extension in it. */
export interface ExtensionFirefox {
	readonly firefox: Firefox;
	/** Opens a page of the extension in a tab: `openExtensionPage("panel/panel.html")`. */
	openExtensionPage(path: string): Promise<FirefoxPage>;
	/** Clicks the icon for the tab in front; gives the address that the sidebar then shows. */
	clickIcon(): Promise<string>;
	close(): Promise<void>;
}

/** Like `launchWithExtension`, in Firefox. */
export async function launchFirefoxWithExtension({
	profile,
	proxy,
}: Pick<ExtensionOptions, "profile" | "proxy"> = {}): Promise<ExtensionFirefox> {
	const firefox = await puppeteer.launch({
		browser: "firefox",
		executablePath: findFirefox(),
		headless: true,
		...(profile && { userDataDir: profile }),
		// To open the extension's own pages, and to press buttons of the browser's window.
		args: ["--remote-allow-system-access"],
		extraPrefsFirefox: {
			// The address of our pages, which Firefox otherwise draws by lot.
			"extensions.webextensions.uuids": JSON.stringify({ [firefoxId]: firefoxUuid }),
			"intl.accept_languages": "nl-NL, nl",
			// What a driver installs is taken away when the browser closes; what a person installs, and all it kept, is not.
			"extensions.webextensions.keepStorageOnUninstall": true,
			"extensions.webextensions.keepUuidOnUninstall": true,
			...(proxy && {
				"network.proxy.type": 1,
				"network.proxy.http": proxy.split(":")[0] ?? "",
				"network.proxy.http_port": Number(proxy.split(":")[1]),
				"network.proxy.ssl": proxy.split(":")[0] ?? "",
				"network.proxy.ssl_port": Number(proxy.split(":")[1]),
				"network.proxy.allow_hijacking_localhost": true,
			}),
		},
	});
	await firefox.installExtension(fileURLToPath(new URL("../../dist/extension-firefox", import.meta.url)));

	/** WebDriver BiDi beyond what Puppeteer offers: the browser's own window is a context too. */
	async function bidi(method: string, parameters: object): Promise<unknown> {
		const connection: unknown = Reflect.get(firefox, "connection");
		const send: unknown = typeof connection === "object" && connection ? Reflect.get(connection, "send") : undefined;
		if (typeof send !== "function") throw new Error("This Puppeteer has no BiDi connection to speak through.");
		return Reflect.apply(send, connection, [method, parameters]);
	}

	return {
		firefox,
		async openExtensionPage(path) {
			const page = await firefox.newPage();
			const url = `moz-extension://${firefoxUuid}/${path}`;
			// Puppeteer does not hear of the end of this navigation, so we look for it ourselves.
			page.goto(url, { timeout: 0 }).catch(() => undefined);
			await until(`${path} in Firefox`, async () => {
				const state = await page.evaluate(() => location.href + document.readyState).catch(() => "");
				return state === `${url}complete` ? state : undefined;
			});
			return page;
		},
		async clickIcon() {
			const tree = JSON.stringify(await bidi("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 }));
			const [, context] = /"context":"([0-9a-f-]+)"/.exec(tree) ?? [];
			// What Firefox itself does for a click on the icon or its key: gives access to the tab and tells the extension.
			const expression = `(async () => {
				const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
				const { extension } = WebExtensionPolicy.getByID("${firefoxId}");
				ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
				const panel = () => document.getElementById("sidebar")?.contentDocument?.getElementById("webext-panels-browser");
				for (let n = 0; n < 100 && !panel()?.currentURI?.spec.startsWith("moz-extension:"); n += 1)
					await new Promise((resolve) => setTimeout(resolve, 100));
				return panel()?.currentURI?.spec ?? "no sidebar";
			})()`;
			const answer = JSON.stringify(
				await bidi("script.evaluate", { target: { context }, awaitPromise: true, expression }),
			);
			return /moz-extension:[^"]*/.exec(answer)?.[0] ?? answer;
		},
		close: () => firefox.close(),
	};
}
