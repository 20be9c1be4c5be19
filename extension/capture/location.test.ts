// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { findLocation } from "./location.ts";
import { findOrganization } from "./organization.ts";
import { pageOf, withJsonLd } from "./page.fixture.ts";
import { readSource } from "./source.ts";

const valuesOf = (found: Partial<Record<string, { value: string }>>) =>
	Object.fromEntries(Object.entries(found).flatMap(([name, it]) => (it ? [[name, it.value]] : [])));
const inText = (body: string) => valuesOf(findLocation(readSource(pageOf(`<main>${body}</main>`))));
const inEvent = (location: unknown) =>
	valuesOf(findLocation(readSource(withJsonLd({ "@type": "Event", name: "x", location }))));

describe("the place", () => {
	it("is read from structured data, as item or as text", () => {
		const address = {
			"@type": "PostalAddress",
			streetAddress: "Spoorlaan 10",
			postalCode: "5038cb",
			addressLocality: "Tilburg",
		};
		const whole = { locationName: "Spoorzone", streetAddress: "Spoorlaan 10", postalCode: "5038 CB", place: "Tilburg" };
		expect(inEvent({ "@type": "Place", name: "Spoorzone", address })).toEqual(whole);
		expect(inEvent({ "@type": "Place", name: "Spoorzone", address: "Spoorlaan 10, 5038 CB TILBURG" })).toEqual(whole);
		expect(inEvent("Tilburg")).toEqual({ place: "Tilburg" });
		expect(inEvent("De Bron")).toEqual({ locationName: "De Bron" });
		expect(
			inEvent([
				{ "@type": "VirtualLocation", url: "https://x.nl" },
				{ "@type": "Place", name: "Almere" },
			]),
		).toEqual({ place: "Almere" });
	});

	it.each([
		[
			"<p>Kom naar Spoorlaan 10, 5038 CB Tilburg.</p>",
			{ streetAddress: "Spoorlaan 10", postalCode: "5038 CB", place: "Tilburg" },
		],
		["<p>Locatie: Duurzaamheidsfabriek, Almere</p>", { locationName: "Duurzaamheidsfabriek", place: "Almere" }],
		["<p>Standplaats: Harderwijk</p>", { place: "Harderwijk" }],
		["<p>Leerlingen in Tilburg bouwen een robot.</p>", { place: "Tilburg" }],
		["<address>Markt 1<br>5038CB Goirle</address>", { postalCode: "5038 CB", place: "Goirle" }],
		["<p>Het gaat om 2026 NL projecten.</p>", {}],
		["<p>Techniek is leuk.</p>", {}],
	])("is read from %s", (body, expected) => {
		expect(inText(body)).toMatchObject(expected);
		if (Object.keys(expected).length === 0) expect(inText(body)).toEqual({});
	});
});

describe("the organisation", () => {
	it("is the named role first, then the text, then the site", () => {
		const event = { "@type": "Event", name: "x", organizer: { "@type": "Organization", name: "Techniekpact" } };
		expect(findOrganization(readSource(withJsonLd(event)))).toMatchObject({
			value: "Techniekpact",
			evidence: { confidence: 0.95 },
		});
		const said = pageOf("<main><p>Een initiatief van Stichting Techniek en Co uit Urk.</p></main>");
		expect(findOrganization(readSource(said))?.value).toBe("Stichting Techniek en Co");
		const site = pageOf(`<meta property="og:site_name" content="ROC Voorbeeld">`);
		expect(findOrganization(readSource(site))).toMatchObject({ value: "ROC Voorbeeld", evidence: { from: "meta" } });
		const footer = pageOf("<main>x</main><footer>© 2026 Gemeente Urk | Privacy</footer>");
		expect(findOrganization(readSource(footer))?.value).toBe("Gemeente Urk");
	});
});
