import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { EventItem } from "../model/feed.ts";
import { TimeZone } from "../model/values.ts";
import { inZone } from "../text/zoned-time.ts";
import { toICalendar } from "./icalendar.ts";

const hour = 3_600_000;

const event = (changes: Record<string, unknown> = {}) =>
	EventItem.parse({
		id: "0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40",
		url: "https://inventaris.example/flevoland/events/0190a6f0-7c3e-7d9a-8f00-4b1c5d2e3f40",
		updatedAt: "2026-11-21T10:00:00.000Z",
		title: "Open avond",
		start: "2026-11-21T19:00:00+01:00",
		partners: [],
		...changes,
	});

const at = (start: number, minutes: number, timeZone = "Europe/Amsterdam") =>
	event({ start: inZone(start, timeZone), end: inZone(start + minutes * 60_000, timeZone), timeZone });

/** What another library makes of the calendar, with no zones but those that the calendar brings. */
function read(calendar: string): ICAL.Event[] {
	ICAL.TimezoneService.reset();
	const component = new ICAL.Component(ICAL.parse(calendar));
	return component.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}

const instants = (one: ICAL.Event | undefined) => [
	one?.startDate.toJSDate().getTime(),
	one?.endDate.toJSDate().getTime(),
];
const calendarOf = (...events: EventItem[]) => toICalendar(events, { name: "x", url: "https://x.example/" });

describe("the times of an event in iCalendar", () => {
	it("stand in its own zone, which the calendar describes", () => {
		const calendar = calendarOf(event());
		expect(calendar).toContain("DTSTART;TZID=Europe/Amsterdam:20261121T190000\r\n");
		expect(calendar.match(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Amsterdam\r\n/g)).toHaveLength(1);
		expect(read(calendar)[0]?.startDate.zone?.tzid).toBe("Europe/Amsterdam");
	});

	it.each([
		["the day before summer time", "2027-03-27T19:00:00+01:00", "2027-03-27T21:00:00+01:00"],
		["across the start of summer time", "2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00"],
		["the day after it", "2027-03-29T19:00:00+02:00", "2027-03-29T21:00:00+02:00"],
		["the day before winter time", "2027-10-30T19:00:00+02:00", "2027-10-30T21:00:00+02:00"],
		["across the end of summer time", "2027-10-31T01:30:00+02:00", "2027-10-31T03:30:00+01:00"],
		["in the first of the two hours from 2 to 3", "2027-10-31T02:10:00+02:00", "2027-10-31T02:50:00+02:00"],
		["in the second of them", "2027-10-31T02:10:00+01:00", "2027-10-31T02:50:00+01:00"],
		["from the first into the second", "2027-10-31T02:30:00+02:00", "2027-10-31T02:30:00+01:00"],
		["the day after it", "2027-11-01T19:00:00+01:00", "2027-11-01T21:00:00+01:00"],
	])("come back as the same instants %s", (_when, start, end) => {
		expect(instants(read(calendarOf(event({ start, end })))[0])).toEqual([Date.parse(start), Date.parse(end)]);
	});

	it("come back as the same instants at any minute of the years around, also near the changes", () => {
		const changes = [2026, 2027, 2028].flatMap((year) => [Date.UTC(year, 2, 28, 1), Date.UTC(year, 9, 28, 1)]);
		const near = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -5 * 24 * 60, max: 5 * 24 * 60 }));
		const starts = fc.oneof(
			near.map(([change, minutes]) => change + minutes * 60_000),
			fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2032, 0) / 60_000 }).map((minute) => minute * 60_000),
		);
		fc.assert(
			fc.property(starts, fc.integer({ min: 0, max: 3 * 24 * 60 }), (start, minutes) => {
				expect(instants(read(calendarOf(at(start, minutes)))[0])).toEqual([start, start + minutes * 60_000]);
			}),
			{ numRuns: 300 },
		);
	});

	it("come back as the same instants in every zone that an event may have", () => {
		const zones = [...Intl.supportedValuesOf("timeZone"), "UTC", "Europe/Kyiv", "CET"].filter(
			(zone) => TimeZone.safeParse(zone).success,
		);
		expect(zones.length).toBeGreaterThan(400);
		for (const [index, zone] of zones.entries()) {
			const moments = [0, 1, 2, 3].map((quarter) => Date.UTC(2027, quarter * 3, 15, index % 24, 30));
			const found = read(calendarOf(...moments.map((moment) => at(moment, 90, zone))));
			expect([zone, found.map((one) => one.startDate.toJSDate().getTime())]).toEqual([zone, moments]);
			expect([zone, found.map((one) => one.endDate.toJSDate().getTime() - 1.5 * hour)]).toEqual([zone, moments]);
		}
	}, 60_000);

	it("never depend on the zone of the machine that writes them", () => {
		const before = process.env.TZ;
		const machines = [
			["UTC", 0],
			["America/New_York", 300],
			["Pacific/Auckland", -720],
		] as const;
		const calendars = machines.map(([zone, minutes]) => {
			process.env.TZ = zone;
			expect(new Date(0).getTimezoneOffset()).toBe(minutes);
			return calendarOf(event());
		});
		process.env.TZ = before ?? "";
		if (before === undefined) delete process.env.TZ;
		expect(new Set(calendars).size).toBe(1);
	});
});

