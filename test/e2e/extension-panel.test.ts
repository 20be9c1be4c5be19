import { createServer, type Server } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { type ClipServer, goodToken, startClipServer } from "../support/clip-server.ts";
import { type ExtensionBrowser, launchWithExtension, openPanelFor } from "../support/extension-browser.ts";

const filler = "<p>Nog een alinea over andere dingen.</p>".repeat(60);
const pages: Record<string, string> = {
	"/lab": `<h1>Techlab voorbeeld</h1>${filler}<p>In het Techlab in Goirle ontdekken leerlingen van het <b>vmbo</b> elke week wat techniek voor hen kan zijn.</p>${filler}`,
	"/mens": `<h1>Meedoen voorbeeld</h1><p>Meld uw klas aan voor een bezoek bij contactpersoon Sam Voorbeeld, via sam.voorbeeld@school.example, voor eind mei.</p>`,
};

let site: Server;
let siteUrl: string;
let browser: ExtensionBrowser;
let inventory: ClipServer;

beforeAll(async () => {
	site = createServer((request, response) => {
		response.setHeader("content-type", "text/html; charset=utf-8");
		const body = pages[request.url ?? ""] ?? "";
		response.end(
			`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Pagina</title></head><body><main>${body}</main></body></html>`,
		);
	});
	await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
	const address = site.address();
	siteUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
	inventory = await startClipServer();
});
afterAll(async () => {
	await inventory.stop();
	await new Promise((resolve) => site.close(resolve));
});

const launch = async (language = "nl-NL") => {
	browser = await launchWithExtension({ language });
	await browser.connect({ address: inventory.url, token: goodToken, region: "midden-brabant" });
};
afterEach(() => browser.close());

async function clip(path: string): Promise<{ page: Page; panel: Page }> {
	const page = await browser.context.newPage();
	await page.goto(siteUrl + path);
	const panel = await openPanelFor(browser, page);
	await panel.locator("form").waitFor();
	return { page, panel };
}
const value = (panel: Page, name: string) => panel.locator(`#field-${name}`).inputValue();

