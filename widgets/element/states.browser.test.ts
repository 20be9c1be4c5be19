import type { TechniekErrorEvent } from "../dom-events/techniek-error-event.ts";
import type { TechniekLoadEvent } from "../dom-events/techniek-load-event.ts";
import {
	clear,
	inside,
	ok,
	one,
	place,
	reached,
	same,
	server,
	shown,
	showsFallback,
	texts,
	titles,
	until,
	warnings,
} from "../testing/page.ts";

/** The first event of `name` at the document, to which they must bubble. */
const heard = <E extends Event>(name: string) =>
	new Promise<E>((resolve) => document.addEventListener(name, (event) => resolve(event as E), { once: true }));

describe("a list", () => {
	afterEach(clear);

	it("shows its fallback while it loads, and the items after that", async () => {
		const element = place("events", { region: "traag" });
		await reached(element, "loading");
		ok(showsFallback(element), "no fallback while loading");
		same(texts(element, "[role=status]"), ["Laden…"]);
		await reached(element, "ready");
		ok(!showsFallback(element), "fallback still there");
		same(titles(element).length, 20);
		same(texts(element, "[role=status]"), ["20 van 45 activiteiten"]);
	});

	it("says that there is nothing when there is nothing", async () => {
		const element = await shown("opportunities", { region: "leeg" }, "empty");
		same(texts(element, "[role=status]"), ["Er zijn nu geen kansen."]);
		ok(!inside(element).querySelector("form"), "filters over an empty list");
	});

	it("shows the fallback and a way to try again when the feed fails", async () => {
		await server.set("kapot", "down");
		const failed = heard<TechniekErrorEvent>("techniek-error");
		const element = place("events", { region: "kapot" });
		const said = await warnings(() => reached(element, "error"));
		ok(showsFallback(element), "no fallback");
		same((await failed).detail.code, "http");
		same((await failed).detail.status, 503);
		same(said.length, 1);
		await server.set("kapot", "up");
		one(element, "button").click();
		await reached(element, "ready");
	});

	it("tells how much there is with a techniek-load event that bubbles out", async () => {
		const loaded = heard<TechniekLoadEvent>("techniek-load");
		await shown("initiatives", { region: "midden", limit: "7" });
		const { total, shown: number, stale } = (await loaded).detail;
		same([total, number, stale], [45, 7, false]);
	});

	it("drops items that are wrong, keeps the good ones and says so once", async () => {
		const failed = heard<TechniekErrorEvent>("techniek-error");
		const element = place("events", { region: "rommel" });
		const said = await warnings(() => reached(element, "ready"));
		same(titles(element).length, 2);
		same((await failed).detail.code, "dropped");
		same(said.length, 1, said.join());
	});

	it("does not call a page of HTML a feed", async () => {
		const failed = heard<TechniekErrorEvent>("techniek-error");
		await shown("events", { region: "geen-feed" }, "error");
		same((await failed).detail.code, "format");
	});

	it("passes on what the server says about a wrong value, and shows no full list", async () => {
		const failed = heard<TechniekErrorEvent>("techniek-error");
		const element = await shown("events", { region: "midden", stage: "onbekend" }, "error");
		same((await failed).detail.status, 400);
		ok((await failed).detail.message.includes("stage=onbekend begrijpen we niet."), "no detail");
		same(titles(element), []);
	});

	it("asks for a region when there is none", async () => {
		const failed = heard<TechniekErrorEvent>("techniek-error");
		await shown("events", {}, "error");
		same((await failed).detail.code, "region");
	});

	it("shows what it can where a setting is wrong, with one message about each", async () => {
		const element = place("events", {
			region: "drie",
			view: "spiraal",
			limit: "veel",
			theme: "roze",
			"heading-level": "9",
		});
		const said = await warnings(() => reached(element, "ready"), 4);
		same(titles(element).length, 3);
		same(said.length, 4, said.join());
	});

	it("speaks the language of the nearest ancestor, or its own", async () => {
		document.documentElement.lang = "en-GB";
		const element = await shown("events", { region: "drie" });
		same(texts(element, "[role=status]"), ["3 events"]);
		element.setAttribute("lang", "nl");
		await until(() => texts(element, "[role=status]")[0] === "3 activiteiten");
		one(element, ".root[lang=nl]");
	});

	it("gives its headings the level that the page asks for", async () => {
		const element = await shown("opportunities", { region: "drie", "heading-level": "4" });
		same(inside(element).querySelectorAll("h4[part=title]").length, 3);
		const events = await shown("events", { region: "drie", "heading-level": "2" });
		ok(inside(events).querySelectorAll("h2").length > 0, "no days");
		same(inside(events).querySelectorAll("h3[part=title]").length, 3);
	});

	it("follows its attributes", async () => {
		const element = await shown("events", { region: "drie" });
		element.setAttribute("region", "leeg");
		await reached(element, "empty");
	});

	it("lets the page open an item in its own way", async () => {
		const element = await shown("initiatives", { region: "drie" });
		let chosen = "";
		element.addEventListener("techniek-select", (event) => {
			chosen = event.detail.item.title;
			event.preventDefault();
		});
		one(element, "[part=title] a").click();
		same(chosen, titles(element)[0]);
	});

	it("runs no markup and follows no script that a feed smuggles in", async () => {
		for (const kind of ["events", "opportunities", "initiatives"] as const) {
			const element = await shown(kind, { region: "vijandig" });
			ok(titles(element)[0]?.startsWith("<img"), "markup is not text");
			const addresses = [...inside(element).querySelectorAll("a")].map(({ href }) => new URL(href).protocol);
			ok(!addresses.includes("javascript:"), addresses.join());
			same(inside(element).querySelectorAll("img").length, 0);
		}
		ok(!("hacked" in globalThis), "it ran");
	});
});
