import ICAL from "ical.js";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import type { Browser, Page } from "playwright-core";
import { v5 as nameBased } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { ClipKind } from "../../shared/model/clip.ts";
import { feedOf, items } from "../../shared/model/feed.ts";
import type { WidgetKind } from "../../shared/model/widget.ts";
import { printable } from "../../shared/text/printable.ts";
import { day } from "../../widgets/testing/feeds.ts";
import { launchChromium } from "../support/browsers.ts";
import { type HostileInventory, region, regionName, startHostileInventory } from "./hostile-inventory.ts";
import { type HostileRecord, hostileRecords } from "./hostile-records.ts";
import { addressInjections, injections } from "./injections.ts";
import { type PartnerServer, startPartnerServer } from "./partner-server.ts";
import { openTrapped, type TrappedBrowser } from "./traps.ts";

/**
 * Strings that try to be more than text, clipped and published through the real service: in its pages, snippets and frames,
 * without the policies that would stop them, and in every form of its feeds.
 */

const feedKinds: Record<ClipKind, WidgetKind> = {
	event: "events",
	opportunity: "opportunities",
	initiative: "initiatives",
};
const kinds = ["event", "opportunity", "initiative"] as const;
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** Records whose links are such strings, as far as those are addresses of the web. */
const linkFields = ["registrationUrl", "sourceUrl"] as const;

