import { accessSync, constants, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { run, runNode } from "./run.mjs";
import { ScriptError, say } from "./say.mjs";

/** @typedef {"chromium" | "firefox"} BrowserName */

/** @type {Record<BrowserName, { variable: string, names: string[], apart: string[], playwright: RegExp, inside: string[] }>} */
const browsers = {
	chromium: {
		variable: "CHROMIUM",
		names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
		apart: [
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
		],
		playwright: /^chromium-\d+$/,
		inside: [
			"chrome-linux64/chrome",
			"chrome-linux-arm64/chrome",
			"chrome-linux/chrome",
			"chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
			"chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
		],
	},
	firefox: {
		variable: "FIREFOX",
		names: ["firefox-esr", "firefox"],
		apart: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
		playwright: /^firefox-\d+$/,
		inside: ["firefox/firefox", "firefox/Nightly.app/Contents/MacOS/firefox"],
	},
};

/** @param {string} path */
function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** @param {RegExp} folder @param {readonly string[]} inside */
function downloadedByPlaywright(folder, inside) {
	const cache = process.platform === "darwin" ? "Library/Caches/ms-playwright" : ".cache/ms-playwright";
	const base = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), cache);
	try {
		const found = readdirSync(base).filter((name) => folder.test(name));
		return found.flatMap((name) => inside.map((path) => join(base, name, path)));
	} catch {
		return [];
	}
}

/**
 * The first one there is: named by the environment (CHROMIUM, FIREFOX), on the PATH, in its usual place, or downloaded by Playwright.
 * @param {BrowserName} name
 * @returns {string | undefined} absolute path
 */
export function findBrowser(name) {
	const { variable, names, apart, playwright, inside } = browsers[name];
	const named = process.env[variable];
	if (named) {
		if (isExecutable(named)) return named;
		throw new ScriptError(
			`${variable}="${named}" is no program that can be run. For instance: ${variable}=/usr/bin/${names[0]}`,
		);
	}
	const folders = (process.env.PATH ?? "").split(delimiter).concat("/usr/bin", "/usr/local/bin", "/snap/bin");
	const onPath = names.flatMap((one) => folders.map((folder) => join(folder, one)));
	return [...onPath, ...apart, ...downloadedByPlaywright(playwright, inside)].find(isExecutable);
}

/** @param {string} program */
const hasProgram = (program) =>
	(process.env.PATH ?? "").split(delimiter).some((folder) => isExecutable(join(folder, program)));

/**
 * Makes sure that there is a Chromium and a Firefox: one that is there, else from the system's packages, else Playwright's
 * download. Throws {@link ScriptError} when none of these gave one.
 */
export async function ensureBrowsers() {
	const missing = () => /** @type {BrowserName[]} */ (["chromium", "firefox"]).filter((name) => !findBrowser(name));
	let left = missing();
	if (left.length > 0 && process.getuid?.() === 0 && hasProgram("apt-get")) {
		const packages = left.map((name) => (name === "firefox" ? "firefox-esr" : name));
		say(`No ${left.join(" and no ")} here: installing ${packages.join(" and ")} with apt-get`);
		const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
		await run("apt-get", ["update", "-qq"], { env, quiet: true });
		await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env, quiet: true });
		left = missing();
	}
	if (left.length > 0) {
		say(`No ${left.join(" and no ")} here: letting Playwright download it`);
		await runNode(["node_modules/playwright-core/cli.js", "install", ...left], { stdout: "stderr" });
		left = missing();
	}
	if (left.length > 0) {
		throw new ScriptError(
			`There is no ${left.join(" and no ")} on this machine, and neither apt-get nor Playwright could install it. ` +
				`Install it by hand, or name it: ${left.map((name) => `${browsers[name].variable}=/path/to/${name}`).join(" ")}.`,
		);
	}
	say(`Browsers: ${findBrowser("chromium")}, ${findBrowser("firefox")}`);
}
