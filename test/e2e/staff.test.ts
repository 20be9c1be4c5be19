import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { launchChromium } from "../support/browsers.ts";
import { givePasskeyDevice } from "../support/passkey-device.ts";
import { startService, type TestService } from "../support/service.ts";

let service: TestService;
let origin: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	service = await startService({ sample: false, byName: true });
	origin = service.url.replace("127.0.0.1", "localhost");
	browser = await launchChromium();
	const context = await browser.newContext({ locale: "nl-NL" });
	page = await context.newPage();
	await givePasskeyDevice(page);
});
afterAll(async () => {
	await browser?.close();
	await service?.stop();
});

const invite = (name: string, role: string) => service.command("staff", "invite", "--name", name, "--role", role);

const signOut = async () => {
	await page.getByRole("button", { name: "Afmelden", exact: true }).click();
	await page.locator("#sign-in-email").waitFor();
};

describe("somebody who is invited", () => {
	it("comes in by the link, makes a passkey, and signs in with it", async () => {
		const link = await invite("Sanne Voorbeeld", "admin");
		expect(link).toContain(`${origin}/workbench/#link=`);
		await page.goto(link);
		await page.getByRole("heading", { name: "Welkom, Sanne Voorbeeld" }).waitFor();
		expect(page.url()).not.toContain("rl_");
		await page.setViewportSize({ width: 360, height: 800 });
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.locator("#add-passkey").click();
		await page.getByRole("link", { name: "Aan het werk" }).click();
		await signOut();
		await page.locator("#by-passkey").click();
		await page.getByRole("link", { name: "Medewerkers" }).waitFor();
	});

	it("invites a colleague, who chooses a password", async () => {
		await page.getByRole("link", { name: "Medewerkers" }).click();
		await page.locator("#invite").click();
		await page.locator("#staff-name").fill("Noor Voorbeeld");
		await page.locator("#staff-email").fill("noor@regio.example");
		await page.locator("#send-invite").click();
		const link = await page.locator("#staff-link").inputValue();
		expect(await axeFindings(page)).toEqual([]);

		const theirs = await (await browser.newContext({ locale: "nl-NL" })).newPage();
		await theirs.goto(link);
		await theirs.locator("#password-new").fill("te kort");
		await theirs.locator("#set-password").click();
		await theirs.getByRole("alert").filter({ hasText: "minstens 12 tekens" }).waitFor();
		await theirs.locator("#password-new").fill("vier woorden op een rij");
		await theirs.locator("#set-password").click();
		await theirs.locator("#password-current").waitFor();
		await theirs.getByRole("button", { name: "Afmelden", exact: true }).click();
		await theirs.locator("#sign-in-email").fill("noor@regio.example");
		await theirs.locator("#sign-in-password").fill("vier woorden op een rij");
		await theirs.keyboard.press("Enter");
		await theirs.getByText("Aangemeld als Noor Voorbeeld").waitFor();

		// Taking away the account ends that session at once.
		await page.reload();
		await page.getByRole("button", { name: /^Verwijder\s*: Noor Voorbeeld$/ }).click();
		await page.getByRole("button", { name: "Ja, verwijder Noor Voorbeeld" }).click();
		await page.getByText("is verwijderd").first().waitFor({ state: "attached" });
		await theirs.reload();
		await theirs.locator("#sign-in-email").waitFor();
		await theirs.context().close();
	});

	it("sees who did what", async () => {
		await page.getByRole("link", { name: "Wie deed wat" }).click();
		await page.locator("table.audit").getByText("verwijderde een medewerker").waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.locator("#audit-action").selectOption("add-passkey");
		await page.getByRole("button", { name: "Zoek" }).click();
		await page.locator("table.audit").getByText("verwijderde een medewerker").waitFor({ state: "detached" });
		expect(await page.locator("table.audit tbody tr").count()).toBe(1);
	});
});
