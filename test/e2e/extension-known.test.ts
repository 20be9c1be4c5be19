import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { type ExtensionBrowser, launchWithExtension, openPanelFor } from "../support/extension-browser.ts";
import { startService, type TestService } from "../support/service.ts";

const dayOf = (
	title: string,
	start: string,
) => `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${title}</title>
<script type="application/ld+json">${JSON.stringify({
	"@context": "https://schema.org",
	"@type": "Event",
	name: title,
	description: "Leerlingen van het vmbo lassen en leren bij een bedrijf.",
	startDate: start,
	location: { "@type": "Place", name: "Hal", address: { "@type": "PostalAddress", addressLocality: "Dronten" } },
	organizer: { "@type": "Organization", name: "Techniekkring Dronten" },
})}</script></head><body><main><h1>${title}</h1><p>Kom kijken.</p></main></body></html>`;

const pages: Readonly<Record<string, string>> = {
	"/dag": dayOf("De techniek-dag voorbeeld in Dronten", "2031-05-17T10:00:00+02:00"),
	"/volgend-jaar": dayOf("Techniekdag voorbeeld Dronten", "2032-05-15T10:00:00+02:00"),
	"/bekend": dayOf("Kom naar onze hal", "2031-05-17T10:00:00+02:00"),
	"/anders": dayOf("Kermis op het plein", "2031-08-01T10:00:00+02:00"),
	"/stichting": dayOf("Kermis op de dijk", "2031-08-02T10:00:00+02:00").replace(
		'"Techniekkring',
		'"Stichting Techniekkring',
	),
};

let service: TestService;
let token: string;
let site: Server;
let siteUrl: string;
const knownId = randomUUID();

beforeAll(async () => {
	service = await startService();
	token = await service.token("clipper", "Sanne Voorbeeld");
	site = createServer((request, response) => {
		response.setHeader("content-type", "text/html; charset=utf-8");
		response.end(pages[request.url ?? ""] ?? "");
	});
	await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
	const address = site.address();
	siteUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
	const response = await fetch(`${service.url}/api/v1/clips/${knownId}`, {
		method: "PUT",
		headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
		body: JSON.stringify({
			kind: "event",
			region: "flevoland",
			record: {
				title: "Techniekdag voorbeeld Dronten",
				start: "2031-05-17T10:00:00+02:00",
				location: { place: "Dronten" },
				organizer: { name: "Techniekkring Dronten" },
			},
			source: { url: `${siteUrl}/bekend`, capturedAt: "2031-01-01T10:00:00+01:00" },
		}),
	});
	expect(response.status).toBe(201);
});
afterAll(async () => {
	await new Promise((resolve) => site.close(resolve));
	await service.stop();
});

