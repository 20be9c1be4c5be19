import { emulateMedia, sendKeys, setViewport } from "@web/test-runner-commands";
import { axeFindsNothing, newMain } from "../testing/axe.ts";
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

const march = { region: "maart", view: "month", from: "2031-03-01", to: "2031-06-30" };

/** The month of events with `attributes`, with its feed there. */
async function month(attributes: Record<string, string> = march) {
	const element = place("events", { view: "month", ...attributes });
	await until(() => inside(element).querySelector(".month [aria-busy=false]"), "a month");
	return element;
}

const cell = (element: Element, day: string) => one(element, `[data-day="${day}"]`);
const entries = (element: Element, day: string) => texts(element, `[data-day="${day}"] .entry`);
const focused = (element: Element) => inside(element).activeElement?.getAttribute("data-day");
const heading = (element: Element) => texts(element, "#month")[0];
const words = (element: Element) => texts(element, "[role=status]")[0];
const turn = (element: Element, name: string) => {
	const found = [...inside(element).querySelectorAll<HTMLElement>(".turns button")].find((button) =>
		button.textContent?.includes(name),
	);
	ok(found, `no button ${name}`);
	return found;
};
const press = (...keys: string[]) =>
	keys.reduce((done, press) => done.then(() => sendKeys({ press })), Promise.resolve());
/** The days that the feeds of `region` were asked for in this page, which tells it late: a region for each test. */
const asked = (region: string) =>
	performance
		.getEntriesByType("resource")
		.filter(({ name }) => name.includes(`/feeds/${region}/events.json`))
		.map(({ name }) => new URL(name).searchParams)
		.map((query) => `${query.get("from")} ${query.get("to")}`);

