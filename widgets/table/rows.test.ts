import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InitiativeCard } from "../../shared/list/cards.ts";
import type { CardContext } from "../../shared/list/look.ts";
import { tableMessages } from "../../shared/messages/table.ts";
import { widgetMessages } from "../../shared/messages/widgets.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { readInitiative } from "../initiatives/read-initiative.ts";
import { anInitiative } from "../testing/feeds.ts";
import { actionList } from "../testing/placed.ts";
import { grouped, rowsOf, sortable, sorted } from "./rows.ts";

const contextIn = (language: Language): CardContext => ({
	language,
	say: widgetMessages[language],
	view: "table",
	level: 3,
	readerZone: undefined,
	label: () => undefined,
});

/** The rows of initiatives as a feed has them. */
function rows(sources: readonly unknown[], language: Language = "nl") {
	const cards = new Map<InitiativeCard, unknown>();
	for (const source of sources) {
		const card = readInitiative(source);
		if (card) cards.set(card, source);
	}
	return rowsOf([...cards.keys()], (card) => cards.get(card), contextIn(language), tableMessages[language]);
}

describe("the rows of the action list", () => {
	it("say in words what the feed says in codes", () => {
		const [first] = rows(actionList());
		expect(first).toMatchObject({
			actionLine: "Werken in de techniek",
			goal: "Meer bouwers.",
			activity: expect.stringContaining("Scholen en bedrijven"),
			planning: "2024–2025 · Loopt",
			partners: "Programmabureau Techniek (trekker), Vakcollege Spoorbuurt",
			result: "Twaalf leerwerkplekken.",
			means: "Bijdrage van de provincie; Sterk Techniek Onderwijs",
		});
		expect(rows(actionList(), "en")[0]).toMatchObject({
			actionLine: "Working in technology",
			planning: "2024–2025 · Running",
			partners: "Programmabureau Techniek (lead), Vakcollege Spoorbuurt",
		});
	});

	it("take the description where there is no summary, and leave the rest of a long one to its own page", () => {
		const [, atelier] = rows(actionList());
		expect(atelier?.activity.length).toBeLessThanOrEqual(501);
		expect(atelier?.activity).toMatch(/^Veel woorden over het atelier\. .*\S…$/);
	});

	it("leave empty what is not known, and survive means of any shape", () => {
		const found = rows([{ id: "x", title: "Kaal" }, ...actionList()]);
		expect(found[0]).toMatchObject({ actionLine: "", group: "Zonder actielijn", goal: "", partners: "", means: "" });
		expect(found[3]?.means).toContain("<img");
	});

	it("are grouped by their first action line, those without one last, whatever its code", () => {
		const groups = grouped(sorted(rows(actionList()), { by: "actionLine", descending: false }, "nl"));
		expect(groups.map(({ name, rows: inside }) => [name, inside.length])).toEqual([
			["Kiezen voor techniek", 1],
			["Werken in de techniek", 1],
			["nieuwe-lijn", 1],
			["Zonder actielijn", 1],
		]);
	});

	it("are sorted by title with numbers as numbers", () => {
		const named = rows(["Plan 10", "plan 9", "Éducatie"].map((title, index) => anInitiative(index, { title })));
		const titles = (descending: boolean) =>
			sorted(named, { by: "initiative", descending }, "nl").map(({ item }) => item.title);
		expect(titles(false)).toEqual(["Éducatie", "plan 9", "Plan 10"]);
		expect(titles(true)).toEqual(["Plan 10", "plan 9", "Éducatie"]);
	});

	it("are all there in any order, those without the key last", () => {
		const some = fc.array(fc.constantFrom(...actionList(), ...[0, 1, 2].map((index) => anInitiative(index))));
		fc.assert(
			fc.property(some, fc.constantFrom(...sortable), fc.boolean(), (sources, by, descending) => {
				const before = rows(sources.map((source, index) => ({ ...Object(source), id: String(index) })));
				const after = sorted(before, { by, descending }, "nl");
				expect(new Set(after)).toEqual(new Set(before));
				const known = after.map(({ keys }) => !!keys[by]);
				expect(known).toEqual([...known].sort((one, other) => Number(other) - Number(one)));
			}),
		);
	});
});
