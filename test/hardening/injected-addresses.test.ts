import { JSDOM } from "jsdom";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { launchChromium } from "../support/browsers.ts";
import { sharedService } from "../support/shared-service.ts";
import { injectionAt, injections } from "./injections.ts";
import { type PartnerServer, startPartnerServer } from "./partner-server.ts";
import { openTrapped, type TrappedBrowser } from "./traps.ts";

/**
 * Strings that try to be more than text, in addresses of ours: those of the configurator, frames, snippets and oEmbed, which
 * anybody can send to anybody. Without the policies of those pages.
 */

/** Parameters that take any text. */
const free = ["q", "place", "organization"] as const;
/** Those that take some values only. */
const strict = ["municipality", "stage", "audience", "sector", "type", "action-line"] as const;
const formed = [
	"from",
	"to",
	"lang",
	"theme",
	"view",
	"filters",
	"limit",
	"heading-level",
	"detail",
	"deep-link",
] as const;
const looks = ["style.link-color", "style.button-color", "style.radius", "style.min-height"] as const;

/** As many addresses as it takes for each string to be in one: each name has another string in each. */
function queries(names: readonly string[], fixed: Record<string, string> = {}): URLSearchParams[] {
	return Array.from({ length: Math.ceil(injections.length / names.length) }, (_, nth) => {
		const parameters = new URLSearchParams(fixed);
		// Half a character is no part of an address: it becomes a sign for one.
		for (const [index, name] of names.entries()) parameters.set(name, injectionAt(nth * names.length + index));
		return parameters;
	});
}

const region = "midden-brabant";

