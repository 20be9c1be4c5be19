import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WidgetKind } from "../../shared/messages/widgets.ts";
import { viewsOf, widgetKinds } from "../../shared/model/widget.ts";
import { launchChromium } from "../support/browsers.ts";
import { answerOf, type MishapName, mishapNames, mishapOf } from "./bytes.ts";
import { type FeedHost, startFeedHost } from "./feed-host.ts";
import { keepUncaught, type Seen, type Showing, showAll } from "./in-page.ts";
import { type Change, changes, fittingChanges, spoiltFeed, spoiltItem } from "./spoil.ts";

/**
 * Feeds that are wrong in every way we could think of, over real HTTP, in the real script in a real browser. Whatever comes,
 * a widget is never blank and never throws, and what is good in the feed stays.
 */

/** A feed, what is done to it, and the widget that shows it. */
interface Case {
	kind: WidgetKind;
	view: string;
	changes: Change[];
	itemChanges: Change[];
	mishap: MishapName;
	itemMishap: MishapName;
	/** Whether the page has an older copy that is good. */
	twice: boolean;
	/** Whether the feed is a static file (`src`) instead of an inventory's. */
	file: boolean;
	extra: Record<string, string>;
	/** Whether the visitor opens an item and asks for more. */
	use: boolean;
}

const extras: Record<string, string>[] = [
	{},
	{},
	{ lang: "en" },
	{ limit: "2" },
	{ "structured-data": "" },
	{ "deep-link": "agenda" },
	{ filters: "none", theme: "dark" },
];

const views = widgetKinds.flatMap((kind) => viewsOf[kind].map((view) => ({ kind, view })));

const caseOf = ({ kind, view }: (typeof views)[number]): fc.Arbitrary<Case> =>
	fc.record({
		kind: fc.constant(kind),
		view: fc.constant(view),
		changes: fc.oneof(
			{ weight: 6, arbitrary: changes },
			{ weight: 4, arbitrary: fittingChanges(kind) },
			{ weight: 3, arbitrary: fc.constant<Change[]>([]) },
		),
		itemChanges: fc.oneof(changes, fc.constant<Change[]>([])),
		mishap: fc.oneof({ weight: 3, arbitrary: fc.constant("none" as const) }, fc.constantFrom(...mishapNames)),
		itemMishap: fc.oneof({ weight: 3, arbitrary: fc.constant("none" as const) }, fc.constantFrom(...mishapNames)),
		twice: fc.boolean(),
		file: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
		extra: fc.constantFrom(...extras),
		use: fc.boolean(),
	});

/** Cases at once in the page. */
const lanes = 12;
/** `npm run faults -- --part feeds` asks for more than 2,000 of them. */
const batches = Math.ceil(Number(process.env.FEEDS ?? 480) / lanes);
const someCase = fc.oneof(...views.map(caseOf));

