import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organizationFinder, suggest } from "./suggestions.ts";

describe("suggestions", () => {
	it("follow from words in the title and the text, each with the words it follows from", () => {
		const found = suggest({
			title: "Lasles in Dronten",
			text: "Leerlingen van het VMBO lassen bij een bedrijf in de regio.",
		});
		expect(found).toContainEqual({ field: "stages", value: "vmbo", exact: "VMBO", inTitle: false });
		expect(found).toContainEqual({ field: "sectors", value: "metal", exact: "lassen", inTitle: false });
		expect(found).toContainEqual({ field: "place", value: "Dronten", exact: "Dronten", inTitle: true });
		expect(found).toContainEqual({ field: "audiences", value: "pupils", exact: "Leerlingen", inTitle: false });
	});

	it("do not take a verb for a town, or one kind of school for another", () => {
		const found = suggest({ title: "Kennis putten uit het mbo", text: "de hoorn" });
		expect(found.filter(({ field }) => field === "place")).toEqual([]);
		expect(found.filter(({ field }) => field === "stages").map(({ value }) => value)).toEqual(["mbo"]);
	});

	it("name organisations that are known, as they are written", () => {
		const organizations = organizationFinder(["Vakschool Urk", "De", "Techniekkring"]);
		const found = suggest({ title: "", text: "Met Vakschool Urk en de techniekkring." }, organizations);
		expect(found.filter(({ field }) => field === "partners").map(({ value }) => value)).toEqual(["Vakschool Urk"]);
	});

	it("are empty for a text that says nothing", () => {
		expect(suggest({ title: "", text: "" })).toEqual([]);
	});

	it("always quote the text, and suggest nothing twice", () => {
		const words = fc.constantFrom(
			"vmbo",
			"Meisjes",
			"leerlingen",
			"techniek",
			"Tilburg",
			"ICT",
			"é",
			"🤖",
			"zij-instroom",
			".",
		);
		fc.assert(
			fc.property(fc.array(words), fc.array(words), (title, text) => {
				const given = { title: title.join(" "), text: text.join(" ") };
				const found = suggest(given);
				for (const { exact, inTitle } of found) expect(inTitle ? given.title : given.text).toContain(exact);
				expect(new Set(found.map(({ field, value }) => `${field} ${value}`)).size).toBe(found.length);
			}),
		);
	});
});
