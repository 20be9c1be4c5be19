import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { randomFrom } from "../../test/support/random.ts";
import { budgets, measureSizes, sizeTable } from "./sizes.mjs";

/** Text that hardly compresses, so that its size over the wire is about its length. */
function noise(length: number): string {
	const random = randomFrom(1);
	return Array.from({ length }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join("");
}

describe("what a page loads from us", () => {
	let root: string;
	const write = (file: string, text: string) => {
		const path = join(root, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	};
	const weighed = (file: string) => measureSizes(root).find((size) => size.file === file);

	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), "regiotechniek-sizes-"));
		for (const { file } of budgets) write(file, "export {};");
	});
	afterEach(() => rmSync(root, { recursive: true }));

	it("lets a school's page load at most 12,000 bytes before the first list", () => {
		const [text, more] = [noise(14_000), noise(15_500)];
		expect(brotliCompressSync(text).length).toBeLessThan(12_000);
		expect(brotliCompressSync(more).length).toBeGreaterThan(12_000);
		write("dist/embed/v1.js", text);
		expect(weighed("dist/embed/v1.js")).toMatchObject({ good: true, raw: 14_000 });
		write("dist/embed/v1.js", more);
		expect(weighed("dist/embed/v1.js")).toMatchObject({ good: false });
		expect(sizeTable(measureSizes(root))).toContain("OVER BUDGET");
	});

	it("names each part by what it is, without its hash, and the pinned file", () => {
		write("dist/embed/1.2.3/month-1a2b3c4d.js", "1");
		write("dist/embed/1.2.3/whole-feed-Zx_-90aB.js", "2");
		write("dist/embed/1.2.3/techniek.js", "3");
		write("dist/embed/1.2.3/techniek.js.br", "4");
		write("dist/embed/1.2.3/integrity.json", "{}");
		const others = measureSizes(root).filter(({ budget }) => budget === undefined);
		expect(others.map(({ page, file }) => [page, file])).toEqual([
			["+ month, when it is used", "dist/embed/1.2.3/month-1a2b3c4d.js"],
			["+ whole-feed, when it is used", "dist/embed/1.2.3/whole-feed-Zx_-90aB.js"],
			["a page that pins a version: everything in one", "dist/embed/1.2.3/techniek.js"],
		]);
	});

	it("does not call a file good that was not built", () => {
		rmSync(join(root, "dist"), { recursive: true });
		expect(measureSizes(root).map(({ good }) => good)).toEqual(budgets.map(() => false));
		expect(sizeTable(measureSizes(root))).toContain("NOT BUILT");
	});
});
