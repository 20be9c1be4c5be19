import { createServer, type Server } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../support/browsers.ts";
import { sharedService } from "../support/shared-service.ts";

/** A partner's server that puts the inventory's snippet in its page, as a server-side include does. */

declare global {
	interface Window {
		/** Sum of the layout shifts so far. */
		shifted: number;
	}
}

const watchShifts = () => {
	window.shifted = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if ("value" in entry) window.shifted += Number(entry.value);
	}).observe({ type: "layout-shift", buffered: true });
};

describe("a snippet that a partner's server puts in its page", () => {
	const service = sharedService();
	let partner: Server;
	let partnerUrl: string;
	let browser: Browser;
	/** Left out of the page as it goes out, to see what the visitor has without it. */
	let without: RegExp | undefined;

	beforeAll(async () => {
		partner = createServer(async (request, response) => {
			const snippet = await (await fetch(`${service.url}/snippets${request.url}`)).text();
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.end(
				`<!doctype html><html lang="nl"><title>Partner</title><body><h1>Onze school</h1>${without ? snippet.replace(without, "") : snippet}<footer>Onderaan</footer>`,
			);
		});
		await new Promise<void>((resolve) => partner.listen(0, "127.0.0.1", resolve));
		const address = partner.address();
		partnerUrl = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
		browser = await launchChromium();
	});
	afterAll(async () => {
		await browser?.close();
		await new Promise((resolve) => partner.close(resolve));
	});

	async function open(path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
		const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...options });
		const page = await context.newPage();
		if (options.javaScriptEnabled !== false) await page.addInitScript(watchShifts);
		await page.goto(partnerUrl + path);
		return page;
	}

	it.each(["events", "opportunities", "initiatives"])("shows %s without JavaScript", async (kind) => {
		const page = await open(`/midden-brabant/${kind}?limit=5`, { javaScriptEnabled: false });
		expect(await page.locator("[part=item]").count()).toBe(5);
		expect(await page.locator("[part=item] [part=title]").first().isVisible()).toBe(true);
		// The plain list is for where the template was taken away.
		expect(await page.locator(`techniek-${kind} > ul`).isVisible()).toBe(false);
		await page.context().close();
	});

	it("leaves a plain list with links where the system takes the template and the script away", async () => {
		without = /<script.*?<\/script>|<template[\s\S]*<\/template>/g;
		const page = await open("/midden-brabant/events?limit=5");
		without = undefined;
		expect(await page.locator("techniek-events > ul > li > a").count()).toBe(5);
		expect(await page.locator("techniek-events > ul").isVisible()).toBe(true);
		await page.context().close();
	});

	it.each([
		["events", "?limit=8&place=Tilburg"],
		["opportunities", "?limit=8"],
		["initiatives", "?limit=8&lang=en"],
	])("becomes the living list of %s without anything on the page moving", async (kind, query) => {
		const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
		const page = await context.newPage();
		await page.addInitScript(watchShifts);
		let answer = () => {};
		const asked = new Promise<void>((resolve) => {
			answer = resolve;
		});
		// The feed waits until we have looked at what the server wrote.
		await page.route("**/feeds/**", async (route) => {
			await asked;
			await route.continue();
		});
		await page.goto(`${partnerUrl}/midden-brabant/${kind}${query}`);
		const element = page.locator(`techniek-${kind}`);
		await element.locator("style").waitFor({ state: "attached" });
		const boxes = () =>
			page.evaluate(
				(name) =>
					[...(document.querySelector(name)?.shadowRoot?.querySelectorAll("[part], form, .foot *") ?? [])].map(
						(one) => {
							const { x, y, width, height } = one.getBoundingClientRect();
							return [one.localName, ...[x, y, width, height].map((side) => Math.round(side * 10) / 10)].join(" ");
						},
					),
				`techniek-${kind}`,
			);
		const before = await boxes();
		expect(before.length).toBeGreaterThan(30);
		// A page that comes in piece by piece grows, with or without us: from here on nothing may move.
		await page.evaluate(() => {
			window.shifted = 0;
		});
		answer();
		// The style element goes when the element draws for itself.
		await page.waitForFunction(
			(name) => !document.querySelector(name)?.shadowRoot?.querySelector("style"),
			`techniek-${kind}`,
		);
		expect(await boxes()).toEqual(before);
		expect(await page.evaluate(() => window.shifted)).toBe(0);
		expect(await element.evaluate((one) => one.matches(":state(ready)"))).toBe(true);
		await element.locator("[name=q]").fill("techniek");
		await element.locator(".chip").first().waitFor();
		await context.close();
	});

	it("keeps what the server wrote when the feed cannot be reached", async () => {
		const context = await browser.newContext({ locale: "nl-NL" });
		const page = await context.newPage();
		await page.route("**/feeds/**", (route) => route.abort());
		await page.goto(`${partnerUrl}/midden-brabant/events?limit=5`);
		await page.waitForFunction(() => document.querySelector("techniek-events")?.matches(":state(error)"));
		expect(await page.locator("[part=item]").count()).toBe(5);
		await context.close();
	});

	it("refuses what it does not understand, in a sentence", async () => {
		const answer = await fetch(`${service.url}/snippets/midden-brabant/events?plaats=Tilburg`);
		expect(answer.status).toBe(400);
		expect(await answer.json()).toMatchObject({ title: "plaats=Tilburg begrijpen we niet." });
		expect((await fetch(`${service.url}/snippets/midden-brabant/indicators`)).status).toBe(404);
	});
});
