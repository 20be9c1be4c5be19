// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { pageOf, withJsonLd } from "./page.fixture.ts";
import { readSource } from "./source.ts";
import { findSummary, plainText } from "./summary.ts";
import { findTitle } from "./title.ts";

const titleOf = (html: string, url?: string) => findTitle(readSource(pageOf(html, url)));

describe("the title", () => {
	it("is the name in structured data first", () => {
		const page = withJsonLd({ "@type": "Event", name: "Techniekdag 2026", startDate: "2026-05-16" });
		expect(findTitle(readSource(page))).toMatchObject({ value: "Techniekdag 2026", evidence: { from: "json-ld" } });
	});

	it("is the heading, then OpenGraph, then the document's title without the site's name", () => {
		expect(titleOf("<title>x</title><main><h1>Techlab Almere</h1></main>")?.value).toBe("Techlab Almere");
		expect(
			titleOf(
				`<meta property="og:title" content="Techlab Almere - Voorbeeld"><meta property="og:site_name" content="Voorbeeld">`,
			)?.value,
		).toBe("Techlab Almere");
		expect(titleOf("<title>Techlab – voor vmbo | Voorbeeld</title>", "https://www.voorbeeld.nl/x")?.value).toBe(
			"Techlab – voor vmbo",
		);
	});

	it.each(["Home", "undefined", "null", "Voorbeeld", "Untitled document", "Welkom", "Pagina niet gevonden", "-"])(
		"is never “%s”",
		(placeholder) => {
			const site = `<meta property="og:site_name" content="Voorbeeld">`;
			expect(titleOf(`${site}<title>${placeholder}</title><h1>${placeholder}</h1>`)).toBeUndefined();
			expect(titleOf(`${site}<title>Techlab</title><main><h1>${placeholder}</h1></main>`)?.value).toBe("Techlab");
		},
	);

	it("fits the schema's length", () => {
		expect(titleOf(`<main><h1>${"techniek ".repeat(60)}</h1></main>`)?.value.length).toBeLessThanOrEqual(200);
	});
});

describe("the summary", () => {
	const summaryOf = (html: string) => findSummary(readSource(pageOf(html)), "Techlab");

	it("is the description in meta, else the first paragraph with a sentence", () => {
		const meta = `<meta name="description" content="Vmbo'ers ontdekken techniek in het lab.">`;
		expect(summaryOf(meta)).toMatchObject({
			value: "Vmbo'ers ontdekken techniek in het lab.",
			evidence: { from: "meta" },
		});
		const found = summaryOf(
			"<main><p>Kort.</p><p>In het Techlab ontdekken leerlingen van het vmbo elke week techniek.</p></main>",
		);
		expect(found?.evidence.quote?.exact).toMatch(/^In het Techlab/);
	});

	it("is not the title again, nor what a CMS writes by itself", () => {
		expect(summaryOf(`<meta name="description" content="Techlab">`)).toBeUndefined();
		expect(summaryOf(`<meta name="description" content="Just another WordPress site">`)).toBeUndefined();
	});

	it("is cut after a sentence", () => {
		const value =
			summaryOf(`<meta name="description" content="${"Dit is een zin over techniek. ".repeat(40)}">`)?.value ?? "";
		expect(value.length).toBeLessThanOrEqual(600);
		expect(value).toMatch(/techniek\.$/);
	});

	it("loses its markup", () => {
		expect(plainText("<p>Een <b>zin</b>.</p><p>Twee &amp; drie</p><script>x</script>", document)).toBe(
			"Een zin. Twee & drie",
		);
		expect(plainText("&lt;p&gt;Een zin&lt;/p&gt;", document)).toBe("Een zin");
	});
});