describe("a zone that does not exist", () => {
	it.each(["Mars/Phobos", "Europe/Amsterdamm", "", "../etc/passwd"])("is refused on an event: %s", (timeZone) => {
		expect(EventItem.safeParse({ ...event(), timeZone }).success).toBe(false);
	});
});

describe("what else an event carries in iCalendar", () => {
	const full = event({
		location: {
			name: "Ketelhal; zaal 2",
			place: "Tilburg",
			postalCode: "5013 ZP",
			latitude: 51.5617,
			longitude: 5.0795,
		},
		accessibility: "Drempelvrij, ringleiding",
		organizer: { id: "a", name: "Vakcollege, Tilburg" },
	});

	it("is there: address, coordinates, access, page, and when it last changed, in UTC", () => {
		const [one] = read(calendarOf(full));
		const value = (name: string) => one?.component.getFirstPropertyValue(name)?.toString();
		expect(one?.location).toBe("Ketelhal; zaal 2, 5013 ZP Tilburg");
		expect(value("geo")).toBe("51.5617,5.0795");
		expect(one?.description).toContain("Drempelvrij, ringleiding");
		expect(value("url")).toBe(full.url);
		expect(value("categories")).toBe("Vakcollege, Tilburg");
		expect([value("dtstamp"), value("last-modified")]).toEqual(["2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z"]);
	});

	it("keeps its UID when cancelled, with a higher SEQUENCE", () => {
		const [was] = read(calendarOf(full));
		const [is] = read(calendarOf({ ...full, status: "cancelled", updatedAt: "2026-11-21T10:00:05.000Z" }));
		expect(is?.uid).toBe(was?.uid);
		expect(is?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
		expect(is?.sequence).toBe((was?.sequence ?? 0) + 5);
		expect(is?.sequence).toBeLessThan(2 ** 31);
	});

	it("puts a name on a calendar to subscribe to, escaped, and none on a single event", () => {
		const named = toICalendar([full], { name: "Agenda; Noord,\nWest", url: "https://x.example/" });
		expect(new ICAL.Component(ICAL.parse(named)).getFirstPropertyValue("x-wr-calname")).toMatch(
			/Agenda\\?; Noord\\?, West/,
		);
		expect(toICalendar([full], { url: "https://x.example/" })).not.toContain("CALNAME");
	});

	it("has lines of at most 75 bytes, each ended by CR LF", () => {
		const calendar = calendarOf({ ...full, description: "Één lange zin met accenten en een emoji 🤖. ".repeat(40) });
		const lines = calendar.split("\r\n");
		expect(lines.pop()).toBe("");
		for (const line of lines) {
			expect(line).not.toMatch(/[\r\n]/);
			expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		}
	});
});
