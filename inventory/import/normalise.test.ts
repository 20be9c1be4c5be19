import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds, schemas } from "../../shared/model/kinds.ts";
import { decode } from "./decode.ts";
import { type ForeignItem, ImportError } from "./items.ts";
import { toDate, toInstant } from "./moments.ts";
import { normalise } from "./normalise.ts";
import { formatOf } from "./parse/detect.ts";
import { parse } from "./parse/parse.ts";

const item = (data: Record<string, unknown>): ForeignItem => ({ key: "k", data, raw: null });
const event = { title: "Open avond", start: "2027-01-05T19:30:00+01:00" };
const parsedOf = (data: Record<string, unknown>, kind: (typeof kinds)[number] = "event") => {
	const result = normalise(item(data), kind);
	if ("skipped" in result) throw new Error(result.skipped.nl);
	return result.parsed;
};

describe("moments", () => {
	it.each([
		["2027-01-05", "2027-01-05T00:00:00+01:00"],
		["5-1-2027 19.30 uur", "2027-01-05T19:30:00+01:00"],
		["05/07/2027 9:05", "2027-07-05T09:05:00+02:00"],
		["20270105T193000", "2027-01-05T19:30:00+01:00"],
		["2027-01-05T18:30:00Z", "2027-01-05T19:30:00+01:00"],
		["2027-01-05 18:30:00+0000", "2027-01-05T19:30:00+01:00"],
	])("%s is %s", (text, instant) => expect(toInstant(text)).toBe(instant));

	it.each(["31-11-2027", "morgen", "2027-13-01", "5-1-2027 25:00", "2027", "9999-01-01T00:00:00Z"])(
		"%s is none",
		(text) => expect(toInstant(text)).toBeUndefined(),
	);

	it.each([
		["Tue, 05 Jan 2027 23:30:00 GMT", "2027-01-06"],
		["5-1-2027", "2027-01-05"],
		["2027-01-05T19:30:00+01:00", "2027-01-05"],
	])("%s is the date %s", (text, date) => expect(toDate(text)).toBe(date));
});

