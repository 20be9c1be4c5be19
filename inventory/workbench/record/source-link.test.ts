import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceLink } from "./source-link.ts";

const page = "https://techlab.example/agenda";

describe("a link into the source page", () => {
	it("scrolls to the quote, with what stands around it", () => {
		const quote = { exact: "12 maart 2027", prefix: "Open avond op", suffix: "in Tilburg" };
		expect(sourceLink(page, { from: "text", quote })).toBe(
			`${page}#:~:text=Open%20avond%20op-,12%20maart%202027,-in%20Tilburg`,
		);
	});

	it("gives a long quote by its ends", () => {
		const exact = `Samen werken aan ${"heel veel ".repeat(20)}techniek in de regio Midden-Brabant`;
		expect(sourceLink(page, { from: "text", quote: { exact } })).toMatch(
			/text=Samen%20werken%20aan%20heel%20veel,techniek%20in%20de%20regio%20Midden%2DBrabant$/,
		);
	});

	it("is the page itself for what the page does not show", () => {
		expect(sourceLink(page, { from: "json-ld", quote: { exact: "2027-03-12" } })).toBe(page);
		expect(sourceLink(page, undefined)).toBe(page);
	});

	it("scrolls to a title that the page's data has, without what stands around it there", () => {
		const quote = { exact: "Open avond techniek", prefix: '"name":"', suffix: '"' };
		expect(sourceLink(page, { from: "json-ld", quote })).toBe(`${page}#:~:text=Open%20avond%20techniek`);
		expect(sourceLink(page, { from: "json-ld", quote: { exact: "https://schema.org/EventScheduled" } })).toBe(page);
		expect(sourceLink(page, { from: "meta", quote: { exact: "2027-03-12T19:30:00+01:00" } })).toBe(page);
	});

	it("stays on the same page whatever the quote says", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (exact, prefix) => {
				const link = new URL(sourceLink(page, { from: "text", quote: { exact, prefix } }));
				expect(`${link.origin}${link.pathname}${link.search}`).toBe(page);
			}),
		);
	});
});