describe("a feed in which something is wrong", () => {
	let host: FeedHost;
	let browser: Browser;
	let page: Page;
	let regions = 0;
	const seed = Number(process.env.SEED ?? 20_261_121);

	beforeAll(async () => {
		host = await startFeedHost(
			(script) =>
				`<!doctype html><html lang="nl"><meta charset="utf-8"><title>Partner</title><script src="${script}" async></script><h1>Partner</h1>`,
		);
		browser = await launchChromium();
		const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
		// The map's tiles and whatever a feed would have fetched: nothing leaves this machine.
		await context.route(
			(url) => ![host.home, host.pageUrl].includes(url.origin),
			(route) => route.abort(),
		);
		page = await context.newPage();
		await page.addInitScript(keepUncaught);
		await page.goto(`${host.pageUrl}/`);
		await page.waitForFunction(() => customElements.get("techniek-initiatives"));
	});
	afterAll(async () => {
		await browser?.close();
		await host?.close();
	});

	/** Has the host answer for `one`, and gives what the page is to make of it. */
	function prepare(one: Case): { region: string; showing: Showing; done: string } {
		regions += 1;
		const region = `r${regions}`;
		const { kind, view, twice, mishap, extra } = one;
		const feed = spoiltFeed(kind, one.changes);
		const good = spoiltFeed(kind, []);
		const bad = answerOf(mishap, feed.json);
		host.feed(region, twice ? [answerOf("none", good.json), bad] : [bad]);
		const file = answerOf(one.itemMishap, spoiltItem(kind, one.itemChanges));
		host.item(region, () => file);
		const { first, again } = mishapOf(mishap);
		const outcome = twice ? again : first;
		const titles = outcome === "older" ? good.titles : feed.foreign ? [] : feed.titles;
		const address = `${host.home}/feeds/${region}/${kind}.json`;
		const { limit = "20" } = extra;
		return {
			region,
			showing: {
				kind,
				attributes: { ...extra, ...(one.file ? { src: address } : { region }), view },
				twice,
				// Fewer at a time: which of them come first is the feed's business.
				titles: Number(limit) < 20 ? [] : titles,
				outcome,
				partly: feed.done.some((words) => / next\b/.test(words)),
				lame: feed.lame && !feed.foreign,
				use: one.use,
			},
			done: [`${kind} as ${view}`, mishap, ...feed.done].join(", "),
		};
	}

	async function show(cases: readonly Case[]): Promise<Seen[]> {
		const prepared = cases.map(prepare);
		const seen = await page.evaluate(showAll, { batch: prepared.map(({ showing }) => showing), patience: 8000 });
		for (const { region } of prepared) host.forget(region);
		const wrong = seen.flatMap(({ wrong }, index) => wrong.map((words) => `${prepared[index]?.done}: ${words}`));
		if (wrong.length > 0) throw new Error(wrong.join("\n"));
		return seen;
	}

	it("shows what is good in it, or says what is the matter, hundreds of times over", async () => {
		const tally: Record<string, number> = {};
		let shown = 0;
		let opened = 0;
		await fc.assert(
			fc.asyncProperty(fc.tuple(...Array.from({ length: lanes }, () => someCase)), async (cases) => {
				for (const one of await show(cases)) {
					tally[one.state] = (tally[one.state] ?? 0) + 1;
					shown += one.items;
					opened += Number(one.opened);
				}
			}),
			{ seed, numRuns: batches, interruptAfterTimeLimit: 540_000, markInterruptAsFailure: true },
		);
		const total = Object.values(tally).reduce((sum, count) => sum + count, 0);
		console.log(`seed ${seed}: ${total} feeds`, tally, `${shown} items, ${opened} dialogs, ${host.asked} requests`);
		expect(total).toBe(lanes * batches);
		const least = total / 50;
		for (const state of ["ready", "error", "stale"])
			expect([state, (tally[state] ?? 0) > least]).toEqual([state, true]);
	}, 600_000);

	it("gives up on a feed that does not come, and has its older copy back, each time in seconds", async () => {
		const hang = { ...answerOf("none", ""), manner: "hang" as const };
		const common = { partly: false, lame: false, use: false };
		const slow = (region: string, twice: boolean, kind: WidgetKind, attributes: Record<string, string>): Showing => {
			const good = spoiltFeed(kind, []);
			host.feed(region, twice ? [answerOf("none", good.json), hang] : [hang]);
			const titles = twice ? good.titles : [];
			return { ...common, kind, attributes, twice, titles, outcome: twice ? "older" : "fails" };
		};
		const began = performance.now();
		const batch = [
			slow("traag-1", false, "events", { region: "traag-1" }),
			slow("traag-2", true, "opportunities", { region: "traag-2" }),
			slow("traag-3", false, "initiatives", { src: `${host.home}/feeds/traag-3/initiatives.json` }),
			slow("traag-4", true, "events", { region: "traag-4", view: "month" }),
		];
		const seen = await page.evaluate(showAll, { batch, patience: 40_000 });
		expect(seen.map(({ wrong }) => wrong)).toEqual([[], [], [], []]);
		expect(performance.now() - began).toBeLessThan(40_000);
	});

	it("says what is the matter when a file fails before the part that reads it is there", async () => {
		const fresh = await page.context().newPage();
		await fresh.addInitScript(keepUncaught);
		await fresh.route("**/whole-feed-*.js", async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 500));
			await route.continue();
		});
		host.feed("vroeg", [answerOf("status 500", "")]);
		await fresh.goto(`${host.pageUrl}/`);
		await fresh.waitForFunction(() => customElements.get("techniek-events"));
		const src = `${host.home}/feeds/vroeg/events.json`;
		const showing: Showing = {
			kind: "events",
			attributes: { src },
			twice: false,
			titles: [],
			outcome: "fails",
			partly: false,
			lame: false,
			use: false,
		};
		const [seen] = await fresh.evaluate(showAll, { batch: [showing], patience: 8000 });
		expect([seen?.wrong, seen?.told]).toEqual([[], ["http"]]);
		await fresh.close();
	});
});
