import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { type ExtensionBrowser, launchWithExtension, openPanelFor } from "../support/extension-browser.ts";
import { startService, type TestService } from "../support/service.ts";

/** A folder to keep pictures in, of every state at four widths in both schemes: to be looked at. */
const pictures = process.env.PICTURES;

const eventOf = (n: number, more: object = {}) => ({
	"@type": "Event",
	name: `Open dag voorbeeld ${n}`,
	description: "Leerlingen van het vmbo lassen, programmeren en ontwerpen een dag lang in de werkplaats van de school.",
	startDate: `2031-05-${n + 9}T10:00:00+02:00`,
	location: {
		"@type": "Place",
		name: "Techniekhal",
		address: { "@type": "PostalAddress", addressLocality: "Dronten" },
	},
	organizer: { "@type": "Organization", name: "Techniekkring Dronten" },
	...more,
});
const page = (title: string, data?: object) =>
	`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${title}</title>${
		data
			? `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...data })}</script>`
			: ""
	}</head><body><main><h1>${title}</h1><p>Meld u aan bij contactpersoon Sam Voorbeeld, via sam.voorbeeld@school.example, voor de landelijke lasdag.</p></main></body></html>`;

let moved = false;
const pages: Readonly<Record<string, () => string>> = {
	"/dag": () => page("Open dag voorbeeld 1", eventOf(1)),
	"/agenda": () =>
		page("Agenda", { "@graph": Array.from({ length: 6 }, (_, n) => eventOf(n + 1, { url: `/dag/${n}` })) }),
	"/verzet": () =>
		page(
			"Lasdag",
			eventOf(3, {
				name: "Lasdag voorbeeld",
				...(moved && { startDate: "2031-06-21T13:00:00+02:00", description: "" }),
			}),
		),
	"/mens": () => page("Meedoen voorbeeld"),
};

let service: TestService;
let site: Server;
let siteUrl: string;

beforeAll(async () => {
	service = await startService();
	site = createServer((request, response) => {
		response.setHeader("content-type", "text/html; charset=utf-8");
		response.end(pages[request.url ?? ""]?.() ?? "");
	});
	await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
	const address = site.address();
	siteUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(async () => {
	await new Promise((resolve) => site.close(resolve));
	await service.stop();
});

/** What cannot be reached with the Tab key, of all that one can press or fill in. A group of radio buttons is one stop. */
async function outOfReach(panel: Page): Promise<string[]> {
	const count = await panel.evaluate(() => {
		const all = [...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary")].filter(
			(it) =>
				it.checkVisibility() &&
				!it.matches(":disabled") &&
				!(it instanceof HTMLInputElement && it.type === "radio" && !it.checked),
		);
		const left = new Set(all);
		Reflect.set(globalThis, "left", left);
		document.addEventListener("focusin", ({ target }) => target instanceof HTMLElement && left.delete(target));
		document.body.tabIndex = -1;
		document.body.focus();
		return all.length;
	});
	const isDone = () =>
		panel.evaluate(() => {
			const left: unknown = Reflect.get(globalThis, "left");
			return left instanceof Set && left.size === 0;
		});
	// A date is several stops.
	for (let n = 0; n < count * 3 && !(n >= count && (await isDone())); n += 1) await panel.keyboard.press("Tab");
	return panel.evaluate(() => {
		document.body.removeAttribute("tabindex");
		const left: unknown = Reflect.get(globalThis, "left");
		return left instanceof Set
			? [...left].map((it) => (it instanceof HTMLElement ? it.outerHTML.slice(0, 120) : ""))
			: [];
	});
}

async function judge(panel: Page, name: string, colorScheme: "light" | "dark"): Promise<void> {
	await panel.setViewportSize({ width: 320, height: 700 });
	await panel.emulateMedia({ colorScheme });
	// Colours that still change are no one's contrast.
	await panel.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished)));
	expect(await axeFindings(panel), `${name}, ${colorScheme}`).toEqual([]);
	const wide = await panel.evaluate(() =>
		Math.max(document.documentElement.scrollWidth, document.querySelector("main")?.scrollWidth ?? 0),
	);
	expect(wide, `${name}: nothing sticks out`).toBeLessThanOrEqual(320);
	expect(await outOfReach(panel), `${name}: by keyboard`).toEqual([]);
	if (!pictures) return;
	mkdirSync(pictures, { recursive: true });
	for (const colorScheme of ["light", "dark"] as const)
		for (const width of [320, 360, 768, 1280]) {
			await panel.emulateMedia({ colorScheme });
			await panel.setViewportSize({ width, height: 1500 });
			await panel.evaluate(() => document.querySelector("main")?.scrollTo(0, 0));
			await panel.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
		}
}