describe("normalising", () => {
	it("knows codes by their labels, numbers as they are written here, and names for things that have one", () => {
		expect(
			parsedOf({
				...event,
				type: "Open dag",
				stages: "Vmbo; mbo",
				price: { amount: "€ 1.250,50" },
				organizer: "Hogeschool",
			}),
		).toMatchObject({
			type: "open-day",
			stages: ["vmbo", "mbo"],
			price: { amount: 1250.5 },
			organizer: { name: "Hogeschool" },
		});
	});

	it("leaves out what is wrong and not needed, and says so", () => {
		const result = normalise(
			item({ ...event, sourceUrl: "javascript:alert(1)", location: { latitude: "x" } }),
			"event",
		);
		expect(result).toMatchObject({
			parsed: event,
			dropped: { nl: expect.stringMatching(/location\.latitude: .*Webpagina: /) },
		});
		expect(result).not.toHaveProperty("parsed.sourceUrl");
	});

	it("shortens what is too long", () => {
		const { title, ...rest } = parsedOf({ ...event, title: "lang ".repeat(100), description: "x".repeat(30_000) });
		const { description } = { description: "", ...rest };
		expect([title.length <= 200, title.endsWith("…"), description?.length]).toEqual([true, true, 20_000]);
	});

	it("skips what lacks what it must have, in both languages", () => {
		expect(normalise(item({ title: "Zonder begin" }), "event")).toMatchObject({
			skipped: {
				nl: "“Zonder begin” is niet overgenomen. Begin (datum en tijd) ontbreekt.",
				en: "“Zonder begin” was not taken. Start (date and time) is missing.",
			},
		});
	});

	it("never throws, and what it gives satisfies its kind", () => {
		const names = fc.constantFrom(
			...["title", "start", "end", "type", "location", "stages", "price", "image", "series", "contacts", "timeZone"],
			...["validThrough", "datePosted", "sourceUrl", "status", "organizer", "salary", "planning", "__proto__"],
		);
		const values = fc.oneof(
			fc.anything({ withNullPrototype: true, withDate: true, withBigInt: false }),
			fc.string(),
			fc.constantFrom("2027-01-05", "5-1-2027", "Vmbo", "https://school.example", "Europe/Amsterdam"),
		);
		fc.assert(
			fc.property(fc.constantFrom(...kinds), fc.dictionary(names, values), fc.string(), (kind, data, key) => {
				const result = normalise({ key, data, raw: null }, kind, { type: "vacancy" });
				if ("skipped" in result) expect(result.skipped.nl).not.toBe("");
				else expect(schemas[kind].safeParse(result.parsed).success).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});
});

const itemsOf = async (content: string, kind: (typeof kinds)[number] = "event", mapping = {}) => {
	const format = formatOf(content);
	const document = { content, address: "https://school.example/", format, single: true, follow: () => {} };
	const items: ForeignItem[] = [];
	for await (const one of parse(document, { kind, mapping, now: new Date("2026-11-21T10:00:00Z") }))
		if ("data" in one) items.push(one);
	return items;
};

describe("formats", () => {
	it("of news give title, text and page, without markup", async () => {
		const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Banen</title><item><title>Monteur &amp; meer</title><link>https://b.example/1</link><guid>g1</guid><pubDate>Tue, 05 Jan 2027 10:00:00 GMT</pubDate><description><![CDATA[<p>Kom <b>werken</b></p><script>x()</script>]]></description></item></channel></rss>`;
		const [found] = await itemsOf(rss, "opportunity");
		expect(found).toMatchObject({
			key: "g1",
			data: { title: "Monteur & meer", summary: "Kom werken", sourceUrl: "https://b.example/1" },
		});
		expect(normalise(found ?? item({}), "opportunity", { type: "Vacature" })).toMatchObject({
			parsed: { type: "vacancy", datePosted: "2027-01-05" },
		});
		const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>e1</id><title>Stage</title><link href="https://b.example/2"/><updated>2027-01-05T10:00:00Z</updated></entry></feed>`;
		expect((await itemsOf(atom, "opportunity"))[0]).toMatchObject({
			key: "e1",
			data: { sourceUrl: "https://b.example/2" },
		});
	});

	it("of a page give its events or its jobs, and no persons", async () => {
		const graph = {
			"@context": "https://schema.org",
			"@graph": [
				{ "@type": "WebPage", name: "Pagina" },
				{
					"@type": "Event",
					"@id": "#1",
					name: "Bouw &#038; Techniek",
					startDate: "2027-01-05T19:30",
					organizer: { "@type": "Person", name: "Iemand" },
					eventStatus: "https://schema.org/EventCancelled",
					location: "Almere",
					offers: { price: "5,00", url: "https://b.example/kaart" },
				},
				{
					"@type": ["JobPosting"],
					title: "Lasser",
					identifier: { value: "77" },
					datePosted: "2027-01-01T00:00:00Z",
					baseSalary: { value: { minValue: 2500, maxValue: 3000, unitText: "MONTH" } },
					hiringOrganization: { name: "Staal BV" },
				},
			],
		};
		const html = `<!doctype html><html><head><script type="application/ld+json">${JSON.stringify(graph)}</script></head></html>`;
		const [found] = await itemsOf(html);
		expect(JSON.stringify(found)).not.toContain("Iemand");
		expect(normalise(found ?? item({}), "event")).toMatchObject({
			key: "#1",
			parsed: {
				title: "Bouw & Techniek",
				start: "2027-01-05T19:30:00+01:00",
				status: "cancelled",
				location: { name: "Almere" },
				price: { amount: 5 },
			},
		});
		expect(normalise((await itemsOf(html, "opportunity"))[0] ?? item({}), "opportunity")).toMatchObject({
			key: "77",
			parsed: {
				title: "Lasser",
				type: "vacancy",
				salary: { min: 2500, max: 3000, unit: "month" },
				organization: { name: "Staal BV" },
			},
		});
	});

	it("of a table follow the mapping, and keep no persons as they were found", async () => {
		const mapping = {
			columns: { Naam: "title", Dag: "startDate", Tijd: "startTime", Waar: "location.place", Nr: "id" },
		};
		const [found] = await itemsOf(
			"Nr;Naam;Dag;Tijd;Waar;E-mail\n7;Dag;5-1-2027;9.30;Almere;iemand@x.example\n",
			"event",
			mapping,
		);
		expect(found).toMatchObject({
			key: "7",
			data: { title: "Dag", start: "5-1-2027 9.30", location: { place: "Almere" } },
		});
		expect(JSON.stringify(found)).not.toContain("iemand");
	});

	it("are read as UTF-8, as they say, or as spreadsheets save them", () => {
		expect(decode(Buffer.from("Café"), undefined, 100)).toBe("Café");
		expect(decode(Buffer.from("Café", "latin1"), undefined, 100)).toBe("Café");
		expect(decode(Buffer.from("Café", "utf16le"), "text/csv; charset=utf-16le", 100)).toBe("Café");
		expect(() => decode(Buffer.from([0x1f, 0x8b, 1, 2]), undefined, 100)).toThrow(ImportError);
	});

	it("that are something else throw nothing but a sentence", async () => {
		const starts = fc.constantFrom(
			"",
			"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n",
			"<rss><channel>",
			"<?xml?><feed>",
			"[{",
			'{"items":[',
			"a,b\n",
			"<html><script type='application/ld+json'>",
			"<urlset>",
		);
		const middle = fc.constantFrom(
			"",
			"DTSTART:20270105T190000Z\r\nRRULE:",
			"END:VEVENT\r\nEND:VCALENDAR",
			"<item><title>",
			'"@graph":[{"@type":"Event"',
			"}]",
		);
		await fc.assert(
			fc.asyncProperty(
				starts,
				middle,
				fc.string({ unit: "binary" }),
				fc.constantFrom(...kinds),
				async (start, within, rest, kind) => {
					try {
						for (const found of await itemsOf(start + within + rest, kind)) normalise(found, kind);
					} catch (error) {
						expect(error).toBeInstanceOf(ImportError);
					}
				},
			),
			{ numRuns: 200 },
		);
	});
});
