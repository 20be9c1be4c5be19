import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { launchChromium } from "../support/browsers.ts";
import { freePort } from "../support/free-port.ts";
import { givePasskeyDevice } from "../support/passkey-device.ts";
import { screenshots } from "../support/screenshots.ts";
import { startService, type TestService } from "../support/service.ts";

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

const calendar = [
	...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bibliotheek voorbeeld//NL", "BEGIN:VEVENT"],
	...["UID:soldeeravond@bieb.example", `DTSTART;TZID=Europe/Amsterdam:${day(3).replaceAll("-", "")}T190000`],
	...["SUMMARY:Soldeeravond in de bibliotheek", "LOCATION:Bibliotheek\\, Spoorlaan 21\\, 5038 CB Tilburg"],
	...["DESCRIPTION:Soldeer een eigen radio. Voorbeeld.", "END:VEVENT", "BEGIN:VEVENT", "UID:zonder-datum@bieb.example"],
	...["SUMMARY:Nog te plannen", "END:VEVENT", "END:VCALENDAR", ""],
].join("\r\n");

let service: TestService;
let partner: Server;
let calendarUrl: string;
let browser: Browser;
let page: Page;

const button = (name: string | RegExp) => page.getByRole("button", { name });
const heading = (name: string | RegExp) => page.getByRole("heading", { name });
const saw = (text: string | RegExp) => page.getByRole("main").getByText(text).first().waitFor();

async function newPage(): Promise<Page> {
	const context = await browser.newContext({
		locale: "nl-NL",
		timezoneId: "Europe/Amsterdam",
		viewport: { width: 1280, height: 900 },
	});
	context.setDefaultTimeout(10_000);
	return context.newPage();
}

/** As the clipper sends it. */
async function clip(token: string, record: Record<string, unknown>): Promise<void> {
	const response = await fetch(`${service.url}/api/v1/clips/${randomUUID()}`, {
		method: "PUT",
		headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
		body: JSON.stringify({
			kind: "event",
			region: "midden-brabant",
			record: { actionLines: ["choose"], stages: ["vmbo"], ...record },
			source: {
				url: `https://school.example/${encodeURIComponent(String(record.title))}`,
				title: String(record.title),
				language: "nl",
				capturedAt: new Date().toISOString(),
				evidence: { title: { from: "json-ld", confidence: 0.9, quote: { exact: String(record.title) } } },
			},
		}),
	});
	expect(response.status).toBe(201);
}

const workshop = {
	start: `${day(1)}T13:30:00Z`,
	location: { name: "Werkplaats Spoorbuurt", place: "Tilburg" },
	organizer: { name: "Vakcollege Spoorbuurt" },
};

beforeAll(async () => {
	partner = createServer((_request, response) => {
		response.setHeader("content-type", "text/calendar; charset=utf-8");
		response.end(calendar);
	});
	const port = await freePort();
	await new Promise<void>((resolve) => partner.listen(port, "127.0.0.1", resolve));
	calendarUrl = `http://127.0.0.1:${port}/agenda.ics`;
	service = await startService({ sample: false, byName: true, importAllow: `127.0.0.1:${port}` });
	await service.command("region", "add", "--id", "midden-brabant", "--name", "Midden-Brabant");
	const token = await service.token("clipper", "Sanne Voorbeeld");
	await clip(token, {
		...workshop,
		title: "Open werkplaats lassen",
		summary: "Kom kijken en las zelf een sleutelhanger.",
	});
	await clip(token, {
		...workshop,
		title: "Open werkplaats: lassen",
		summary: "Las zelf een sleutelhanger. Voor groep 7 en 8, met hun ouders.",
		price: { amount: 0 },
	});
	await clip(token, {
		title: "Robotmiddag voor groep 8",
		summary: "Bouw een middag lang je eigen robot.",
		start: `${day(2)}T12:00:00Z`,
		location: { name: "Robotlab", place: "Tilburg" },
	});
	browser = await launchChromium();
	page = await newPage();
	await givePasskeyDevice(page);
});
afterAll(async () => {
	await browser?.close();
	await service?.stop();
	await new Promise((resolve) => partner.close(resolve));
});

afterEach(async ({ task }) => {
	if (task.result?.state === "fail") await screenshots(page, "failed");
});

