import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isShortFor, isTypingError, overlapOf } from "./overlap.ts";

const unmatched = (a: string, b: string) => {
	const [mine, theirs] = [a.split(" "), b.split(" ")];
	const { onlyA, onlyB } = overlapOf(mine, theirs);
	return [onlyA.map((i) => mine[i]).join(" "), onlyB.map((i) => theirs[i]).join(" ")];
};

describe("the overlap of two rows of words", () => {
	it.each([
		["nacht techniek almelo", "almelo techniek nacht"],
		["techniekdag tilburg", "techniek dag tilburg"],
		["technieknacht", "nacht techniek"],
		["scholingsdag", "scholing dag"],
		["fll regiofinale", "first lego league regiofinale"],
		["werktuigbouwkunde", "werktuigbouwknude"],
		["excursie gemaal", "rondleiding gemaal"],
	])("sees that “%s” and “%s” say the same", (a, b) => {
		expect(unmatched(a, b)).toEqual(["", ""]);
	});

	it("leaves over what only one says, and what one says in the other's stead", () => {
		expect(unmatched("gastles warmtepomp", "gastles zonnepaneel")).toEqual(["warmtepomp", "zonnepaneel"]);
		expect(unmatched("techniekdag", "techniekdag dronten")).toEqual(["", "dronten"]);
		expect(overlapOf(["servicemonteur"], ["monteur"])).toMatchObject({ onlyA: [0], extended: ["servicemonteur"] });
	});

	it("is the same seen from either side", () => {
		const word = fc.constantFrom(
			"techniek",
			"dag",
			"techniekdag",
			"fll",
			"first",
			"lego",
			"league",
			"lassen",
			"metaal",
		);
		const row = fc.array(word, { maxLength: 6 });
		fc.assert(
			fc.property(row, (a) => {
				expect(overlapOf(a, a)).toMatchObject({ onlyA: [], onlyB: [] });
			}),
		);
		fc.assert(
			fc.property(row, row, (a, b) => {
				const [there, back] = [overlapOf(a, b), overlapOf(b, a)];
				expect(there.onlyA.length === a.length).toBe(back.onlyB.length === a.length);
			}),
		);
	});
});

describe("a typing error", () => {
	it("is one edit, or two in a long word, and never the first letter", () => {
		expect(isTypingError("techniek", "tehcniek")).toBe(true);
		expect(isTypingError("techniek", "tecniek")).toBe(true);
		expect(isTypingError("lassen", "massen")).toBe(false);
		expect(isTypingError("vmbo", "mbo")).toBe(false);
		expect(isTypingError("elektrotechniek", "elektrotecniekk")).toBe(true);
		expect(isTypingError("waterstof", "warmtepomp")).toBe(false);
	});
});

it("knows an abbreviation by its letters", () => {
	expect(isShortFor("wsp", "werkgeversservicepunt")).toBe(true);
	expect(isShortFor("sg", "scholengroep")).toBe(true);
	expect(isShortFor("roc", "academie")).toBe(false);
});
