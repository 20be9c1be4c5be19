import { createServer, type Server } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RecordId } from "../../shared/model/values.ts";
import { axeFindings } from "../support/axe.ts";
import { type ClipServer, goodToken, startClipServer } from "../support/clip-server.ts";
import {
	type ExtensionBrowser,
	type ExtensionFirefox,
	launchFirefoxWithExtension,
	launchWithExtension,
	openPanelFor,
} from "../support/extension-browser.ts";

const dayPage = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Techniekdag | Techniekpact</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Techniekdag Tilburg",
"description":"Workshops en demonstraties voor groep 7 en 8.","startDate":"2031-05-17T10:00:00+02:00","endDate":"2031-05-17T15:00:00+02:00",
"location":{"@type":"Place","name":"Spoorzone","address":{"@type":"PostalAddress","streetAddress":"Spoorlaan 10","postalCode":"5038 CB","addressLocality":"Tilburg"}},
"organizer":{"@type":"Organization","name":"Techniekpact Midden-Brabant"}}</script></head>
<body><main><h1>Techniekdag Tilburg</h1><p>Geplaatst op 1 maart 2026. Kom langs!</p></main></body></html>`;
const labPage = (name: string) =>
	`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${name}</title></head><body><main><h1>${name}</h1>
	<p>In het Techlab in Goirle ontdekken leerlingen van het vmbo elke week wat techniek voor hen kan zijn.</p></main></body></html>`;

let site: Server;
let siteUrl: string;

beforeAll(async () => {
	site = createServer((request, response) => {
		response.setHeader("content-type", "text/html; charset=utf-8");
		const name = decodeURIComponent((request.url ?? "").replace(/^\/lab\//, ""));
		response.end(request.url === "/dag" ? dayPage : labPage(name));
	});
	await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
	const address = site.address();
	siteUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => site.close(resolve)));

describe("the clipper in Chromium", () => {
	let browser: ExtensionBrowser;
	let inventory: ClipServer;

	beforeEach(async () => {
		inventory = await startClipServer();
		browser = await launchWithExtension();
		await browser.connect({ address: inventory.url, token: goodToken, region: "midden-brabant" });
	});
	afterEach(async () => {
		await browser.close();
		await inventory.stop();
	});

	/** A page in a tab, its icon clicked. */
	async function clip(path: string): Promise<{ page: Page; panel: Page }> {
		const page = await browser.context.newPage();
		await page.goto(siteUrl + path);
		const panel = await openPanelFor(browser, page);
		await panel.locator("form").waitFor();
		return { page, panel };
	}
	const save = (panel: Page) => panel.locator("button[type=submit]").click();
	const clipIn = (panel: Page, state: string, title = "") =>
		panel
			.locator(`.clip[data-state=${state}]`, { hasText: title })
			.waitFor({ timeout: 10_000 })
			.catch(async (error: unknown) => {
				throw new Error(
					`${error}\nThe panel shows: ${await panel.locator("body").textContent()}\nRequests: ${inventory.requests.join("\n")}`,
				);
			});

	it("reads the clicked page into the form, says where each field came from, and leaves the page as it was", async () => {
		const page = await browser.context.newPage();
		await page.goto(`${siteUrl}/dag`);
		const before = await page.content();
		const panel = await openPanelFor(browser, page);
		const field = (name: string) => panel.locator(`#field-${name}`).inputValue();
		await panel.locator("#field-title").waitFor();

		expect(await panel.locator("input[name=kind]:checked").inputValue()).toBe("event");
		expect(await field("title")).toBe("Techniekdag Tilburg");
		expect([await field("startDate"), await field("startTime"), await field("endTime")]).toEqual([
			"2031-05-17",
			"10:00",
			"15:00",
		]);
		expect([await field("locationName"), await field("place")]).toEqual(["Spoorzone", "Tilburg"]);
		expect(await field("organization")).toBe("Techniekpact Midden-Brabant");
		expect(await panel.locator("#field-title-evidence").textContent()).toContain("JSON-LD");
		expect(await page.content()).toBe(before);
		expect(await axeFindings(panel)).toEqual([]);

		await panel.locator("label", { hasText: "Kiezen voor techniek" }).click();
		await save(panel);
		await clipIn(panel, "sent", "Techniekdag Tilburg");
		const [clip] = [...inventory.kept.values()].map((it) => it.clip);
		expect(clip).toMatchObject({
			kind: "event",
			region: "midden-brabant",
			record: {
				start: "2031-05-17T10:00:00+02:00",
				end: "2031-05-17T15:00:00+02:00",
				location: { place: "Tilburg", municipality: "gm0855" },
				actionLines: ["choose"],
			},
			source: {
				url: `${siteUrl}/dag`,
				language: "nl",
				evidence: { title: { from: "json-ld" }, actionLines: { from: "human" } },
			},
		});
	});

	it("finds the draft again after the panel was closed in the middle of it", async () => {
		const { page, panel } = await clip("/lab/Techlab");
		await panel.locator("#field-title").fill("Techlab Goirle, half getypt");
		await panel.close();
		const again = await openPanelFor(browser, page);
		await again.locator("#notice").waitFor();
		expect(await again.locator("#field-title").inputValue()).toBe("Techlab Goirle, half getypt");
		expect(await again.locator("#notice").textContent()).toContain("concept");
	});

	it("keeps clips while the inventory is away and sends each once when it is back", async () => {
		await inventory.stop();
		for (const name of ["Een", "Twee", "Drie"]) {
			const { panel } = await clip(`/lab/Techlab ${name}`);
			await save(panel);
			await panel.locator(".clip[data-state=queued]", { hasText: "niet bereikbaar" }).first().waitFor();
		}
		expect(inventory.kept.size).toBe(0);
		await browser.stopWorker();
		await inventory.start();
		const { panel } = await clip("/lab/Vier");
		await panel.reload();
		for (const name of ["Een", "Twee", "Drie"]) await clipIn(panel, "sent", `Techlab ${name}`);
		expect([...inventory.kept.values()].map((it) => it.clip.record.title).sort()).toEqual([
			"Techlab Drie",
			"Techlab Een",
			"Techlab Twee",
		]);
	});

	it("sends a clip again under its own id when the answer was lost or was not the inventory's", async () => {
		for (const mood of ["cut", "portal", 500] as const) {
			inventory.mood = mood;
			const { panel } = await clip(`/lab/Bij ${mood}`);
			await save(panel);
			const item = panel.locator(".clip", { hasText: `Bij ${mood}` });
			await item.locator(".why").waitFor();
			expect(await item.getAttribute("data-state")).toBe("queued");
			inventory.mood = "well";
			await item.locator("button", { hasText: "Probeer opnieuw" }).click();
			await clipIn(panel, "sent", `Bij ${mood}`);
		}
		expect(inventory.kept.size).toBe(3);
	});

	it("takes up a clip whose sender was stopped while sending", async () => {
		inventory.mood = "hang";
		const { panel } = await clip("/lab/Onderbroken");
		await save(panel);
		await clipIn(panel, "sending");
		await browser.stopWorker();
		inventory.mood = "well";
		await panel.reload();
		await clipIn(panel, "sent", "Onderbroken");
		expect([...inventory.kept.values()].map((it) => it.times)).toEqual([1]);
	});

	it("sets a refused clip apart with the server's sentence, sends the others, and takes the correction", async () => {
		const { panel } = await clip("/lab/Geweigerd lab");
		await save(panel);
		await clipIn(panel, "attention", "zwarte lijst");
		const other = await clip("/lab/Goed lab");
		await save(other.panel);
		await clipIn(other.panel, "sent", "Goed lab");
		expect(await axeFindings(other.panel)).toEqual([]);

		await other.panel.locator("button", { hasText: "Verbeter" }).click();
		expect(await other.panel.locator("#field-title-problem").textContent()).toContain("zwarte lijst");
		await other.panel.locator("#field-title").fill("Toegestaan lab");
		await save(other.panel);
		await clipIn(other.panel, "sent", "Toegestaan lab");
		expect(inventory.kept.size).toBe(2);
	});

	it("compares field by field at a conflict, and follows the newer revision with what was chosen", async () => {
		inventory.mood = 409;
		const { panel } = await clip("/lab/Dubbel");
		await panel.locator("#field-summary").fill("Door mij getypt.");
		await save(panel);
		await clipIn(panel, "attention", "nieuwere versie (4)");
		await panel.locator("button", { hasText: "Vergelijk" }).click();
		await panel.locator("#merge").waitFor();
		expect(await panel.evaluate(() => document.activeElement?.textContent)).toContain("Kies per veld");
		const choice = (field: string) => panel.locator(`#merge [data-field=${field}] input:checked`).inputValue();
		// What was read from the page gives way, what a person typed stands.
		expect([await choice("title"), await choice("summary")]).toEqual(["theirs", "mine"]);
		expect(await axeFindings(panel)).toEqual([]);
		await panel.locator("#merge [data-field=title] input[value=mine]").check();
		await panel.locator("#merge [data-field=stages] input[value=theirs]").check();
		await panel.locator("#merge button[type=submit]").click();
		await clipIn(panel, "sent");
		expect([...inventory.kept.values()][0]?.clip).toMatchObject({
			baseRevision: 4,
			record: {
				title: "Dubbel",
				summary: "Door mij getypt.",
				stages: ["mbo"],
				goal: "Wat het formulier niet toont",
			},
		});
		await panel.locator(".history summary").click();
		expect(await panel.locator(".history li").allTextContents()).toEqual(
			["Opgeslagen", "Verstuurd", "nieuwere versie", "Samengevoegd", "Verstuurd", "Aangekomen"].map((word) =>
				expect.stringContaining(word),
			),
		);
	});

	it("pauses when the token is no longer known, keeps everything, and goes on with a new one", async () => {
		inventory.mood = 401;
		const { panel } = await clip("/lab/Gepauzeerd");
		await save(panel);
		await panel.locator("#pause", { hasText: "toegangscode" }).waitFor();
		await clipIn(panel, "queued");
		inventory.mood = "well";
		await browser.connect({ address: inventory.url, token: goodToken, region: "midden-brabant" });
		await clipIn(panel, "sent");
		expect(await panel.locator("#pause").count()).toBe(0);
	});

	it("shows what the inventory thinks it may be the same as", async () => {
		inventory.duplicates = [
			{
				id: RecordId.parse("0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40"),
				title: "Techlab Goirle",
				score: 0.8,
				reasons: ["de titel lijkt er sterk op"],
			},
		];
		const { panel } = await clip("/lab/Techlab");
		await save(panel);
		await panel.locator(".duplicates", { hasText: "de titel lijkt er sterk op" }).waitFor();
	});

	it("says in a sentence what is missing and goes there", async () => {
		const { panel } = await clip("/dag");
		await panel.locator("#field-title").fill("");
		await panel.locator("#field-startDate").fill("");
		await save(panel);
		expect(await panel.locator("#field-title-problem").textContent()).toBe("Dit veld is leeg: vul het in.");
		expect(await panel.locator("#field-startDate-problem").textContent()).toBe("Dit veld is verplicht: vul het in.");
		expect(await panel.evaluate(() => document.activeElement?.id)).toBe("field-title");
		expect(inventory.kept.size).toBe(0);
		expect(await axeFindings(panel)).toEqual([]);
	});

	it("offers an empty form with the address on a page of the browser", async () => {
		const page = await browser.context.newPage();
		await page.goto("chrome://version");
		const panel = await openPanelFor(browser, page);
		await panel.locator("#notice", { hasText: "browser zelf" }).waitFor();
		expect(await panel.locator("#field-title").inputValue()).toBe("");
	});

	it("asks nothing of any server but the inventory", async () => {
		const { panel } = await clip("/lab/Stil");
		await save(panel);
		await clipIn(panel, "sent");
		const asked = inventory.requests.filter((it) => !it.startsWith("OPTIONS"));
		expect(
			asked.filter(
				(it) => !/^(?:GET \/api\/v1\/me|GET \/api\/v1\/index\?region=[\w-]+|PUT \/api\/v1\/clips\/\S+)$/.test(it),
			),
		).toEqual([]);
	});

	it("checks its settings in sentences", async () => {
		const page = await browser.context.newPage();
		await page.goto(browser.pageUrl("settings/settings.html"));
		const submit = () => page.locator("button[type=submit]").click();
		await page.locator("#address").fill("http://inventaris.voorbeeld.nl");
		await page.locator("#by-hand summary").click();
		await page.locator("#token").fill("wachtwoord");
		await submit();
		expect(await page.locator("#address-problem").textContent()).toContain("https://");
		expect(await page.locator("#token-problem").textContent()).toContain("rt_");
		expect(await axeFindings(page)).toEqual([]);
		await page.locator("#address").fill(`${inventory.url}/workbench/`);
		await page.locator("#token").fill("rt_verkeerde-sleutel");
		await submit();
		await page.locator("#status.bad", { hasText: "kent deze toegangscode niet" }).waitFor();
		await inventory.stop();
		await submit();
		await page.locator("#status.bad", { hasText: "niet bereikbaar" }).waitFor();
		await inventory.start();
	});
});

