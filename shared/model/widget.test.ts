import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributesOf, readAttributes, viewsOf, widgetAttributes, widgetKinds } from "./widget.ts";

describe("reading the attributes of an embed", () => {
	it("keeps what is right, trimmed, and leaves out what is empty unless being there says something", () => {
		const given = { region: " flevoland ", place: "", limit: "10", "deep-link": "", "structured-data": "", q: "  " };
		expect(readAttributes("events", given)).toEqual({
			attributes: { region: "flevoland", limit: "10", "deep-link": "", "structured-data": "" },
			problems: [],
		});
	});

	it.each([
		["events", "regio", "flevoland", /Kies uit: region, src/],
		["events", "direction", "offer", /Kies uit: region/],
		["events", "region", "Flevo land", /zoals midden-brabant/],
		["events", "src", "javascript:alert(1)", /begint met https/],
		["events", "limit", "0", /1 tot en met 100/],
		["events", "limit", "101", /1 tot en met 100/],
		["events", "limit", 10, /Hier hoort tekst/],
		["events", "from", "21-11-2026", /2026-11-21/],
		["events", "view", "table", /Kies uit: list, cards, month, map/],
		["opportunities", "view", "month", /Kies uit: list, cards, map/],
		["initiatives", "filters", "place, price", /Kies uit: none, q, place/],
		["events", "detail", "popup", /Kies uit: dialog, page/],
		["initiatives", "rows", "stage", /Kies uit: action-line, ambition/],
		["initiatives", "columns", "place", /Kies uit: stage, municipality/],
		["events", "rows", "ambition", /Kies uit: region/],
		["events", "theme", "black", /Kies uit: auto, light, dark/],
		["events", "lang", "fr", /Kies uit: nl, en/],
		["events", "heading-level", "7", /1 tot en met 6/],
		["events", "deep-link", "a b", /letters, cijfers en streepjes/],
		["events", "structured-data", "no", /Laat dit leeg/],
		["events", "q", "x".repeat(201), /hoogstens 200/],
	] as const)("says of %s %s=%j what belongs there", (kind, name, value, sentence) => {
		const { attributes, problems } = readAttributes(kind, { [name]: value });
		expect(attributes).toEqual({});
		expect(problems).toEqual([
			{ name, sentence: { nl: expect.stringMatching(sentence), en: expect.stringMatching(/\w.*\.$/) } },
		]);
	});

	it("takes every view of a kind", () => {
		for (const kind of widgetKinds)
			for (const view of viewsOf[kind]) expect(readAttributes(kind, { view }).problems).toEqual([]);
	});

	it("judges anything without failing, and accepts again what it accepted", () => {
		const name = fc.oneof(fc.constantFrom(...widgetAttributes), fc.string());
		fc.assert(
			fc.property(fc.constantFrom(...widgetKinds), fc.dictionary(name, fc.anything()), (kind, given) => {
				const { attributes, problems } = readAttributes(kind, given);
				expect(readAttributes(kind, attributes)).toEqual({ attributes, problems: [] });
				for (const attribute of Object.keys(attributes)) expect(attributesOf(kind)).toContain(attribute);
				for (const problem of problems) expect(Object.keys(given)).toContain(problem.name);
			}),
		);
	});
});
