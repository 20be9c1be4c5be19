// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { capture } from "./capture.ts";
import { pageOf } from "./page.fixture.ts";

const now = "2026-04-20T12:00:00+02:00";
const read = (html: string, url?: string, known?: string[]) => capture(pageOf(html, url), now, known);

describe("metadata of the page before", () => {
	const head = (address: string, title: string) =>
		`<title>Dag</title><link rel="canonical" href="${address}"><meta property="og:url" content="${address}"><meta property="og:title" content="${title}">
		<script type="application/ld+json">{"@type":"Event","name":"${title}","url":"${address}","startDate":"2026-06-01T10:00"}</script>`;
	const body = "<main><h1>Bouwdag Tilburg</h1><p>Zaterdag 16 mei 2026 van 10 tot 15 uur. Meld je aan!</p></main>";

	it("is noticed by another address and another title, and then only what is seen counts", () => {
		const { fields, evidence, notes, page } = read(
			`${head("https://a.nl/oud", "Sterrenavond Ede")}${body}`,
			"https://a.nl/nieuw",
		);
		expect(fields).toMatchObject({ title: "Bouwdag Tilburg", startDate: "2026-05-16" });
		expect(notes).toContainEqual({ code: "stale-metadata" });
		expect(page.canonicalUrl).toBeUndefined();
		expect(evidence.title?.confidence).toBeLessThan(0.85);
	});

	it.each([
		["a preferred address with the same title", "https://a.nl/anders", "Bouwdag Tilburg"],
		["another title at the same address", "https://a.nl/nieuw", "Sterrenavond Ede"],
	])("is not suspected of %s", (_, address, title) => {
		const { fields, notes } = read(`${head(address, title)}${body}`, "https://a.nl/nieuw");
		expect([fields.startDate, notes]).toEqual(["2026-06-01", undefined]);
	});
});

describe("what comes back", () => {
	it("is a note and no date", () => {
		const { kind, fields, notes } = read(
			"<main><h1>Inloop</h1><p>Elke eerste woensdag van de maand van 14 tot 17 uur in Urk.</p></main>",
		);
		expect([kind, fields.startDate]).toEqual(["initiative", undefined]);
		expect(notes?.[0]).toMatchObject({
			code: "repeats",
			evidence: { quote: { exact: "Elke eerste woensdag van de maand" } },
		});
	});
});

describe("amounts", () => {
	const price = (body: string) =>
		read(`<main><h1>Workshop</h1><p>16 mei 2026 om 10.00 uur</p>${body}</main>`, "https://a.nl/agenda/w").facts?.price
			?.value;

	it.each([
		["<p>Kosten: € 12,50</p>", { amount: 12.5 }],
		["<p>Entree: 5 euro</p>", { amount: 5 }],
		["<p>Toegang is gratis.</p>", { amount: 0 }],
		["<p>Deelname is kosteloos.</p>", { amount: 0 }],
		["<dl><dt>Prijs</dt><dd>€ 25,- per persoon</dd></dl>", { amount: 25, note: "€ 25,- per persoon" }],
		["<p>De gemeente gaf € 450.000 subsidie.</p>", undefined],
	])("to come: %s", (body, expected) => {
		expect(price(body)).toEqual(expected);
	});

	it("of a job are its pay and hours, with the words quoted", () => {
		const { facts } = read(
			"<main><h1>Vacature lasser</h1><p>Wij bieden € 2.600 tot € 3.400 bruto per maand voor 32-40 uur per week. Solliciteer nu.</p></main>",
			"https://a.nl/vacatures/lasser",
		);
		expect(facts?.salary).toMatchObject({
			value: { min: 2600, max: 3400, unit: "month" },
			evidence: { quote: { exact: "€ 2.600 tot € 3.400" } },
		});
		expect(facts?.hours?.value).toEqual({ min: 32, max: 40 });
	});
});

describe("organisations that are known", () => {
	it("count where the page names them, in their own spelling", () => {
		const html = "<title>x</title><main><h1>Lesdag</h1><p>Samen met roc  voorbeeldstad maken we een lesdag.</p></main>";
		expect(read(html, undefined, ["Ander College", "ROC Voorbeeldstad"]).fields.organization).toBe("ROC Voorbeeldstad");
		expect(read(html).fields.organization).toBeUndefined();
	});

	it("do not count before who the page says is behind it", () => {
		const html = "<main><h1>Dag</h1><p>Georganiseerd door Stichting Voorbeeld, bij ROC Voorbeeldstad.</p></main>";
		expect(read(html, undefined, ["ROC Voorbeeldstad"]).fields.organization).toBe("Stichting Voorbeeld");
	});
});

describe("whose site it is", () => {
	it.each([
		[
			"the logo's words, not the way back before it",
			`<a href="/">Terug naar het portaal</a><header><a class="logo" href="/x"><img alt="Logo Vakschool Voorbeeld"></a></header>`,
		],
		[
			"the first link of a head that holds a menu too",
			`<div id="header"><a href="i.htm">Vakschool Voorbeeld</a> | <a href="c.htm">Contact</a></div>`,
		],
		["the foot of the page, without its year", `<footer>© 2011-2026 Vakschool Voorbeeld</footer>`],
	])("is said by %s", (_, html) => {
		expect(read(`${html}<main><h1>Dag</h1><p>Tekst van een zin of wat.</p></main>`).fields.organization).toBe(
			"Vakschool Voorbeeld",
		);
	});
});

describe("a page with nothing to read", () => {
	it.each([
		["login", `<title>Inloggen</title><form><input type="password"></form>`, "https://a.nl/x"],
		["empty", `<div id="root"></div>`, "https://a.nl/x"],
		["pdf", `<body><embed type="application/pdf"></body>`, "https://a.nl/x"],
		["browser-page", "<h1>Instellingen</h1><p>Van de browser zelf, een hele zin.</p>", "about:preferences"],
	])("is %s", (reason, html, url) => {
		expect(read(html, url).unreadable).toBe(reason);
	});

	it("is not a page that has a login form beside its text", () => {
		const html = `<main><h1>Open dag</h1><p>${"Kom kijken in de werkplaats. ".repeat(30)}</p></main><form><input type="password"></form>`;
		expect(read(html).unreadable).toBeUndefined();
	});
});
