import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Page as FirefoxPage } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { axeFindings } from "../support/axe.ts";
import {
	type ExtensionBrowser,
	type ExtensionFirefox,
	launchFirefoxWithExtension,
	launchWithExtension,
	openPanelFor,
} from "../support/extension-browser.ts";
import { startService, type TestService } from "../support/service.ts";
import { startWatchingProxy, type WatchingProxy } from "../support/watching-proxy.ts";

const page = (title: string, body: string, head = "") =>
	`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><main><h1>${title}</h1>${body}</main></body></html>`;

const eventOf = (n: number, url: string) => ({
	"@type": "Event",
	name: `Open dag voorbeeld ${n}`,
	url,
	startDate: `2031-05-${String(n + 9)}T10:00:00+02:00`,
	location: {
		"@type": "Place",
		name: "Techniekhal",
		address: { "@type": "PostalAddress", addressLocality: "Lelystad" },
	},
});
const ld = (value: object) =>
	`<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...value })}</script>`;

let service: TestService;
let editor: string;
let site: Server;
let siteUrl: string;
/** What "/verzet" says: a page that its owner changes. */
let moved = { startDate: "2031-06-07T10:00:00+02:00", description: "Leer lassen in de werkplaats van de school." };

beforeAll(async () => {
	service = await startService();
	editor = await service.token("editor", "Sanne Voorbeeld");
	site = createServer((request, response) => {
		response.setHeader("content-type", "text/html; charset=utf-8");
		const path = decodeURIComponent(request.url ?? "/");
		if (path === "/agenda") {
			const events = Array.from({ length: 10 }, (_, n) => eventOf(n + 1, `${siteUrl}/dag/${n + 1}`));
			const items = events.map(
				(it) => `<li><a href="${it.url}">${it.name}</a> ${it.startDate.slice(8, 10)} mei 2031</li>`,
			);
			response.end(page("Agenda", `<ul>${items.join("")}</ul>`, ld({ "@graph": events })));
		} else if (path === "/verzet")
			response.end(
				page("Lasdag", "<p>Kom lassen.</p>", ld({ ...eventOf(1, siteUrl + path), name: "Lasdag voorbeeld", ...moved })),
			);
		else if (path.startsWith("/dag/"))
			response.end(page("Open dag", "<p>Kom kijken.</p>", ld(eventOf(4, siteUrl + path))));
		else
			response.end(
				page(path.slice(1), "<p>In het Techlab in Lelystad ontdekken leerlingen van het vmbo elke week techniek.</p>"),
			);
	});
	await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
	const address = site.address();
	siteUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(async () => {
	await service.stop();
	await new Promise((resolve) => site.close(resolve));
});

const List = z.object({
	items: z.array(z.object({ id: z.string(), title: z.string(), kind: z.string(), clippedBy: z.nullable(z.string()) })),
});
/** What the inventory has under a title or a part of it. */
async function inInventory(q: string) {
	const response = await fetch(`${service.url}/api/v1/records?state=clipped&limit=100&q=${encodeURIComponent(q)}`, {
		headers: { authorization: `Bearer ${editor}` },
	});
	return List.parse(await response.json()).items;
}

/** What browsers ask of their own makers, whatever is installed in them. */
const ofBrowser =
	/^\S+ (?:https?:\/\/)?(?:[\w-]+\.)*(?:google|googleapis|gstatic|gvt1|mozilla)\.(?:com|net|org)(?=[:/])/;

/**
 * Of all that a browser asked for, by pages, panel and the extension's background, nothing may have gone elsewhere than to the
 * inventory and the pages that were clipped; and what the background sent must be among it, or we watched nothing.
 */
function judge(asked: readonly string[]): void {
	const allowed = [service.url, siteUrl].map((url) => `${url}/`);
	const isAllowed = (it: string) => allowed.some((begin) => (it.split(" ")[1] ?? "").startsWith(begin));
	expect(asked.filter((it) => !isAllowed(it) && !ofBrowser.test(it))).toEqual([]);
	expect(asked.some((it) => it.startsWith(`PUT ${service.url}/api/v1/clips/`))).toBe(true);
}

describe("the clipper in Chromium, with an inventory", () => {
	let profile: string;
	let browser: ExtensionBrowser;
	let proxy: WatchingProxy;
	async function launch(): Promise<void> {
		browser = await launchWithExtension({ profile, proxy: proxy.host });
	}
	beforeAll(async () => {
		profile = await mkdtemp(join(tmpdir(), "regiotechniek-profile-"));
		proxy = await startWatchingProxy();
		await launch();
	});
	afterAll(async () => {
		await browser.close();
		await proxy.stop();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	});

	async function clip(path: string): Promise<{ tab: Page; panel: Page }> {
		const tab = await browser.context.newPage();
		await tab.goto(siteUrl + path);
		const panel = await openPanelFor(browser, tab);
		await panel.locator("form").waitFor();
		return { tab, panel };
	}
	const save = (panel: Page) => panel.locator(".bar button[type=submit]").click();
	const arrived = (panel: Page, title: string) =>
		panel.locator(".clip[data-state=sent]", { hasText: title }).first().waitFor({ timeout: 40_000 });

	it("is let in by a code that a person who is signed in says yes to", async () => {
		const settings = await browser.context.newPage();
		await settings.setViewportSize({ width: 320, height: 640 });
		await settings.goto(browser.pageUrl("settings/settings.html"));
		await settings.locator("#address").fill(service.url);
		const opening = browser.context.waitForEvent("page");
		await settings.locator("button[type=submit]").click();
		const workbench = await opening;
		const code = ((await settings.locator(".user-code").textContent()) ?? "").match(/[A-Z]{4}-[A-Z]{4}/)?.[0];
		expect(code).toBeDefined();
		expect(await axeFindings(settings)).toEqual([]);

		await workbench.locator("#by-token summary").click();
		await workbench.locator("#token").fill(editor);
		await workbench.locator("#token").press("Enter");
		await workbench.locator("#device-asks", { hasText: "Regiotechniek Clipper (Chromium)" }).waitFor();
		expect(await workbench.locator(".user-code").textContent()).toBe(code);
		expect(await axeFindings(workbench)).toEqual([]);
		await workbench.locator("#approve").press("Enter");
		await workbench.locator("#device-outcome", { hasText: "De toegang is gegeven" }).waitFor();

		await settings.bringToFront();
		await settings.locator("#region").selectOption("flevoland", { timeout: 40_000 });
		await settings.locator("button[type=submit]").click();
		await settings.locator("#status.good", { hasText: "klaar voor gebruik" }).waitFor();
		expect(await settings.locator("h1 + p").textContent()).toContain("Sanne Voorbeeld");

		// It stands among the tokens, by its own name.
		await workbench.reload();
		await workbench.locator(".access li", { hasText: "Regiotechniek Clipper (Chromium)" }).waitFor();
		expect(await axeFindings(workbench)).toEqual([]);
		await workbench.close();
		await settings.close();
	});

	it("clips an initiative and an event", async () => {
		const lab = await clip("/Techlab Lelystad voorbeeld");
		await lab.panel.locator("label", { hasText: "Initiatief" }).click();
		await save(lab.panel);
		await arrived(lab.panel, "Techlab Lelystad");
		const day = await clip("/dag/4");
		await save(day.panel);
		await arrived(day.panel, "Open dag voorbeeld 4");
		expect(await inInventory("Techlab Lelystad voorbeeld")).toMatchObject([
			{ kind: "initiative", clippedBy: "Sanne Voorbeeld" },
		]);
		expect(await inInventory("Open dag voorbeeld 4")).toMatchObject([{ kind: "event" }]);
	});

	it("clips the ticked ones of a listing of ten, each by itself", async () => {
		const { panel } = await clip("/agenda");
		await panel.locator(".candidates li").nth(9).waitFor();
		expect(await axeFindings(panel)).toEqual([]);
		await panel.locator(".candidates button", { hasText: "Kies alle" }).press("Enter");
		await panel.locator("#save-candidates").press("Enter");
		await panel.locator("#notice", { hasText: "10 items" }).waitFor();
		await arrived(panel, "Open dag voorbeeld 10");
		await panel.locator("#waiting").waitFor({ state: "detached", timeout: 40_000 });
		const titles = (await inInventory("Open dag voorbeeld")).map((it) => it.title);
		expect(new Set(titles).size).toBe(10);
		// The one that was clipped from its own page before is there a second time: two clips, for a person to merge.
		expect(titles).toHaveLength(11);
	});

	it("says what changed on a page since it was clipped, and takes it over in a next revision of the same record", async () => {
		const first = await clip("/verzet");
		await first.panel.locator("#field-place").fill("Zelf verbeterd");
		await save(first.panel);
		await arrived(first.panel, "Lasdag voorbeeld");
		await first.panel.close();
		const same = await clip("/verzet");
		await same.panel.locator("#notice", { hasText: "sindsdien niet veranderd" }).waitFor();
		expect(await same.panel.locator("#changed").count()).toBe(0);
		await same.panel.close();

		moved = {
			startDate: "2031-06-14T10:00:00+02:00",
			description: "Leer lassen en solderen in de werkplaats van de school.",
		};
		const { panel } = await clip("/verzet");
		const row = (field: string) => panel.locator(`#changed [data-field=${field}]`);
		await row("startDate").waitFor();
		expect(await row("startDate").locator("del").textContent()).toContain("7 juni 2031");
		expect(await row("startDate").locator("ins").textContent()).toContain("14 juni 2031");
		expect(await panel.locator("#changed li").count()).toBe(2);
		expect(await axeFindings(panel)).toEqual([]);
		await row("summary").locator("input").press("Space");
		await panel.locator("#take-changes").press("Enter");
		await panel.locator("#notice", { hasText: "U verbetert" }).waitFor();
		expect(await panel.locator("#field-startDate").inputValue()).toBe("2031-06-14");
		expect(await panel.locator("#field-summary").inputValue()).toBe("Leer lassen in de werkplaats van de school.");
		expect(await panel.locator("#field-place").inputValue()).toBe("Zelf verbeterd");
		await save(panel);
		const arrivals = panel.locator(".clip", { hasText: "Lasdag" }).locator(".history li", { hasText: "Aangekomen" });
		await expect.poll(() => arrivals.count(), { timeout: 20_000 }).toBe(2);
		const found = (await inInventory("Lasdag voorbeeld")).filter(({ title }) => title === "Lasdag voorbeeld");
		expect(found).toHaveLength(1);
		const response = await fetch(`${service.url}/api/v1/records/${found[0]?.id}`, {
			headers: { authorization: `Bearer ${editor}` },
		});
		expect(await response.json()).toMatchObject({
			revision: 2,
			data: {
				start: "2031-06-14T10:00:00+02:00",
				summary: "Leer lassen in de werkplaats van de school.",
				location: { place: "Zelf verbeterd" },
			},
		});
	});

	// The service is killed and started anew: what the tests after this one use is the new one.
	it("finds a draft again after the panel was closed, and three clips after the browser was, and sends each once", async () => {
		await service.kill();
		for (const name of ["Een", "Twee", "Drie"]) {
			const { panel } = await clip(`/Zonder netwerk ${name}`);
			await save(panel);
			await panel.locator(".clip[data-state=queued]", { hasText: `Zonder netwerk ${name}` }).waitFor();
		}
		const { panel } = await clip("/Half getypt");
		await panel.locator("#field-summary").fill("Tot hier gekomen");
		await panel.close();
		await browser.close();

		await launch();
		service = await service.startAgain();
		const again = await clip("/Half getypt");
		await again.panel.locator("#notice", { hasText: "concept" }).waitFor();
		expect(await again.panel.locator("#field-summary").inputValue()).toBe("Tot hier gekomen");
		await again.panel.locator("#waiting").waitFor({ state: "detached", timeout: 40_000 });
		for (const name of ["Een", "Twee", "Drie"]) await arrived(again.panel, `Zonder netwerk ${name}`);
		expect((await inInventory("Zonder netwerk")).map((it) => it.title).sort()).toEqual([
			"Zonder netwerk Drie",
			"Zonder netwerk Een",
			"Zonder netwerk Twee",
		]);
		expect(await axeFindings(again.panel)).toEqual([]);
	});

	it("takes its leave: the token stops working, what waits stays and is counted", async () => {
		const settings = await browser.context.newPage();
		await settings.goto(browser.pageUrl("settings/settings.html"));
		await settings.locator("#by-hand summary").click();
		const token = await settings.locator("#token").inputValue();
		expect(token).toMatch(/^rt_/);
		// What is handed to the browser to keep.
		const json = await settings.evaluate(async () => {
			const create = URL.createObjectURL;
			const file = new Promise<Blob>((resolve) => {
				URL.createObjectURL = (it) => {
					if (it instanceof Blob) resolve(it);
					return create(it);
				};
			});
			document.querySelector<HTMLElement>("#export")?.click();
			return (await file).text();
		});
		expect(JSON.parse(json)).toMatchObject({ format: "regiotechniek-clipper/1" });
		expect(json).toContain("Half getypt");
		expect(json).not.toContain(token);

		await settings.locator("#sign-out").click();
		// The half typed draft of the test before.
		await settings.locator("#status", { hasText: "Eén item of concept" }).waitFor();
		const me = await fetch(`${service.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
		expect(me.status).toBe(401);
		const left = await settings.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
		expect(left).not.toContain(token);
	});

	it("asked nothing of anybody but the inventory, beside the pages that were clipped", () => judge(proxy.asked));
});

describe("the clipper in Firefox, with an inventory", () => {
	let profile: string;
	let browser: ExtensionFirefox;
	let proxy: WatchingProxy;
	beforeAll(async () => {
		profile = await mkdtemp(join(tmpdir(), "regiotechniek-profile-"));
		proxy = await startWatchingProxy();
		browser = await launchFirefoxWithExtension({ profile, proxy: proxy.host });
	});
	afterAll(async () => {
		await browser.close();
		await proxy.stop();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	});

	/** The panel of a page whose icon was clicked: in a tab, because the sidebar is out of a driver's reach. */
	async function clip(path: string): Promise<FirefoxPage> {
		const tab = await browser.firefox.newPage();
		await tab.goto(siteUrl + path);
		return panelFor(tab);
	}
	async function panelFor(tab: FirefoxPage): Promise<FirefoxPage> {
		await tab.bringToFront();
		await browser.clickIcon();
		const panel = await browser.openExtensionPage("panel/panel.html");
		await panel.waitForSelector("#field-title");
		return panel;
	}
	const press = (panel: FirefoxPage, selector: string) =>
		panel.$eval(selector, (it) => it instanceof HTMLElement && it.click());
	const fieldOf = (panel: FirefoxPage, name: string) =>
		panel.$eval(`#field-${name}`, (it) =>
			it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement ? it.value : "",
		);
	const isListed = (panel: FirefoxPage, state: string, title: string) =>
		panel.waitForFunction(
			(selector, title) => [...document.querySelectorAll(selector)].some((it) => it.textContent?.includes(title)),
			{ timeout: 40_000 },
			`.clip[data-state=${state}]`,
			title,
		);

	it("is let in by a code, and sends what was filled in by hand", async () => {
		const settings = await browser.openExtensionPage("settings/settings.html");
		await settings.waitForSelector("#address");
		await settings.type("#address", service.url);
		await settings.$eval("button[type=submit]", (it) => it instanceof HTMLElement && it.click());
		await settings.waitForSelector(".user-code");
		const code =
			(await settings.$eval(".user-code", (it) => it.textContent ?? "")).match(/[A-Z]{4}-[A-Z]{4}/)?.[0] ?? "";

		const workbench = await browser.firefox.newPage();
		await workbench.goto(`${service.url}/workbench/#device=${code}`);
		await workbench.waitForSelector("#by-token summary");
		await workbench.click("#by-token summary");
		await workbench.waitForSelector("#token", { visible: true });
		await workbench.type("#token", editor);
		await workbench.keyboard.press("Enter");
		await workbench.waitForSelector("#approve");
		await workbench.$eval("#approve", (it) => it instanceof HTMLElement && it.click());
		await workbench.waitForSelector("#device-outcome");

		await settings.waitForSelector("#region", { timeout: 40_000 });
		await settings.select("#region", "flevoland");
		await settings.$eval("button[type=submit]", (it) => it instanceof HTMLElement && it.click());
		await settings.waitForSelector("#status.good");

		const panel = await browser.openExtensionPage("panel/panel.html");
		await panel.waitForSelector("#discard, .idle button");
		await panel.$$eval("#discard", (buttons) => {
			if (buttons[0] instanceof HTMLElement) buttons[0].click();
		});
		await panel.waitForSelector(".idle button");
		await panel.$$eval(".idle button", (buttons) => buttons.at(-1)?.click());
		await panel.waitForSelector("#field-title");
		await panel.type("#field-title", "Uit Firefox vastgelegd voorbeeld");
		await panel.type("#field-sourceUrl", `${siteUrl}/firefox`);
		await panel.keyboard.down("Control");
		await panel.keyboard.press("Enter");
		await panel.keyboard.up("Control");
		await panel.waitForSelector(".clip[data-state=sent]", { timeout: 40_000 });
		expect(await inInventory("Uit Firefox vastgelegd voorbeeld")).toHaveLength(1);
	});

	it("clips an event from its page, and the ticked ones of a listing of ten", async () => {
		const event = await clip("/dag/31");
		expect(await fieldOf(event, "title")).toBe("Open dag voorbeeld 4");
		const clipped = "Vanuit Firefox gezien";
		await event.$eval("#field-title", (it) => it instanceof HTMLTextAreaElement && it.select());
		await event.type("#field-title", clipped);
		await press(event, ".bar button[type=submit]");
		await isListed(event, "sent", clipped);
		expect(await inInventory(clipped)).toMatchObject([{ kind: "event" }]);

		const before = (await inInventory("Open dag voorbeeld")).length;
		const listing = await clip("/agenda");
		await listing.waitForSelector(".candidates li:nth-child(10)");
		await press(listing, ".candidates .actions button");
		await press(listing, "#save-candidates");
		await isListed(listing, "sent", "Open dag voorbeeld 10");
		await listing.waitForFunction(() => !document.querySelector("#waiting"), { timeout: 40_000 });
		expect((await inInventory("Open dag voorbeeld")).length).toBe(before + 10);
	});

	// A driver's extension is gone with the browser, so it is put back as it was: what it kept is found by its address.
	it("finds a draft again after the panel was closed, and three clips after the browser was, and sends each once", async () => {
		await service.kill();
		for (const name of ["Rood", "Wit", "Blauw"]) {
			const panel = await clip(`/Vuurvos zonder netwerk ${name}`);
			await press(panel, ".bar button[type=submit]");
			await isListed(panel, "queued", `Vuurvos zonder netwerk ${name}`);
			await panel.close();
		}
		const tab = await browser.firefox.newPage();
		await tab.goto(`${siteUrl}/Vuurvos half getypt`);
		const panel = await panelFor(tab);
		await panel.type("#field-summary", "Tot hier gekomen");
		await panel.close();
		const again = await panelFor(tab);
		await again.waitForSelector("#notice");
		expect(await fieldOf(again, "summary")).toContain("Tot hier gekomen");
		await browser.close();

		browser = await launchFirefoxWithExtension({ profile, proxy: proxy.host });
		service = await service.startAgain();
		const after = await clip("/Vuurvos half getypt");
		expect(await fieldOf(after, "summary")).toContain("Tot hier gekomen");
		for (const name of ["Rood", "Wit", "Blauw"]) await isListed(after, "sent", `Vuurvos zonder netwerk ${name}`);
		const titles = (await inInventory("Vuurvos zonder netwerk")).map((it) => it.title);
		expect(titles.filter((title) => title.startsWith("Vuurvos zonder")).sort()).toEqual([
			"Vuurvos zonder netwerk Blauw",
			"Vuurvos zonder netwerk Rood",
			"Vuurvos zonder netwerk Wit",
		]);
	});

	it("asked nothing of anybody but the inventory, beside the pages that were clipped", () => judge(proxy.asked));
});