describe("strings that try to be more than text, in an address", () => {
	const service = sharedService();
	let partner: PartnerServer;
	let browser: Browser;
	let trapped: TrappedBrowser;
	let page: Page;

	beforeAll(async () => {
		partner = await startPartnerServer();
		browser = await launchChromium();
		trapped = await openTrapped(browser, [service.url, partner.url]);
		page = await trapped.context.newPage();
	});
	afterAll(async () => {
		await browser?.close();
		await partner?.close();
	});

	/** Opens all of `addresses` in frames of one page, and gives what was run in any of them. */
	async function framed(addresses: readonly string[]): Promise<string[]> {
		const sprung: string[] = [];
		for (let from = 0; from < addresses.length; from += 25) {
			const some = addresses.slice(from, from + 25);
			const frames = some.map((one) => `<iframe title="x" src="${one.replaceAll("&", "&amp;")}"></iframe>`);
			await page.goto(partner.page(frames.join("")));
			await page.waitForTimeout(200);
			expect(page.frames().length).toBe(some.length + 1);
			sprung.push(...(await trapped.sprung()));
		}
		return sprung;
	}

	it("stay text in the frame of a list", async () => {
		const frame = `${service.url}/embed/frame`;
		const lists = queries(free, { region, limit: "1" }).map((query) => `${frame}/events?${query}`);
		expect(await framed(lists)).toEqual([]);
	});

	it("are refused by the frame as text, by name and by value", async () => {
		const frame = `${service.url}/embed/frame`;
		const values = queries([...formed, ...looks, "widget", "item", "region"]).map(
			(query) => `${frame}/events?${query}`,
		);
		const names = Array.from({ length: 50 }, (_, nth) => {
			const query = new URLSearchParams({ region });
			for (let index = 0; index < 10; index += 1) query.set(injectionAt(nth * 10 + index), "1");
			return `${frame}/opportunities?${query}`;
		});
		expect(await framed([...values, ...names])).toEqual([]);
		for (const address of values.slice(0, 3)) expect((await fetch(address)).status).toBe(400);
	});

	it("stay text in snippets, or are refused", async () => {
		const pieces: string[] = [];
		// A search takes any text, everything else only what the feed knows.
		const searches = queries(["q"], { limit: "1" });
		for (const query of [...searches, ...queries([...free, ...strict]), ...queries(formed)]) {
			const answer = await fetch(`${service.url}/snippets/${region}/events?${query}`);
			const text = await answer.text();
			if (answer.status === 200) pieces.push(text);
			else expect([answer.status, answer.headers.get("content-type")]).toEqual([400, expect.stringContaining("json")]);
		}
		expect(pieces.length).toBeGreaterThan(490);
		for (let from = 0; from < pieces.length; from += 50) {
			await page.goto(partner.page(pieces.slice(from, from + 50).join("")));
			await page.waitForTimeout(300);
			const names = await page.evaluate(() => [
				...new Set([...document.body.querySelectorAll("*")].map((one) => one.localName)),
			]);
			expect(names.filter((name) => !["script", "techniek-events", "ul", "li", "a", "p"].includes(name))).toEqual([]);
			expect(await trapped.sprung()).toEqual([]);
		}
	});

	it("stay text in what oEmbed says of an address", async () => {
		const Oembed = z.object({ html: z.string(), title: z.string() });
		const pieces: string[] = [];
		for (const query of queries(free, { kind: "events", region })) {
			const asked = `${service.url}/oembed?${new URLSearchParams({ url: `${service.url}/embed/?${query}` })}`;
			const { html, title } = Oembed.parse(await (await fetch(asked)).json());
			const xml = await (await fetch(`${asked}&format=xml`)).text();
			const { document } = new JSDOM(xml, { contentType: "application/xml" }).window;
			expect(document.querySelector("html")?.textContent).toBe(html);
			expect(document.querySelector("title")?.textContent).toBe(title);
			pieces.push(html);
		}
		// Where they lead to was opened before, in frames of their own.
		const { document } = new JSDOM(pieces.join("")).window;
		const frames = [...document.body.querySelectorAll("iframe")];
		expect(frames.length).toBe(pieces.length);
		for (const { src } of frames) expect(src.startsWith(`${service.url}/embed/frame/events?`)).toBe(true);
		const names = [...document.body.querySelectorAll("*")].map((one) => one.localName);
		expect(names.filter((name) => !["iframe", "blockquote", "a"].includes(name))).toEqual([]);
		for (const url of injections) {
			const answer = await fetch(`${service.url}/oembed?${new URLSearchParams({ url })}`);
			expect([url, answer.status, answer.headers.get("content-type")]).toEqual([
				url,
				404,
				expect.stringContaining("json"),
			]);
		}
	});

	it("stay text in the configurator, its preview and the code that it gives", async () => {
		const addresses = [
			...queries([...free, ...strict, "from", "to", "deep-link"], { kind: "events", region, limit: "1" }),
			...queries(["region", "src", ...formed, ...looks, "kind"]).slice(0, 10),
		];
		const codes: string[] = [];
		const shows = new Set<string>();
		for (const query of addresses) {
			await page.goto(`${service.url}/embed/?${query}`);
			await page.locator("configurator-app h1").waitFor();
			const given = await page.evaluate(async () => {
				const codes: string[] = [];
				for (const tab of document.querySelectorAll<HTMLElement>("configurator-place [role=tab]")) {
					tab.click();
					await new Promise((resolve) => setTimeout(resolve));
					for (const code of document.querySelectorAll("#place-panel code")) codes.push(code.textContent ?? "");
				}
				return codes;
			});
			codes.push(...given);
			const names = await page.evaluate(() => [
				...new Set([...document.querySelectorAll("body *")].map((one) => one.localName)),
			]);
			for (const name of names) shows.add(name);
			expect([query.toString(), await trapped.sprung()]).toEqual([query.toString(), []]);
		}
		for (const name of ["iframe", "img", "object", "embed", "style", "base", "meta", "math", "marquee"]) {
			expect([name, shows.has(name)]).toEqual([name, false]);
		}
		// What partners paste; not what is for their server, which is no HTML.
		const html = codes.filter((code) => /^<(?:script|techniek-|div|iframe|a) /.test(code));
		expect(html.length).toBeGreaterThan(200);
		for (let from = 0; from < html.length; from += 60) {
			await page.goto(
				partner.page(
					html
						.slice(from, from + 60)
						.join("\n")
						.replaceAll('loading="lazy"', ""),
				),
			);
			await page.waitForTimeout(400);
			const names = await page.evaluate(() => [
				...new Set([...document.body.querySelectorAll("*")].map((one) => one.localName)),
			]);
			const known = [
				"script",
				"style",
				"div",
				"iframe",
				"a",
				"techniek-events",
				"techniek-opportunities",
				"techniek-initiatives",
			];
			expect(names.filter((name) => !known.includes(name))).toEqual([]);
			expect(await trapped.sprung()).toEqual([]);
		}
	}, 180_000);
});
