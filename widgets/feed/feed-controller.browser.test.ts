import { anEvent, feedOf } from "../testing/feeds.ts";
import {
	clear,
	ok,
	one,
	pause,
	place,
	reached,
	same,
	server,
	shown,
	texts,
	titles,
	until,
	warnings,
} from "../testing/page.ts";

describe("fetching a feed", () => {
	afterEach(clear);

	it("shows the answer to the latest question only", async () => {
		const element = place("events", { region: "traag" });
		await reached(element, "loading");
		element.setAttribute("region", "drie");
		await reached(element, "ready");
		await pause(800);
		same(titles(element).length, 3);
	});

	it("asks once for what several attributes changed at one moment", async () => {
		const path = "/feeds/eenmaal/events.json";
		const element = await shown("events", { region: "eenmaal" });
		const before = await server.asked(path);
		element.setAttribute("limit", "5");
		element.setAttribute("place", "Tilburg");
		element.setAttribute("theme", "dark");
		await until(() => titles(element).length === 5);
		same((await server.asked(path)) - before, 1);
	});

	it("breaks off when the element leaves the page, and starts again when it is back", async () => {
		const element = place("events", { region: "traag" });
		await reached(element, "loading");
		element.remove();
		await pause(800);
		same(titles(element), []);
		document.body.append(element);
		await reached(element, "ready");
	});

	it("does not ask again for a list that moves to another place", async () => {
		const path = "/feeds/verhuist/events.json";
		const element = await shown("events", { region: "verhuist" });
		const before = await server.asked(path);
		document.body.append(document.createElement("section"));
		document.body.querySelector("section")?.append(element);
		await pause(100);
		same((await server.asked(path)) - before, 0);
		same(titles(element).length, 20);
	});

	it("shows the last good copy, with its time, when the server fails later on", async () => {
		(await shown("events", { region: "straks" })).remove();
		await server.set("straks", "down");
		const element = await shown("events", { region: "straks" }, "stale");
		same(titles(element).length, 20);
		ok(
			/Bijgewerkt \d+ \w+ \d{4} om \d\d:\d\d\./.test(texts(element, "[role=status]")[0] ?? ""),
			texts(element, "[role=status]").join(),
		);
		await server.set("straks", "up");
		one(element, "[role=status] + button").click();
		await reached(element, "ready");
	});

	it("shows the browser's own copy when the network fails on arrival", async () => {
		// Into the HTTP cache, not through a widget.
		await (await fetch("/feeds/eerder/events.json?limit=20", { credentials: "omit" })).text();
		await server.set("eerder", "cut");
		const element = await shown("events", { region: "eerder" }, "stale");
		same(titles(element).length, 20);
	});

	it("says what may be the matter when the network fails and there is no copy", async () => {
		await server.set("nergens", "cut");
		const said = await warnings(() => shown("events", { region: "nergens" }, "error"));
		ok(said[0]?.includes("het netwerk of de server"), said.join());
	});

	it("never shows an opportunity after its last day, whatever the feed says", async () => {
		const element = await shown("opportunities", { region: "verlopen" });
		same(titles(element), ["Laatste dag", "Zonder einde"]);
		same(texts(element, "[role=status]"), ["2 kansen"]);
	});

	it("reads any file that is a feed, all of its pages", async () => {
		const element = await shown("events", { src: "/feeds/midden/events.json?limit=10", limit: "100" });
		same(titles(element).length, 45);
	});

	it("reads a feed that was made just now", async () => {
		const feed = feedOf("events", [anEvent(0, { title: "Vers" })]);
		const src = URL.createObjectURL(new Blob([JSON.stringify(feed)]));
		const said = await warnings(() => shown("events", { src }, "error"));
		ok(
			said.some((sentence) => sentence.includes("src=")),
			"only http and https are addresses of a feed",
		);
	});
});
