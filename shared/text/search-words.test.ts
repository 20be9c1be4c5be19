import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, meantBy, plainWords } from "./search-words.ts";

const lexicon = ["techniek", "technieklokaal", "robotica", "gastles", "stage", "stad", "staal", "lassen"];

describe("the words of a search", () => {
	it("are plain: no accents, apostrophes or capitals", () => {
		expect(plainWords("Café ‘t Lab’s foto's: 3D-printen!")).toEqual(["cafe", "t", "labs", "fotos", "3d", "printen"]);
	});

	it.each([
		["tecniek", "techniek"],
		["robtica", "robotica"],
		["tehcniek", "techniek"],
		["gastlse", "gastles"],
		["robotixa", "robotica"],
		["tecni", "techniek"],
	])("with a typing error, %s, are understood as %s", (typed, meant) => {
		expect(meantBy(typed, lexicon)).toContain(meant);
	});

	it("mean nothing else when they are short or far off", () => {
		expect(meantBy("las", lexicon)).toEqual([]);
		expect(meantBy("zwemmen", lexicon)).toEqual([]);
	});

	it("differ by as many edits one way as the other", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
				expect(editDistance(a, b)).toBe(editDistance(b, a));
				expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
				expect(editDistance(a, a)).toBe(0);
			}),
		);
	});
});
