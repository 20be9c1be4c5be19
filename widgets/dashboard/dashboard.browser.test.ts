import type { TechniekErrorEvent } from "../dom-events/techniek-error-event.ts";
import type { TechniekLoadEvent } from "../dom-events/techniek-load-event.ts";
import { axeFindsNothing, newMain } from "../testing/axe.ts";
import { figures } from "../testing/figures.ts";
import { injections } from "../testing/full-items.ts";
import {
	clear,
	inside,
	ok,
	one,
	pause,
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

const heard = <E extends Event>(name: string) =>
	new Promise<E>((resolve) => document.addEventListener(name, (event) => resolve(event as E), { once: true }));

/** Waits until all that came is drawn: that goes in slices. */
const drawn = (element: Element, count: number) =>
	until(() => inside(element).querySelectorAll("[part=item]").length === count, `${count} indicators`);

const articleOf = (element: Element, title: string) => {
	const found = [...inside(element).querySelectorAll("article")].find((article) =>
		article.textContent?.includes(title),
	);
	ok(found, `no ${title}`);
	return found;
};

const choose = (select: HTMLSelectElement | null | undefined, value: string) => {
	ok(select, "nothing to choose");
	select.value = value;
	select.dispatchEvent(new Event("change", { bubbles: true }));
};

describe("<techniek-dashboard>", () => {
	afterEach(clear);

	it("shows its children until there are indicators, and these by perspective after that", async () => {
		const element = place("dashboard", { region: "traag", "heading-level": "2" });
		ok(showsFallback(element), "no fallback before the part is there");
		await reached(element, "loading");
		ok(showsFallback(element), "no fallback while loading");
		const loaded = heard<TechniekLoadEvent>("techniek-load");
		await reached(element, "ready");
		const { total, shown: number, stale } = (await loaded).detail;
		same([total, number, stale], [8, 8, false]);
		await drawn(element, 8);
		ok(!showsFallback(element), "fallback still there");
		same(texts(element, "[role=status]"), ["8 indicatoren"]);
		same(texts(element, "section > h2"), ["Overheid", "Onderwijs", "Bedrijfsleven", "Overige indicatoren"]);
		same(inside(element).querySelectorAll("h3[part=title]").length, 8);
	});

	it("has in its table every figure of the feed, as readers of the language write it", async () => {
		for (const language of ["nl", "en"] as const) {
			const element = await shown("dashboard", { region: "proef", lang: language });
			await drawn(element, 8);
			for (const item of figures()) {
				const article = articleOf(element, item.title);
				const column = [...article.querySelectorAll("thead th")].findIndex((th) => th.className === "number");
				const found = [...article.querySelectorAll("tbody tr")].map((row) => row.children[column]?.textContent);
				const format = new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB");
				same([...found].sort(), item.observations.map(({ value }) => format.format(value)).sort(), item.title);
			}
			element.remove();
		}
	});

	it("gives every chart a text that says what it shows", async () => {
		const element = await shown("dashboard", { region: "proef" });
		await drawn(element, 8);
		const charts = [...inside(element).querySelectorAll("svg[role=img]")].map(
			(svg) => svg.getAttribute("aria-label") ?? "",
		);
		same(charts.length, 5);
		ok(charts[0]?.includes("2019 4 edities, 2021 3 edities"), charts[0] ?? "");
		ok(
			charts.some((words) => words.includes("van Basisonderwijs naar Vmbo 840")),
			charts.join("\n"),
		);
	});

	it("splits by the dimension that the page or the visitor chooses", async () => {
		const element = await shown("dashboard", { region: "proef", indicator: "instroom", breakdown: "stage" });
		same(texts(element, "figcaption .name"), ["Vmbo", "Havo en vwo", "Mbo"]);
		choose(one<HTMLSelectElement>(element, "select"), "gender");
		await until(() => texts(element, "figcaption .name")[0] === "Jongens");
		choose(one<HTMLSelectElement>(element, "select"), "");
		await until(() => inside(element).querySelector("svg .break"), "the whole, with its change of definition");
	});

	it("shows those that it is asked for, in that order, and tells of one that is not there", async () => {
		const element = place("dashboard", { region: "proef", indicator: "bezoekers, bestaat-niet, edities" });
		const said = await warnings(() => reached(element, "ready"));
		same(said.length, 1, said.join());
		ok(said[0]?.includes("bestaat-niet"), said.join());
		same(
			titles(element).map((title) => title.split(" ")[0]),
			["Bezoekers", "Edities"],
		);
		element.setAttribute("perspective", "business");
		await reached(element, "filtered-empty");
	});

	it("draws a hundred of them bit by bit", async () => {
		const element = await shown("dashboard", { region: "honderd" });
		ok(inside(element).querySelectorAll("[part=item]").length < 50, "all at once");
		await drawn(element, 100);
	});

	it("drops what is no indicator and says so", async () => {
		const failed = heard<TechniekErrorEvent>("techniek-error");
		await warnings(() => shown("dashboard", { region: "rommel" }));
		same((await failed).detail.code, "dropped");
	});

	it("offers the figures of one indicator as a file", async () => {
		const element = await shown("dashboard", { region: "proef", indicator: "edities" });
		const { click } = HTMLAnchorElement.prototype;
		const made: HTMLAnchorElement[] = [];
		HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
			made.push(this);
		};
		try {
			one(element, "details .plain").click();
			const [link] = made;
			ok(link, "no file");
			same(link.download, "edities.csv");
			const lines = (await (await fetch(link.href)).text()).split("\r\n");
			ok(
				lines[1]?.startsWith("edities,Edities van de Dagen van de Techniek (voorbeeld),2019,4,edities"),
				lines[1] ?? "",
			);
		} finally {
			HTMLAnchorElement.prototype.click = click;
		}
	});

	it("tells which indicator the visitor opened", async () => {
		const element = await shown("dashboard", { region: "proef", indicator: "instroom" });
		const selected = heard<Event>("techniek-select");
		one(element, ".about summary").click();
		same(Reflect.get(Reflect.get(await selected, "detail"), "item").slug, "instroom");
	});

	it("keeps its children when there is nothing else, and tries again", async () => {
		await server.set("stuk", "down");
		const element = place("dashboard", { region: "stuk" });
		await warnings(() => reached(element, "error"));
		ok(showsFallback(element), "no fallback");
		await server.set("stuk", "up");
		one(element, "button").click();
		await reached(element, "ready");
		element.setAttribute("region", "leeg");
		await reached(element, "empty");
	});

	it("shows an older copy with its time when the feed is gone", async () => {
		(await shown("dashboard", { region: "oude-cijfers" })).remove();
		await server.set("oude-cijfers", "down");
		const element = await shown("dashboard", { region: "oude-cijfers" }, "stale");
		await drawn(element, 8);
		ok(texts(element, "[role=status]")[0]?.includes("Bijgewerkt"), "no time");
		await server.set("oude-cijfers", "up");
	});

	it("leaves and comes back with the page's changes", async () => {
		const element = await shown("dashboard", { region: "proef", indicator: "edities" });
		element.remove();
		await pause(30);
		document.body.append(element);
		await until(() => titles(element).length === 1);
		element.setAttribute("indicator", "saldo");
		await until(() => titles(element)[0]?.startsWith("Saldo"));
	});

	it("fits in 320 pixels", async () => {
		const box = document.body.appendChild(document.createElement("div"));
		box.style.width = "320px";
		const element = place("dashboard", { region: "proef" }, box);
		await reached(element, "ready");
		await drawn(element, 8);
		for (const details of inside(element).querySelectorAll("details")) details.open = true;
		await pause(50);
		const wide = [...inside(element).querySelectorAll("*")].filter(
			(part) =>
				!part.closest(".scroll, svg, .hidden") &&
				part.getBoundingClientRect().right > box.getBoundingClientRect().right + 1,
		);
		same(
			wide.map((part) => part.outerHTML.slice(0, 80)),
			[],
		);
	});

	it("makes nothing but text of what a feed says", async () => {
		for (const nth of injections.keys()) {
			const element = place("dashboard", { region: `vergif-${nth}`, breakdown: "stage" });
			await until(() => element.matches(":state(ready)"));
			await drawn(element, 8);
			same(inside(element).querySelectorAll("img, script, iframe, object, [onload], [onerror], [onfocus]").length, 0);
			const links = [...inside(element).querySelectorAll("a")].map(({ href }) => new URL(href).protocol);
			ok(
				links.every((scheme) => /^https?:$/.test(scheme)),
				links.join(),
			);
			element.remove();
		}
		ok(!("hacked" in globalThis), "it ran");
	});

	for (const theme of ["light", "dark"]) {
		it(`gives axe nothing to find in any state, theme ${theme}`, async () => {
			const scenes = [
				["traag", "loading", {}],
				["proef", "ready", {}],
				["proef", "ready", { breakdown: "stage", lang: "en" }],
				["proef", "filtered-empty", { perspective: "niets" }],
				["leeg", "empty", {}],
				["fout", "error", {}],
			] as const;
			for (const [region, state, more] of scenes) {
				const main = newMain();
				const element = place("dashboard", { region, theme, "heading-level": "2", ...more }, main);
				await reached(element, state);
				if (state === "ready") {
					await drawn(element, 8);
					for (const details of inside(element).querySelectorAll("details")) details.open = true;
					await pause(50);
				}
				await axeFindsNothing(main, `${region} ${state}`);
				main.remove();
			}
		});
	}
});
