import { emulateMedia, sendKeys, setViewport } from "@web/test-runner-commands";
import { axeFindsNothing, newMain } from "../testing/axe.ts";
import { injections } from "../testing/full-items.ts";
import { clear, inside, ok, one, place, same, texts, titles, until, warnings } from "../testing/page.ts";

/** A table of initiatives. */
async function table(attributes: Record<string, string> = {}, parent?: Element) {
	const element = place("initiatives", { region: "actielijst", view: "table", ...attributes }, parent);
	await until(() => inside(element).querySelector("table"), "a table");
	return element;
}

const button = (element: Element, name: string) => {
	const found = [...inside(element).querySelectorAll<HTMLElement>("thead button")].find((one) =>
		one.textContent?.includes(name),
	);
	ok(found, `no button ${name}`);
	return found;
};
const order = (element: Element) =>
	[...inside(element).querySelectorAll("[aria-sort]")].map((th) => [
		th.textContent?.replace(/[▲▼↕]/, "").trim(),
		th.getAttribute("aria-sort"),
	]);
const markup = "<img src=x onerror=globalThis.hacked=true>";

describe("the table of initiatives", () => {
	beforeEach(() => setViewport({ width: 1280, height: 900 }));
	afterEach(clear);

	it("has the columns of an action list, each initiative a row under its action line", async () => {
		const element = await table();
		same(
			[...inside(element).querySelectorAll("thead th")].map((th) => th.textContent?.replace(/[▲▼↕]/, "").trim()),
			["Actielijn", "Initiatief", "Doel", "Activiteit", "Planning", "Partners", "Resultaat", "Middelen"],
		);
		same(texts(element, "caption"), ["Actielijst, op volgorde van actielijn"]);
		same(texts(element, ".group th"), [
			"Kiezen voor techniek",
			"Werken in de techniek",
			"nieuwe-lijn",
			"Zonder actielijn",
		]);
		same(titles(element), ["Atelier voorbeeld", "Bouwroute", "Cursus", markup]);
		const row = [...inside(element).querySelectorAll("tbody tr")].find((tr) => tr.textContent?.includes("Bouwroute"));
		same(
			[...(row?.children ?? [])].map((cell) => cell.textContent?.trim()),
			[
				"Werken in de techniek",
				"Bouwroute",
				"Meer bouwers.",
				"Scholen en bedrijven maken samen een programma, zodat leerlingen techniek zien waar die gebeurt.",
				"2024–2025 · Loopt",
				"Programmabureau Techniek (trekker), Vakcollege Spoorbuurt",
				"Twaalf leerwerkplekken.",
				"Bijdrage van de provincie; Sterk Techniek Onderwijs",
			],
		);
		ok(!Reflect.get(globalThis, "hacked") && !inside(element).querySelector("img"), "hacked");
		ok(![...inside(element).querySelectorAll("a")].some(({ href }) => href.startsWith("javascript")), "a script");
	});

	it("shows all pages of the feed", async () => {
		const element = await table({ region: "midden", limit: "5" });
		await until(() => titles(element).length === 45);
	});

	it("is sorted with the buttons in its head, by keyboard, and says how", async () => {
		const element = await table();
		same(order(element), [["Actielijn", "ascending"]]);
		button(element, "Initiatief").focus();
		await sendKeys({ press: "Enter" });
		await until(() => texts(element, "caption")[0] === "Actielijst, op volgorde van initiatief");
		same(order(element), [["Initiatief", "ascending"]]);
		same(titles(element), [markup, "Atelier voorbeeld", "Bouwroute", "Cursus"]);
		same(texts(element, ".group"), [], "groups");
		same(inside(element).activeElement, button(element, "Initiatief"), "lost the focus");
		await sendKeys({ press: "Space" });
		await until(() => order(element)[0]?.[1] === "descending");
		same(titles(element), ["Cursus", "Bouwroute", "Atelier voorbeeld", markup]);
		button(element, "Planning").click();
		await until(() => order(element)[0]?.[0] === "Planning");
		same(titles(element), ["Bouwroute", "Atelier voorbeeld", "Cursus", markup]);
	});

	it("opens an initiative as the list would", async () => {
		const element = await table();
		const selected: string[] = [];
		element.addEventListener("techniek-select", (event) => {
			event.preventDefault();
			selected.push(event.detail.item.title);
		});
		one(element, "tbody a").click();
		same(selected, ["Atelier"]);
	});

	it("gives the same initiatives as CSV: what the partner fixed and what the visitor chose", async () => {
		const element = await table({ region: "midden", "action-line": "choose,learn" });
		const csv = () => new URL(one<HTMLAnchorElement>(element, "[href*=csv]").href);
		same(csv().pathname, "/feeds/midden/initiatives.csv");
		same(csv().searchParams.getAll("action-line"), ["choose", "learn"]);
		const search = one<HTMLInputElement>(element, "input[name=q]");
		search.value = "hybride docenten";
		search.dispatchEvent(new Event("input", { bubbles: true }));
		await until(() => csv().searchParams.get("q") === "hybride docenten");
		const line = one<HTMLSelectElement>(element, "select[name=action-line]");
		line.value = "learn";
		line.dispatchEvent(new Event("change", { bubbles: true }));
		await until(() => csv().searchParams.getAll("action-line").join() === "learn");
		const own = await table({ src: `${location.origin}/feeds/midden/initiatives.json` });
		ok(!inside(own).querySelector("[href*=csv]"), "CSV of a feed from elsewhere");
	});

	it("keeps its head in view, and scrolls in itself where there is no room", async () => {
		await setViewport({ width: 800, height: 500 });
		const element = await table({ region: "midden" });
		await until(() => titles(element).length === 45);
		const region = one(element, ".table-scroll");
		ok(document.documentElement.scrollWidth <= 800, "wider than the screen");
		ok(region.scrollWidth > region.clientWidth, "nothing to scroll");
		region.focus();
		await sendKeys({ press: "End" });
		await until(() => region.scrollTop > 300);
		const [head, box] = [one(element, "thead th").getBoundingClientRect(), region.getBoundingClientRect()];
		ok(Math.abs(head.top - box.top) < 3, `head at ${head.top}, table at ${box.top}`);
	});

	it("is a stack of cards in a narrow place, still a table to hear", async () => {
		await setViewport({ width: 360, height: 800 });
		const element = await table();
		ok(document.documentElement.scrollWidth <= 360, "wider than the screen");
		const cell = one(element, "tbody .goal");
		same(getComputedStyle(cell).display, "block");
		same(getComputedStyle(cell, "::before").content, '"Doel" / ""');
		same(cell.getAttribute("role"), "cell");
		ok(button(element, "Planning").checkVisibility(), "no way to sort");
		ok(!one(element, "td.none").checkVisibility(), "an empty field");
	});

	it("stays a list of other kinds, of which the partner hears", async () => {
		const said = await warnings(async () => {
			const element = place("events", { region: "drie", view: "table" });
			await until(() => titles(element).length === 3);
			ok(!inside(element).querySelector("table"), "a table");
		});
		ok(said[0]?.includes('view="table"'), String(said));
	});

	it("prints all of it", async () => {
		const element = await table({ region: "midden" });
		await emulateMedia({ media: "print" });
		const region = getComputedStyle(one(element, ".table-scroll"));
		same([region.maxHeight, region.overflow], ["none", "visible"]);
		ok(!one(element, "form").checkVisibility(), "prints filters");
		await emulateMedia({ media: "screen" });
	});

	it("makes nothing of markup in any field", async () => {
		for (const n of injections.keys()) {
			const element = await table({ region: `vergif-${n}` });
			ok(!inside(element).querySelector("script, img, svg, iframe"), injections[n] ?? "");
			for (const link of inside(element).querySelectorAll("a")) ok(/^https?:/.test(link.href), link.href);
			element.remove();
		}
		ok(!Reflect.get(globalThis, "hacked"), "hacked");
	});

	for (const language of ["nl", "en"]) {
		for (const theme of ["light", "dark"]) {
			it(`gives axe nothing to find, in ${language}, ${theme}, wide, narrow and sorted`, async () => {
				document.documentElement.lang = language;
				const main = newMain();
				const element = await table({ theme, "heading-level": "2" }, main);
				for (const width of [1280, 768, 360]) {
					await setViewport({ width, height: 800 });
					await axeFindsNothing(main, `${width}`);
					one(element, "thead th:nth-child(2) button").click();
					await until(() => !inside(element).querySelector(".group"));
					await axeFindsNothing(main, `${width} by title`);
					one(element, "thead button").click();
					await until(() => inside(element).querySelector(".group"));
				}
			});
		}
	}
});
