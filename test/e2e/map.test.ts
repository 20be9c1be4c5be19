import { createServer, type Server } from "node:http";
import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { launchChromium } from "../support/browsers.ts";
import { sharedService } from "../support/shared-service.ts";

/**
 * The map in a partner's page on another origin, under the strictest policy: the images come from a third party, which
 * must hear nothing before the visitor chooses. PDOK itself is stood in for, so that tests need no network.
 */

const pdok = "https://service.pdok.nl";
const tile =
	'<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path fill="#dde5d6" d="M0 0h256v256H0z"/></svg>';

describe("the map in a partner's page under default-src 'none' and Trusted Types", () => {
	const service = sharedService();
	let partner: Server;
	let partnerUrl: string;
	let browser: Browser;

	beforeAll(async () => {
		partner = createServer((request, response) => {
			const { url } = service;
			const images = request.url === "/without-images" ? "'none'" : pdok;
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.setHeader(
				"content-security-policy",
				`default-src 'none'; script-src ${url}; connect-src ${url}; img-src ${images}; require-trusted-types-for 'script'; trusted-types 'none'`,
			);
			response.end(
				`<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width"><title>Partner</title><script src="${url}/embed/v1.js" async></script><main><h1>Agenda</h1><techniek-events region="midden-brabant" view="map" heading-level="2"></techniek-events></main>`,
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

	/** The page with its list, what its console says, and what PDOK is asked. */
	async function open(path = "/", options: BrowserContextOptions = {}) {
		const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1200, height: 900 }, ...options });
		const asked: { url: string; referrer: string | undefined }[] = [];
		await context.route(`${pdok}/**`, async (route) => {
			asked.push({ url: route.request().url(), referrer: route.request().headers().referer });
			await route.fulfill({ contentType: "image/svg+xml", body: tile });
		});
		const page = await context.newPage();
		const said: string[] = [];
		page.on("console", (message) => said.push(message.text()));
		page.on("pageerror", (error) => said.push(`thrown: ${error.message}`));
		await page.goto(partnerUrl + path);
		await page.locator("[part=item]").first().waitFor();
		const button = page.getByRole("button", { name: "Toon kaart" });
		await button.waitFor();
		return { page, said, asked, button, pins: page.locator(".pin") };
	}

	/** How many listeners the page's document and window have. */
	async function listeners(page: Page) {
		const session: CDPSession = await page.context().newCDPSession(page);
		let count = 0;
		for (const expression of ["document", "window"]) {
			const { result } = await session.send("Runtime.evaluate", { expression });
			if (!result.objectId) throw new Error(`no ${expression}`);
			count += (await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId })).listeners.length;
		}
		await session.detach();
		return count;
	}

	it("asks PDOK for images only after the visitor chose to, without telling it where from, and violates nothing", async () => {
		const { page, said, asked, button, pins } = await open();
		await page.waitForTimeout(500);
		expect(asked).toEqual([]);
		await button.click();
		await pins.first().waitFor();
		await page.locator(".leaflet-tile-loaded").first().waitFor();
		for (const { url, referrer } of asked) {
			expect(url).toMatch(
				/^https:\/\/service\.pdok\.nl\/brt\/achtergrondkaart\/wmts\/v2_0\/standaard\/EPSG:3857\/\d+\/\d+\/\d+\.png$/,
			);
			expect(referrer).toBeUndefined();
		}
		// Zooming throws images away, which must not be done with an image that the policy forbids.
		for (const name of ["Zoom in", "Zoom uit", "Zoom uit"]) {
			await page.getByRole("button", { name }).click();
			await page.waitForTimeout(400);
		}
		expect(said.filter((line) => !line.includes("favicon"))).toEqual([]);
		expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(["", 0]);
		await page.context().close();
	});

	it("is used with the keyboard alone", async () => {
		const { page, button, pins } = await open();
		await button.focus();
		await page.keyboard.press("Enter");
		await pins.first().waitFor();
		const focused = () =>
			page.evaluate(() => {
				const inner = document.activeElement?.shadowRoot?.activeElement;
				return inner?.getAttribute("aria-label") ?? inner?.textContent?.trim();
			});
		expect(await focused()).toBe("Kaart met activiteiten");
		await page.keyboard.press("Tab");
		const marker = await pins.first().getAttribute("aria-label");
		expect(await focused()).toBe(marker);
		await page.keyboard.press("Enter");
		await page.locator(".spot").waitFor();
		expect(marker).toContain(await focused());
		await page.keyboard.press("Tab");
		expect(await focused()).toBe("Sluiten");
		await page.keyboard.press("Escape");
		await page.locator(".spot").waitFor({ state: "detached" });
		expect(await focused()).toBe(marker);
		await page.context().close();
	});

	it("leaves the page's wheel alone until the visitor is in the map", async () => {
		const { page, button, pins } = await open();
		await button.click();
		await pins.first().waitFor();
		await page.mouse.click(600, 20);
		await page.locator(".map").hover();
		const count = await pins.count();
		await page.mouse.wheel(0, 200);
		await page.waitForFunction(() => scrollY > 100);
		expect(await pins.count()).toBe(count);
		await page.evaluate(() => scrollTo(0, 0));
		await page.locator(".map").click({ position: { x: 300, y: 20 } });
		await page.mouse.wheel(0, 400);
		await expect.poll(() => pins.count()).toBeLessThan(count);
		expect(await page.evaluate(() => scrollY)).toBe(0);
		await page.context().close();
	});

	it("takes two fingers to move on a telephone, and gives axe nothing to find there", async () => {
		const { page, button, pins } = await open("/", {
			viewport: { width: 360, height: 740 },
			hasTouch: true,
			isMobile: true,
		});
		await button.tap();
		await pins.first().waitFor();
		expect(await page.locator(".map").evaluate((map) => getComputedStyle(map).touchAction)).toBe("pan-x pan-y");
		expect(await page.getByText("Verschuif de kaart met twee vingers.").isVisible()).toBe(true);
		await pins.first().tap();
		await page.locator(".spot").waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		await page.context().close();
	});

	it("tells the partner that img-src keeps the images out, and the visitor that the list has everything", async () => {
		const { page, said, asked, button, pins } = await open("/without-images");
		await button.click();
		await page.getByText("De kaartbeelden zijn nu niet te laden.").waitFor();
		await expect.poll(() => said.filter((line) => line.startsWith("<techniek-events>"))).toHaveLength(1);
		expect(said.find((line) => line.startsWith("<techniek-events>"))).toContain(`${pdok} zijn niet te laden`);
		expect(asked).toEqual([]);
		expect(await pins.count()).toBeGreaterThan(3);
		expect(await page.locator("[part=item]").count()).toBeGreaterThan(20);
		await page.context().close();
	});

	it("takes all its listeners along when the list is removed", async () => {
		const { page, button, pins } = await open();
		const before = await listeners(page);
		await button.click();
		await pins.first().waitFor();
		await page.locator(".map").focus();
		expect(await listeners(page)).toBeGreaterThan(before);
		await page.evaluate(() => document.querySelector("techniek-events")?.remove());
		await expect.poll(() => listeners(page)).toBeLessThanOrEqual(before);
		await page.context().close();
	});
});
