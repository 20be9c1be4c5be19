import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { cellsOf, lineOf } from "./delimited.ts";

const cell = fc.string({ unit: fc.constantFrom("a", '"', ";", "\t", ",", "\n", "\r", " ", "é"), maxLength: 6 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
const delimiter = fc.constantFrom("\t", ";", ",");

describe("a table as text", () => {
	it("is read back as it was written, whatever is in its cells", () => {
		fc.assert(
			fc.property(table, delimiter, (rows, between) => {
				expect(cellsOf(rows.map((row) => lineOf(row, between)).join("\r\n"), between)).toEqual(rows);
			}),
		);
	});

	it("is read as a well-known library writes it", () => {
		fc.assert(
			fc.property(table, delimiter, (rows, between) => {
				expect(cellsOf(Papa.unparse(rows, { delimiter: between }), between)).toEqual(rows);
			}),
		);
	});

	it("takes a quote that is never closed for a sign, so that the rows after it stay rows", () => {
		expect(cellsOf('2023;"ongeveer\n2024;1', ";")).toEqual([
			["2023", '"ongeveer'],
			["2024", "1"],
		]);
	});
});