describe("the form of the clipper", () => {
	beforeEach(() => launch());

	it("points at the sentence a field came from, and leaves the page's content as it was", async () => {
		const { page, panel } = await clip("/lab");
		const before = await page.content();
		const shown = panel.locator("button[data-show]");
		const name = await shown.last().getAttribute("data-show");
		await shown.last().click();
		await panel.locator(`[data-field=${name}] .evidence`, { hasText: "Aangewezen op de pagina" }).waitFor();
		const marked = await page.evaluate(() => {
			const [range] = CSS.highlights.get("regiotechniek-clipper") ?? [];
			return range instanceof Range ? { text: range.toString(), top: range.getBoundingClientRect().top } : undefined;
		});
		expect(marked?.text.length).toBeGreaterThan(3);
		expect(marked?.top).toBeGreaterThanOrEqual(0);
		expect(marked?.top).toBeLessThan(800);
		expect(await page.content()).toBe(before);
	});

	it("undoes what was changed last, field by field, by button and by key", async () => {
		const { panel } = await clip("/lab");
		const title = await value(panel, "title");
		expect(await panel.locator("#undo").isDisabled()).toBe(true);
		await panel.locator("#field-title").fill("Anders");
		await panel.locator("label", { hasText: "Kans" }).click();
		await panel.locator("input[name=kind]:checked").press("Control+z");
		expect(await panel.locator("input[name=kind]:checked").inputValue()).not.toBe("opportunity");
		await panel.locator("#undo").click();
		expect(await value(panel, "title")).toBe(title);
		expect(await panel.locator("#notice").textContent()).toContain("Teruggezet: Titel");
	});

	it("warns before personal data goes along, and leaves it out at one click", async () => {
		const { panel } = await clip("/mens");
		await panel.locator("#field-summary").fill("Mail sam.voorbeeld@school.example voor een bezoek.");
		const warning = panel.locator("[data-field=summary] .personal");
		await warning.waitFor();
		expect(await axeFindings(panel)).toEqual([]);
		await warning.locator("button", { hasText: "Laat weg" }).click();
		expect(await value(panel, "summary")).toBe("Mail voor een bezoek.");
		await panel.locator("#field-summary").fill("Mail sam.voorbeeld@school.example voor een bezoek.");
		await warning.locator("button", { hasText: "Bewust openbaar" }).click();
		await warning.waitFor({ state: "detached" });
		expect(await value(panel, "summary")).toContain("sam.voorbeeld@school.example");
	});

	it("takes selected text as the description and a link as a page of its own, from the context menu", async () => {
		const { page, panel } = await clip("/lab");
		const worker = await browser.worker();
		const choose = (info: object) =>
			worker.evaluate(
				async ({ info, url }) => {
					const [tab] = await chrome.tabs.query({ url });
					// What the browser itself does at a click in a menu.
					Reflect.apply(Reflect.get(chrome.contextMenus.onClicked, "dispatch"), chrome.contextMenus.onClicked, [
						info,
						tab,
					]);
				},
				{ info, url: `${siteUrl}/lab` },
			);
		await page.bringToFront();
		await choose({ menuItemId: "selection", selectionText: "elke week wat techniek", pageUrl: `${siteUrl}/lab` });
		await panel.waitForFunction(
			() => document.querySelector<HTMLTextAreaElement>("#field-summary")?.value === "elke week wat techniek",
		);
		expect(await panel.locator("button[data-show=summary]").count()).toBe(1);
		await choose({ menuItemId: "link", linkUrl: "https://voorbeeld.example/lab", pageUrl: `${siteUrl}/lab` });
		await panel.locator(".address", { hasText: "https://voorbeeld.example/lab" }).waitFor();
		expect(await value(panel, "sourceUrl")).toBe("https://voorbeeld.example/lab");
	});

	it("offers the labels that were used last, and says how complete the form is", async () => {
		const first = await clip("/lab");
		await first.panel.locator("details[data-field=sectors] summary").click();
		await first.panel.locator("details[data-field=sectors] label").first().click();
		await first.panel.locator("#field-title").press("Control+Enter");
		await first.panel.locator(".clip[data-state=sent]").waitFor();
		const { panel } = await clip("/mens");
		await panel.locator("label", { hasText: "Initiatief" }).click();
		const chip = panel.locator("[data-recent=sectors] button");
		await chip.click();
		await chip.waitFor({ state: "detached" });
		expect(await panel.locator("details[data-field=sectors] .hint").textContent()).toContain("1 gekozen");

		const filled = async () => Number(await panel.locator("#completeness").getAttribute("value"));
		const before = await filled();
		await panel.locator("details[data-field=audiences] summary").click();
		await panel.locator("details[data-field=audiences] label").first().click();
		expect(await filled()).toBe(before + 1);
		expect(await axeFindings(panel)).toEqual([]);
	});

	it("keeps drafts of one address apart by tab", async () => {
		const one = await clip("/lab");
		await one.panel.locator("#field-title").fill("Uit het eerste tabblad");
		const two = await clip("/lab");
		expect(await value(two.panel, "title")).not.toBe("Uit het eerste tabblad");
		await two.panel.locator(".clip[data-state=draft]", { hasText: "Uit het eerste tabblad" }).waitFor();
	});

	it("keeps what was typed in the very moment in which the panel goes away", async () => {
		const { panel } = await clip("/lab");
		await panel.locator("#field-title").waitFor();
		await panel.evaluate(() => {
			const title = document.querySelector<HTMLTextAreaElement>("#field-title");
			if (!title) throw new Error("There is no title");
			title.value = "Op het nippertje";
			title.dispatchEvent(new Event("input", { bubbles: true }));
			location.reload();
		});
		await panel.locator("#notice", { hasText: "concept" }).waitFor();
		expect(await panel.locator("#field-title").inputValue()).toBe("Op het nippertje");
	});

	it("says so when there is no room left, and when the browser has thrown away what was kept", async () => {
		const { panel } = await clip("/lab");
		await panel.locator("#field-title").fill("Niet verloren gaan");
		await panel.reload();
		await panel.locator("#notice", { hasText: "concept" }).waitFor();
		const origin = `chrome-extension://${browser.extensionId}`;
		const tab = await browser.context.newPage();
		await tab.goto(browser.pageUrl("panel/panel.html"));
		const session = await browser.context.newCDPSession(tab);
		// A disk that is nearly full, as the browser would tell it.
		const full = await browser.context.newPage();
		await full.addInitScript(() => {
			StorageManager.prototype.estimate = async () => ({ quota: 10_000_000, usage: 9_000_000 });
		});
		await full.goto(browser.pageUrl("panel/panel.html"));
		await full.locator("#full", { hasText: "bijna vol" }).waitFor();
		await full.close();
		await panel.close();
		await tab.goto("about:blank");
		await browser.stopWorker();
		await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
		await tab.goto(browser.pageUrl("panel/panel.html"));
		await tab.locator("#lost", { hasText: "weg" }).waitFor();
		expect(await axeFindings(tab)).toEqual([]);
		await tab.locator("#lost button").click();
		await tab.locator("#lost").waitFor({ state: "detached" });
	});
});

describe("the clipper at 320 pixels", () => {
	it.each(["nl-NL", "en-GB"])("has nothing for axe to find, and nothing that sticks out (%s)", async (language) => {
		await launch(language);
		for (const path of ["panel/panel.html", "settings/settings.html"]) {
			const page = await browser.context.newPage();
			await page.setViewportSize({ width: 320, height: 640 });
			await page.goto(browser.pageUrl(path));
			await page.locator("h1").waitFor();
			if (path.startsWith("panel")) {
				await page.locator(".idle button").last().click();
				await page.locator("#field-title").waitFor();
			}
			expect(await page.locator("html").getAttribute("lang")).toBe(language.slice(0, 2));
			await page.evaluate(() => {
				for (const fold of document.querySelectorAll("details")) fold.open = true;
			});
			expect(await axeFindings(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		}
	});
});
