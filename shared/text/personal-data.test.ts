import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalData, withoutPersonalData } from "./personal-data.ts";

const read = (text: string) => findPersonalData(text).map((one) => `${one.kind}: ${one.text}`);

describe("personal data in a text", () => {
	it.each([
		["Mail naar s.voorbeeld@school.example", ["email: s.voorbeeld@school.example"]],
		["sam_voorbeeld@bedrijf.example.", ["email: sam_voorbeeld@bedrijf.example"]],
		["Bel 06-12345678", ["phone: 06-12345678"]],
		["Tel. 06 1234 5678", ["phone: 06 1234 5678"]],
		["06 12 34 56 78", ["phone: 06 12 34 56 78"]],
		["T: +31 6 12345678", ["phone: +31 6 12345678"]],
		["+31 (0)6 1234 5678", ["phone: +31 (0)6 1234 5678"]],
		["0031 6 12345678", ["phone: 0031 6 12345678"]],
		["013 - 123 45 67", ["phone: 013 - 123 45 67"]],
		["(0411) 12 34 56", ["phone: (0411) 12 34 56"]],
		["telefoon 013-1234567", ["phone: 013-1234567"]],
		["Contactpersoon: Sam Voorbeeld", ["name: Sam Voorbeeld"]],
		["Neem contact op met Robin van der Voorbeeld.", ["name: Robin van der Voorbeeld"]],
		["Vragen? Bel mevrouw Voorbeeld.", ["name: Voorbeeld"]],
		["dhr. J. Voorbeeld is er van maandag tot vrijdag", ["name: J. Voorbeeld"]],
		["Sam Voorbeeld, projectleider van het programma", ["name: Sam Voorbeeld"]],
		["Kim de Voorbeeld (06-12345678)", ["name: Kim de Voorbeeld", "phone: 06-12345678"]],
		["Robin Voorbeeld, robin@bedrijf.example", ["name: Robin Voorbeeld", "email: robin@bedrijf.example"]],
		["Wethouder Kim Voorbeeld opent de dag", ["name: Kim Voorbeeld"]],
	])("is found in “%s”", (text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	it.each([
		"Mail naar info@school.nl",
		"Stuur uw vraag aan stage-info@bedrijf.example of vacatures@bedrijf.example",
		"secretariaat@roc.example, aanmelden@roc.example en opendag@roc.example",
		"infotilburg@roc.example",
		"Kom naar de Jan van Eyckstraat 12 in Tilburg",
		"Contact: Burgemeester Brokxlaan 20, Tilburg",
		"Contact Vakcollege Voorbeeld voor een rondleiding",
		"Dag van de Techniek in Midden-Brabant",
		"Open Dag Techniek en Nacht van de Techniek",
		"Vragen aan Stichting Voorbeeld",
		"Het ROC Tilburg en het Technasium Zuid",
		"Bel de receptie op werkdagen",
		"schooljaar 2026-2027, KvK 12345678",
		"IBAN NL00BANK0123456789",
		"Bel 0800-1234567 of 0900 1234567",
		"artikelnummer 0612345678901",
		"https://a.nl/0612345678",
		"€ 0,50 en 01-02-2027 tot 03-04-2027",
		"14 013",
		"Docent Techniek gezocht",
		"Directeur Gemeente Voorbeeld",
	])("is not seen in “%s”", (text) => {
		expect(read(text)).toEqual([]);
	});

	it("gives ranges that hold what was found, in order and apart, whatever the text", () => {
		const pieces = fc.constantFrom(
			"Contact:",
			" ",
			"Sam",
			"Voorbeeld",
			"06-12345678",
			"a.b@c.nl",
			"info@c.nl",
			",",
			"dhr.",
			"van",
			"\n",
			"7",
		);
		const texts = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.array(pieces, { maxLength: 20 }).map((p) => p.join("")),
		);
		fc.assert(
			fc.property(texts, (text) => {
				let at = 0;
				for (const one of findPersonalData(text)) {
					expect(text.slice(one.start, one.end)).toBe(one.text);
					expect(one.start).toBeGreaterThanOrEqual(at);
					expect(one.end).toBeGreaterThan(one.start);
					at = one.end;
				}
			}),
		);
	});

	it("finds any mobile number, however its digits are set apart", () => {
		const separators = fc.constantFrom("", " ", "-", ".");
		fc.assert(
			fc.property(fc.stringMatching(/^[1-9]\d{7}$/), separators, separators, (digits, first, other) => {
				const written = `06${first}${digits.slice(0, 4)}${other}${digits.slice(4)}`;
				expect(read(`Bel ${written} voor meer.`)).toEqual([`phone: ${written}`]);
			}),
		);
	});

	it("leaves it out and keeps the sentence readable", () => {
		expect(withoutPersonalData("Aanmelden bij Sam Voorbeeld (06-12345678), voor 3 mei.")).toBe(
			"Aanmelden bij, voor 3 mei.",
		);
		expect(withoutPersonalData("Vragen? Mail s.voorbeeld@a.example of info@a.example.")).toBe(
			"Vragen? Mail of info@a.example.",
		);
		expect(withoutPersonalData("Niets aan de hand.")).toBe("Niets aan de hand.");
	});
});
