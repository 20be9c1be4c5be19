import { createServer, type Server } from "node:http";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { axeFindings } from "../support/axe.ts";
import { launchChromium } from "../support/browsers.ts";
import { sharedService } from "../support/shared-service.ts";

/** Pages on another origin that embed a frame as site builders do: in a sandbox, sized by what the frame tells. */

const WordPressMessage = z.object({
	message: z.string(),
	value: z.union([z.number(), z.string()]),
	secret: z.string(),
});

/** Keeps what frames say, as a partner's listener would; sizes the frame as docs tell. */
const listener = `
	window.heard = [];
	addEventListener("message", (event) => {
		const frame = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === event.source);
		if (!frame) return;
		heard.push(event.data);
		if (event.data.type === "techniek-height") frame.height = event.data.height;
	});`;

describe("the frame on another origin", () => {
	const service = sharedService();
	let partner: Server;
	let partnerUrl: string;
	let browser: Browser;

	beforeAll(async () => {
		partner = createServer((request, response) => {
			const { searchParams } = new URL(request.url ?? "/", partnerUrl);
			const sandbox = searchParams.get("sandbox");
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.end(
				`<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width"><title>Partner</title>
				<style>body { margin: 24px; background: #fff8e7 } iframe { border: 0; width: 100% }</style>
				<script>${listener}</script><h1>Partner</h1>
				<iframe title="Agenda" ${sandbox === null ? "" : `sandbox="${sandbox}"`} src="${service.url}${searchParams.get("frame")}"></iframe>`,
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

	async function open(
		frame: string,
		sandbox: string | undefined,
		options: { width?: number; colorScheme?: "light" | "dark" } = {},
	): Promise<{ page: Page; inside: FrameLocator; said: string[]; asked: Set<string> }> {
		const page = await browser.newPage({
			locale: "nl-NL",
			viewport: { width: options.width ?? 900, height: 800 },
			colorScheme: options.colorScheme ?? "light",
		});
		const said: string[] = [];
		const asked = new Set<string>();
		page.on("console", (message) => said.push(message.text()));
		page.on("pageerror", (error) => said.push(`thrown: ${error.message}`));
		page.on("request", (request) => asked.add(new URL(request.url()).origin));
		const query = new URLSearchParams({ frame, ...(sandbox !== undefined && { sandbox }) });
		await page.goto(`${partnerUrl}/?${query}`);
		return { page, inside: page.frameLocator("iframe"), said, asked };
	}

	const heard = (page: Page): Promise<unknown[]> => page.evaluate("window.heard");

	const heightOf = (page: Page) => page.locator("iframe").evaluate((it) => it.clientHeight);

	it.each(["allow-scripts", undefined])(
		"shows a list and tells its height, with sandbox=%s, without a violation or a third party",
		async (sandbox) => {
			const { page, inside, said, asked } = await open("/embed/frame/events?region=midden-brabant&limit=5", sandbox);
			await inside.locator("techniek-events [part~=item]").nth(4).waitFor();
			const body = await inside.locator("body").evaluate((element) => element.getBoundingClientRect().height);
			await expect.poll(() => heightOf(page)).toBe(Math.ceil(body));
			expect(await heard(page)).toContainEqual({ type: "techniek-height", height: Math.ceil(body) });
			expect(said.filter((line) => !line.includes("favicon"))).toEqual([]);
			expect(asked).toEqual(new Set([partnerUrl, service.url]));
			await page.close();
		},
	);

	it("grows with its list and becomes taller where it is narrower", async () => {
		const { page, inside } = await open("/embed/frame/events?region=midden-brabant&limit=5", "allow-scripts");
		await inside.locator("[part~=item]").nth(4).waitFor();
		const height = () => heightOf(page);
		await expect.poll(height).toBeGreaterThan(300);
		const first = await height();
		await inside.locator("[part~=more]").click();
		await expect.poll(height).toBeGreaterThan(first + 100);
		const grown = await height();
		await page.setViewportSize({ width: 360, height: 800 });
		await expect.poll(height).toBeGreaterThan(grown);
		await page.close();
	});

	it("speaks WordPress's protocol: height with the secret, again when asked, and links to our pages only", async () => {
		const { page, inside } = await open(
			"/embed/frame/events?region=midden-brabant&limit=3#?secret=Abc123Xyz9",
			"allow-scripts",
		);
		const title = inside.locator("[part~=item] [part~=title] a, [part~=item] a[part~=title]").first();
		await title.waitFor();
		const messages = async () =>
			(await heard(page)).flatMap((one) => {
				const parsed = WordPressMessage.safeParse(one);
				return parsed.success ? [parsed.data] : [];
			});
		await expect.poll(async () => (await messages()).at(-1)).toMatchObject({ message: "height", secret: "Abc123Xyz9" });
		const before = (await messages()).length;
		await page.evaluate(() =>
			document.querySelector("iframe")?.contentWindow?.postMessage({ message: "ready", secret: "Abc123Xyz9" }, "*"),
		);
		await expect.poll(async () => (await messages()).length).toBeGreaterThan(before);
		await title.click();
		await expect.poll(async () => (await messages()).at(-1)?.message).toBe("link");
		expect((await messages()).at(-1)?.value).toMatch(
			new RegExp(`^${service.url}/midden-brabant/events/[0-9a-f-]{36}$`),
		);

		// WordPress takes a visitor only to the frame's own site, so for a form elsewhere that is the item's page.
		const elsewhere = inside.locator("[part~=item]").filter({ has: inside.locator('a[href^="https://"]') });
		const own = await elsewhere.first().locator(`a[href^="${service.url}/"]`).first().getAttribute("href");
		const count = (await messages()).length;
		await elsewhere.first().locator('a[href^="https://"]').first().click();
		await expect.poll(async () => (await messages()).length).toBeGreaterThan(count);
		expect((await messages()).at(-1)).toMatchObject({ message: "link", value: own });

		// Nor can a sandboxed frame open a calendar program: the same calendar comes as a file.
		await inside.locator('a[href^="webcal:"]').click();
		await expect
			.poll(async () => (await messages()).at(-1)?.value)
			.toBe(`${service.url}/feeds/midden-brabant/events.ics`);
		await page.close();
	});

	it("opens links outside itself where the sandbox lets it", async () => {
		const { page, inside } = await open(
			"/embed/frame/events?region=midden-brabant&limit=3",
			"allow-scripts allow-popups",
		);
		const opened = page.waitForEvent("popup");
		await inside.locator("[part~=item] [part~=title] a, [part~=item] a[part~=title]").first().click();
		expect(new URL((await opened).url()).pathname).toMatch(/^\/midden-brabant\/events\//);
		await page.close();
	});

	it("takes the look from its address under its own policy", async () => {
		const { page, inside, said } = await open(
			"/embed/frame/events?region=midden-brabant&limit=2&style.link-color=%23006600",
			"allow-scripts",
		);
		const link = inside.locator("[part~=item] [part~=title] a, [part~=item] a[part~=title]").first();
		await expect.poll(() => link.evaluate((it) => getComputedStyle(it).color)).toBe("rgb(0, 102, 0)");
		expect(said.filter((line) => !line.includes("favicon"))).toEqual([]);
		await page.close();
	});

	it("stands in a page without an origin too, such as a file on disk or a preview", async () => {
		const page = await browser.newPage();
		await page.setContent(
			`<iframe title="Agenda" sandbox="allow-scripts" src="${service.url}/embed/frame/events?region=flevoland&amp;limit=2"></iframe>`,
		);
		await page.frameLocator("iframe").locator("[part~=item]").nth(1).waitFor();
		await page.close();
	});

	it.each(["light", "dark"] as const)(
		"has nothing for axe to find, as a list, an item and a refusal, in %s",
		async (colorScheme) => {
			const feed: unknown = await (await fetch(`${service.url}/feeds/midden-brabant/events.json?limit=1`)).json();
			const [item] = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(feed).items;
			for (const path of [
				"events?region=midden-brabant&limit=5",
				`events?region=midden-brabant&item=${item?.id}`,
				"events?region=midden-brabant&kleur=rood",
			]) {
				const page = await browser.newPage({ colorScheme, viewport: { width: 360, height: 800 } });
				await page.goto(`${service.url}/embed/frame/${path}`);
				await page.locator("[part~=item], article, li").first().waitFor();
				// The browser's own dark canvas, which axe takes for white.
				await page.evaluate(() => {
					document.documentElement.style.background = "Canvas";
				});
				expect(await axeFindings(page)).toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
				await page.close();
			}
		},
	);
});
