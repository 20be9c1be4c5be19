import type { Browser, CDPSession, Page } from "playwright-core";
import { launchChromium } from "./browsers.ts";
import { callOf, type HostBrowser, type HostBrowserOptions, type HostPage, poll } from "./host-browser.ts";

/** Chromium tells more: the page is Playwright's too. */
export interface ChromiumHostPage extends HostPage {
	readonly page: Page;
	/** The developer tools' protocol for this page. */
	protocol(): Promise<CDPSession>;
}

export async function launchChromiumHost({
	timeZone,
	viewport,
}: HostBrowserOptions): Promise<HostBrowser<ChromiumHostPage>> {
	const browser: Browser = await launchChromium({ env: { ...process.env, TZ: timeZone } });
	return {
		async newPage() {
			const page = await browser.newPage({ locale: "nl-NL", viewport });
			const said: string[] = [];
			const asked: string[] = [];
			page.on("console", (message) => void (/warning|error/.test(message.type()) && said.push(message.text())));
			page.on("pageerror", (error) => void said.push(`thrown: ${error.message}`));
			page.on("request", (request) => void asked.push(request.url()));
			const evaluate: HostPage["evaluate"] = (work, ...given) => page.evaluate(callOf(work, given));
			return {
				page,
				protocol: () => page.context().newCDPSession(page),
				open: async (url) => void (await page.goto(url)),
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
