import { createServer, type Server } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium, launchChromium } from "../support/browsers.ts";
import { sharedService } from "../support/shared-service.ts";

/** What only real keys, a wheel, a sandbox and the built script show of the dialog, of links and of structured data. */

const agenda = `<techniek-events region="midden-brabant" limit="8" deep-link="agenda" structured-data><a href="/">Agenda</a></techniek-events>`;

describe("an item on a partner's page on another origin", () => {
	const service = sharedService();
	let partner: Server;
	let partnerUrl: string;
	let browser: Browser;

	beforeAll(async () => {
		const { url } = service;
		const policy = `default-src 'none'; script-src ${url}; connect-src ${url}; frame-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;
		partner = createServer((request, response) => {
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.setHeader("content-security-policy", policy);
			const sandboxed = `<iframe title="Agenda" sandbox="allow-scripts" src="/agenda" width="900" height="3000"></iframe>`;
			response.end(
				request.url === "/kader"
					? `<!doctype html><html lang="nl"><title>Partner</title><h1>School</h1>${sandboxed}`
					: `<!doctype html><html lang="nl"><title>Partner</title><script src="${url}/embed/v1.js" async></script><h1>School</h1>${agenda}${"<p>Nog een alinea.</p>".repeat(60)}`,
			);
		});
		await new Promise<void>((resolve) => partner.listen(0, "127.0.0.1", resolve));
		const address = partner.address();
		partnerUrl = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
		// With frames in processes of their own, as visitors have it; the quick Chromium draws all in one.
		browser = await launchChromium({ executablePath: findChromium() });
	}, 90_000);
	afterAll(async () => {
		await browser?.close();
		await new Promise((resolve) => partner?.close(resolve));
	});

	async function open(path: string): Promise<{ page: Page; said: string[]; asked: Set<string> }> {
		const page = await browser.newPage({ locale: "nl-NL", viewport: { width: 1000, height: 700 } });
		const said: string[] = [];
		const asked = new Set<string>();
		page.on("console", (message) => {
			if (!message.location().url.endsWith("/favicon.ico")) said.push(message.text());
		});
		page.on("pageerror", (error) => said.push(`thrown: ${error.message}`));
		page.on("request", (request) => asked.add(new URL(request.url()).origin));
		await page.goto(partnerUrl + path);
		return { page, said, asked };
	}

	/** What has the focus, through shadow roots. */
	const focused = (page: Page) =>
		page.evaluate(() => {
			// Between the last and the first the browser has it, which a page sees as its body.
			let element = document.activeElement === document.body ? null : document.activeElement;
			while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
			return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
		});

	it("is opened, read, followed and left with the keyboard alone", async () => {
		const { page, said, asked } = await open("/agenda");
		const first = page.locator("[part=title] a").first();
		await first.waitFor();
		const title = (await first.textContent()) ?? "";
		for (let n = 0; n < 40 && (await focused(page)) !== title; n++) await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		const dialog = page.locator("dialog[open]");
		await dialog.waitFor();
		expect(await focused(page)).toBe(title);
		expect(new URL(page.url()).hash).toMatch(/^#agenda\.item=[0-9a-f-]{36}$/);
		await dialog.locator("[role=status]", { hasText: /^$/ }).waitFor({ state: "attached" });

		// All of it can be reached, and nothing behind it.
		const reached: string[] = [];
		for (let n = 0; n < 12; n++) {
			await page.keyboard.press("Tab");
			reached.push(await focused(page));
		}
		const inside = (await dialog.textContent())?.replace(/\s+/g, " ") ?? "";
		for (const words of reached) expect(inside).toContain(words);
		expect(reached).toContain("Sluiten ×");
		expect(reached).toContain("Zet in agenda");

		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		expect(await focused(page)).toBe(title);
		expect(new URL(page.url()).hash).toBe("");
		expect(said).toEqual([]);
		expect(asked).toEqual(new Set([partnerUrl, service.url]));
		expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
			"",
			0,
			0,
		]);
		await page.close();
	}, 60_000);

	it("stays where the page was: no wheel or key scrolls what is behind it", async () => {
		const { page } = await open("/agenda");
		await page.locator("[part=title] a").nth(3).click();
		await page.locator("dialog[open] .panel").waitFor();
		const before = await page.evaluate(() => scrollY);
		for (const [x, y] of [
			[500, 350],
			[20, 350],
		] as const) {
			await page.mouse.move(x, y);
			for (let n = 0; n < 8; n++) await page.mouse.wheel(0, 600);
			await page.waitForTimeout(300);
		}
		for (const key of ["End", "PageDown", "Space", "ArrowDown"]) {
			await page.keyboard.press(key);
			await page.waitForTimeout(100);
		}
		expect(await page.evaluate(() => scrollY)).toBe(before);
		await page.close();
	}, 60_000);

	it("tells search engines of the list, where no policy may be made, without a violation", async () => {
		const { page, said } = await open("/agenda");
		const block = page.locator("techniek-events > script");
		await block.waitFor({ state: "attached" });
		const data: unknown = JSON.parse((await block.textContent()) ?? "");
		expect(data).toMatchObject({ "@type": "ItemList" });
		expect(Object(data).itemListElement).toHaveLength(8);
		expect(said).toEqual([]);
		await page.close();
	});

	it("is in view in a tall frame in a sandbox, where no address may change, and works", async () => {
		const { page, said } = await open("/kader");
		const frame = page.frameLocator("iframe");
		const title = frame.locator("[part=title] a").nth(7);
		await title.scrollIntoViewIfNeeded();
		await title.click();
		const heading = frame.locator("#detail-title");
		await heading.waitFor();
		await expect
			.poll(async () => {
				const box = await heading.boundingBox();
				return !!box && box.y > 0 && box.y < 700;
			})
			.toBe(true);
		await frame.locator("[data-close]").click();
		await frame.locator("dialog").waitFor({ state: "detached" });
		expect(said).toEqual([]);
		await page.close();
	}, 60_000);
});
