// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { findMoment, readIso } from "./moment.ts";
import { pageOf, withJsonLd } from "./page.fixture.ts";
import { readSource } from "./source.ts";

const valuesOf = (page: ReturnType<typeof pageOf>) =>
	Object.fromEntries(
		Object.entries(findMoment(readSource(page))).flatMap(([name, it]) => (it ? [[name, it.value]] : [])),
	);
const inText = (body: string) => valuesOf(pageOf(`<main><h1>Dag</h1>${body}</main>`));

describe("when it is", () => {
	it("is read from structured data on the clock of Amsterdam", () => {
		const event = {
			"@type": "Event",
			name: "x",
			startDate: "2026-05-16T08:00:00Z",
			endDate: "2026-05-16T15:00:00+0200",
		};
		expect(valuesOf(withJsonLd(event))).toEqual({ startDate: "2026-05-16", startTime: "10:00", endTime: "15:00" });
	});

	it("has no time where a calendar wrote whole days", () => {
		const event = {
			"@type": "Event",
			name: "x",
			startDate: "2026-05-16T00:00:00+02:00",
			endDate: "2026-05-18T00:00:00+02:00",
		};
		expect(valuesOf(withJsonLd(event))).toEqual({ startDate: "2026-05-16", endDate: "2026-05-17" });
	});

	it("is never the date of publication", () => {
		const article = {
			"@type": "NewsArticle",
			headline: "x",
			datePublished: "2026-04-01T10:00:00Z",
			dateModified: "2026-04-02",
		};
		expect(valuesOf(withJsonLd(article))).toEqual({});
		expect(inText("<p>Geplaatst op 1 april 2026 om 10:00 uur</p><p>Techniek is leuk.</p>")).toEqual({});
		expect(inText("<p>Gepubliceerd: <time datetime='2026-04-01'>1 april</time></p>")).toEqual({});
		expect(inText("<p>Geplaatst op 1 april 2026</p><p>Kom op 16 mei van 10 tot 15 uur</p>")).toMatchObject({
			startDate: "2026-05-16",
		});
	});

	it("is not taken from a related article", () => {
		expect(inText("<p>Techniek.</p><aside>16 mei 2026 van 10 tot 15 uur</aside>")).toEqual({});
	});

	it("prefers the moment with a time, to come", () => {
		expect(
			inText(
				"<p>Na 5 mei 2025, 10:00 uur en 1 mei 2026 is het zaterdag 16 mei 2026 van 10.00 tot 15.00 uur zover.</p>",
			),
		).toEqual({
			startDate: "2026-05-16",
			startTime: "10:00",
			endTime: "15:00",
		});
	});

	it("knows a deadline and a period for what they are", () => {
		expect(inText("<p>Solliciteer uiterlijk 3 mei 2026.</p>")).toEqual({ validThrough: "2026-05-03" });
		expect(inText("<p>Loopt in schooljaar 2026/27.</p>")).toEqual({ planningLabel: "schooljaar 2026/27" });
	});

	it.each([
		["2026-05-16", { date: "2026-05-16" }],
		["2026-05-16T10:00", { date: "2026-05-16", time: "10:00" }],
		["2026-12-31T23:30:00Z", { date: "2027-01-01", time: "00:30" }],
		["2026-05-16 10:00:00", { date: "2026-05-16", time: "10:00" }],
		["16 mei", undefined],
		["2026-13-45", undefined],
	])("reads %s of ISO 8601", (text, expected) => {
		expect(readIso(text)).toEqual(expected);
	});
});
