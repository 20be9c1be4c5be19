import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPeriod, findRepeats } from "./dutch-periods.ts";
import { findTowns, townIn } from "./dutch-towns.ts";

describe("periods", () => {
	it.each([
		["schooljaar '26-'27", "2026-08-01", "2027-07-31"],
		["schooljaar 2026/2027", "2026-08-01", "2027-07-31"],
		["van 2025 tot en met 2028", "2025-01-01", "2028-12-31"],
		["begin 2027", "2027-01-01", "2027-03-31"],
		["eind van 2027", "2027-10-01", "2027-12-31"],
		["Q3 2027", "2027-07-01", "2027-09-30"],
		["het eerste kwartaal van 2027", "2027-01-01", "2027-03-31"],
		["de tweede helft van 2027", "2027-07-01", "2027-12-31"],
		["januari 2026 t/m december 2029", "2026-01-01", "2029-12-31"],
		["maart tot juni 2027", "2027-03-01", "2027-06-30"],
	])("“%s” is %s to %s", (text, start, end) => {
		expect(findPeriod(`Wij doen dit in ${text}.`)).toMatchObject({ start, end });
	});

	it.each(["© 2011-2026", "sinds 2019", "schooljaar 2026/29", "tel. 2026-2027", "2027-2025"])(
		"none is in “%s”",
		(text) => {
			expect(findPeriod(text)).toBeUndefined();
		},
	);

	it("quotes what is there, whatever the text", () => {
		const pieces = fc.constantFrom("2026", "-", "27", "schooljaar ", "voorjaar ", " ", "Q1 ", "mei ", " t/m ", "/");
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
				const text = parts.join("");
				const period = findPeriod(text);
				if (!period) return;
				expect(text.slice(period.index, period.index + period.label.length)).toBe(period.label);
				expect(period.end > period.start).toBe(true);
			}),
		);
	});

	it.each([
		["Elke eerste woensdag van de maand open", "Elke eerste woensdag van de maand"],
		["Iedere dinsdagmiddag bij ons", "Iedere dinsdagmiddag"],
		["Wij komen wekelijks bijeen", "wekelijks"],
		["om de week", "om de week"],
		["op woensdagen", "op woensdagen"],
	])("what comes back is seen in “%s”", (text, exact) => {
		expect(findRepeats(text)?.exact).toBe(exact);
	});

	it.each(["op woensdag 6 mei", "deze week", "een maand later"])("nothing comes back in “%s”", (text) => {
		expect(findRepeats(text)).toBeUndefined();
	});
});

describe("towns", () => {
	it("are found with a capital, best after a word of place", () => {
		expect(
			findTowns("Van Tilburg naar een avond in Wijk bij Duurstede").map(({ name, weight }) => [name, weight]),
		).toEqual([
			["Tilburg", 0.6],
			["Wijk bij Duurstede", 1],
		]);
	});

	it("are not seen in other words, nor in names that are words too", () => {
		expect(findTowns("Best een goed idee. Tilburgse Echt Ede-Wageningen urk Huizen bouwen")).toEqual([]);
		expect(findTowns("Wij wonen in Best")).toMatchObject([{ name: "Best" }]);
	});

	it("are known whatever their case when they stand alone", () => {
		expect([townIn("ENSCHEDE"), townIn(" 's-hertogenbosch "), townIn("Enschede Zuid")]).toEqual([
			"Enschede",
			"'s-Hertogenbosch",
			undefined,
		]);
	});
});
