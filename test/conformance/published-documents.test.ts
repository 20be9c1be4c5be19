import { HtmlValidate } from "html-validate";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { openTestInventory, publicUrl, type TestInventory } from "../../inventory/testing/inventory.ts";
import { feedOf, items } from "../../shared/model/feed.ts";
import { type FeedKind, feedKinds, isFeedKind } from "../../shared/model/kinds.ts";

/** The pages and feeds that others read, held against their specifications by programs that are not ours. */

const kinds = Object.keys(feedKinds).filter(isFeedKind);
const regions = ["midden-brabant", "oost"];

let inventory: TestInventory;
beforeAll(async () => {
	inventory = await openTestInventory({ samples: true });
}, 60_000);
afterAll(() => inventory.close());

async function text(path: string, status = 200): Promise<string> {
	const response = await inventory.call(path);
	expect([path, response.status]).toEqual([path, status]);
	return response.text();
}

async function feed(region: string, kind: FeedKind) {
	return feedOf(kind, items[kind]).parse(JSON.parse(await text(`/feeds/${region}/${kind}.json`))).items;
}

const html = new HtmlValidate({
	root: true,
	extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
	rules: {
		// How the markup is laid out is the formatter's and the templates' business.
		"no-trailing-whitespace": "off",
		// Titles are somebody's data; a long one is cut by who shows it.
		"long-title": "off",
		// For scripts from elsewhere: these are our own.
		"require-sri": "off",
	},
});

/** What the validator has against a page, as `line: rule: message`. */
async function complaints(page: string): Promise<string[]> {
	const report = await html.validateString(page);
	return report.results.flatMap((result) =>
		result.messages.map((message) => `${message.line}: ${message.ruleId}: ${message.message}`),
	);
}

describe("the HTML of our pages", () => {
	it("would be refused if it were wrong", async () => {
		const wrong =
			"<!DOCTYPE html><html lang=nl><head><title>x</title></head><body><p><div></p><img src=x></body></html>";
		expect((await complaints(wrong)).length).toBeGreaterThan(2);
	});

	it("is valid on the start page, in both languages, and where nothing is", async () => {
		expect(await complaints(await text("/"))).toEqual([]);
		const english = await inventory.call("/", { headers: { "Accept-Language": "en" } });
		expect(await complaints(await english.text())).toEqual([]);
		expect(await complaints(await text("/midden-brabant/events/niets", 404))).toEqual([]);
		expect(await complaints(await text("/api/"))).toEqual([]);
	});

	it.each(regions.flatMap((region) => kinds.map((kind) => [region, kind] as const)))(
		"is valid on the list page and the item pages of %s %s",
		async (region, kind) => {
			expect(await complaints(await text(`/${region}/${kind}`))).toEqual([]);
			for (const item of (await feed(region, kind)).slice(0, 12)) {
				const path = `/${region}/${kind}/${item.id}`;
				expect([path, await complaints(await text(path))]).toEqual([path, []]);
			}
		},
		120_000,
	);
});

