import { createServer, type Server } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../support/browsers.ts";
import { sharedService } from "../support/shared-service.ts";

/** A partner's page on another origin, under the strictest policy that the widgets promise to work with. */

const widgets: Record<string, string> = {
	"/events": `<techniek-events region="midden-brabant" limit="5"><a href="#">Agenda</a></techniek-events>`,
	"/opportunities": `<div data-techniek="opportunities" data-region="midden-brabant" data-limit="5"></div>`,
	"/initiatives": `<techniek-initiatives region="flevoland" limit="5"></techniek-initiatives>`,
	"/wrong": `<techniek-events region="atlantis"><a href="#">Agenda</a></techniek-events>`,
};

describe("a partner's page under default-src 'none' and Trusted Types", () => {
	const service = sharedService();
	let partner: Server;
	let partnerUrl: string;
	let browser: Browser;

	beforeAll(async () => {
		partner = createServer((request, response) => {
			const { url } = service;
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.setHeader(
				"content-security-policy",
				`default-src 'none'; script-src ${url}; connect-src ${url}; img-src ${url}; require-trusted-types-for 'script'; trusted-types 'none'`,
			);
			response.end(
				`<!doctype html><html lang="nl"><title>Partner</title><script src="${url}/embed/v1.js" async></script>${widgets[request.url ?? ""] ?? ""}`,
			);
		});
		await new Promise<void>((resolve) => partner.listen(0, "127.0.0.1", resolve));
		const address = partner.address();
		// Another name than the service's, so that nothing is same-origin or same-site by chance.
		partnerUrl = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
		browser = await launchChromium();
	});
	afterAll(async () => {
		await browser?.close();
		await new Promise((resolve) => partner.close(resolve));
	});

	async function open(path: string): Promise<{ page: Page; said: string[]; asked: string[] }> {
		const page = await browser.newPage({ locale: "nl-NL" });
		const said: string[] = [];
		const asked: string[] = [];
		page.on("console", (message) => said.push(message.text()));
		page.on("pageerror", (error) => said.push(`thrown: ${error.message}`));
		page.on("request", (request) => asked.push(new URL(request.url()).origin));
		await page.goto(partnerUrl + path);
		return { page, said, asked };
	}

	it.each(["/events", "/opportunities", "/initiatives"])(
		"shows %s, and more of them, with no violation and no third party",
		async (path) => {
			const { page, said, asked } = await open(path);
			const items = page.locator("[part=item]");
			await items.first().waitFor();
			expect(await items.count()).toBe(5);
			await page.locator("[part=more]").click();
			await items.nth(9).waitFor();
			expect(said.filter((line) => !line.includes("favicon"))).toEqual([]);
			expect(new Set(asked)).toEqual(new Set([partnerUrl, service.url]));
			expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(["", 0]);
			await page.close();
		},
	);

	it("keeps the fallback and tells the partner in one sentence when the region is wrong", async () => {
		const { page, said } = await open("/wrong");
		await page.locator("techniek-events [part=message]", { hasText: "niet bereikbaar" }).waitFor();
		expect(await page.locator("techniek-events > a").isVisible()).toBe(true);
		expect(said.filter((line) => line.startsWith("<techniek-events>"))).toEqual([
			expect.stringContaining("404: Deze feed bestaat niet"),
		]);
		await page.close();
	});
});
