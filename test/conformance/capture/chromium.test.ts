import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { Captured } from "../../../extension/draft/fields.ts";
import { launchChromium } from "../../support/browsers.ts";
import { capturePage, now, parts, readPages } from "./pages.ts";

const script = fileURLToPath(new URL("../../../dist/extension-chromium/capture.js", import.meta.url));

/** What differs by right: the moment, and where a browser keeps less than what was written. */
const comparable = ({ kind, fields, candidates, facts, notes, unreadable }: Captured) => ({
	kind,
	fields,
	candidates,
	facts: facts ?? {},
	notes,
	unreadable,
});

// The measure is taken in jsdom, which is quick; this is why it may stand for what people have.
it("reads a page in Chromium as it does in jsdom, and leaves it as it was", async () => {
	const built = await readFile(script, "utf8");
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		await page.clock.setFixedTime(new Date(now));
		const all = parts.flatMap((part) => readPages(part));
		for (const labelled of all.filter((_, n) => n % 4 === 0)) {
			const { label, html, name } = labelled;
			await page.route("**/*", (route) =>
				route.request().url() === label.url
					? route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
					: route.abort(),
			);
			await page.goto(label.url, { waitUntil: "domcontentloaded" });
			const before = await page.content();
			const captured = Captured.parse(await page.evaluate(built));
			expect(comparable(captured), name).toEqual(comparable(capturePage(labelled)));
			expect(await page.content(), name).toBe(before);
			await page.unroute("**/*");
		}
	} finally {
		await browser.close();
	}
});
