import fc from "fast-check";
import { expect, test } from "vitest";
import { inAlphabet } from "./facets.ts";

test("names stand in the order that the collator gives", () => {
	const { compare } = new Intl.Collator("nl");
	const word = fc.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(..."aAbzZ09") },
			{ weight: 1, arbitrary: fc.constantFrom(..." -'&.éÉæøß\u0301ĳ") },
			{ weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 2 }) },
		),
		{ maxLength: 8 },
	);
	fc.assert(
		fc.property(word, word, (one, other) => {
			const [a, b] = [one.join(""), other.join("")];
			expect(Math.sign(inAlphabet(a, b))).toBe(Math.sign(compare(a, b)));
		}),
		{ numRuns: 5000 },
	);
});
