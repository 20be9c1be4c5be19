import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewsOf, type WidgetKind, widgetKinds } from "../../shared/model/widget.ts";
import { launchChromium } from "../support/browsers.ts";
import { answerOf } from "./bytes.ts";
import { type FeedHost, startFeedHost } from "./feed-host.ts";
import { hostileDocument, hostileFeed, hostileFigures, plainDocument, plainFeed } from "./hostile-items.ts";
import { injections } from "./injections.ts";
import { type Asked, type Inside, lookInside } from "./look-inside.ts";
import { openTrapped, type TrappedBrowser } from "./traps.ts";

/**
 * A feed whose every text and link tries to run something, in every view of the widgets, without a policy that would stop it:
 * what it draws is what a feed of plain words draws, and all of it is text.
 */

const perFeed = 100;
const feeds = Math.ceil(injections.length / perFeed);
/** Shorter ones for opening their items, since the list is drawn again with each. */
const perShort = 10;
const shorts = Math.ceil(injections.length / perShort);

/** What a list may lead to. */
const schemes = ["http:", "https:", "mailto:", "tel:", "webcal:"];

describe("strings that try to be more than text, in a widget", () => {
	let host: FeedHost;
	let browser: Browser;
	let trapped: TrappedBrowser;
	let page: Page;

	beforeAll(async () => {
		host = await startFeedHost(
			(script) =>
				`<!doctype html><html lang="nl"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Partner</title><script src="${script}" async></script><h1>Partner</h1>`,
		);
		for (const kind of widgetKinds) {
			host.feed(`gewoon-${kind}`, [answerOf("none", plainFeed(kind, 8))]);
			host.item(`gewoon-${kind}`, (_, id) => answerOf("none", plainDocument(kind, id)));
			for (let nth = 0; nth < feeds; nth += 1) {
				const region = `vijandig-${kind}-${nth}`;
				host.feed(region, [answerOf("none", hostileFeed(kind, nth * perFeed, perFeed))]);
			}
			for (let nth = 0; nth < shorts; nth += 1) {
				const region = `kort-${kind}-${nth}`;
				host.feed(region, [answerOf("none", hostileFeed(kind, nth * perShort, perShort))]);
				host.item(region, (_, id) => answerOf("none", hostileDocument(kind, id)));
			}
		}
		browser = await launchChromium();
		trapped = await openTrapped(browser, [host.home, host.pageUrl], { allowed: ["https://service.pdok.nl"] });
		page = await trapped.context.newPage();
		await page.goto(`${host.pageUrl}/`);
		await page.waitForFunction(() => customElements.get("techniek-initiatives"));
	});
	afterAll(async () => {
		await browser?.close();
		await host?.close();
	});

	const look = (asked: Asked): Promise<Inside> => page.evaluate(lookInside, asked);

	it("is five hundred different ones, and the traps spring", async () => {
		expect(new Set(injections).size).toBe(500);
		await page.evaluate(() => {
			document.body.insertAdjacentHTML("beforeend", "<img id=trap src=x onerror=globalThis.hacked=1>");
		});
		await expect.poll(async () => (await trapped.sprung()).join()).toContain("ran:");
		await page.evaluate(() => {
			new Image().src = "https://elders.example/x";
		});
		await expect.poll(async () => (await trapped.sprung()).join()).toContain("asked https://elders.example/x");
	});

	const views = widgetKinds.flatMap((kind) => viewsOf[kind].map((view): [WidgetKind, string] => [kind, view]));

	/** Holds what was drawn of a hostile feed against what was drawn of a plain one. */
	async function judge(hostile: Inside, plain: Inside) {
		// A following page at an address that is no address cannot be had.
		expect(["ready", "stale"]).toContain(hostile.state);
		expect(hostile.elements.filter((name) => !plain.elements.includes(name))).toEqual([]);
		expect(hostile.attributes.filter((name) => !plain.attributes.includes(name))).toEqual([]);
		expect(hostile.schemes.filter((scheme) => !schemes.includes(scheme))).toEqual([]);
		expect([hostile.lost, hostile.broken]).toEqual([[], 0]);
		expect(await trapped.sprung()).toEqual([]);
	}

	it.each(views)("stays text in %s as %s", async (kind, view) => {
		const filters = "q,place,type,stage,sector,organization,from,to";
		const attributes = { limit: "100", "structured-data": "", "deep-link": "agenda", filters, view };
		const common = { kind, open: false, choose: view === viewsOf[kind][0] };
		const plain = await look({ ...common, attributes: { ...attributes, region: `gewoon-${kind}` } });
		expect(plain.titles.length).toBe(8);
		expect(await trapped.sprung()).toEqual([]);
		const titles: string[] = [];
		for (let nth = 0; nth < feeds; nth += 1) {
			const hostile = await look({ ...common, attributes: { ...attributes, region: `vijandig-${kind}-${nth}` } });
			await judge(hostile, plain);
			titles.push(...hostile.titles);
		}
		expect(titles.sort()).toEqual([...injections].sort());
	});

	it.each(widgetKinds)("stays text in the dialog about each of %s", async (kind) => {
		const common = { kind, open: true, choose: false };
		const plain = await look({ ...common, attributes: { region: `gewoon-${kind}` } });
		expect([plain.opened, plain.lost, await trapped.sprung()]).toEqual([8, [], []]);
		let opened = 0;
		// The dialogs are drawn by one piece of code: each kind opens another third of the texts, unless all are asked for.
		const all = process.env.FEEDS !== undefined;
		const mine = Array.from({ length: shorts }, (_, nth) => nth).filter(
			(nth) => all || nth % widgetKinds.length === widgetKinds.indexOf(kind),
		);
		for (const nth of mine) {
			const hostile = await look({ ...common, attributes: { region: `kort-${kind}-${nth}` } });
			await judge(hostile, plain);
			opened += hostile.opened;
		}
		expect(opened).toBe(mine.length * perShort);
	});

	it("stays text among the figures of a dashboard, in its charts and tables too", async () => {
		const titles: string[] = [];
		for (let nth = 0; nth < feeds; nth += 1) {
			const region = `cijfers-${nth}`;
			host.feed(region, [answerOf("none", hostileFigures(nth * perFeed, perFeed))]);
			const seen = await page.evaluate(
				async ([region, count]) => {
					const element = document.createElement("techniek-dashboard");
					element.setAttribute("region", region);
					document.body.append(element);
					const all = (selector: string) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
					const until = performance.now() + 20_000;
					while (all("[part=item]").length < count && performance.now() < until) {
						await new Promise((resolve) => setTimeout(resolve, 20));
					}
					for (const details of all("details")) details.setAttribute("open", "");
					const seen = {
						titles: all("[part=title] > span").map(({ textContent }) => textContent),
						charts: all("svg.chart").length,
						odd: all("script, img, iframe, object, embed, link, style, base, form, template, video, audio").length,
						handlers: all("*").filter((one) => [...one.attributes].some(({ name }) => /^on|^style$|^src/.test(name)))
							.length,
						schemes: all("a[href]").map((link) => new URL(link.getAttribute("href") ?? "", location.href).protocol),
					};
					element.remove();
					return seen;
				},
				[region, perFeed] as const,
			);
			expect(seen.schemes.filter((scheme) => !schemes.includes(scheme))).toEqual([]);
			expect([seen.odd, seen.handlers]).toEqual([0, 0]);
			expect(seen.charts).toBeGreaterThan(10);
			titles.push(...seen.titles);
			host.forget(region);
		}
		expect(titles.sort()).toEqual([...injections].sort());
		expect(await trapped.sprung()).toEqual([]);
	});

	it("stays text in the address of the page", async () => {
		const texts = await page.evaluate(async (words) => {
			const element = document.createElement("techniek-events");
			for (const [name, value] of Object.entries({ region: "gewoon-events", "deep-link": "agenda" })) {
				element.setAttribute(name, value);
			}
			const loaded = new Promise((resolve) => element.addEventListener("techniek-load", resolve));
			document.body.append(element);
			await loaded;
			const shown: string[] = [];
			const chips = () => element.shadowRoot?.querySelector(".chips")?.textContent ?? "";
			for (const one of words) {
				// Half a character cannot be in an address.
				const part = encodeURIComponent(one.replace(/\p{Surrogate}/gu, "?"));
				const changed = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
				// A place that the feed does not have makes the list ask for all places first: now and then is enough.
				const place = shown.length % 25 ? "" : `&agenda.place=${part}`;
				location.hash = `agenda.q=${part}${place}&agenda.item=${part}&${one}`;
				await changed;
				// Some of them are no more than what stood there.
				for (let n = 0; n < 10 && chips() === shown.at(-1); n += 1)
					await new Promise((resolve) => setTimeout(resolve, n));
				shown.push(chips());
			}
			await new Promise((resolve) => setTimeout(resolve, 300));
			element.remove();
			history.replaceState(null, "", location.pathname);
			return shown;
		}, injections);
		// Nearly all of them name it.
		expect(texts.filter((text) => text.includes("hacked")).length).toBeGreaterThan(300);
		expect(await trapped.sprung()).toEqual([]);
	});
});