describe.each(["nl-NL", "en-GB"])("what the clipper knows, in %s", (language) => {
	let browser: ExtensionBrowser;
	const inDutch = language === "nl-NL";

	beforeEach(async () => {
		browser = await launchWithExtension({ language });
		await browser.connect({ address: service.url, token, region: "flevoland" });
	});
	afterEach(() => browser.close());

	async function open(path: string): Promise<Page> {
		const page = await browser.context.newPage();
		await page.goto(siteUrl + path);
		const panel = await openPanelFor(browser, page);
		await panel.locator("#field-title").waitFor();
		await panel.setViewportSize({ width: 320, height: 900 }).catch(() => undefined);
		return panel;
	}
	const match = (panel: Page) => panel.locator("clipper-known .clip", { hasText: "Techniekdag voorbeeld Dronten" });

	it("shows side by side what may be the same, with reasons, and without saying which page is open", async () => {
		const asked: string[] = [];
		browser.context.on("request", (request) => asked.push(request.url()));
		const panel = await open("/dag");
		panel.on("request", (request) => asked.push(request.url()));
		await match(panel).waitFor();
		const text = (await match(panel).textContent()) ?? "";
		for (const reason of inDutch ? ["Zelfde organisatie", "Zelfde dag"] : ["Same organisation", "Same day"])
			expect(text).toContain(reason);
		expect(await match(panel).locator("tbody tr").count()).toBe(4);
		expect(await axeFindings(panel)).toEqual([]);
		expect(asked.filter((url) => url.startsWith(service.url) && /dag|voorbeeld/.test(url))).toEqual([]);
	});

	it("remembers what somebody called different", async () => {
		const panel = await open("/dag");
		await match(panel).locator("[data-verdict=different]").click();
		await match(panel).waitFor({ state: "detached" });
		await panel.locator("#discard").click();
		await panel
			.locator("button.primary", { hasText: inDutch ? "Lees" : "Read" })
			.first()
			.click();
		await panel.locator("#field-title").waitFor();
		await panel.waitForTimeout(1000);
		expect(await match(panel).count()).toBe(0);
	});

	it("suggests tags with their reason, and takes one over with one key", async () => {
		const panel = await open("/anders");
		const chip = panel
			.locator("clipper-suggestions button", { hasText: "Vmbo" })
			.or(panel.locator("clipper-suggestions button", { hasText: "(vmbo)" }));
		await chip.first().waitFor();
		expect(await panel.locator("clipper-suggestions").textContent()).toContain(
			inDutch ? "‘vmbo’ staat in de tekst" : "‘vmbo’ is in the text",
		);
		expect(await axeFindings(panel)).toEqual([]);
		await chip.first().focus();
		await panel.keyboard.press("Enter");
		await chip.first().waitFor({ state: "detached" });
		expect(await panel.locator("label.box", { hasText: /vmbo/i }).locator("input").isChecked()).toBe(true);
		// The next one is one key away.
		expect(await panel.evaluate(() => document.activeElement?.closest("clipper-suggestions") !== null)).toBe(true);
		const other = await open("/stichting");
		expect(await other.locator("#field-organization").inputValue()).toBe("Stichting Techniekkring Dronten");
		await other.locator("clipper-suggestions button", { hasText: "Techniekkring Dronten" }).press("Enter");
		expect(await other.locator("#field-organization").inputValue()).toBe("Techniekkring Dronten");
	});
});

describe("what somebody decides about a known record", () => {
	let browser: ExtensionBrowser;
	beforeEach(async () => {
		browser = await launchWithExtension();
		// One of its own: signing out revokes it.
		const own = await service.token("clipper", "Sanne Voorbeeld");
		await browser.connect({ address: service.url, token: own, region: "flevoland" });
	});
	afterEach(() => browser.close());

	async function open(path: string): Promise<Page> {
		const page = await browser.context.newPage();
		await page.goto(siteUrl + path);
		const panel = await openPanelFor(browser, page);
		await panel.locator("clipper-known .clip").first().waitFor();
		return panel;
	}

	it("calls next year's a new edition, which goes into the note for the reviewer", async () => {
		const panel = await open("/volgend-jaar");
		expect(await panel.locator("clipper-known .clip").first().getAttribute("data-relation")).toBe("edition");
		await panel.locator("[data-verdict=edition]").first().click();
		expect(await panel.locator("#field-note").inputValue()).toContain(knownId);
	});

	it("marks the icon on a page that is known, and takes the mark away after signing out", async () => {
		const panel = await open("/bekend");
		const badge = async () => {
			const worker = await browser.worker();
			return worker.evaluate(async () => {
				const tabs = await chrome.tabs.query({});
				return Promise.all(tabs.map((tab) => chrome.action.getBadgeText({ tabId: tab.id ?? 0 })));
			});
		};
		await expect.poll(badge).toContain("✓");
		const settings = await browser.context.newPage();
		await settings.goto(browser.pageUrl("settings/settings.html"));
		await settings.locator("#sign-out").click();
		await panel.locator("clipper-known .clip").first().waitFor({ state: "detached" });
		await expect.poll(badge).not.toContain("✓");
		const left = await settings.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
		expect(left).not.toContain("regiotechniek-known");
	});

	it("adds somebody's changes to the same record, field by field, and makes no second one", async () => {
		const panel = await open("/dag");
		await panel.locator("[data-verdict=same]").first().click();
		await panel.locator("button[type=submit]").click();
		await panel.locator(".clip[data-state=attention]", { hasText: "techniek-dag" }).waitFor();
		const before = await fetch(`${service.url}/api/v1/index?region=flevoland`, {
			headers: { authorization: `Bearer ${token}` },
		}).then((it) => it.text());
		expect(before).not.toContain("De techniek-dag");
		expect(before.split(knownId).length).toBe(2);
	});
});
