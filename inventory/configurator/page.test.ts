// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, readChoice } from "./choice/choice.ts";
import { completePage } from "./page.ts";
import { InventoryFacts } from "./snippets/inventory.ts";
import { aChoice } from "./testing/choices.ts";

const template = `<!doctype html><html lang="nl"><head><!--page-head--></head><body><!--page-body--></body></html>`;
const facts: InventoryFacts = {
	publicUrl: "https://inventaris.example",
	version: "1.2.3",
	regions: [{ id: "midden-brabant", name: "Midden-Brabant </script><b>$&" }],
};

const complete = async (address: string, language: "nl" | "en" = "nl") => {
	const { choice } = readChoice(new URLSearchParams(address));
	return new DOMParser().parseFromString(await completePage(template, choice, facts, language), "text/html");
};

describe("the configurator's page as the service gives it", () => {
	it("tells programs that embed by link where the answer for this choice is", async () => {
		const page = await complete("?kind=events&region=midden-brabant&place=Tilburg");
		const link = page.querySelector<HTMLLinkElement>("link[type='application/json+oembed']");
		const url = new URL(link?.href ?? "").searchParams.get("url") ?? "";
		expect(url).toBe("https://inventaris.example/embed/?kind=events&region=midden-brabant&place=Tilburg");
		expect(page.querySelector("meta[property='og:url']")?.getAttribute("content")).toBe(url);
	});

	it("promises no embed while nothing was chosen", async () => {
		const page = await complete("");
		expect(page.querySelector("link[type='application/json+oembed']")).toBeNull();
		expect(page.title).toBe("Widget maken – Regiotechniek");
	});

	it("speaks the reader's language", async () => {
		const page = await complete("", "en");
		expect(page.documentElement.lang).toBe("en");
		expect(page.title).toBe("Make a widget – Regiotechniek");
	});

	it("carries what the page must know, whatever a region is called", async () => {
		const page = await complete("?kind=events&region=midden-brabant");
		expect(InventoryFacts.parse(JSON.parse(page.querySelector("#facts")?.textContent ?? ""))).toEqual(facts);
	});

	it("lets no choice become an element", { timeout: 60_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(aChoice(), async (choice) => {
				const page = await complete(addressOf(choice));
				const names = new Set([...page.querySelectorAll("*")].map(({ localName }) => localName));
				const ours = [
					"html",
					"head",
					"title",
					"meta",
					"link",
					"script",
					"body",
					"noscript",
					"main",
					"h1",
					"p",
					"pre",
					"code",
				];
				expect([...names].filter((name) => !ours.includes(name))).toEqual([]);
				expect(page.querySelectorAll("script").length).toBe(2);
			}),
			{ numRuns: 40 },
		);
	});
});
