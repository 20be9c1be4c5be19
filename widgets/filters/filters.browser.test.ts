import { clear, inside, ok, one, place, reached, same, shown, texts, titles, until } from "../testing/page.ts";

function choose(element: Element, name: string, value: string) {
	const select = one<HTMLSelectElement>(element, `select[name="${name}"]`);
	select.value = value;
	select.dispatchEvent(new Event("change", { bubbles: true }));
}

function type(element: Element, words: string) {
	const input = one<HTMLInputElement>(element, "input[name=q]");
	input.value = words;
	input.dispatchEvent(new Event("input", { bubbles: true }));
}

const status = (element: Element) => texts(element, "[role=status]")[0];
const says = (element: Element, sentence: string) => until(() => status(element) === sentence, sentence);

for (const source of ["inventory", "file"]) {
	const attributes: Record<string, string> =
		source === "file" ? { src: "/feeds/midden/opportunities.json" } : { region: "midden" };

	describe(`filters over a feed from the ${source}`, () => {
		afterEach(clear);

		it("narrow the list, show what was chosen as a chip, and count", async () => {
			const element = await shown("opportunities", attributes);
			let heard = {};
			element.addEventListener("techniek-filter", (event) => {
				heard = event.detail.filters;
			});
			choose(element, "type", "internship");
			await says(element, "15 kansen");
			same(texts(element, ".chip"), ["Verwijder filter Soort: Stage ×"]);
			same(heard, { type: "internship" });
			choose(element, "place", "Waalwijk");
			await until(() => texts(element, ".chip").length === 2);
			await until(() => /^[1-9]\d? kansen$/.test(status(element) ?? ""));
			same(one<HTMLSelectElement>(element, "select[name=type]").value, "internship");
		});

		it("offer each value with how many it would give", async () => {
			const element = await shown("opportunities", attributes);
			same(texts(element, "select[name=type] option"), ["Alle", "Vacature (15)", "Stage (15)", "Gastles (15)"]);
			await reached(element, "ready");
		});

		it("are taken back one by one or all at once, and the keyboard stays among them", async () => {
			const element = await shown("opportunities", attributes);
			choose(element, "type", "vacancy");
			await says(element, "15 kansen");
			choose(element, "stage", "mbo");
			await until(() => texts(element, ".chip").length === 2);
			one(element, ".chip").click();
			await until(() => texts(element, ".chip").length === 1);
			await until(() => inside(element).activeElement?.className === "chip");
			one(element, ".clear").click();
			await says(element, "20 van 45 kansen");
			same(texts(element, ".chip"), []);
			same(inside(element).activeElement?.getAttribute("name"), "q");
			same(one<HTMLSelectElement>(element, "select[name=type]").value, "");
		});

		it("search while the visitor types, once for a word", async () => {
			const element = await shown("opportunities", attributes);
			let times = 0;
			element.addEventListener("techniek-filter", () => times++);
			for (const words of ["r", "ro", "rob", "robots"]) type(element, words);
			await says(element, "15 kansen");
			same(times, 1);
			ok(
				titles(element).every((title) => title.includes("robots")),
				titles(element).join(),
			);
		});

		it("say so when nothing is left, and give everything back", async () => {
			const element = await shown("opportunities", attributes);
			type(element, "xyzzy");
			await reached(element, "filtered-empty");
			same(status(element), "Geen kansen gevonden. Haal een filter weg of zoek op iets anders.");
			one(element, ".clear").click();
			await says(element, "20 van 45 kansen");
			same(one<HTMLInputElement>(element, "input[name=q]").value, "");
		});

		it("cannot widen what the partner fixed", async () => {
			const element = await shown("opportunities", { ...attributes, place: "Tilburg, Goirle" });
			const total = Number(
				status(element)
					?.match(/\d+ kansen/)?.[0]
					.split(" ")[0],
			);
			same(
				texts(element, "select[name=place] option")
					.map((text) => text.split(" ")[0])
					.sort(),
				["Alle", "Goirle", "Tilburg"],
			);
			choose(element, "place", "Goirle");
			await until(() => texts(element, ".chip").length === 1);
			await reached(element, "ready");
			ok(Number(status(element)?.split(" ")[0]) < total, "not narrower");
			ok(
				texts(element, "[part=place]").every((text) => text.endsWith("Goirle")),
				texts(element, "[part=place]").join(),
			);
		});

		it("show more on request, and move the keyboard to the first new item", async () => {
			const element = await shown("opportunities", { ...attributes, limit: "10" });
			const more = one(element, "[part=more]");
			more.focus();
			more.click();
			await says(element, "20 van 45 kansen");
			const [, link] = [...inside(element).querySelectorAll("[part=item]")].slice(9);
			await until(() => link?.querySelector("a") === inside(element).activeElement, "focus on the new item");
			for (let times = 0; times < 3; times++) {
				one(element, "[part=more]").click();
				await until(() => titles(element).length === Math.min(45, 30 + times * 10));
			}
			ok(!inside(element).querySelector("[part=more]"), "a button for nothing");
			same(new Set(titles(element)).size, 45);
			same(status(element), "45 kansen");
		});
	});
}

describe("which filters there are", () => {
	afterEach(clear);

	it("is up to the partner, in that order", async () => {
		const element = await shown("events", { region: "midden", filters: "type,q, from" });
		const names = [...inside(element).querySelectorAll("[name]")].map((field) => field.getAttribute("name"));
		same(names, ["type", "q", "from"]);
	});

	it("may be none", async () => {
		for (const filters of ["", "none"]) {
			const element = await shown("events", { region: "midden", filters });
			ok(!inside(element).querySelector("form"), "filters");
		}
	});

	it("does not include what the partner fixed to one value", async () => {
		const element = await shown("events", { region: "midden", stage: "vmbo" });
		ok(!inside(element).querySelector("[name=stage]"), "stage can be chosen");
	});

	it("is in English where the page is", async () => {
		const element = place("events", { region: "midden", lang: "en" });
		await reached(element, "ready");
		ok(texts(element, "select[name=type] option").includes("Open day (12)"), texts(element, "option").join());
	});
});
