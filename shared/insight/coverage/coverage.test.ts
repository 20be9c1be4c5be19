import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ambitions } from "../../vocabularies/ambitions.ts";
import { audiences } from "../../vocabularies/audiences.ts";
import { nationalActions } from "../../vocabularies/national-actions.ts";
import { regionalGoals } from "../../vocabularies/regional-goals.ts";
import { scales } from "../../vocabularies/scales.ts";
import { stages } from "../../vocabularies/stages.ts";
import { type Coverable, codesOn, columnAxes, rowAxes } from "./axes.ts";
import { compareCoverage } from "./compare.ts";
import { cellOf, coverageOf } from "./coverage-of.ts";
import { coverageCsv } from "./csv.ts";
import { connects, differencesInWords, lineName, whiteSpotsInWords } from "./words.ts";

const some = (codes: readonly string[], max = 4) =>
	fc.array(fc.constantFrom(...codes, "newer-code"), { maxLength: max });
const initiative = (id: string): fc.Arbitrary<Coverable> =>
	fc.record(
		{
			id: fc.constant(id),
			actionLines: some(["choose", "learn", "work"]),
			ambitions: some(Object.keys(ambitions)),
			nationalActions: some(Object.keys(nationalActions)),
			regionalGoals: some(Object.keys(regionalGoals)),
			stages: some(Object.keys(stages)),
			audiences: some(Object.keys(audiences)),
			scale: fc.constantFrom(...Object.keys(scales)),
			places: fc.array(fc.record({ municipality: fc.constantFrom("gm0855", "gm0867", "gm0034", undefined) }), {
				maxLength: 3,
			}),
		},
		{ requiredKeys: ["id"] },
	);
const initiatives = fc
	.integer({ min: 0, max: 12 })
	.chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => initiative(`i${index}`))));
const axes = fc.record({ rows: fc.constantFrom(...rowAxes), columns: fc.constantFrom(...columnAxes) });
const municipalities = ["gm0855", "gm0867", "gm0766"];

describe("the coverage matrix", () => {
	it("has each initiative in every cell that it belongs to and in no other", () => {
		fc.assert(
			fc.property(initiatives, axes, (list, chosen) => {
				const coverage = coverageOf(list, { ...chosen, municipalities });
				for (const one of list) {
					const mine = (axis: (typeof rowAxes)[number] | (typeof columnAxes)[number]) => {
						const codes = codesOn(axis, one);
						return codes.length > 0 ? codes : [""];
					};
					const [down, across] = [mine(chosen.rows), mine(chosen.columns)];
					const times = coverage.rows.map(({ code: row }) =>
						coverage.columns.map(
							({ code: column }) => cellOf(coverage, row, column).filter((id) => id === one.id).length,
						),
					);
					const expected = coverage.rows.map(({ code: row }) =>
						coverage.columns.map(({ code: column }) => (down.includes(row) && across.includes(column) ? 1 : 0)),
					);
					expect(times).toEqual(expected);
				}
			}),
		);
	});

	it("loses nobody and doubles nobody: cells, rows, columns and the whole add up", () => {
		fc.assert(
			fc.property(initiatives, axes, (list, chosen) => {
				const { cells, rows, columns, total } = coverageOf(list, { ...chosen, municipalities });
				const belongs = (one: Coverable) =>
					Math.max(1, codesOn(chosen.rows, one).length) * Math.max(1, codesOn(chosen.columns, one).length);
				const inCells = cells.flat().reduce((sum, ids) => sum + ids.length, 0);
				expect(inCells).toBe(list.reduce((sum, one) => sum + belongs(one), 0));
				expect(cells.map((row) => new Set(row.flat()))).toEqual(rows.map(({ ids }) => new Set(ids)));
				expect(columns.map((_, index) => new Set(cells.flatMap((row) => row[index] ?? [])))).toEqual(
					columns.map(({ ids }) => new Set(ids)),
				);
				for (const { ids } of [...rows, ...columns]) expect(new Set(ids).size).toBe(ids.length);
				expect(new Set(cells.flat(2)).size).toBe(total);
			}),
		);
	});

	it("calls exactly the empty cells of known codes white spots", () => {
		fc.assert(
			fc.property(initiatives, axes, (list, chosen) => {
				const { cells, rows, columns, whiteSpots } = coverageOf(list, { ...chosen, municipalities });
				const spots = new Set(whiteSpots.map(({ row, column }) => `${row} ${column}`));
				expect(spots.size).toBe(whiteSpots.length);
				const empty = rows.flatMap(({ code: row }, down) =>
					columns.flatMap(({ code: column }, across) =>
						row !== "" && column !== "" && cells[down]?.[across]?.length === 0 ? `${row} ${column}` : [],
					),
				);
				expect(spots).toEqual(new Set(empty));
			}),
		);
	});

	it("names every white spot in its sentences, and says so when there is none", () => {
		fc.assert(
			fc.property(initiatives, axes, (list, chosen) => {
				const coverage = coverageOf(list, { ...chosen, municipalities });
				const words = whiteSpotsInWords(coverage, "nl");
				expect(words.length).toBeGreaterThan(0);
				if (list.length === 0) return;
				for (const { row, column } of coverage.whiteSpots) {
					const [down, across] = [lineName(chosen.rows, row, "nl"), lineName(chosen.columns, column, "nl")];
					const said = words.some(
						(line) =>
							line === `${down}: nog helemaal niets.` ||
							(line.startsWith("Nergens iets voor: ") && line.includes(across)) ||
							(line.startsWith(`${down}: nog niets voor `) && line.includes(across)),
					);
					expect(said).toBe(true);
				}
			}),
		);
	});

	it("counts a national action for its ambition and action line, and a regional goal for its line", () => {
		const [one, other] = [
			{ id: "a", nationalActions: ["lifelong-learning"], stages: ["working"] },
			{ id: "b", regionalGoals: ["campuses"], stages: ["mbo"] },
		];
		const lines = coverageOf([one, other], { rows: "action-line", columns: "stage" });
		expect(cellOf(lines, "work", "working")).toEqual(["a"]);
		expect(cellOf(lines, "learn", "mbo")).toEqual(["b"]);
		const hopes = coverageOf([one, other], { rows: "ambition", columns: "stage" });
		expect(cellOf(hopes, "retain-and-use-talent", "working")).toEqual(["a"]);
		expect(cellOf(hopes, "", "mbo")).toEqual(["b"]);
	});

	it("has the region's municipalities as columns, also those where nothing is, and others where something is", () => {
		const { columns } = coverageOf(
			[{ id: "a", actionLines: ["work"], places: [{ municipality: "gm0034" }, { name: "Overal" }] }],
			{ rows: "action-line", columns: "municipality", municipalities },
		);
		expect(columns.map(({ code }) => code)).toEqual([...municipalities, "gm0034"]);
	});
});

