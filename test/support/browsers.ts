import { type Browser, chromium, type LaunchOptions } from "playwright-core";
// Shared with `npm test`, which makes sure that there is one before any test asks.
import { adviceFor, type BrowserName, findBrowser, findPageBrowser } from "../../scripts/lib/browsers.mjs";

/**
 * Our tests open our own pages only, and run in containers and as root, where Chromium's sandbox cannot start. Without the
 * others a Chromium on a closed network spends its first seconds, and our measurements, calling home.
 */
export const chromiumFlags: readonly string[] = [
	"--no-sandbox",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/** Path of an executable Chromium. Throws with a sentence that says how to get one. */
export function findChromium(): string {
	return required("chromium");
}

/** Path of an executable Firefox, for puppeteer-core. Throws with a sentence that says how to get one. */
export function findFirefox(): string {
	return required("firefox");
}

/** Path of WebKitGTK's WebDriver server. Throws with a sentence that says how to get one. */
export function findWebkit(): string {
	return required("webkit");
}

function required(name: BrowserName): string {
	const path = findBrowser(name);
	if (path) return path;
	throw new Error(adviceFor([name]));
}

/** A headless Chromium for pages under playwright-core. Close it when done. */
export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
	return chromium.launch({
		executablePath: findPageBrowser() ?? findChromium(),
		...options,
		args: [...chromiumFlags, ...(options.args ?? [])],
	});
}