describe("the clipper in Firefox", () => {
	let browser: ExtensionFirefox;

	beforeAll(async () => {
		browser = await launchFirefoxWithExtension();
	});
	afterAll(() => browser.close());

	it("opens its sidebar at a click on the icon and reads the page", async () => {
		const page = await browser.firefox.newPage();
		await page.goto(`${siteUrl}/dag`);
		await page.bringToFront();
		expect(await browser.clickIcon()).toMatch(/\/panel\/panel\.html$/);
		// The sidebar's inside is out of a driver's reach; the same page in a tab answers the same click.
		const panel = await browser.openExtensionPage("panel/panel.html");
		await panel.waitForSelector("#field-title");
		expect(await panel.$eval("#field-title", (it) => (it instanceof HTMLTextAreaElement ? it.value : ""))).toBe(
			"Techniekdag Tilburg",
		);
		expect(await panel.$eval("html", (it) => it.lang)).toBe("nl");
	});

	it("keeps a draft that was filled in by hand", async () => {
		const panel = await browser.openExtensionPage("panel/panel.html");
		await panel.waitForSelector("#discard, .idle button");
		await panel.$$eval("#discard", (buttons) => {
			if (buttons[0] instanceof HTMLElement) buttons[0].click();
		});
		await panel.waitForSelector(".idle button");
		await panel.$$eval(".idle button", (buttons) => buttons.at(-1)?.click());
		await panel.waitForSelector("#field-title");
		await panel.type("#field-title", "Met de hand");
		const again = await browser.openExtensionPage("panel/panel.html");
		await again.waitForSelector("#drafts-title");
		expect(await again.$$eval(".clip-title", (all) => all.map((it) => it.textContent))).toContain("Met de hand");
	});

	it("opens its settings", async () => {
		const page = await browser.openExtensionPage("settings/settings.html");
		await page.waitForSelector("#address");
		expect(await page.$eval("h1", (it) => it.textContent)).toContain("Clipper");
	});
});
