import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesUnder, hashOf, isStale, readStamps, writeStamp } from "./stamps.mjs";

let root: string;
const target = { inputs: ["source", "settings.json"], except: ["source/other"], outputs: ["dist/made.js"] };

function put(name: string, content: string) {
	mkdirSync(dirname(join(root, name)), { recursive: true });
	writeFileSync(join(root, name), content);
}

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "regiotechniek-stamps-"));
	put("settings.json", "{}");
	put("source/a.ts", "a");
	put("source/deep/b.ts", "b");
	put("source/a.test.ts", "test");
	put("source/a.browser.test.ts", "test");
	put("source/other/c.ts", "c");
	put("dist/made.js", "made");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the inputs of a target", () => {
	it("are all files under its paths, without tests, exceptions and what is not there", () => {
		expect(filesUnder(root, [...target.inputs, "missing"], target.except)).toEqual([
			"settings.json",
			"source/a.ts",
			"source/deep/b.ts",
		]);
	});

	it("hash to the same whatever the time on the files, as in a fresh clone", () => {
		const before = hashOf(root, target);
		utimesSync(join(root, "source/a.ts"), 0, 0);
		expect(hashOf(root, target)).toBe(before);
	});

	it("hash to something else when text moves from one file to its neighbour", () => {
		put("source/a.ts", "ab");
		put("source/deep/b.ts", "");
		const together = hashOf(root, target);
		put("source/a.ts", "a");
		put("source/deep/b.ts", "b");
		expect(hashOf(root, target)).not.toBe(together);
	});
});

describe("a target", () => {
	const stamped = () => hashOf(root, target);

	it("is fresh while nothing changed", () => expect(isStale(root, target, stamped())).toBe(false));

	it("is stale when it was never built", () => expect(isStale(root, target, undefined)).toBe(true));

	it.each([
		["changes", () => put("source/deep/b.ts", "new")],
		["is added", () => put("source/new.ts", "")],
		["is removed", () => rmSync(join(root, "source/a.ts"))],
		["gets another name", () => renameSync(join(root, "source/a.ts"), join(root, "source/z.ts"))],
	])("is stale when an input %s", (_, change) => {
		const stamp = stamped();
		change();
		expect(isStale(root, target, stamp)).toBe(true);
	});

	it("stays fresh when a test or an exception changes", () => {
		const stamp = stamped();
		put("source/a.test.ts", "another test");
		put("source/other/c.ts", "another");
		expect(isStale(root, target, stamp)).toBe(false);
	});

	it("is stale when what it made is gone", () => {
		const stamp = stamped();
		rmSync(join(root, "dist"), { recursive: true });
		expect(isStale(root, target, stamp)).toBe(true);
	});
});

describe("stamps", () => {
	it("are kept a target each", () => {
		const file = join(root, "dist/.stamps.json");
		writeStamp(file, "one", "1");
		writeStamp(file, "two", "2");
		writeStamp(file, "one", "3");
		expect(readStamps(file)).toEqual({ one: "3", two: "2" });
	});

	it.each(["", "{", "null", '{"one": 1}'])("written as %j count as none", (text) => {
		put("stamps.json", text);
		expect(readStamps(join(root, "stamps.json"))).toEqual({});
	});
});