describe("the head of our pages", () => {
	const headOf = async (path: string) => {
		const { document } = new JSDOM(await text(path)).window;
		const content = (name: string) =>
			document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content");
		const alternates = [...document.querySelectorAll('link[rel="alternate"]')].map((link) => [
			link.getAttribute("type"),
			link.getAttribute("href"),
		]);
		return { document, content, alternates: new Map(alternates.map(([type, href]) => [type, href ?? ""])) };
	};

	it("has what services that share a page show of it", async () => {
		const [event] = await feed("midden-brabant", "events");
		const { document, content } = await headOf(`/midden-brabant/events/${event?.id}`);
		expect(content("og:title")).toBe(document.title);
		expect(content("og:description")).toBe(event?.summary);
		expect(content("og:url")).toBe(event?.url);
		expect([content("og:type"), content("og:locale"), content("og:site_name")]).toEqual([
			"article",
			"nl_NL",
			"Regiotechniek",
		]);
		expect(content("twitter:card")).toBe("summary");
	});

	it("leads from a list to its feeds and from an item to its files, and to oEmbed", async () => {
		const list = await headOf("/midden-brabant/events");
		expect([...list.alternates.keys()]).toEqual([
			"application/json",
			"text/calendar",
			"application/rss+xml",
			"text/csv",
			"application/json+oembed",
		]);
		const [event] = await feed("midden-brabant", "events");
		const item = await headOf(`/midden-brabant/events/${event?.id}`);
		expect([...item.alternates.keys()]).toEqual(["application/json", "text/calendar", "application/json+oembed"]);
		for (const [type, href] of [...list.alternates, ...item.alternates]) {
			expect(href.startsWith(`${publicUrl}/`)).toBe(true);
			const response = await inventory.call(href.slice(publicUrl.length));
			const expected = type === "application/json+oembed" ? "application/json" : type;
			expect([href, response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([
				href,
				200,
				expected,
			]);
		}
	});

	it("has structured data that parses, whatever is in the item", async () => {
		for (const kind of ["events", "opportunities", "initiatives"] as const) {
			for (const item of await feed("oost", kind)) {
				const { document } = await headOf(`/oost/${kind}/${item.id}`);
				const script = document.querySelector('script[type="application/ld+json"]');
				if (!script && kind === "opportunities") continue;
				const thing = z
					.looseObject({ "@context": z.string(), "@type": z.string(), url: z.string() })
					.parse(JSON.parse(script?.textContent ?? ""));
				expect(thing.url).toBe(item.url);
			}
		}
	});
});

describe("RSS", () => {
	/** RFC 822 as RSS 2.0 wants it: four digits of year and a zone. */
	const rfc822 =
		/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:GMT|UT|[+-]\d{4})$/;
	const atom = "http://www.w3.org/2005/Atom";

	/** Parsed as XML, strictly: anything not well-formed throws. */
	const parse = (source: string) => new JSDOM(source, { contentType: "application/xml" }).window.document;
	const only = (parent: Element | null, name: string): string => {
		const found = [...(parent?.children ?? [])].filter((child) => child.nodeName === name);
		expect([name, found.length]).toEqual([name, 1]);
		return found[0]?.textContent ?? "";
	};

	it("is not read when it is not well-formed", () => {
		expect(() => parse("<rss><channel>&nbsp;</channel></rss>")).toThrow();
		expect(() => parse("<rss><channel></rss>")).toThrow();
	});

	it.each(
		["midden-brabant", "oost"].flatMap((region) =>
			kinds.filter((kind) => kind !== "indicators").map((kind) => [region, kind] as const),
		),
	)("of %s %s has the elements that RSS 2.0 requires, in the form that it requires", async (region, kind) => {
		const path = `/feeds/${region}/${kind}.rss`;
		const document = parse(await text(path));
		const rss = document.documentElement;
		expect([rss.nodeName, rss.getAttribute("version")]).toEqual(["rss", "2.0"]);
		const [channel, ...others] = [...rss.children];
		expect([channel?.nodeName, others.length]).toEqual(["channel", 0]);
		if (!channel) return;
		for (const name of ["title", "description"]) expect(only(channel, name).trim()).not.toBe("");
		expect(only(channel, "link")).toBe(`${publicUrl}/${region}/${kind}`);
		expect(only(channel, "lastBuildDate")).toMatch(rfc822);
		expect(only(channel, "language")).toMatch(/^nl/);
		const self = [...channel.getElementsByTagNameNS(atom, "link")].map((link) => [
			link.getAttribute("rel"),
			link.getAttribute("href"),
		]);
		expect(self).toEqual([["self", `${publicUrl}${path}`]]);

		const entries = [...channel.children].filter((child) => child.nodeName === "item");
		expect(entries.length).toBe((await feed(region, kind)).length);
		const guids = entries.map((entry) => only(entry, "guid"));
		expect(new Set(guids).size).toBe(guids.length);
		for (const entry of entries) {
			expect(only(entry, "title").trim()).not.toBe("");
			expect(URL.canParse(only(entry, "link"))).toBe(true);
			expect(only(entry, "pubDate")).toMatch(rfc822);
			expect([...entry.children].find((child) => child.nodeName === "guid")?.getAttribute("isPermaLink")).toBe("false");
		}
	});
});