describe("a new coordinator", () => {
	let link: string;

	it("is invited by the administrator, for one region", async () => {
		const admin = await newPage();
		await admin.goto(await service.command("staff", "invite", "--name", "Beheer Voorbeeld", "--role", "admin"));
		await admin.getByRole("heading", { name: "Welkom, Beheer Voorbeeld" }).waitFor();
		await admin.getByRole("link", { name: "Medewerkers" }).click();
		await admin.getByRole("button", { name: "Iemand uitnodigen" }).click();
		await admin.getByRole("textbox", { name: "Naam" }).fill("Noor Voorbeeld");
		await admin.getByRole("combobox", { name: "Rol" }).selectOption({ label: "redacteur" });
		await admin.getByRole("combobox", { name: "Regio" }).selectOption({ label: "Midden-Brabant" });
		await screenshots(admin, "invite", [1280, 768, 360]);
		await admin.getByRole("button", { name: "Maak de uitnodiging" }).click();
		link = await admin.getByLabel("Eenmalige link").inputValue();
		await screenshots(admin, "invited");
		expect(await axeFindings(admin)).toEqual([]);
		await admin.context().close();
	});

	it("comes in by the link once, makes a passkey and signs in with it", async () => {
		await page.goto(link);
		await heading("Welkom, Noor Voorbeeld").waitFor();
		await screenshots(page, "welcome", [1280, 768, 360]);
		await button("Maak een passkey").click();
		await page.getByText("Mijn apparaat").first().waitFor();
		await screenshots(page, "passkey");
		await page.getByRole("link", { name: "Aan het werk" }).click();
		await button(/^Afmelden$/).click();
		await saw("U bent afgemeld.");
		await screenshots(page, "signed-out", [1280, 360]);
		await button("Aanmelden met een passkey").click();
		await page.getByRole("link", { name: "Robotmiddag voor groep 8" }).waitFor();
		await screenshots(page, "list", [1280, 768, 360]);
		expect(await axeFindings(page)).toEqual([]);

		const again = await newPage();
		await again.goto(link);
		await again.getByRole("alert").filter({ hasText: "Deze link is al gebruikt of verlopen." }).waitFor();
		await again.context().close();
	});

	it("reviews a clip and publishes it", async () => {
		await page.getByRole("link", { name: "Open werkplaats lassen", exact: true }).click();
		await heading("Open werkplaats lassen").waitFor();
		await screenshots(page, "record", [1280, 768, 360]);
		expect(await axeFindings(page)).toEqual([]);
		await button("Publiceren").click();
		await saw("Gepubliceerd. Het staat in de openbare lijsten.");
		await screenshots(page, "published");
	});

	it("merges the other clip of the same workshop into it, field by field", async () => {
		await page.getByRole("link", { name: "Terug naar de lijst" }).click();
		await page.getByRole("link", { name: "Open werkplaats: lassen" }).click();
		await button("Vergelijken met Open werkplaats lassen").click();
		const dialog = page.getByRole("dialog", { name: "Is dit hetzelfde?" });
		await dialog
			.getByRole("group", { name: "Samenvatting" })
			.getByRole("radio", { name: /Dit item/ })
			.check();
		await screenshots(page, "compare", [1280, 768, 360]);
		expect(await axeFindings(page)).toEqual([]);
		await dialog.getByRole("button", { name: "Samenvoegen" }).click();
		await saw("Samengevoegd. Het adres van het andere item leidt voortaan hierheen.");
		await heading("Open werkplaats lassen").waitFor();
		await screenshots(page, "merged");
		await button("Wijzigingen publiceren").click();
		await saw("Gepubliceerd. Het staat in de openbare lijsten.");
	});

	it("puts back from the history what was filled in wrongly", async () => {
		await page.getByRole("link", { name: "Terug naar de lijst" }).click();
		await page.getByRole("link", { name: "Robotmiddag voor groep 8" }).click();
		await page.getByRole("textbox", { name: "Titel" }).fill("Kopie van Robotmiddag");
		await button("Opslaan").first().click();
		await saw("Opgeslagen.");
		await heading("Kopie van Robotmiddag").waitFor();
		await page.getByText("Gewijzigd: Titel").click();
		await screenshots(page, "history", [1280, 360]);
		await button("Titel terugzetten").click();
		await saw("Het veld is teruggezet. Bezoekers zien het na publiceren.");
		await heading("Robotmiddag voor groep 8").waitFor();
		await button("Publiceren").click();
		await saw("Gepubliceerd. Het staat in de openbare lijsten.");
		await screenshots(page, "restored");
	});

	it("subscribes a partner's calendar and reads what came of it", async () => {
		await page.getByRole("link", { name: "Bronnen" }).click();
		await button("Bron toevoegen").click();
		await page.getByRole("textbox", { name: "Adres" }).fill(calendarUrl);
		await screenshots(page, "source", [1280, 360]);
		await button("Proeflezen").click();
		await saw("Agenda (iCalendar): 1 item gevonden");
		await screenshots(page, "source-tried", [1280, 768, 360]);
		expect(await axeFindings(page)).toEqual([]);
		await page.getByLabel("Naam van de bron").fill("Agenda van de bibliotheek");
		await button("Bewaar en lees in").click();
		const source = page.getByRole("listitem").filter({ hasText: "Agenda van de bibliotheek" });
		await source.getByText("ingelezen", { exact: true }).waitFor();
		await source.getByRole("button", { name: /^Verslag/ }).click();
		await source.getByText("1 nieuw, 0 gewijzigd, 0 hetzelfde, 1 overgeslagen").waitFor();
		await source.getByText("Nog te plannen").waitFor();
		await screenshots(page, "source-read", [1280, 768, 360]);
		expect(await axeFindings(page)).toEqual([]);
	});

	it("publishes what the calendar brought", async () => {
		await page.getByRole("link", { name: "Regiotechniek Werkplaats" }).click();
		await page.getByRole("link", { name: /^In behandeling/ }).click();
		await screenshots(page, "in-review");
		await page.getByRole("link", { name: "Soldeeravond in de bibliotheek" }).click();
		// The calendar has the address in one line; the school's list goes by place.
		await page.getByRole("textbox", { name: "Plaats", exact: true }).fill("Tilburg");
		await button("Opslaan en publiceren").click();
		await saw("Gepubliceerd. Het staat in de openbare lijsten.");
		await screenshots(page, "calendar-record", [1280]);
	});

	it("sees all of it on the school's page", async () => {
		await page.goto(`${service.url}/demo/school/`);
		const agenda = page.locator("techniek-events").first();
		for (const title of ["Open werkplaats lassen", "Robotmiddag voor groep 8", "Soldeeravond in de bibliotheek"])
			await agenda.getByText(title, { exact: true }).waitFor();
		expect(await agenda.getByText("Open werkplaats: lassen").count()).toBe(0);
		await agenda.getByText("Open werkplaats lassen").scrollIntoViewIfNeeded();
		await screenshots(page, "school", [1280, 768, 360]);
		await agenda.getByText("Open werkplaats lassen").click();
		await page.getByRole("dialog").getByText("Voor groep 7 en 8, met hun ouders").waitFor();
		await screenshots(page, "school-item");
		expect(await axeFindings(page)).toEqual([]);
	});
});
