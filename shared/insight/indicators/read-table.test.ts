import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberIn, periodIn, readObservations } from "./read-table.ts";

describe("a table of observations", () => {
	it("is read as pasted from a Dutch spreadsheet, with headings", () => {
		const { good, bad } = readObservations(
			"Schooljaar\tAantal\tGemeente\tToelichting\n2022/23\t1.250\tAlmere\t\n2022-2023\t12,5\t\tongeveer\n",
		);
		expect(bad).toEqual([]);
		expect(good.map(({ row, observation }) => [row, observation])).toEqual([
			[2, { period: "2022-2023", value: 1250, breakdown: { municipality: "gm0034" } }],
			[3, { period: "2022-2023", value: 12.5, note: "ongeveer" }],
		]);
	});

	it("is read without headings in the order of the columns on the screen", () => {
		const { good } = readObservations("2023;7;vmbo;x", ["period", "value", "breakdown.stage", "note"]);
		expect(good[0]?.observation).toEqual({ period: "2023", value: 7, breakdown: { stage: "vmbo" }, note: "x" });
	});

	it("takes the names of municipalities and levels for their codes", () => {
		const { good } = readObservations("periode;waarde;municipality;niveau\n2023;7;Almere;Almere");
		expect(good[0]?.observation.breakdown).toEqual({ municipality: "gm0034", niveau: "Almere" });
	});

	it("names from and to in Dutch", () => {
		const { good } = readObservations("periode;waarde;van;naar\n2023;7;Vmbo;mbo");
		expect(good[0]?.observation.breakdown).toEqual({ from: "vmbo", to: "mbo" });
	});

	it("gives a wrong row back as it came, with a sentence for each thing that is wrong", () => {
		const { good, bad } = readObservations("periode;waarde\nooit;veel\n2023;4\n;\n2024;\n2024;1;te veel");
		expect(good).toHaveLength(1);
		expect(bad.map(({ row, text }) => [row, text])).toEqual([
			[2, "ooit;veel"],
			[5, "2024;"],
			[6, "2024;1;te veel"],
		]);
		expect(bad[0]?.problems.map(({ nl }) => nl)).toEqual([
			"Dit is geen periode, zoals 2023, 2022-2023 (een schooljaar), 2023-06 of 2023-06-01.",
			"“veel” is geen getal, zoals 1250 of 12,5.",
		]);
		expect(bad[1]?.problems[0]?.en).toBe("The value is missing.");
	});

	it("says when there is no column for the value", () => {
		const read = readObservations("periode;gemeente\n2023;Almere");
		expect(read.good).toEqual([]);
		expect(read.problem?.nl).toContain("geen kolom");
	});

	it("loses no row, whatever was pasted", () => {
		fc.assert(
			fc.property(fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }), { maxLength: 6 }), (cells) => {
				const pasted = cells.map((row) => row.map((cell) => cell.replace(/["\t\r\n]/g, " ")).join("\t")).join("\n");
				const { good, bad, heading, problem } = readObservations(pasted);
				if (problem) return;
				// What stands in the first line tells what is between the cells of all.
				const [first = ""] = pasted.split("\n", 1);
				const delimiter = ["\t", ";"].find((sign) => first.includes(sign)) ?? ",";
				const filled = pasted.split("\n").filter((row) => row.split(delimiter).some((cell) => cell.trim()));
				const headed = heading === undefined ? 0 : 1;
				expect(good.length + bad.length + headed).toBe(filled.length);
			}),
			{ numRuns: 300, examples: [[[["", ""], [","]]]] },
		);
	});
});

describe("numbers and periods in a cell", () => {
	it.each([
		["1.250", ";", 1250],
		["1.250", ",", 1.25],
		["1.250,75", ",", 1250.75],
		["12,5", "\t", 12.5],
		["17.8", ";", 17.8],
		["45%", ";", 45],
		["€ 1 000", ";", 1000],
		["−3", ";", -3],
		["1e21", ",", 1e21],
		["ca. 70.000", ";", undefined],
		["1,2,3", ";", undefined],
		["", ";", undefined],
	])("%s between %j is %s", (cell, delimiter, value) => {
		expect(numberIn(cell, delimiter)).toBe(value);
	});

	it.each([
		["2022/2023", "2022-2023"],
		["2022/23", "2022-2023"],
		["2022-23", "2022-2023"],
		["2011-12", "2011-12"],
		["2011/12", "2011-2012"],
		["1-6-2023", "2023-06-01"],
		[" 2023 ", "2023"],
		["eind 2023", "eind 2023"],
	])("%s is the period %s", (cell, period) => {
		expect(periodIn(cell)).toBe(period);
	});
});
