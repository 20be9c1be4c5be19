import { createServer, type Server } from "node:http";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { launchChromium } from "../support/browsers.ts";
import { sharedService } from "../support/shared-service.ts";

/** A school's web editor puts a widget together, and what is copied works on the school's own site, on another origin. */

const tabs = ["html", "pinned", "cms", "wordpress", "iframe", "server", "npm", "managed"];

describe("the configurator", () => {
	const service = sharedService();
	let school: Server;
	let schoolUrl: string;
	/** What stands on the school's page. */
	let pasted = "";
	let browser: Browser;

	beforeAll(async () => {
		school = createServer((_request, response) => {
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.end(`<!doctype html><html lang="nl"><title>School</title><h1>School</h1>${pasted}`);
		});
		await new Promise<void>((resolve) => school.listen(0, "127.0.0.1", resolve));
		const address = school.address();
		// Another name than the service's, so that nothing is same-origin or same-site by chance.
		schoolUrl = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
		browser = await launchChromium();
	});
	afterAll(async () => {
		await browser?.close();
		await new Promise((resolve) => school.close(resolve));
	});

	interface Opened {
		page: Page;
		context: BrowserContext;
		/** What the console and the page complained of. */
		said: string[];
	}

	async function open(
		address: string,
		options: { language?: "nl" | "en"; dark?: boolean; width?: number } = {},
	): Promise<Opened> {
		const { language = "nl", dark = false, width = 1280 } = options;
		const context = await browser.newContext({
			locale: language === "nl" ? "nl-NL" : "en-GB",
			colorScheme: dark ? "dark" : "light",
			viewport: { width, height: 900 },
			permissions: ["clipboard-read", "clipboard-write"],
		});
		const page = await context.newPage();
		const said: string[] = [];
		page.on("console", (message) => message.type() === "error" && said.push(message.text()));
		page.on("pageerror", (error) => said.push(`thrown: ${error.message}`));
		await page.goto(`${service.url}/embed/${address}`);
		await page.locator("configurator-app h1").waitFor();
		return { page, context, said };
	}

	const items = (page: Page) => page.locator(".stage [part~=item]");

	/** The blocks of code of the tab that is open, as a person copies them. */
	async function copyAll(page: Page): Promise<string[]> {
		const copied: string[] = [];
		for (const button of await page.locator("#place-panel .copy button").all()) {
			await button.click();
			await page.locator("[role=status].visually-hidden", { hasText: "Gekopieerd." }).waitFor();
			copied.push(await page.evaluate(() => navigator.clipboard.readText()));
		}
		return copied;
	}

	async function paste(html: string): Promise<{ page: Page; said: string[] }> {
		pasted = html;
		const page = await browser.newPage({ locale: "nl-NL" });
		const said: string[] = [];
		page.on("console", (message) => said.push(message.text()));
		page.on("pageerror", (error) => said.push(`thrown: ${error.message}`));
		await page.goto(schoolUrl);
		return { page, said };
	}

	it("goes from an empty page to a list of one place, all of it in the address, and back", async () => {
		const { page, context, said } = await open("");
		await page.locator(".preview .waiting").waitFor();
		await page.locator("#region").selectOption("midden-brabant");
		await items(page).first().waitFor();
		await page.locator("summary", { hasText: "Plaats" }).click();
		await page.getByRole("checkbox", { name: /^Tilburg \(\d+\)$/ }).check();
		await page.locator(".total", { hasText: /^Deze keuze geeft nu \d+ activiteiten\.$/ }).waitFor();
		await page.locator(".stage [part~=place]", { hasText: "Tilburg" }).first().waitFor();
		expect(new URL(page.url()).search).toBe("?kind=events&region=midden-brabant&place=Tilburg");

		// Typing is one step back, a tick is another.
		await page.locator("#limit").pressSequentially("12");
		expect(new URL(page.url()).search).toContain("limit=12");
		await page.goBack();
		expect(new URL(page.url()).search).toBe("?kind=events&region=midden-brabant&place=Tilburg");
		await page.goBack();
		expect(await page.getByRole("checkbox", { name: /^Tilburg \(\d+\)$/ }).isChecked()).toBe(false);
		await page.goForward();
		await page.reload();
		await items(page).first().waitFor();
		expect(await page.locator(".stage techniek-events").getAttribute("place")).toBe("Tilburg");
		expect(said).toEqual([]);
		await context.close();
	});

	it("shows the other kinds, and lets go of what only the old one had", async () => {
		const { page, context, said } = await open("?kind=events&region=midden-brabant&view=month&stage=mbo");
		await page.getByRole("radio", { name: /^Initiatieven/ }).check();
		await page.locator(".stage techniek-initiatives [part~=item]").first().waitFor();
		expect(new URL(page.url()).search).toBe("?kind=initiatives&region=midden-brabant&stage=mbo");
		await page.getByRole("radio", { name: /^Kansen/ }).check();
		await page.locator(".stage techniek-opportunities [part~=item]").first().waitFor();
		expect(said).toEqual([]);
		await context.close();
	});

	it("judges the brand colour, offers one that is enough, and gives it to preview and snippet", async () => {
		const { page, context, said } = await open("?kind=events&region=midden-brabant");
		await items(page).first().waitFor();
		await page.locator("#link-color").fill("#e17000");
		await page.locator(".contrast .bad", { hasText: "Op wit: 3,2 : 1. Te weinig" }).waitFor();
		await page.locator(".contrast .bad button").click();
		await page.locator(".contrast .good", { hasText: "Op wit: 4,5 : 1. Goed leesbaar." }).waitFor();
		const color = await page.locator("#link-color").inputValue();
		const [code = ""] = await copyAll(page);
		expect(code).toContain(`--techniek-link-color: ${color};`);
		const title = page.locator(".stage [part~=title] a, .stage a[part~=title]").first();
		const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
		expect(await title.evaluate((link) => getComputedStyle(link).color)).toBe(`rgb(${red}, ${green}, ${blue})`);

		await page.locator("#link-color").fill("paars");
		await page.locator("#link-color").blur();
		await page.locator("#link-color-problem", { hasText: "Schrijf een kleur" }).waitFor();
		expect(new URL(page.url()).searchParams.get("style.link-color")).toBe(color);
		expect(said).toEqual([]);
		await context.close();
	});

	it.each(["html", "pinned", "cms", "wordpress", "iframe"])(
		"gives code that works on another site: %s",
		async (tab) => {
			const { page, context } = await open("?kind=events&region=midden-brabant&place=Tilburg&limit=5&style.radius=9px");
			await page.locator(`#tab-${tab}`).click();
			const blocks = await copyAll(page);
			// The link for WordPress is an address, and a rule for the site's style sheet is no HTML.
			const html = blocks.filter((code) => code.startsWith("<")).join("\n");
			await context.close();

			const { page: site, said } = await paste(html);
			const list = tab === "iframe" ? site.frameLocator("iframe") : site;
			await list.locator("[part~=item]").nth(4).waitFor();
			expect(await list.locator("[part~=item]").count()).toBe(5);
			await list.locator("[part~=place]", { hasText: "Tilburg" }).first().waitFor();
			// The frame has told how high it is, and the script that listens has made it so.
			if (tab === "iframe") await site.waitForFunction(() => document.querySelector("iframe")?.height !== "640");
			expect(said.filter((line) => !line.includes("favicon"))).toEqual([]);
			await site.close();
		},
	);

	it("gives a server an address whose answer is a list, also without JavaScript", async () => {
		const { page, context } = await open("?kind=events&region=midden-brabant&place=Tilburg&limit=5");
		await page.locator("#tab-server").click();
		const [php = "", include = ""] = await copyAll(page);
		await context.close();
		const [, address = ""] = /'(http[^']+)'/.exec(php) ?? [];
		const answer = await fetch(address);
		expect(answer.status).toBe(200);
		// What a web server includes by its path is the same.
		expect(include).toBe(`<!--#include virtual="${address.replace(service.url, "")}" -->`);
		const { page: site } = await paste(await answer.text());
		await site.locator("[part~=item]").nth(4).waitFor();
		expect(await site.locator("[part~=item]").count()).toBe(5);
		await site.close();
		const plain = await browser.newPage({ javaScriptEnabled: false });
		await plain.goto(schoolUrl);
		expect(await plain.locator("[part~=item]").count()).toBe(5);
		await plain.close();
	});

	it("gives WordPress a link that oEmbed turns into the same list", async () => {
		const { page, context } = await open("?kind=events&region=midden-brabant&place=Tilburg&style.radius=9px");
		await page.locator("#tab-wordpress").click();
		const [link = ""] = await copyAll(page);
		await context.close();
		const html = await (await fetch(link)).text();
		const [, href = ""] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
		const answer: unknown = await (await fetch(href.replaceAll("&amp;", "&"))).json();
		const frame = typeof answer === "object" && answer && "html" in answer ? String(answer.html) : "";
		const { page: site } = await paste(frame);
		await site.frameLocator("iframe").locator("[part~=place]", { hasText: "Tilburg" }).first().waitFor();
		await site.close();
	});

	it("moves through the tabs with the keyboard, one stop for the whole row", async () => {
		const { page, context } = await open("?kind=events&region=midden-brabant");
		await page.locator("#tab-html").focus();
		for (const [key, tab] of [
			["ArrowRight", "pinned"],
			["End", "managed"],
			["ArrowRight", "html"],
			["ArrowLeft", "managed"],
			["Home", "html"],
		]) {
			await page.keyboard.press(key ?? "");
			expect(await page.evaluate(() => document.activeElement?.id)).toBe(`tab-${tab}`);
			expect(await page.locator("[role=tab][aria-selected=true]").count()).toBe(1);
			expect(await page.locator("#place-panel").getAttribute("aria-labelledby")).toBe(`tab-${tab}`);
		}
		await page.keyboard.press("Tab");
		expect(await page.evaluate(() => document.activeElement?.id)).toBe("place-panel");
		await context.close();
	});

	it("names PDOK in policy and privacy statement only for a map", async () => {
		const { page, context } = await open("?kind=events&region=midden-brabant");
		const text = async () => (await page.locator("configurator-place").textContent()) ?? "";
		await page.locator("#privacy").waitFor();
		expect(await text()).not.toContain("PDOK");
		await page.getByRole("radio", { name: /^Kaart Op/ }).check();
		await page.locator("configurator-place", { hasText: "img-src https://service.pdok.nl" }).waitFor();
		expect((await text()).match(/service\.pdok\.nl/g)?.length).toBeGreaterThan(2);
		await context.close();
	});

	it("lets an editor keep a choice under a name, which the site then follows without new code", async () => {
		const token = await service.token("editor");
		const { page, context } = await open("?kind=events&region=midden-brabant&place=Tilburg&limit=3");
		await page.locator(".managed summary").click();
		await page.locator("#token").fill(token);
		await page.keyboard.press("Enter");
		await page.locator("#widget-name").waitFor();
		await page.locator("#widget-name").fill("Open Dagen");
		await page.keyboard.press("Enter");
		await page.locator("#widget-name-problem", { hasText: "kleine letters" }).waitFor();
		await page.locator("#widget-name").fill("open-dagen");
		await page.keyboard.press("Enter");
		await page.locator(".saved li", { hasText: "open-dagen" }).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.locator("#tab-managed").click();
		const [code = ""] = await copyAll(page);
		expect(code).toContain(`widget="open-dagen"`);

		const { page: site } = await paste(code);
		await site.locator("[part~=item]").nth(2).waitFor();
		expect(await site.locator("[part~=item]").count()).toBe(3);
		await site.close();

		await page.locator("#limit").fill("2");
		await page.locator(".managed button", { hasText: "Vervang open-dagen" }).click();
		await page.locator("[role=status]", { hasText: "Opgeslagen als open-dagen." }).waitFor();
		const { page: again } = await paste(code);
		await again.locator("[part~=item]").nth(1).waitFor();
		expect(await again.locator("[part~=item]").count()).toBe(2);
		await again.close();

		await page.goto(`${service.url}/embed/`);
		await page.locator(".managed summary").click();
		await page.locator(".saved button", { hasText: "Openen" }).click();
		expect(new URL(page.url()).search).toBe("?kind=events&region=midden-brabant&place=Tilburg&limit=2");
		await page.locator(".saved button", { hasText: "Verwijderen" }).click();
		await page.locator(".saved button", { hasText: "Ja, verwijderen" }).click();
		await page.locator(".managed", { hasText: "Er zijn nog geen bewaarde widgets." }).waitFor();
		expect((await fetch(`${service.url}/embed/widgets/open-dagen.json`)).status).toBe(404);
		await context.close();
	});

	it("runs nothing that an address carries, under a policy that would tell", async () => {
		const hostile = `"><img src=x onerror=document.title='hacked'><script>document.title='hacked'</script>`;
		const address = new URLSearchParams({ kind: "events", region: "midden-brabant", q: hostile, place: hostile });
		const { page, context, said } = await open(`?${address}&style.link-color=red;}*{display:none`);
		await page.locator(".total.bad").waitFor();
		for (const tab of tabs) {
			await page.locator(`#tab-${tab}`).click();
			expect(await page.title()).toBe("Widget maken – Regiotechniek");
		}
		expect(await page.locator("main img, main script").count()).toBe(0);
		// The list is refused because there is no such place; nothing else is wrong.
		expect(said.filter((line) => !/400 \(Bad Request\)|<techniek-events>/.test(line))).toEqual([]);
		const served = await (await fetch(page.url())).text();
		expect(served).not.toContain("<img");
		await context.close();
	});

	it("says so when the choices do not come, and gets them when asked again", async () => {
		const { page, context } = await open("");
		await page.route("**/feeds/**", (route) => route.abort());
		await page.locator("#region").selectOption("flevoland");
		await page.locator("configurator-items [role=alert]", { hasText: "nu niet op te halen" }).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.unroute("**/feeds/**");
		await page.locator("configurator-items [role=alert] button").click();
		await page.locator("details.fold summary", { hasText: "Plaats" }).waitFor();
		await page.locator(".total", { hasText: "Deze keuze geeft nu" }).waitFor();
		await context.close();
	});

	it("speaks English when asked, and remembers it for the visit", async () => {
		const { page, context } = await open("?kind=events&region=flevoland&lang=en");
		await page.locator("header button", { hasText: "English" }).click();
		await page.locator("h1", { hasText: "Put the region on your own site" }).waitFor();
		expect(await page.locator("html").getAttribute("lang")).toBe("en");
		await page.reload();
		await page.locator("h1", { hasText: "Put the region on your own site" }).waitFor();
		await page.locator(".stage", { hasText: "events" }).waitFor();
		await context.close();
	});

	it("says what it could not read in an address", async () => {
		const { page, context } = await open("?kind=events&region=midden-brabant&view=table&limit=999");
		const problems = page.locator("main .message.warn li");
		expect(await problems.allInnerTexts()).toEqual([
			expect.stringContaining("limit: Kies een getal van 1 tot en met 100."),
			expect.stringContaining("view: Kies uit: list"),
		]);
		await context.close();
	});

	it.each([
		{ language: "nl", dark: false, width: 1280, shown: tabs },
		{ language: "en", dark: true, width: 360, shown: ["server"] },
		{ language: "en", dark: false, width: 768, shown: [] },
		{ language: "nl", dark: true, width: 360, shown: [] },
	] as const)("has no accessibility violations: $language, dark $dark, $width px", async (options) => {
		const color = options.dark ? "e17000" : "8a2a1b";
		const button = "&style.button-background-color=%230b5a7d&style.button-color=%23ffffff";
		const address = `?kind=events&region=midden-brabant&limit=2&style.link-color=%23${color}${button}`;
		const { page, context } = await open(address, options);
		await items(page).first().waitFor();
		const folds = await page.locator("details.fold summary").all();
		for (const fold of folds) await fold.click();
		expect(await axeFindings(page)).toEqual([]);
		for (const fold of folds) await fold.click();
		for (const tab of options.shown) {
			await page.locator(`#tab-${tab}`).click();
			expect({ tab, findings: await axeFindings(page) }).toEqual({ tab, findings: [] });
		}
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		await context.close();
	});

	it("has something to copy without JavaScript too", async () => {
		const context = await browser.newContext({ javaScriptEnabled: false, locale: "nl-NL" });
		const page = await context.newPage();
		await page.goto(`${service.url}/embed/?kind=initiatives&region=flevoland`);
		expect(await page.locator("pre").textContent()).toContain(`<techniek-initiatives region="flevoland">`);
		expect(await page.locator("main h1").textContent()).toBe("Zet de regio op uw eigen site");
		await context.close();
	});
});
