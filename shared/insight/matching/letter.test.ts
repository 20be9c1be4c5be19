import { describe, expect, it } from "vitest";
import { letterOf, mailtoOf } from "./letter.ts";

const request = {
	title: "Excursie in mei",
	organization: "Vakcollege Voorbeeld",
	place: "Harderwijk",
	contacts: [{ name: "Voorbeeld Een", email: "een@school.example" }],
};
const offer = { title: "Langs de lasrobot", organization: "Voorbeeld BV", place: null, contacts: [] };
const options = { reasons: [{ nl: "Beide voor Vmbo.", en: "Both for vmbo." }], by: "Coördinator" };

describe("the text that brings two sides together", () => {
	it("names both sides, why they suit, and goes to the addresses that are known", () => {
		const letter = letterOf(request, offer, { ...options, language: "nl" });
		expect(letter.to).toEqual(["een@school.example"]);
		expect(letter.subject).toBe("Kennismaking: Excursie in mei");
		expect(letter.body).toContain("Beste Voorbeeld Een en Voorbeeld BV,");
		expect(letter.body).toContain("De vraag: Excursie in mei (Vakcollege Voorbeeld, Harderwijk)");
		expect(letter.body).toContain("Het aanbod: Langs de lasrobot (Voorbeeld BV)");
		expect(letter.body).toContain("- Beide voor Vmbo.");
		expect(letterOf(request, offer, { ...options, language: "en" }).body).toContain("- Both for vmbo.");
	});

	it("is a mailto link that cannot be broken out of", () => {
		const odd = {
			...request,
			contacts: [{ name: "A", email: "a@x.example?bcc=b@y.example" }],
			title: "A & B?cc=c@z.example",
		};
		const link = new URL(mailtoOf(letterOf(odd, offer, { ...options, language: "nl" })));
		expect(link.protocol).toBe("mailto:");
		expect([...link.searchParams.keys()]).toEqual(["subject", "body"]);
		expect(link.searchParams.get("body")).toContain("\r\nDe vraag: A & B?cc=c@z.example");
	});
});
