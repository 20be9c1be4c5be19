import puppeteer from "puppeteer-core";
import { findFirefox } from "./browsers.ts";
import { callOf, type HostBrowser, type HostBrowserOptions, type HostPage, poll } from "./host-browser.ts";

/** A headless Firefox under puppeteer-core, over WebDriver BiDi. */
export async function launchFirefoxHost({ timeZone, viewport }: HostBrowserOptions): Promise<HostBrowser> {
	const browser = await puppeteer.launch({
		browser: "firefox",
		executablePath: findFirefox(),
		headless: true,
		defaultViewport: viewport,
		env: { ...process.env, TZ: timeZone },
		extraPrefsFirefox: { "intl.accept_languages": "nl-NL, nl" },
	});
	return {
		async newPage() {
			const page = await browser.newPage();
			const said: string[] = [];
			const asked: string[] = [];
			page.on("console", (message) => void (/warn|error/.test(message.type()) && said.push(message.text())));
			page.on("pageerror", (error) => void said.push(`thrown: ${error instanceof Error ? error.message : error}`));
			page.on("request", (request) => void asked.push(request.url()));
			const evaluate: HostPage["evaluate"] = (work, ...given) => page.evaluate(callOf(work, given));
			return {
				open: async (url) => void (await page.goto(url, { waitUntil: "load" })),
				evaluate,
				waitFor: (what, work, ...given) => poll(what, () => evaluate(work, ...given)),
				requests: async () => asked,
				said: () => said,
				close: () => page.close(),
			};
		},
		close: () => browser.close(),
	};
}
