import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
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
		} else if (path.startsWith("/dag/"))
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

describe("the clipper in Chromium, with an inventory", () => {
	let profile: string;
	let browser: ExtensionBrowser;
	/** Every address that a page or the background of the extension asked for. */
	const asked = new Set<string>();

	async function launch(): Promise<void> {
		browser = await launchWithExtension({ profile });
		browser.context.on("request", (request) => asked.add(new URL(request.url()).origin));
	}
	beforeAll(async () => {
		profile = await mkdtemp(join(tmpdir(), "regiotechniek-profile-"));
		await launch();
	});
	afterAll(async () => {
		await browser.close();
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
		service = await startService({ dataDir: service.dataDir, port: Number(new URL(service.url).port) });
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

	it("asked nothing of anybody but the inventory, beside the pages that were clipped", () => {
		const ours = new URL(browser.pageUrl("")).origin;
		expect([...asked].filter((origin) => ![service.url, siteUrl, ours, "null"].includes(origin))).toEqual([]);
	});
});

describe("the clipper in Firefox, with an inventory", () => {
	let browser: ExtensionFirefox;
	beforeAll(async () => {
		browser = await launchFirefoxWithExtension();
	});
	afterAll(() => browser.close());

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
});
