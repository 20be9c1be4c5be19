import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPhrase, wordKey } from "./word-forms.ts";

describe("word forms", () => {
	it.each([
		["stages", "stage"],
		["vacatures", "vacature"],
		["excursies", "excursie"],
		["gastlessen", "gastles"],
		["bedrijven", "bedrijf"],
		["initiatieven", "initiatief"],
		["leerwerkplekken", "leerwerkplek"],
		["banen", "baan"],
		["scholen", "school"],
		["opdrachten", "opdracht"],
		["docenten", "docent"],
		["leerlingen", "leerling"],
		["ouders", "ouder"],
		["techniekdagen", "techniekdag"],
		["workshops", "workshop"],
		["Beurzen", "beurs"],
	])("brings %s and %s together", (plural, singular) => {
		expect(wordKey(plural)).toBe(wordKey(singular));
	});

	it.each([
		["stage", "stad"],
		["les", "lessenaar"],
		["bouw", "bouwer"],
		["mens", "men"],
	])("keeps %s and %s apart", (one, other) => {
		expect(wordKey(one)).not.toBe(wordKey(other));
	});

	it("finds a phrase in any form, with the words that were written", () => {
		expect(findPhrase("Bekijk onze open stageplekken!", ["stageplek"])?.exact).toBe("stageplekken");
		expect(findPhrase("Kom naar de Open dagen.", ["open dag"])?.exact).toBe("Open dagen");
		expect(findPhrase("Een reportage", ["stage"])).toBeUndefined();
	});

	it("quotes what stands in the text, whatever the text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
				const text = `${before} vacature ${after}`;
				const found = findPhrase(text, ["vacature"]);
				expect(found).toBeDefined();
				if (found) expect(text.slice(found.index, found.index + found.exact.length)).toBe(found.exact);
			}),
		);
	});
});
