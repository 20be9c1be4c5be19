import { createServer, type Server } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { axeFindings } from "../support/axe.ts";
import { type ExtensionBrowser, launchWithExtension } from "../support/extension-browser.ts";
import { startService, type TestService } from "../support/service.ts";

/** A page as a school's web site has it: the thing that staff come across and clip. */
const page = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Robotwerkplaats | Vakschool</title>
<link rel="canonical" href="https://vakschool.example/robotwerkplaats">
<meta property="og:title" content="Robotwerkplaats voor groep 8">
<meta property="og:description" content="Elke woensdagmiddag bouwen leerlingen uit groep 8 hun eigen robot.">
<meta property="og:site_name" content="Vakschool"></head>
<body><main><h1>Robotwerkplaats voor groep 8</h1>
<p>Elke woensdagmiddag bouwen leerlingen uit groep 8 hun eigen robot in de werkplaats van de vakschool in Tilburg.</p>
</main></body></html>`;

const Feed = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) });

describe("the whole path", () => {
	let site: Server;
	let siteUrl: string;
	let service: TestService;
	let browser: ExtensionBrowser;
	/** Addresses that the partner's page asked for. */
	const requests: string[] = [];

	beforeAll(async () => {
		site = createServer((_request, response) => {
			response.setHeader("content-type", "text/html; charset=utf-8");
			response.end(page);
		});
		await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
		const address = site.address();
		siteUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/robotwerkplaats`;
		service = await startService();
		browser = await launchWithExtension();
	});
	afterAll(async () => {
		await browser?.close();
		await service?.stop();
		await new Promise((resolve) => site.close(resolve));
	});

	const card = (programme: Page) =>
		programme.locator("techniek-initiatives").first().locator("[part=item]", { hasText: "Robotwerkplaats" });

	async function openProgramme(): Promise<Page> {
		const programme = await browser.context.newPage();
		programme.on("request", (request) => requests.push(request.url()));
		await programme.goto(`${service.url}/demo/programme/`);
		await programme.locator("techniek-initiatives").first().locator("[part=item]").first().waitFor();
		await programme.locator("techniek-initiatives").first().locator("[name=q]").fill("robotwerkplaats");
		return programme;
	}

	it("does not show on the programme's site what nobody clipped", async () => {
		const programme = await openProgramme();
		await programme
			.locator("techniek-initiatives")
			.first()
			.locator("[part=message]", { hasText: /geen|niets/i })
			.waitFor();
		expect(await card(programme).count()).toBe(0);
		await programme.close();
	});

	it("brings a page into the inventory with the clipper", async () => {
		await browser.connect({ address: service.url, token: await service.token("clipper"), region: "midden-brabant" });
		const tab = await browser.context.newPage();
		await tab.goto(siteUrl);
		const panel = await browser.openPanelFor(tab);
		await panel.locator("form").waitFor();
		expect(await panel.locator("#field-title").inputValue()).toBe("Robotwerkplaats voor groep 8");
		await panel.locator("label", { hasText: "Kiezen voor techniek" }).click();
		await panel.locator("button[type=submit]").click();
		await panel.locator(".clip[data-state=sent]", { hasText: "Robotwerkplaats" }).waitFor();
		await tab.close();
		const feed = Feed.parse(
			await (await fetch(`${service.url}/feeds/midden-brabant/initiatives.json?q=robotwerkplaats`)).json(),
		);
		expect(feed.items).toEqual([]);
	});

	it("is reviewed and published in the workbench", async () => {
		const workbench = await browser.context.newPage();
		await workbench.goto(`${service.url}/workbench/`);
		expect(await axeFindings(workbench)).toEqual([]);
		await workbench.locator("#by-token summary").click();
		await workbench.locator("#token").fill(await service.token("editor"));
		await workbench.keyboard.press("Enter");
		await workbench.locator("a.record-link", { hasText: "Robotwerkplaats" }).click();
		await workbench.locator("#field-title").fill("Robotwerkplaats voor groep 8 in Tilburg");
		await workbench
			.getByRole("button", { name: /publiceren/i })
			.first()
			.click();
		await workbench.getByText("Gepubliceerd. Het staat in de openbare lijsten.").first().waitFor();
		expect(await axeFindings(workbench)).toEqual([]);
		await workbench.close();
	});

	it("is a new card on the programme's site, and only the inventory was asked for it", async () => {
		requests.length = 0;
		const programme = await openProgramme();
		await card(programme).waitFor();
		expect((await card(programme).locator("[part=title]").textContent())?.trim()).toBe(
			"Robotwerkplaats voor groep 8 in Tilburg",
		);
		expect(requests.filter((address) => !address.startsWith(service.url))).toEqual([]);
		const stored = await programme.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
		expect(stored).toEqual(["", 0, 0]);
		await programme.close();
	});

	it.each(["school", "company", "programme"])("has nothing for axe to find on the page of the %s", async (partner) => {
		const partnerPage = await browser.context.newPage();
		await partnerPage.goto(`${service.url}/demo/${partner}/`);
		await partnerPage.locator("[part=item]").first().waitFor();
		expect(await axeFindings(partnerPage)).toEqual([]);
		await partnerPage.close();
	});

	it.each(["/", "/midden-brabant/events"])("has nothing for axe to find on %s", async (address) => {
		const own = await browser.context.newPage();
		await own.goto(service.url + address);
		expect(await axeFindings(own)).toEqual([]);
		await own.close();
	});
});
