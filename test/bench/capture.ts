import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { parts, readPages } from "../conformance/capture/pages.ts";
import { launchChromium } from "../support/browsers.ts";
import { bundlePeer, installPeers } from "./peers.ts";
import { median, percentile } from "./statistics.ts";

const script = fileURLToPath(new URL("../../dist/extension-chromium/capture.js", import.meta.url));

/** Most that ours may take of what defuddle takes. */
const largestRatio = 1;

/** Runs in the page: compiles and runs each script once, as an injection does, and gives the milliseconds that took. */
function timeOnce(scripts: readonly string[]): number[] {
	return scripts.map((text) => {
		const run = new Function(text);
		const start = performance.now();
		run();
		return performance.now() - start;
	});
}

async function measurePage(page: Page, url: string, html: string, scripts: readonly string[], rounds: number) {
	await page.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
	await page.goto(url, { waitUntil: "domcontentloaded" });
	const times: number[][] = [];
	for (let round = 0; round <= rounds; round++) {
		// In turns, so that nobody always meets a warm or a cold page.
		const turn = round % 2 === 0 ? scripts : scripts.toReversed();
		const measured = await page.evaluate(timeOnce, [...turn]);
		// The first round warms the page and is not counted.
		if (round > 0) times.push(round % 2 === 0 ? measured : measured.toReversed());
	}
	await page.unroute(url);
	return times;
}

/** Our capture against defuddle on every readable page of the corpus, in Chromium, side by side on the same document. */
export async function raceCapture(rounds: number): Promise<string[][]> {
	await installPeers();
	const peer = await bundlePeer("defuddle-capture");
	const ours = await readFile(script, "utf8");
	// Ours reads when it is run; its peer is loaded, then asked. Neither is kept between pages by a browser.
	const scripts = [ours, `${peer.script}\npeer.read();`];
	const pages = parts.flatMap((part) => readPages(part)).filter(({ label }) => !label.unreadable);
	const results: number[][] = [];
	const browser = await launchChromium();
	try {
		const page = await browser.newPage({ javaScriptEnabled: true });
		for (const { label, html } of pages) {
			const inert = html.replace(/<script(?![^>]*(?:ld\+json|application\/json))[^>]*>.*?<\/script>/gis, "");
			results.push(...(await measurePage(page, label.url, inert, scripts, rounds)));
		}
	} finally {
		await browser.close();
	}
	const ratio = median(results.map(([own = Number.NaN, other = Number.NaN]) => own / other));
	const row = (who: string, times: readonly number[], size: number, itsRatio: number, verdict: [string, string]) => [
		`${pages.length} pages read`,
		who,
		`${median(times).toFixed(1)} ms`,
		`${percentile(times, 0.95).toFixed(1)} ms`,
		`${itsRatio.toFixed(2)}x`,
		`${(size / 1000).toFixed(0)} kB raw`,
		"",
		...verdict,
	];
	const timesOf = (n: number) => results.map((times) => times[n] ?? Number.NaN);
	return [
		row("our capture", timesOf(0), ours.length, ratio, [
			`at most ${largestRatio.toFixed(2)}x defuddle`,
			ratio <= largestRatio ? "yes" : "NO",
		]),
		row("defuddle", timesOf(1), peer.script.length, 1, ["", ""]),
	];
}
