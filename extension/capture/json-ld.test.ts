// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonLd } from "./json-ld.ts";
import { withJsonLd } from "./page.fixture.ts";
import { indexThings, textOf } from "./things.ts";

const typesIn = (json: unknown) =>
	indexThings(readJsonLd(withJsonLd(json).document)).all.map((thing) => thing.types[0]);

describe("JSON-LD", () => {
	it("is read alone, in an array, in a graph and nested", () => {
		const event = { "@type": "Event", name: "Dag" };
		expect(typesIn(event)).toEqual(["Event"]);
		expect(typesIn([event, { "@type": "Place" }])).toEqual(["Event", "Place"]);
		expect(
			typesIn({ "@context": "https://schema.org", "@graph": [[event], { "@graph": [{ "@type": "Person" }] }] }),
		).toEqual(["Event", "Person"]);
		expect(typesIn({ "@type": "WebPage", mainEntity: event })).toEqual(["WebPage", "Event"]);
	});

	it("knows a type by its local name", () => {
		expect(typesIn({ "@type": ["https://schema.org/Event", "schema:Thing"] })).toEqual(["Event"]);
	});

	it("follows references by @id", () => {
		const things = indexThings(
			readJsonLd(
				withJsonLd({
					"@graph": [
						{ "@type": "Event", "@id": "#dag", organizer: { "@id": "#wij" } },
						{ "@type": "Organization", "@id": "#wij", name: "Techniekpact" },
					],
				}).document,
			),
		);
		const [event] = things.all;
		expect(event && textOf(things, event, "organizer")).toBe("Techniekpact");
	});

	it.each([
		["a comment around it", '<!-- {"@type":"Event"} -->'],
		["CDATA around it", '//<![CDATA[\n{"@type":"Event"}\n//]]>'],
		["a line break in a string", '{"@type":"Event","description":"een\ntwee"}'],
		["a closing comma", '{"@type":"Event","name":"x",}'],
		["comments in it", '/* agenda */ {"@type":"Event", // soort\n"url":"https://a.nl/x"}'],
		["a semicolon after it", '{"@type":"Event"};'],
	])("is read with %s", (_, text) => {
		expect(typesIn(text)).toEqual(["Event"]);
	});

	it("skips a block that is no JSON and keeps the others", () => {
		const { document } = withJsonLd("{ kapot");
		document.head.insertAdjacentHTML("beforeend", '<script type="application/ld+json">{"@type":"Event"}</script>');
		expect(readJsonLd(document).map((thing) => thing.types[0])).toEqual(["Event"]);
	});

	it("never throws, whatever stands in the block", () => {
		fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.string()), (value) => void typesIn(value)));
	});
});
