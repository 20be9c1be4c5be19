import { accessSync, constants, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { run, runNode } from "./run.mjs";
import { ScriptError, say } from "./say.mjs";

/** @typedef {"chromium" | "shell" | "firefox" | "webkit"} BrowserName */

/** @type {Record<BrowserName, { variable: string, names: string[], packages: string[], apart: string[], playwright?: RegExp, inside: string[] }>} */
const browsers = {
	chromium: {
		variable: "CHROMIUM",
		names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
		packages: ["chromium"],
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
	// Chromium without windows: the same engine, but opening a page takes a fifth of the work. It knows no extensions.
	shell: {
		variable: "CHROMIUM_SHELL",
		names: ["chromium-headless-shell", "chrome-headless-shell"],
		packages: ["chromium-headless-shell"],
		apart: [],
		playwright: /^chromium_headless_shell-\d+$/,
		inside: [
			"chrome-headless-shell-linux64/chrome-headless-shell",
			"chrome-linux/headless_shell",
			"chrome-headless-shell-mac-arm64/chrome-headless-shell",
			"chrome-headless-shell-mac-x64/chrome-headless-shell",
		],
	},
	firefox: {
		variable: "FIREFOX",
		names: ["firefox-esr", "firefox"],
		packages: ["firefox-esr"],
		apart: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
		playwright: /^firefox-\d+$/,
		inside: ["firefox/firefox", "firefox/Nightly.app/Contents/MacOS/firefox"],
	},
	// WebKitGTK's, which starts the browser that belongs to it. Playwright's own WebKit speaks no WebDriver.
	webkit: {
		variable: "WEBKIT",
		names: ["WebKitWebDriver"],
		packages: ["webkit2gtk-driver"],
		apart: ["/usr/lib/webkit2gtk-4.1/WebKitWebDriver", "/usr/libexec/webkit2gtk-4.1/WebKitWebDriver"],
		inside: [],
	},
};

/** WebKitGTK draws on a screen only; a test brings its own. */
const screen = { program: "Xvfb", package: "xvfb" };

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
 * The first one there is: named by the environment (CHROMIUM, CHROMIUM_SHELL, FIREFOX, WEBKIT), on the PATH, in its usual place, or downloaded by Playwright.
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
	return [...onPath, ...apart, ...(playwright ? downloadedByPlaywright(playwright, inside) : [])].find(isExecutable);
}

/**
 * The Chromium for pages without extensions: the one that the environment names, else the quick one, else the whole one.
 * @returns {string | undefined} absolute path
 */
export const findPageBrowser = () =>
	process.env.CHROMIUM && !process.env.CHROMIUM_SHELL
		? findBrowser("chromium")
		: (findBrowser("shell") ?? findBrowser("chromium"));

/** @param {string} program */
const hasProgram = (program) =>
	(process.env.PATH ?? "").split(delimiter).some((folder) => isExecutable(join(folder, program)));

/** What the tests cannot do without. @type {readonly BrowserName[]} */
const needed = ["chromium", "firefox", "webkit"];

/** What stands between this machine and the tests. @returns {(BrowserName | "screen")[]} */
const missing = () => [
	...needed.filter((name) => !findBrowser(name)),
	...(hasProgram(screen.program) ? [] : /** @type {const} */ (["screen"])),
];

/** @param {readonly (BrowserName | "screen")[]} left */
const packagesOf = (left) => left.flatMap((name) => (name === "screen" ? [screen.package] : browsers[name].packages));

/**
 * Makes sure that there is a Chromium, a Firefox and a WebKitGTK with a screen for it: one that is there, else from the
 * system's packages, else (Chromium and Firefox) Playwright's download. Throws {@link ScriptError} when none of these gave one.
 */
export async function ensureBrowsers() {
	let left = missing();
	const quick = findPageBrowser() !== findBrowser("chromium");
	if ((left.length > 0 || !quick) && process.getuid?.() === 0 && hasProgram("apt-get")) {
		const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
		/** @param {readonly string[]} packages */
		const install = (packages) =>
			run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env, quiet: true });
		await run("apt-get", ["update", "-qq"], { env, quiet: true });
		if (left.length > 0) {
			const packages = packagesOf(left);
			say(`No ${left.join(" and no ")} here: installing ${packages.join(" and ")} with apt-get`);
			await install(packages);
			left = missing();
		}
		// Apart: not every release of Debian has it, and without it the tests take longer, no more.
		if (!process.env.CHROMIUM && !findBrowser("shell"))
			await install(packagesOf(["shell"])).catch(() => say("No chromium-headless-shell here: the tests take longer"));
	}
	const downloads = left.filter((name) => name !== "screen" && browsers[name].playwright);
	if (downloads.length > 0) {
		say(`No ${downloads.join(" and no ")} here: letting Playwright download it`);
		await runNode(["node_modules/playwright-core/cli.js", "install", ...downloads], { stdout: "stderr" });
		left = missing();
	}
	if (left.length > 0) throw new ScriptError(adviceFor(left));
	const found = [...needed.map(findBrowser), findPageBrowser()];
	say(`Browsers: ${[...new Set(found)].join(", ")}`);
}

/**
 * What somebody does about what is missing.
 * @param {readonly (BrowserName | "screen")[]} left
 */
export function adviceFor(left) {
	const named = left.flatMap((name) => {
		if (name === "screen") return [];
		const { variable, names } = browsers[name];
		return [`${variable}=/path/to/${names[0]}`];
	});
	const words = left.map((name) => (name === "screen" ? `${screen.program} (a screen for WebKitGTK)` : name));
	return (
		`There is no ${words.join(" and no ")} on this machine, and it could not be installed from here. ` +
		`Install it by hand, on Debian and Ubuntu: apt-get install ${packagesOf(left).join(" ")}` +
		`${named.length > 0 ? `; or name it: ${named.join(" ")}` : ""}.`
	);
}
