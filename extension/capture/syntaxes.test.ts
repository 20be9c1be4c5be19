// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { capture } from "./capture.ts";
import { pageOf } from "./page.fixture.ts";

const now = "2026-04-20T12:00:00+02:00";
const url = "https://www.voorbeeld.nl/open-dag";

/** The fields that were read, and how sure; the syntax itself aside. */
function draftOf(head: string, body: string) {
	const { kind, fields, facts } = capture(pageOf(`<title>x</title>${head}<body>${body}</body>`, url), now);
	return { kind, fields, price: facts?.price?.value, salary: facts?.salary?.value };
}

const jsonLd = (json: unknown) => draftOf(`<script type="application/ld+json">${JSON.stringify(json)}</script>`, "");

describe("one schema.org example gives one draft in JSON-LD, microdata and RDFa", () => {
	it("as an event", () => {
		const fromJson = jsonLd({
			"@context": "https://schema.org",
			"@type": "EducationEvent",
			name: "Open dag techniek",
			description: "Loop mee in de werkplaats van het college.",
			startDate: "2026-05-16T10:00",
			endDate: "2026-05-16T15:00",
			location: {
				"@type": "Place",
				name: "Vakcollege",
				address: {
					"@type": "PostalAddress",
					streetAddress: "Laan 1",
					postalCode: "5038 CB",
					addressLocality: "Tilburg",
				},
			},
			organizer: { "@type": "Organization", name: "Vakcollege Voorbeeld" },
			offers: { "@type": "Offer", price: "2.50", url: "https://www.voorbeeld.nl/aanmelden" },
		});
		const fromMicrodata = draftOf(
			"",
			`<div itemscope itemtype="https://schema.org/EducationEvent"><meta itemprop="name" content="Open dag techniek">
			<meta itemprop="description" content="Loop mee in de werkplaats van het college.">
			<meta itemprop="startDate" content="2026-05-16T10:00"><meta itemprop="endDate" content="2026-05-16T15:00">
			<div itemprop="location" itemscope itemtype="https://schema.org/Place"><meta itemprop="name" content="Vakcollege">
			<div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><meta itemprop="streetAddress" content="Laan 1"><meta itemprop="postalCode" content="5038 CB"><meta itemprop="addressLocality" content="Tilburg"></div></div>
			<div itemprop="organizer" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Vakcollege Voorbeeld"></div>
			<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="2.50"><link itemprop="url" href="https://www.voorbeeld.nl/aanmelden"></div></div>`,
		);
		const fromRdfa = draftOf(
			"",
			`<div vocab="https://schema.org/" typeof="EducationEvent"><meta property="name" content="Open dag techniek">
			<meta property="description" content="Loop mee in de werkplaats van het college.">
			<meta property="startDate" content="2026-05-16T10:00"><meta property="endDate" content="2026-05-16T15:00">
			<div property="location" typeof="Place"><meta property="name" content="Vakcollege">
			<div property="address" typeof="PostalAddress"><meta property="streetAddress" content="Laan 1"><meta property="postalCode" content="5038 CB"><meta property="addressLocality" content="Tilburg"></div></div>
			<div property="organizer" typeof="Organization"><meta property="name" content="Vakcollege Voorbeeld"></div>
			<div property="offers" typeof="Offer"><meta property="price" content="2.50"><link property="url" href="https://www.voorbeeld.nl/aanmelden"></div></div>`,
		);
		expect(fromJson).toMatchObject({
			kind: "event",
			fields: {
				title: "Open dag techniek",
				startDate: "2026-05-16",
				startTime: "10:00",
				endTime: "15:00",
				place: "Tilburg",
			},
			price: { amount: 2.5 },
		});
		expect(fromMicrodata).toEqual(fromJson);
		expect(fromRdfa).toEqual(fromJson);
	});

	it("as a vacancy", () => {
		const fromJson = jsonLd({
			"@type": "JobPosting",
			title: "Monteur",
			datePosted: "2026-04-01",
			validThrough: "2026-06-01",
			employmentType: "FULL_TIME",
			hiringOrganization: { "@type": "Organization", name: "Werkplaats BV" },
			jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: "Urk" } },
			baseSalary: { "@type": "MonetaryAmount", value: { minValue: 2500, maxValue: 3000, unitText: "MONTH" } },
		});
		const microdata = `<div itemscope itemtype="http://schema.org/JobPosting"><meta itemprop="title" content="Monteur"><meta itemprop="datePosted" content="2026-04-01"><meta itemprop="validThrough" content="2026-06-01"><meta itemprop="employmentType" content="FULL_TIME"><div itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="Werkplaats BV"></div><div itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><div itemprop="address" itemscope itemtype="http://schema.org/PostalAddress"><meta itemprop="addressLocality" content="Urk"></div></div><div itemprop="baseSalary" itemscope itemtype="http://schema.org/MonetaryAmount"><div itemprop="value" itemscope><meta itemprop="minValue" content="2500"><meta itemprop="maxValue" content="3000"><meta itemprop="unitText" content="MONTH"></div></div></div>`;
		const rdfa = microdata
			.replaceAll(/itemscope itemtype="http:\/\/schema.org\/(\w+)"/g, 'vocab="http://schema.org/" typeof="$1"')
			.replace('itemprop="value" itemscope', 'itemprop="value" typeof="QuantitativeValue"')
			.replaceAll("itemprop", "property");
		expect(fromJson).toMatchObject({
			kind: "opportunity",
			fields: { opportunityType: "vacancy", validThrough: "2026-06-01", place: "Urk" },
			salary: { min: 2500, max: 3000, unit: "month" },
		});
		expect(draftOf("", microdata)).toEqual(fromJson);
		expect(draftOf("", rdfa)).toEqual(fromJson);
	});

	it("and leaves OpenGraph and other vocabularies out of RDFa", () => {
		const { fields } = draftOf(
			`<meta property="og:title" content="Uit OpenGraph">`,
			`<div typeof="sioc:Item foaf:Document"><span property="dc:title" content="Uit Dublin Core"></span></div>`,
		);
		expect(fields.title).toBe("Uit OpenGraph");
	});
});