describe.each([
	["nl-NL", "light"],
	["en-GB", "dark"],
] as const)("every state of the clipper at 320 pixels, in %s and %s", (language, colorScheme) => {
	let browser: ExtensionBrowser;
	beforeAll(async () => {
		moved = false;
		browser = await launchWithExtension({ language });
		const token = await service.token("clipper", "Sanne Voorbeeld");
		await browser.connect({ address: service.url, token, region: "flevoland" });
	});
	afterAll(() => browser.close());

	/** The panel in a tab, which can be made any width; it answers the click as the side panel does. */
	async function clip(path: string): Promise<Page> {
		const tab = await browser.context.newPage();
		await tab.goto(siteUrl + path);
		const side = await openPanelFor(browser, tab);
		await side.locator("#field-title").waitFor();
		const panel = await browser.context.newPage();
		await panel.goto(browser.pageUrl("panel/panel.html"));
		await panel.locator("#field-title").waitFor();
		return panel;
	}
	const save = (panel: Page) => panel.locator(".bar button[type=submit]").click();
	const name = (state: string) => `${state}-${language.slice(0, 2)}`;

	const states: readonly (readonly [state: string, reach: () => Promise<Page>])[] = [
		[
			"settings",
			async () => {
				const settings = await browser.context.newPage();
				await settings.goto(browser.pageUrl("settings/settings.html"));
				await settings.locator("#sign-out").waitFor();
				await settings.locator("#by-hand summary").click();
				return settings;
			},
		],
		[
			"form with personal data, suggestions and problems",
			async () => {
				const panel = await clip("/mens");
				await panel.locator("input[name=kind][value=event]").check({ force: true });
				await panel.locator("#field-summary").fill("Mail sam.voorbeeld@school.example voor de landelijke lasdag.");
				await save(panel);
				await panel.locator(".problem").first().waitFor();
				return panel;
			},
		],
		[
			"candidates",
			async () => {
				const panel = await clip("/agenda");
				await panel.locator(".candidates li").first().waitFor();
				await panel.locator(".candidates input").first().check();
				return panel;
			},
		],
		[
			"changed",
			async () => {
				const first = await clip("/verzet");
				await save(first);
				await first.locator(".clip[data-state=sent]", { hasText: "Lasdag" }).waitFor({ timeout: 40_000 });
				await first.close();
				moved = true;
				const panel = await clip("/verzet");
				await panel.locator("#changed li").first().waitFor();
				return panel;
			},
		],
		[
			"duplicates",
			async () => {
				const panel = await clip("/verzet");
				await panel.locator("clipper-known .clip").first().waitFor({ timeout: 40_000 });
				return panel;
			},
		],
		[
			"merge",
			async () => {
				const panel = await clip("/verzet");
				await panel.locator("#field-title").fill("Lasdag voorbeeld voor het vmbo");
				await panel.locator("[data-verdict=same]").first().click({ timeout: 40_000 });
				await save(panel);
				const clash = panel.locator(".clip[data-state=attention]", { hasText: "voor het vmbo" });
				await clash.locator("button").first().click({ timeout: 40_000 });
				await panel.locator("#merge").waitFor();
				return panel;
			},
		],
	];

	it.each(states)("%s", async (state, reach) => {
		const panel = await reach();
		await judge(panel, name(state.split(" ")[0] ?? state), colorScheme);
		for (const it of browser.context.pages().slice(1)) await it.close();
	});
});
