import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { attributes as dashboardAttributes } from "../../widgets/dashboard/settings.ts";
import { attributes } from "../../widgets/element/settings.ts";
import { launchChromium } from "../support/browsers.ts";
import { sharedService } from "../support/shared-service.ts";

/** Every example of docs/partners.md, pasted as it stands there into a page on another origin. */

const guide = await readFile("docs/partners.md", "utf8");
const blocks = (language: string) =>
	[...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, code = ""]) => code);
const elements = ["events", "opportunities", "initiatives", "dashboard", "network"]
	.map((kind) => `techniek-${kind}`)
	.join(", ");

const service = sharedService();
let partner: Server;
let partnerUrl: string;
let browser: Browser;
let body = "";
let integrity = "";

beforeAll(async () => {
	const token = await service.token("editor");
	const saved = await fetch(`${service.url}/api/v1/widgets/agenda-spoorbuurt`, {
		method: "PUT",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
		body: JSON.stringify({ kind: "events", attributes: { region: "midden-brabant", place: "Tilburg" } }),
	});
	expect(saved.status).toBe(201);
	integrity = (await (await fetch(`${service.url}/embed/${version}/integrity.json`)).json())["techniek.js"];
	partner = createServer((_, response) => {
		response.setHeader("content-type", "text/html; charset=utf-8");
		response.end(`<!doctype html><html lang="nl"><title>Partner</title><body><p id="gekozen"></p>${body}`);
	});
	await new Promise<void>((resolve) => partner.listen(0, "127.0.0.1", resolve));
	const address = partner.address();
	partnerUrl = `http://localhost:${typeof address === "object" && address ? address.port : 0}/`;
	browser = await launchChromium();
});
afterAll(async () => {
	await browser?.close();
	await new Promise((resolve) => partner.close(resolve));
});

/** The example with the addresses of this run. */
const here = (code: string) =>
	code
		.replaceAll("https://inventaris.example", service.url)
		.replaceAll("0.1.0", version)
		.replaceAll("sha384-…", integrity);

async function open(html: string) {
	body = here(html);
	const page = await browser.newPage({ locale: "nl-NL", viewport: { width: 1280, height: 900 } });
	await page.goto(partnerUrl);
	return page;
}

describe("the examples of the guide for partners", () => {
	it.each(
		blocks("html").map((code) => [
			code
				.trim()
				.split("\n")
				.find((line) => !line.includes("script")) ?? code,
			code,
		]),
	)("shows %s", async (_, code) => {
		const page = await open(code);
		if (code.includes("<iframe")) {
			await page.frameLocator("iframe").locator("[part=item]").first().waitFor();
		} else {
			await page.waitForFunction((selector) => {
				const found = [...document.querySelectorAll(selector)];
				return found.length > 0 && found.every((one) => one.matches(":state(ready)"));
			}, elements);
			const heights = await page
				.locator(elements)
				.evaluateAll((found) => found.map((one) => one.shadowRoot?.querySelector(".root")?.clientHeight ?? 0));
			for (const height of heights) expect(height).toBeGreaterThan(200);
		}
		await page.close();
	});

	it("keeps height free and takes colours with the rules of the guide", async () => {
		const [css = ""] = blocks("css");
		const page = await open(`<style>${css}</style>${blocks("html")[0]}`);
		const title = page.locator("[part=title] a").first();
		await title.waitFor();
		expect(await title.evaluate((one) => getComputedStyle(one).color)).toBe("rgb(138, 42, 27)");
		expect((await page.locator("techniek-events").boundingBox())?.height).toBeGreaterThanOrEqual(900);
		await page.close();
	});

	it("lets the page show a chosen item in its own way", async () => {
		const [script = ""] = blocks("js");
		const page = await open(`${blocks("html")[0]}<script>${script}</script>`);
		const title = page.locator("[part=title] a").first();
		const words = await title.textContent();
		await title.click();
		expect(await page.locator("#gekozen").textContent()).toBe(words);
		expect(page.url()).toBe(partnerUrl);
		await page.close();
	});

	it("gives the same list through the page's own server", async () => {
		const [php = ""] = blocks("php");
		const address = /'(https:[^']+)'/.exec(php)?.[1];
		expect(address).toBeDefined();
		const page = await open(await (await fetch(here(address ?? ""))).text());
		expect(await page.locator("[part=item]").count()).toBe(10);
		await page.close();
	});

	it("names every attribute that there is", () => {
		for (const name of [...attributes, ...dashboardAttributes]) expect(guide, name).toContain(`\`${name}\``);
	});
});
