import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { launchChromium } from "../support/browsers.ts";
import { startService, type TestService } from "../support/service.ts";

/** What a board opens: the overview at a partner's site, the years in review, and the coverage page of its staff. */

let service: TestService;
let browser: Browser;

beforeAll(async () => {
	service = await startService();
	browser = await launchChromium();
});
afterAll(async () => {
	await browser?.close();
	await service?.stop();
});

async function open(path: string, width: number, colorScheme: "light" | "dark" = "light") {
	const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, locale: "nl-NL" });
	const said: string[] = [];
	page.on("console", (message) => said.push(message.text()));
	page.on("pageerror", (error) => said.push(`thrown: ${error.message}`));
	await page.goto(service.url + path);
	return { page, said };
}

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

it.each([
	["/midden-brabant/review/2023", 360, "dark"],
	["/midden-brabant/review/2023?lang=en", 1280, "light"],
	["/midden-brabant/review", 360, "light"],
] as const)("gives %s at %i pixels, %s, to everybody", async (path, width, scheme) => {
	const { page, said } = await open(path, width, scheme);
	expect(await axeFindings(page)).toEqual([]);
	expect(await wider(page)).toBeLessThanOrEqual(0);
	expect(said).toEqual([]);
	await page.close();
});

it("prints a year in review as a report: a cover, and no more of the site", async () => {
	const { page } = await open("/midden-brabant/review/2023", 1280);
	await page.emulateMedia({ media: "print" });
	expect(await page.locator("header.bar").isVisible()).toBe(false);
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
	const sheets = pdf.match(/\/Type ?\/Page\b/g)?.length ?? 0;
	expect(sheets).toBeGreaterThan(5);
	expect(sheets).toBeLessThan(20);
	await page.close();
});

it("shows a region's dashboard, network and coverage on one page, with nothing against its policy", async () => {
	const { page, said } = await open("/demo/overview/?region=oost", 360);
	expect(await page.locator("h1").textContent()).toContain("Oost");
	expect(await page.locator("[data-region-review]").getAttribute("href")).toBe("/oost/review/2016");
	await page.locator("techniek-dashboard [part=item]").first().waitFor();
	await page.locator("techniek-network canvas, techniek-network svg").first().waitFor();
	const matrix = page.locator("techniek-initiatives .coverage-table");
	await matrix.waitFor();
	await page.locator("techniek-initiatives select[name=rows]").selectOption("national-action");
	await page.locator("techniek-initiatives td.connects", { hasText: "Sluit niet aan" }).first().waitFor();
	expect(await matrix.locator("td.connects", { hasText: /✓\s*Sluit aan/ }).count()).toBe(7);
	const cell = matrix.locator(".cell").first();
	const words = await cell.getAttribute("aria-label");
	await cell.focus();
	await page.keyboard.press("Enter");
	const heading = page.locator("techniek-initiatives #coverage-open");
	await heading.waitFor();
	expect((await heading.textContent())?.trim()).toBe(words);
	expect(await heading.evaluate((element) => element.matches(":focus"))).toBe(true);
	const listed = await page.locator("techniek-initiatives .coverage-open [part=item]").count();
	expect(words).toContain(`: ${listed} `);
	expect(await axeFindings(page)).toEqual([]);
	expect(await wider(page)).toBeLessThanOrEqual(0);
	await page.locator("techniek-initiatives .coverage-open .plain").click();
	await heading.waitFor({ state: "detached" });
	expect(await cell.evaluate((element) => element.matches(":focus"))).toBe(true);
	expect(said).toEqual([]);
	await page.close();
});

it("shows staff the coverage of a region, beside another, with a cell's initiatives", async () => {
	const { page } = await open("/workbench/", 360);
	const { token } = service;
	const signedIn = await page.evaluate(
		async (body) =>
			(await fetch("/api/v1/session", { method: "POST", headers: { "content-type": "application/json" }, body }))
				.status,
		JSON.stringify({ token: await token("editor") }),
	);
	expect(signedIn).toBe(200);
	await page.goto(`${service.url}/workbench/#/coverage?region=flevoland&columns=scale`);
	await page.reload();
	await page.locator(".coverage-table").waitFor();
	await page.locator("#coverage-with").selectOption("oost");
	await page.locator(".coverage-table caption", { hasText: "Flevoland · Oost" }).waitFor();
	expect(page.url()).toContain("with=oost");
	await page.locator(".coverage-table .cell").first().click();
	await page.locator("#coverage-open").waitFor();
	expect(await page.locator(".coverage-open li a").count()).toBeGreaterThan(1);
	expect(await axeFindings(page)).toEqual([]);
	expect(await wider(page)).toBeLessThanOrEqual(0);
	await page.close();
});