describe("the month view", () => {
	beforeEach(async () => {
		await setViewport({ width: 1000, height: 900 });
	});
	afterEach(clear);

	it("is a grid of six weeks from Monday, named after its month", async () => {
		const element = await month();
		const grid = one(element, "[role=grid]");
		same(grid.getAttribute("aria-labelledby"), "month");
		same(heading(element), "maart 2031");
		same(one(element, "#month").parentElement?.localName, "h3");
		same(
			[...grid.querySelectorAll("th")].map((th) => [th.abbr, th.textContent, th.scope]),
			[
				["maandag", "ma", "col"],
				["dinsdag", "di", "col"],
				["woensdag", "wo", "col"],
				["donderdag", "do", "col"],
				["vrijdag", "vr", "col"],
				["zaterdag", "za", "col"],
				["zondag", "zo", "col"],
			],
		);
		same(
			[...grid.querySelectorAll("tbody tr")].map((row) => row.querySelectorAll("[role=gridcell]").length),
			[7, 7, 7, 7, 7, 7],
		);
		const days = [...grid.querySelectorAll("[data-day]")].map((day) => day.getAttribute("data-day"));
		same([days[0], days[34], days[35], days[41]], ["2031-02-24", "2031-03-30", "2031-03-31", "2031-04-06"]);
		same(grid.querySelectorAll("[tabindex='0']").length, 1, "in the order of Tab");
	});

	it("asks for exactly the days on screen, also those that are over", async () => {
		const element = await month({ region: "maart" });
		same(heading(element), new Intl.DateTimeFormat("nl-NL", { month: "long", year: "numeric" }).format(new Date()));
		const other = await month({ ...march, region: "maart-dagen", from: "2031-01-01" });
		turn(other, "Volgende").click();
		await until(() => heading(other) === "februari 2031" && words(other)?.startsWith("Geen"));
		turn(other, "Volgende").click();
		await until(() => words(other) === "9 activiteiten in maart 2031", words(other));
		turn(other, "Vorige").click();
		await until(() => words(other) === "Geen activiteiten in februari 2031");
		same(asked("maart-dagen"), [
			"2031-01-01 2031-02-09",
			"2031-01-27 2031-03-09",
			"2031-02-24 2031-04-06",
			"2031-01-27 2031-03-09",
		]);
	});

	it("names up to three events in a day, and says what became of them in words", async () => {
		const element = await month();
		same(entries(element, "2031-03-11"), [
			"09:30 Open dag",
			"Geannuleerd: 10:00 Lasdemonstratie",
			"Vol: 13:00 Robotlab",
			"+1 meer",
		]);
		same(
			texts(element, "td s").filter((one) => one.includes("Las")),
			["10:00 Lasdemonstratie"],
		);
		same(texts(element, '[data-day="2031-03-11"] > .hidden'), ["dinsdag 11 maart, 4 activiteiten, 1 gaat niet door"]);
		same(texts(element, '[data-day="2031-03-12"] > .hidden'), ["woensdag 12 maart, geen activiteiten"]);
		ok(one(element, ".entries").checkVisibility() && !one(element, ".dots").checkVisibility(), "not by name");
	});

	it("shows numbers and dots where it is narrow, with the same words to hear", async () => {
		await setViewport({ width: 320, height: 800 });
		const element = await month();
		ok(!one(element, ".entries").checkVisibility(), "names in tiny cells");
		same(texts(element, '[data-day="2031-03-11"] .dots'), ["4 ●"]);
		same(texts(element, '[data-day="2031-03-14"] .dots'), ["●"]);
		same(texts(element, '[data-day="2031-03-14"] > .hidden'), ["vrijdag 14 maart, 1 activiteit"]);
		ok(document.documentElement.scrollWidth <= 320, "wider than the screen");
		ok(cell(element, "2031-03-11").getBoundingClientRect().height >= 44, "too small to touch");
	});

	it("puts an event on the days it has where it is, each of them", async () => {
		const element = await month();
		same(entries(element, "2031-03-14"), ["22:00 Avond in New York"]);
		same(entries(element, "2031-03-15"), []);
		same(entries(element, "2031-03-18"), ["12:00 Middag op Mars"]);
		same(
			[24, 25, 26, 27].map((date) => entries(element, `2031-03-${date}`)[0]),
			["09:00 Techniekdriedaagse", "vervolg Techniekdriedaagse", "vervolg Techniekdriedaagse", undefined],
		);
		same(entries(element, "2031-03-30"), ["vervolg Nachtlab"], "over the change to summer time");
		same(entries(element, "2031-04-02"), ["vervolg Meetweek"], "in the next month");
	});

	it("shows a day's events under the grid as in a list, the first day with any by itself", async () => {
		const element = await month({ ...march, "heading-level": "2" });
		same(texts(element, "#chosen"), ["dinsdag 11 maart 2031"]);
		same(titles(element), ["Open dag", "Lasdemonstratie", "Robotlab", "Ouderavond"]);
		same(
			[...inside(element).querySelectorAll("h2, h3, h4")].map(({ localName }) => localName),
			["h2", "h3", "h4", "h4", "h4", "h4"],
		);
		cell(element, "2031-03-26").click();
		await until(() => texts(element, "#chosen")[0] === "woensdag 26 maart 2031");
		same(titles(element), ["Techniekdriedaagse"]);
		same(texts(element, "[aria-selected=true] .number"), ["26"]);
		cell(element, "2031-03-12").click();
		await until(() => texts(element, ".chosen > p")[0] === "Geen activiteiten op deze dag.");
	});

	it("goes to the month of a dim day that is clicked", async () => {
		const element = await month();
		cell(element, "2031-04-02").click();
		await until(() => words(element) === "1 activiteit in april 2031", words(element));
		same([heading(element), ...texts(element, "#chosen")], ["april 2031", "woensdag 2 april 2031"]);
	});

	it("is walked with the keyboard alone", async () => {
		const element = await month({ ...march, filters: "none" });
		await press("Tab", "Tab", "Tab", "Tab");
		same(focused(element), "2031-03-01", "one stop for the whole grid");
		await press("ArrowRight", "ArrowDown");
		same(focused(element), "2031-03-09");
		await press("ArrowDown", "ArrowLeft", "Home");
		same(focused(element), "2031-03-10");
		await press("End");
		same(focused(element), "2031-03-16");
		await press("ArrowUp", "Control+Home");
		same(focused(element), "2031-03-01");
		await press("ArrowUp");
		same([focused(element), heading(element)], ["2031-03-01", "maart 2031"], "the partner's first day");
		await press("Control+End");
		same(focused(element), "2031-03-31");
		await press("PageDown");
		same([focused(element), heading(element)], ["2031-04-30", "april 2031"], "while april is on its way");
		await until(() => words(element) === "1 activiteit in april 2031");
		same(focused(element), "2031-04-30", "now that april is there");
		await press("ArrowDown");
		same([focused(element), heading(element)], ["2031-05-07", "mei 2031"]);
		await press("PageUp", "PageUp");
		await until(() => words(element) === "9 activiteiten in maart 2031");
		same(focused(element), "2031-03-07");
		await press("ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowLeft");
		same(focused(element), "2031-03-11");
		same(inside(element).querySelectorAll("td[tabindex='0']").length, 1);
		await press("ArrowRight", "ArrowRight", "ArrowRight", "Enter");
		await until(() => inside(element).activeElement?.matches(".chosen"), "the day that was opened");
		same(titles(element), ["Avond in New York"]);
		await press("Tab");
		same(inside(element).activeElement?.textContent, "Avond in New York");
		await press("Shift+Tab");
		same(focused(element), "2031-03-14", "back to the day");
		await press("ArrowRight", "Space");
		await until(() => texts(element, "#chosen")[0] === "zaterdag 15 maart 2031");
		await press("Shift+Tab", "Shift+Tab", "Enter");
		await until(() => heading(element) === "april 2031" || heading(element) === "maart 2031");
		ok(inside(element).activeElement?.matches(".turns button"), "lost the button");
	});

	it("leaves the keys of the browser alone", async () => {
		const element = await month();
		cell(element, "2031-03-01").focus();
		const left = (key: string, modifiers: KeyboardEventInit) =>
			cell(element, "2031-03-01").dispatchEvent(
				new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers }),
			);
		ok(left("ArrowLeft", { altKey: true }), "Alt+Left goes back in history");
		ok(left("PageDown", { ctrlKey: true }), "Ctrl+PageDown goes to another tab");
		ok(left("ArrowRight", { metaKey: true }), "Meta+Right");
		ok(left("a", {}), "a letter");
	});

	it("keeps the keyboard where it is, on a button at the end too", async () => {
		const element = await month({ ...march, to: "2031-04-30" });
		turn(element, "Volgende").focus();
		await press("Enter");
		await until(() => words(element) === "1 activiteit in april 2031");
		same(turn(element, "Volgende").getAttribute("aria-disabled"), "true");
		await press("Enter");
		same([heading(element), inside(element).activeElement === turn(element, "Volgende")], ["april 2031", true]);
	});

	it("lets nobody page past what the partner fixed, or open a day outside it", async () => {
		const element = await month({ ...march, from: "2031-03-11", to: "2031-03-25" });
		same(
			["Vorige", "Vandaag", "Volgende"].map((name) => turn(element, name).getAttribute("aria-disabled")),
			["true", "true", "true"],
		);
		cell(element, "2031-03-26").click();
		cell(element, "2031-03-11").focus();
		await press("PageUp", "ArrowUp", "ArrowLeft");
		same(focused(element), "2031-03-11");
		await press("PageDown", "Control+End");
		same([focused(element), heading(element)], ["2031-03-25", "maart 2031"]);
		same(texts(element, "#chosen"), ["dinsdag 11 maart 2031"]);
		same(entries(element, "2031-03-26"), [], "a day outside");
		same(cell(element, "2031-03-26").getAttribute("aria-disabled"), "true");
		same(words(element), "7 activiteiten in maart 2031");
	});

	it("marks today for eyes and ears, and comes back to it", async () => {
		const element = await month({ region: "midden" });
		const today = one(element, "[aria-current=date]");
		const date = new Date().toLocaleDateString("sv", { timeZone: "Europe/Amsterdam" });
		same(today.getAttribute("data-day"), date);
		ok(getComputedStyle(one(element, "[aria-current] > .number")).borderTopStyle === "solid", "only a colour");
		turn(element, "Volgende").click();
		turn(element, "Volgende").click();
		await until(() => !inside(element).querySelector("[aria-current]"));
		turn(element, "Vandaag").click();
		await until(() => inside(element).querySelector("[aria-current][aria-selected=true]"), "today, chosen");
	});

	it("keeps its grid and height while the next month comes, and says so", async () => {
		const element = await month({ region: "traag" });
		const grid = one(element, "[role=grid]");
		const box = () => [grid.getBoundingClientRect().top, grid.getBoundingClientRect().height].map(Math.round);
		const before = box();
		turn(element, "Volgende").click();
		await until(() => grid.getAttribute("aria-busy") === "true");
		ok(words(element)?.endsWith("laden…"), words(element) ?? "");
		ok(inside(element).querySelector(".chosen"), "the day under the grid went");
		same([grid.isConnected, ...box()], [true, ...before]);
		await until(() => grid.getAttribute("aria-busy") === "false");
		same([grid.isConnected, ...box()], [true, ...before]);
		ok(/ in \w+ \d{4}$/.test(words(element) ?? ""), words(element) ?? "");
	});

	it("says when a month has nothing, and stays", async () => {
		const element = await month({ region: "leeg", from: "2031-03-01" });
		same(words(element), "Geen activiteiten in maart 2031");
		ok(one(element, "[role=grid]").checkVisibility() && !inside(element).querySelector(".chosen"), "no grid");
		ok(one(element, "input[name=q]").checkVisibility(), "the filters went");
	});

	it("can be tried again where the feed cannot be reached, and then has the keyboard back", async () => {
		// A last day of its own: the browser has no older copy of that.
		const element = await month({ ...march, to: "2031-04-29", filters: "none" });
		cell(element, "2031-03-01").focus();
		await server.set("maart", "cut");
		try {
			await press("PageDown");
			await reached(element, "error");
			await until(() => inside(element).activeElement?.textContent?.trim() === "Opnieuw proberen", "the button");
			ok(showsFallback(element), "no fallback");
		} finally {
			await server.set("maart", "up");
		}
		await press("Enter");
		await until(() => words(element) === "1 activiteit in april 2031");
		same(focused(element), "2031-04-01");
	});

	it("narrows with the visitor's filters, within the month", async () => {
		const element = await month({ ...march, region: "maart-zoeken" });
		const search = one<HTMLInputElement>(element, "input[name=q]");
		search.value = "nachtlab";
		search.dispatchEvent(new Event("input", { bubbles: true }));
		await until(() => words(element) === "1 activiteit in maart 2031", words(element));
		same(texts(element, "#chosen"), ["zaterdag 29 maart 2031"]);
		ok(
			asked("maart-zoeken").every((days) => days === "2031-03-01 2031-04-06"),
			`${asked("maart-zoeken")}`,
		);
	});

	it("shows a static file, a month at a time, fetched once", async () => {
		const src = "/feeds/maart-bestand/events.json";
		const element = await month({ src, from: "2031-03-01", to: "2031-06-30" });
		same(words(element), "9 activiteiten in maart 2031");
		same(entries(element, "2031-03-14"), ["22:00 Avond in New York"]);
		turn(element, "Volgende").click();
		turn(element, "Volgende").click();
		await until(() => words(element) === "1 activiteit in mei 2031");
		same(texts(element, "#chosen"), ["dinsdag 20 mei 2031"]);
		same(asked("maart-bestand"), ["null null"]);
	});

	it("goes when the element becomes a list again, and comes back", async () => {
		const element = await month();
		element.setAttribute("view", "list");
		await until(() => !inside(element).querySelector(".month") && titles(element).length === 10);
		element.setAttribute("view", "month");
		await until(() => words(element) === "9 activiteiten in maart 2031");
		const parent = element.parentElement;
		element.remove();
		parent?.append(element);
		// Not at once: the part loads again.
		await until(() => {
			inside(element).querySelector<HTMLElement>('[data-day="2031-03-14"]')?.click();
			return titles(element)[0] === "Avond in New York";
		}, "the month after moving");
	});

	it("is for events: other lists stay lists, and the partner is told", async () => {
		const said = await warnings(() => shown("opportunities", { region: "drie", view: "month" }));
		ok(said[0]?.includes('view="month"'), said[0] ?? "");
		const element = document.querySelector("techniek-opportunities");
		ok(element && titles(element).length === 3, "no list");
	});

	it("shows markup in titles as text", async () => {
		const element = await month({ region: "vijandig" });
		turn(element, "Vandaag").click();
		await until(() => !one(element, "[role=grid]").matches("[aria-busy=true]"));
		ok(
			texts(element, ".entry").some((entry) => entry.includes("<img src=x")),
			`${texts(element, ".entry")}`,
		);
		ok(!inside(element).querySelector("td img, td a"), "markup");
	});

	it("has axe find nothing, in either language, light and dark, wide and narrow", async () => {
		for (const width of [1000, 360, 320]) {
			await setViewport({ width, height: 900 });
			for (const lang of ["nl", "en"]) {
				for (const theme of ["light", "dark", "auto"]) {
					const main = newMain();
					const attributes = { ...march, to: "2031-03-29", lang, theme, "heading-level": "2" };
					const element = place("events", attributes, main);
					await until(() => inside(element).querySelector(".month .items"));
					await axeFindsNothing(main, `${width} ${lang} ${theme}`);
					cell(element, "2031-03-12").click();
					await until(() => inside(element).querySelector(".chosen > p"));
					await axeFindsNothing(main, `${width} ${lang} ${theme}, a day without events`);
					main.remove();
				}
			}
		}
	});

	it("keeps today and the chosen day apart in forced colours", async () => {
		await emulateMedia({ forcedColors: "active" });
		try {
			const element = await month({ region: "midden" });
			turn(element, "Vandaag").click();
			await until(() => inside(element).querySelector("[aria-current][aria-selected=true]"));
			const outline = (selector: string) => getComputedStyle(one(element, selector)).outlineStyle;
			same([outline("[aria-selected=true]"), outline("[aria-selected=false]")], ["solid", "none"]);
			const ring = (selector: string) => getComputedStyle(one(element, selector)).borderTopWidth;
			same([ring("[aria-current] > .number"), ring("td:not([aria-current]) > .number")], ["2px", "0px"]);
		} finally {
			await emulateMedia({ forcedColors: "none" });
		}
	});

	it("reads from left to right in a page that does not", async () => {
		document.documentElement.dir = "rtl";
		try {
			const element = await month();
			const at = (day: string) => cell(element, day).getBoundingClientRect().left;
			ok(at("2031-03-10") < at("2031-03-11"), "mirrored");
			cell(element, "2031-03-10").focus();
			await press("ArrowRight");
			same(focused(element), "2031-03-11");
		} finally {
			document.documentElement.removeAttribute("dir");
		}
	});
});