describe("strings that try to be more than text, in the inventory", () => {
	let inventory: HostileInventory;
	let partner: PartnerServer;
	let browser: Browser;
	let trapped: TrappedBrowser;
	let page: Page;
	const records = Object.fromEntries(kinds.map((kind) => [kind, hostileRecords(kind)]));
	const all = (): HostileRecord[] => Object.values(records).flat();
	const of = (kind: ClipKind) => records[kind] ?? [];

	beforeAll(async () => {
		inventory = await startHostileInventory(all());
		partner = await startPartnerServer();
		browser = await launchChromium();
		const { url } = inventory.service;
		trapped = await openTrapped(browser, [url, partner.url], { allowed: ["https://service.pdok.nl"] });
		page = await trapped.context.newPage();
	}, 180_000);
	afterAll(async () => {
		await browser?.close();
		await partner?.close();
		await inventory?.service.stop();
	});

	const published = async (kind: ClipKind) => {
		const name = feedKinds[kind];
		return feedOf(name, items[name]).parse(JSON.parse(await inventory.text(`/feeds/${region}/${name}.json`))).items;
	};

	/** What a page is made of. */
	const looked = () =>
		page.evaluate(() => {
			const elements = [...document.querySelectorAll("*")];
			const addresses = elements.flatMap((one) =>
				["href", "src", "action", "formaction", "srcdoc", "data"].flatMap((name) => one.getAttribute(name) ?? []),
			);
			return {
				text: document.querySelector("main")?.textContent ?? "",
				title: document.title,
				names: [...new Set(elements.map((one) => one.localName))],
				attributes: [...new Set(elements.flatMap((one) => one.getAttributeNames()))],
				schemes: [...new Set(addresses.map((one) => new URL(one, document.baseURI).protocol))],
				data: [...document.querySelectorAll('script[type="application/ld+json"]')].map((one) => one.textContent ?? ""),
			};
		});

	const goodNames =
		"html head meta title link script body a header img main nav article h1 h2 p span dl div dt dd ul li section footer";
	const goodAttributes =
		"lang charset name content rel href type title property class src alt width height id aria-label aria-labelledby";

	function judge(found: Awaited<ReturnType<typeof looked>>) {
		expect(found.names.filter((name) => !goodNames.split(" ").includes(name))).toEqual([]);
		expect(found.attributes.filter((name) => !goodAttributes.split(" ").includes(name))).toEqual([]);
		expect(found.schemes.filter((scheme) => !["http:", "https:", "webcal:", "data:"].includes(scheme))).toEqual([]);
	}

	it("are all in some record of each kind", () => {
		for (const kind of kinds) {
			const texts = new Set(of(kind).flatMap(({ texts }) => texts));
			// Shortened where a field is short.
			const missing = injections.filter((one) => !texts.has(printable(one).trim()));
			expect(missing.length).toBeLessThan(150);
		}
	});

	it.each(kinds)("are kept to the letter, but for what cannot be shown: %s", async (kind) => {
		const found = await published(kind);
		expect(found.length).toBe(of(kind).length);
		for (const { id, record } of of(kind)) {
			const item = found.find((one) => one.id === id);
			expect(item?.title).toBe(printable(record.title).trim());
			expect(item?.summary).toBe(printable(String(record.summary)).trim());
		}
	});

	it.each(kinds)("stay text in the page of each %s", async (kind) => {
		for (const { id, record, texts } of of(kind)) {
			await page.goto(`${inventory.service.url}/${region}/${feedKinds[kind]}/${id}`);
			const found = await looked();
			judge(found);
			const title = plain(printable(record.title));
			expect(plain(found.title)).toBe(plain(`${title} | ${regionName}`));
			// Of every text that the page shows: at least the title, the summary and both paragraphs.
			const shown = texts.filter((text) => plain(found.text).includes(plain(text)));
			expect(shown.length).toBeGreaterThanOrEqual(4);
			for (const data of found.data) {
				const { name, title: heading } = z
					.looseObject({ name: z.optional(z.string()), title: z.optional(z.string()) })
					.parse(JSON.parse(data));
				expect(plain(name ?? heading ?? "")).toBe(title);
			}
			expect([id, await trapped.sprung()]).toEqual([id, []]);
		}
	});

	it.each(kinds)("stay text in the list, the snippet and the frame of all of %s", async (kind) => {
		const { url } = inventory.service;
		const name = feedKinds[kind];
		await page.goto(`${url}/${region}/${name}`);
		judge(await looked());
		expect(await trapped.sprung()).toEqual([]);

		const snippet = await inventory.text(`/snippets/${region}/${name}?limit=100&structured-data=&lang=en`);
		for (const address of [partner.page(snippet), `${url}/embed/frame/${name}?region=${region}&limit=100`]) {
			await page.goto(address);
			await page.waitForFunction((tag) => document.querySelector(tag)?.matches(":state(ready)"), `techniek-${name}`);
			await page.waitForTimeout(100);
			expect(await trapped.sprung()).toEqual([]);
			const titles = await page.evaluate(
				(tag) =>
					[...(document.querySelector(tag)?.shadowRoot?.querySelectorAll("[part=title]") ?? [])].map(
						(one) => one.textContent ?? "",
					),
				`techniek-${name}`,
			);
			expect(titles.map(plain).sort()).toEqual(
				of(kind)
					.map(({ record }) => plain(printable(record.title)))
					.sort(),
			);
		}
	});

	it.each(kinds)("stay text in the frame of each %s", async (kind) => {
		const { url } = inventory.service;
		const addresses = of(kind).map(({ id }) => `${url}/embed/frame/${feedKinds[kind]}?region=${region}&item=${id}`);
		await page.goto(partner.page(addresses.map((one) => `<iframe title="Item" src="${one}"></iframe>`).join("")));
		await page.waitForTimeout(100);
		expect(page.frames().length).toBe(addresses.length + 1);
		for (const frame of page.frames().slice(1)) {
			const text = await frame.evaluate(() => document.querySelector("h1")?.textContent ?? "");
			expect(of(kind).map(({ record }) => plain(printable(record.title)))).toContain(plain(text));
		}
		expect(await trapped.sprung()).toEqual([]);
	});

	it.each(kinds)("stay text in what oEmbed says of each %s", async (kind) => {
		const { url } = inventory.service;
		const pieces: string[] = [];
		for (const { id, record } of of(kind)) {
			const query = `/oembed?url=${encodeURIComponent(`${url}/${region}/${feedKinds[kind]}/${id}`)}`;
			const json = z.object({ title: z.string(), html: z.string() }).parse(JSON.parse(await inventory.text(query)));
			expect(json.title).toBe(printable(record.title).trim());
			const xml = new JSDOM(await inventory.text(`${query}&format=xml`), { contentType: "application/xml" }).window
				.document;
			expect(xml.documentElement.children.length).toBe(10 - 1);
			expect(plain(xml.querySelector("title")?.textContent ?? "")).toBe(plain(json.title));
			expect(plain(xml.querySelector("html")?.textContent ?? "")).toBe(plain(json.html));
			pieces.push(json.html);
		}
		// All of them at once: a frame out of sight that waits until it is seen has no page in which to look for traps.
		await page.goto(partner.page(pieces.join("").replaceAll(' loading="lazy"', "")));
		const names = await page.evaluate(() => [...document.body.querySelectorAll("*")].map((one) => one.localName));
		expect(names.filter((name) => name === "iframe").length).toBe(pieces.length);
		expect(names.filter((name) => !["iframe", "blockquote", "p", "a"].includes(name))).toEqual([]);
		expect(await trapped.sprung()).toEqual([]);
	});

	it.each(kinds)("stay text in the RSS and CSV of %s", async (kind) => {
		const path = `/feeds/${region}/${feedKinds[kind]}`;
		const rss = new JSDOM(await inventory.text(`${path}.rss`), { contentType: "application/xml" }).window.document;
		const titles = [...rss.querySelectorAll("item > title")].map((one) => plain(one.textContent ?? ""));
		const expected = of(kind).map(({ record }) => plain(printable(record.title)));
		expect(titles.sort()).toEqual([...expected].sort());
		const names = new Set([...rss.querySelectorAll("*")].map((one) => one.nodeName));
		const known = "rss channel title link description language lastBuildDate atom:link item guid pubDate".split(" ");
		expect([...names].filter((name) => !known.includes(name))).toEqual([]);

		const csv = (await inventory.text(`${path}.csv`)).replace(/^\uFEFF/, "");
		const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
		expect(errors).toEqual([]);
		expect(data.length).toBe(of(kind).length);
		for (const { id, record } of of(kind)) {
			const row = data.find((one) => one.id === id);
			// With an apostrophe where a spreadsheet would take it for a formula.
			const title = printable(record.title).trim();
			expect(row?.title).toBe(/^[=+\-@]/.test(title) ? `'${title}` : title);
		}
		const cells = data.flatMap((row) => Object.entries(row));
		const formulas = cells.filter(([, cell]) => /^[=+\-@\t\r]/.test(cell));
		expect(formulas).toEqual([]);
	});

	it("stay text in calendars", async () => {
		const known = new Set(
			"uid dtstamp sequence dtstart dtend summary description location url status last-modified categories geo created x-alt-desc".split(
				" ",
			),
		);
		const read = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
		const all = read(await inventory.text(`/feeds/${region}/events.ics`));
		expect(all.length).toBe(of("event").length);
		for (const { id, record } of of("event")) {
			const [single, ...others] = read(await inventory.text(`/feeds/${region}/events/${id}.ics`));
			expect(others).toEqual([]);
			const listed = all.find((one) => String(one.getFirstPropertyValue("uid")).startsWith(id));
			for (const event of [single, listed]) {
				expect(plain(String(event?.getFirstPropertyValue("summary")))).toBe(plain(printable(record.title)));
				expect(event?.getAllSubcomponents()).toEqual([]);
				const names = event?.getAllProperties().map(({ name }) => name) ?? [];
				expect(names.filter((name) => !known.has(name))).toEqual([]);
				const parameters = event?.getAllProperties().flatMap((one) => Object.keys(Object(one.toJSON()[1]))) ?? [];
				expect(parameters.filter((name) => !["tzid", "value"].includes(name))).toEqual([]);
			}
		}
	});

	it("become no link where they are no address of the web", async () => {
		const Errors = z.object({ errors: z.array(z.object({ field: z.string() })) });
		const taken: string[] = [];
		for (const [nth, address] of addressInjections.entries()) {
			const id = nameBased(`link ${nth}`, nameBased.URL);
			const record = {
				title: `Voorbeeld ${nth}`,
				start: `${day(3)}T10:00:00+01:00`,
				organizer: { name: "Organisator", url: address },
				partners: [{ name: "Partner", url: address }],
				image: { url: address, alt: "" },
				location: { place: "Tilburg", url: address },
				...Object.fromEntries(linkFields.map((name) => [name, address])),
			};
			const { status, body } = await inventory.clip(id, "event", record);
			if (status === 201) {
				expect(new URL(printable(address)).protocol).toMatch(/^https?:$/);
				taken.push(id);
				continue;
			}
			expect([address, status]).toEqual([address, 422]);
			const { errors } = Errors.parse(body);
			const fields = ["organizer.url", "partners.0.url", "image.url", "location.url", ...linkFields];
			expect(errors.map(({ field }) => field.replace(/^record\./, "")).sort()).toEqual(fields.sort());
		}
		expect(taken.length).toBeGreaterThan(3);
		for (const id of taken) expect(await inventory.publish(id)).toBe(200);
		for (const id of taken) {
			await page.goto(`${inventory.service.url}/${region}/events/${id}`);
			judge(await looked());
			expect([id, await trapped.sprung()]).toEqual([id, []]);
		}
	});

	it("are refused or kept, and never an error of ours, whatever characters they have", async () => {
		const texts = ["\u0000", "a\u0000b", "\ud83d", "a\udc00b", "\uffff", "\u001b[2J", "x".repeat(200), "\u202e\u2066"];
		for (const [nth, title] of texts.entries()) {
			const id = nameBased(`character ${nth}`, nameBased.URL);
			const record = { title, summary: title, start: `${day(3)}T10:00:00+01:00`, series: { id: "reeks", name: title } };
			const { status } = await inventory.clip(id, "event", record);
			expect([title, status]).toEqual([title, printable(title).trim() ? 201 : 422]);
		}
	});
});