describe("two regions side by side", () => {
	it("say of every cell who has something there", () => {
		fc.assert(
			fc.property(initiatives, initiatives, axes, (mine, theirs, chosen) => {
				const first = coverageOf(mine, { ...chosen, municipalities });
				const second = coverageOf(theirs, chosen);
				const { rows, columns, cells } = compareCoverage(first, second);
				for (const coverage of [first, second]) {
					for (const { code } of coverage.rows) expect(rows).toContain(code);
					for (const { code } of coverage.columns) expect(columns).toContain(code);
				}
				const expected = rows.map((row) =>
					columns.map((column) => {
						const [here, there] = [cellOf(first, row, column), cellOf(second, row, column)];
						const difference = here.length
							? there.length
								? "same"
								: "only-first"
							: there.length
								? "only-second"
								: "neither";
						return { first: here, second: there, difference };
					}),
				);
				expect(cells).toEqual(expected);
			}),
		);
	});

	it("tell in words what only one of them has", () => {
		const [first, second] = [
			["mbo", "wo"],
			["mbo", "po"],
		].map((own) =>
			coverageOf([{ id: "a", actionLines: ["learn"], stages: own }], { rows: "action-line", columns: "stage" }),
		);
		if (!first || !second) throw new Error("Two matrices were asked for");
		const names = { first: "Flevoland", second: "Oost" };
		expect(differencesInWords(compareCoverage(first, second), names, "nl")).toEqual([
			"Leren in de techniek: alleen Flevoland heeft iets voor Universiteit.",
			"Leren in de techniek: alleen Oost heeft iets voor Basisonderwijs.",
		]);
	});
});

describe("the matrix in words and as a file", () => {
	it("joins what a row lacks, and says a bare row and column once", () => {
		const coverage = coverageOf(
			[
				{ id: "a", actionLines: ["choose"], scale: "local" },
				{ id: "b", actionLines: ["choose"], scale: "regional" },
				{ id: "c", actionLines: ["learn"], scale: "regional" },
			],
			{ rows: "action-line", columns: "scale" },
		);
		expect(whiteSpotsInWords(coverage, "nl")).toEqual([
			"Werken in de techniek: nog helemaal niets.",
			"Nergens iets voor: Provinciaal, Bovenregionaal en Landelijk.",
			"Leren in de techniek: nog niets voor Lokaal.",
		]);
		expect(whiteSpotsInWords(coverage, "en")[2]).toBe("Learning in technology: nothing yet for Local.");
		expect([connects(["a"], "nl"), connects([], "nl"), connects([], "en")]).toEqual([
			"Sluit aan",
			"Sluit niet aan",
			"Does not connect",
		]);
	});

	it("has a line for every cell in the CSV, guarded as all our tables are", () => {
		const coverage = coverageOf([{ id: "a", actionLines: ["choose"], scale: "local" }], {
			rows: "action-line",
			columns: "scale",
		});
		const csv = coverageCsv([{ name: "Flevoland", coverage }], () => '=Plan "A"', "nl");
		const lines = csv.split("\r\n");
		expect(lines[0]).toBe("\uFEFFRegio,Actielijn,Schaal,Aantal,Initiatieven");
		expect(lines[1]).toBe(`Flevoland,Kiezen voor techniek,Lokaal,1,"'=Plan ""A"""`);
		expect(lines).toHaveLength(1 + 3 * 5 + 1);
	});
});
