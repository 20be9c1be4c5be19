import fc from "fast-check";
import { parseRssFeed } from "feedsmith";
import ICAL from "ical.js";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { EventItem } from "../model/feed.ts";
import { toCsv } from "./csv.ts";
import { toICalendar } from "./icalendar.ts";
import { toRss } from "./rss.ts";
import { toSchemaOrg } from "./schema-org.ts";

const event = (changes: Record<string, unknown> = {}) =>
	EventItem.parse({
		id: "0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40",
		url: "https://inventaris.example/flevoland/events/0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40",
		updatedAt: "2026-11-21T10:00:00.000Z",
		title: "Open avond",
		start: "2027-03-28T01:30:00+01:00",
		end: "2027-03-28T03:30:00+02:00",
		partners: [],
		...changes,
	});

const options = {
	title: "Agenda",
	description: "Alles",
	url: "https://x.example/",
	feedUrl: "https://x.example/f.rss",
	updatedAt: "2026-11-21T10:00:00Z",
};
/** Anything people type; line ends are normalised by the formats, so the model's are too. */
const text = fc
	.string({ minLength: 1, maxLength: 60, unit: "grapheme" })
	.map((one) => one.replace(/[\p{C}\s]+/gu, " ").trim())
	.filter(Boolean);

describe("iCalendar", () => {
	it("is read back with the same instants across a summer-time change, by another library", () => {
		const [component] = new ICAL.Component(
			ICAL.parse(toICalendar([event()], { name: "x", url: "https://x.example/" })),
		).getAllSubcomponents("vevent");
		const read = new ICAL.Event(component);
		expect(read.startDate.toJSDate().toISOString()).toBe("2027-03-28T00:30:00.000Z");
		expect(read.endDate.toJSDate().toISOString()).toBe("2027-03-28T01:30:00.000Z");
		expect(read.uid).toBe("0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40@regiotechniek");
	});

	it("says in the title and in STATUS what has happened to an event", () => {
		const of = (status: string) => toICalendar([event({ status })], { name: "x", url: "https://x.example/" });
		expect(of("cancelled")).toMatch(/SUMMARY:GEANNULEERD: Open avond[\s\S]*STATUS:CANCELLED/);
		expect(of("postponed")).toMatch(/SUMMARY:UITGESTELD: [\s\S]*STATUS:TENTATIVE/);
	});

	it("keeps any text whole", () => {
		fc.assert(
			fc.property(text, (title) => {
				const calendar = ICAL.parse(toICalendar([event({ title })], { name: "x", url: "https://x.example/" }));
				const [component] = new ICAL.Component(calendar).getAllSubcomponents("vevent");
				expect(new ICAL.Event(component).summary.trim()).toBe(title);
			}),
		);
	});
});

describe("RSS", () => {
	it("keeps any text whole and lets no markup through", () => {
		fc.assert(
			fc.property(text, (title) => {
				const feed = parseRssFeed(toRss([event({ title })], options));
				expect(feed.items?.[0]?.guid?.value).toBe("urn:uuid:0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40");
				expect(feed.items?.[0]?.link).toContain("/flevoland/events/");
			}),
		);
		const hostile = toRss([event({ title: "<script>alert(1)</script>" })], options);
		expect(parseRssFeed(hostile).items?.[0]?.title).toBe("<script>alert(1)</script>");
	});
});

describe("CSV", () => {
	it("is read back cell for cell", () => {
		fc.assert(
			fc.property(
				text.filter((one) => !/^[=+\-@\t\r]/.test(one)),
				(title) => {
					const { data } = Papa.parse<Record<string, string>>(
						toCsv([event({ title, stages: ["vmbo", "mbo"] })]).slice(1),
						{ header: true, skipEmptyLines: true },
					);
					expect(data[0]).toMatchObject({ title, stages: "vmbo;mbo" });
				},
			),
		);
	});

	it("does not let a cell run as a formula", () => {
		expect(toCsv([event({ title: "=HYPERLINK(1)" })])).toContain("'=HYPERLINK(1)");
		expect(toCsv([event({ description: "=1+1\n\nTweede alinea" })])).toContain("'=1+1\n\nTweede alinea");
	});
});

describe("schema.org", () => {
	it("gives a cancelled event its status and keeps its date", () => {
		expect(toSchemaOrg(event({ status: "cancelled", location: { place: "Almere" } }))).toMatchObject({
			"@type": "Event",
			eventStatus: "https://schema.org/EventCancelled",
			startDate: "2027-03-28T01:30:00+01:00",
		});
	});
});
