import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { adviceFor, findBrowser, findPageBrowser } from "./browsers.mjs";

let folder: string;
const before = { ...process.env };

function program(path: string): string {
	const file = join(folder, path);
	mkdirSync(join(file, ".."), { recursive: true });
	writeFileSync(file, "#!/bin/sh\n");
	chmodSync(file, 0o755);
	return file;
}

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "regiotechniek-browsers-"));
});
afterEach(() => {
	process.env = { ...before };
	rmSync(folder, { recursive: true, force: true });
});

it("takes the browser that the environment names before any other", () => {
	process.env.CHROMIUM = program("mine");
	process.env.PATH = join(folder, "bin");
	program("bin/chromium");
	expect(findBrowser("chromium")).toBe(join(folder, "mine"));
});

it("names the variable and an example when what it names cannot be run", () => {
	process.env.FIREFOX = join(folder, "missing");
	expect(() => findBrowser("firefox")).toThrow(/FIREFOX=".*missing".*For instance: FIREFOX=\/usr\/bin\/firefox-esr/);
});

it("finds a browser on the PATH", () => {
	delete process.env.CHROMIUM;
	process.env.PATH = join(folder, "bin");
	const own = program("bin/chromium");
	expect(findBrowser("chromium")).toBe(own);
});

it("finds WebKitGTK by its driver, or by the name that the environment gives", () => {
	delete process.env.WEBKIT;
	process.env.PATH = join(folder, "bin");
	const own = program("bin/WebKitWebDriver");
	expect(findBrowser("webkit")).toBe(own);
	process.env.WEBKIT = program("mine");
	expect(findBrowser("webkit")).toBe(join(folder, "mine"));
});

it("names the packages and the variables for what could not be installed", () => {
	expect(adviceFor(["webkit", "screen"])).toBe(
		"There is no webkit and no Xvfb (a screen for WebKitGTK) on this machine, and it could not be installed from here. " +
			"Install it by hand, on Debian and Ubuntu: apt-get install webkit2gtk-driver xvfb; " +
			"or name it: WEBKIT=/path/to/WebKitWebDriver.",
	);
	expect(adviceFor(["screen"])).toMatch(/apt-get install xvfb\.$/);
});

it("opens pages in the quick Chromium when there is one, and in the one that the environment names before it", () => {
	delete process.env.CHROMIUM;
	delete process.env.CHROMIUM_SHELL;
	process.env.PATH = join(folder, "bin");
	const quick = program("bin/chromium-headless-shell");
	expect(findPageBrowser()).toBe(quick);
	process.env.CHROMIUM = program("mine");
	expect(findPageBrowser()).toBe(join(folder, "mine"));
});
