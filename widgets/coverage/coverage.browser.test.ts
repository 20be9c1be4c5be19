import { emulateMedia, sendKeys, setViewport } from "@web/test-runner-commands";
import { axeFindsNothing, newMain } from "../testing/axe.ts";
import { injections } from "../testing/full-items.ts";
import { clear, inside, ok, one, place, same, texts, titles, until, warnings } from "../testing/page.ts";

/** The matrix of a feed in which line and stage go together: three cells on a diagonal. */
async function coverage(attributes: Record<string, string> = {}, parent?: Element) {
	const element = place("initiatives", { region: "midden", view: "coverage", ...attributes }, parent);
	await until(() => inside(element).querySelector(".coverage-table"), "a matrix");
	return element;
}

const cells = (element: Element) => [...inside(element).querySelectorAll<HTMLElement>("button.cell")];
const names = (element: Element) => cells(element).map((cell) => cell.getAttribute("aria-label"));
const markup = "<img src=x onerror=globalThis.hacked=true>";

describe("the coverage of initiatives", () => {
	beforeEach(() => setViewport({ width: 1280, height: 900 }));
	afterEach(clear);

	it("counts all pages of the feed by action line and stage, with the white spots in words", async () => {
		const element = await coverage({ limit: "5" });
		await until(() => texts(element, "tfoot td:last-child")[0] === "45", "all of them");
		same(names(element), [
			"Kiezen voor techniek, Basisonderwijs: 15 initiatieven",
			"Leren in de techniek, Mbo: 15 initiatieven",
			"Werken in de techniek, Werkenden: 15 initiatieven",
		]);
		same(texts(element, "caption"), ["Aantal initiatieven per actielijn en onderwijs- of werkfase"]);
		const [spots = ""] = texts(element, ".coverage-spots summary");
		ok(/^Witte vlekken: \d+ van de \d+ vakken zijn leeg\.$/.test(spots), spots);
		const table = one(element, ".coverage-table");
		same(
			[table.querySelectorAll("th[scope=row]").length, table.querySelectorAll("td.spot button").length > 0],
			[table.querySelectorAll("tr").length - 1, false],
		);
	});

	it("opens a cell by keyboard as the initiatives in it, and gives the focus back", async () => {
		const element = await coverage();
		await until(() => cells(element).length === 3);
		const [first] = cells(element);
		first?.focus();
		await sendKeys({ press: "Enter" });
		await until(() => inside(element).activeElement?.id === "coverage-open", "the heading of the cell");
		same(texts(element, "#coverage-open"), ["Kiezen voor techniek, Basisonderwijs: 15 initiatieven"]);
		same(titles(element).length, 15);
		same(first?.getAttribute("aria-expanded"), "true");
		one(element, ".coverage-open > button").click();
		await until(() => !inside(element).querySelector(".coverage-open"));
		await until(() => inside(element).activeElement === first, "the cell that was left");
	});

	it("takes other axes from the page and from the visitor, and says what it does not know", async () => {
		const said = await warnings(async () => {
			const wrong = await coverage({ rows: "kleur" });
			same(one<HTMLSelectElement>(wrong, "[name=rows]").value, "action-line");
		});
		ok(said[0]?.includes('rows="kleur"'), String(said));
		clear();
		const element = await coverage({ rows: "ambition", columns: "audience" });
		same(one<HTMLSelectElement>(element, "[name=columns]").value, "audience");
		const rows = one<HTMLSelectElement>(element, "[name=rows]");
		rows.value = "national-action";
		rows.dispatchEvent(new Event("change", { bubbles: true }));
		await until(() => texts(element, "caption")[0] === "Aantal initiatieven per landelijke actie en doelgroep");
		ok(texts(element, "thead th").at(-1), "no column that says what connects");
	});

	it("counts what the visitor's filters leave", async () => {
		const element = await coverage({ filters: "stage" });
		await until(() => cells(element).length === 3);
		const stage = one<HTMLSelectElement>(element, "[name=stage]");
		stage.value = "mbo";
		stage.dispatchEvent(new Event("change", { bubbles: true }));
		await until(() => texts(element, "tfoot td:last-child")[0] === "15");
		same(names(element), ["Leren in de techniek, Mbo: 15 initiatieven"]);
	});

	it("stays a list of other kinds, of which the partner hears", async () => {
		const said = await warnings(async () => {
			const element = place("events", { region: "drie", view: "coverage" });
			await until(() => titles(element).length === 3);
		});
		ok(said[0]?.includes('view="coverage"'), String(said));
	});

	it("fits a phone, where the matrix scrolls by itself, and prints without its controls", async () => {
		await setViewport({ width: 360, height: 740 });
		const element = await coverage();
		ok(document.documentElement.scrollWidth <= 360, "wider than the screen");
		same(one(element, ".coverage-scroll").tabIndex, 0);
		await emulateMedia({ media: "print" });
		ok(!one(element, ".coverage-axes").checkVisibility(), "prints controls");
		await emulateMedia({ media: "screen" });
	});

	it("makes nothing of markup in any field", async () => {
		for (const n of injections.keys()) {
			const element = await coverage({ region: `vergif-${n}` });
			for (const cell of cells(element)) {
				cell.click();
				await until(() => cell.getAttribute("aria-expanded") === "true");
				ok(!inside(element).querySelector("script, img, svg, iframe"), injections[n] ?? markup);
			}
			element.remove();
		}
		ok(!Reflect.get(globalThis, "hacked"), "hacked");
	});

	for (const language of ["nl", "en"]) {
		for (const theme of ["light", "dark"]) {
			it(`gives axe nothing to find, in ${language}, ${theme}, wide, narrow and opened`, async () => {
				document.documentElement.lang = language;
				const main = newMain();
				const element = await coverage({ theme, "heading-level": "2" }, main);
				await until(() => cells(element).length === 3);
				for (const width of [1280, 360]) {
					await setViewport({ width, height: 800 });
					await axeFindsNothing(main, `${width}`);
					cells(element)[1]?.click();
					await until(() => inside(element).querySelector(".coverage-open"));
					await axeFindsNothing(main, `${width} opened`);
					one(element, ".coverage-open > button").click();
					await until(() => !inside(element).querySelector(".coverage-open"));
				}
			});
		}
	}
});
