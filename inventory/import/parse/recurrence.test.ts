import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { ForeignItem } from "../items.ts";
import { parseCalendar } from "./calendar.ts";

/** Rules as calendars have them, each from a day that it holds itself. */
const daily = [
	"",
	"INTERVAL=2",
	"INTERVAL=3;COUNT=40",
	"BYDAY=MO,TU,WE,TH,FR",
	"UNTIL=20270401T000000Z",
	"BYMONTH=3,10",
];
const weekly = [
	"",
	"INTERVAL=2",
	"BYDAY=MO,WE,FR",
	"BYDAY=SA,SU",
	"INTERVAL=2;BYDAY=TU,SU;WKST=SU",
	"INTERVAL=2;BYDAY=TU,SU;WKST=MO",
	"COUNT=30;BYDAY=SU",
	"UNTIL=20270404T010000Z;BYDAY=SU",
];
const monthly = [
	"BYMONTHDAY=1",
	"BYMONTHDAY=-1",
	"BYMONTHDAY=15,28",
	"BYMONTHDAY=31",
	"BYDAY=-1SU",
	"BYDAY=1MO",
	"BYDAY=2WE,4WE",
	"BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
	"BYDAY=SA,SU;BYSETPOS=1",
	"INTERVAL=2;BYDAY=3TH",
	"BYDAY=FR;BYMONTHDAY=13",
];
const yearly = [
	"BYMONTH=3;BYDAY=-1SU",
	"BYMONTH=10;BYDAY=-1SU",
	"BYMONTH=11;BYMONTHDAY=21",
	"BYYEARDAY=100,200",
	"BYMONTH=1,7;BYDAY=1TU",
];
const rules = [
	...daily.map((rule) => `FREQ=DAILY;${rule}`),
	...weekly.map((rule) => `FREQ=WEEKLY;${rule}`),
	...monthly.map((rule) => `FREQ=MONTHLY;${rule}`),
	...yearly.map((rule) => `FREQ=YEARLY;${rule}`),
].map((rule) => rule.replace(/;$/, ""));

/** In the night of the change, in its skipped hour and its repeated one, and by day, on both sides of the year. */
const starts = ["20261024T193000", "20261025T023000", "20270328T023000", "20270327T090000"];
const cases = rules
	.flatMap((rule) => starts.map((start) => [rule, start] as const))
	// Whether a start that the rule itself does not give is counted, RFC 5545 leaves open.
	.filter(([rule, start]) => !(rule.includes("COUNT=30") && !["20261025", "20270328"].includes(start.slice(0, 8))));

const calendarOf = (...lines: string[]) =>
	["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//NL", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => [
	"BEGIN:VEVENT",
	"UID:reeks@school.example",
	"SUMMARY:Open avond",
	...lines,
	"END:VEVENT",
];

/** The zone of Amsterdam as calendars carry it, for the one that knows no zones by itself. */
const amsterdam = [
	"BEGIN:VTIMEZONE",
	"TZID:Europe/Amsterdam",
	"BEGIN:DAYLIGHT",
	"DTSTART:19810329T020000",
	"TZOFFSETFROM:+0100",
	"TZOFFSETTO:+0200",
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
	"END:DAYLIGHT",
	"BEGIN:STANDARD",
	"DTSTART:19961027T030000",
	"TZOFFSETFROM:+0200",
	"TZOFFSETTO:+0100",
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
	"END:STANDARD",
	"END:VTIMEZONE",
];

const now = new Date("2026-11-21T10:00:00Z");
const from = Date.parse("2026-10-22T00:00:00Z");
const to = Date.parse("2027-12-26T00:00:00Z");

async function itemsOf(content: string): Promise<ForeignItem[]> {
	const items: ForeignItem[] = [];
	for await (const item of parseCalendar(content, now)) if ("data" in item) items.push(item);
	return items;
}
const startsOf = async (content: string) => (await itemsOf(content)).map(({ data }) => String(data.start));

/** What ical.js makes of it: clock times, in the same window. */
function byIcal(content: string): string[] {
	const [component] = new ICAL.Component(ICAL.parse(content)).getAllSubcomponents("vevent");
	if (!component) throw new Error("no event");
	const iterator = new ICAL.Event(component).iterator();
	const found: string[] = [];
	for (let time = iterator.next(); time; time = iterator.next()) {
		const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
		if (wall > to || found.length > 1000) break;
		if (wall >= from) found.push(new Date(wall).toISOString().slice(0, 16));
	}
	return found;
}

/** The day of `start` itself need not be one of the rule's: RFC 5545 leaves open what then happens, and programs differ. */
const inRule = (times: string[], start: string) => {
	const first = `${start.slice(0, 4)}-${start.slice(4, 6)}-${start.slice(6, 8)}T${start.slice(9, 11)}:${start.slice(11, 13)}`;
	return times.filter((time) => time !== first);
};

describe("recurrence", () => {
	it(`is tried on at least a hundred rules`, () => expect(cases.length).toBeGreaterThanOrEqual(100));

	it.each(cases)("%s from %s agrees with ical.js about what clocks show", async (rule, start) => {
		const content = calendarOf(...amsterdam, ...event(`DTSTART;TZID=Europe/Amsterdam:${start}`, `RRULE:${rule}`));
		const ours = (await itemsOf(content)).map(({ key }) => key.split("#")[1]?.slice(0, 16) ?? "");
		const theirs = byIcal(content);
		expect(inRule(ours, start)).toEqual(inRule(theirs, start));
	});
});

describe("summer time", () => {
	const weekly = (start: string, ...lines: string[]) =>
		startsOf(calendarOf(...event(`DTSTART;TZID=Europe/Amsterdam:${start}`, ...lines)));

	it("keeps the time on the clock when the offset changes", async () => {
		expect(await weekly("20270321T193000", "RRULE:FREQ=WEEKLY;COUNT=3")).toEqual([
			"2027-03-21T19:30:00+01:00",
			"2027-03-28T19:30:00+02:00",
			"2027-04-04T19:30:00+02:00",
		]);
	});

	it("moves a time that the change skips forward, and gives the first of one that comes twice", async () => {
		expect(await weekly("20270327T023000", "RRULE:FREQ=DAILY;COUNT=3")).toEqual([
			"2027-03-27T02:30:00+01:00",
			"2027-03-28T03:30:00+02:00",
			"2027-03-29T02:30:00+02:00",
		]);
		expect((await weekly("20271030T023000", "RRULE:FREQ=DAILY;COUNT=2"))[1]).toBe("2027-10-31T02:30:00+02:00");
	});

	it("counts an UNTIL in UTC in the event's own zone", async () => {
		expect(await weekly("20270321T003000", "RRULE:FREQ=DAILY;UNTIL=20270322T233000Z")).toHaveLength(3);
	});

	it("reads zones by the names that programs give them, by their description, and without any", async () => {
		const start = async (line: string, ...before: string[]) =>
			(await startsOf(calendarOf(...before, ...event(line))))[0];
		const winter = "2027-01-05T19:30:00+01:00";
		expect(await start("DTSTART;TZID=W. Europe Standard Time:20270105T193000")).toBe(winter);
		expect(await start("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Amsterdam:20270105T193000")).toBe(winter);
		expect(await start("DTSTART:20270105T183000Z")).toBe(winter);
		expect(await start("DTSTART:20270105T193000")).toBe(winter);
		expect(await start("DTSTART:20270105T183000", "X-WR-TIMEZONE:Europe/London")).toBe("2027-01-05T18:30:00+00:00");
		const described = amsterdam.map((line) => line.replace("Europe/Amsterdam", "Onze tijd"));
		expect(await start("DTSTART;TZID=Onze tijd:20270105T193000", ...described)).toBe(winter);
		expect(await start("DTSTART;TZID=Onze tijd:20270705T193000", ...described)).toBe("2027-07-05T19:30:00+02:00");
	});
});

describe("series", () => {
	const series = [
		...event(
			"DTSTART;TZID=Europe/Amsterdam:20270105T193000",
			"DTEND;TZID=Europe/Amsterdam:20270105T213000",
			"RRULE:FREQ=WEEKLY;COUNT=5",
			"EXDATE;TZID=Europe/Amsterdam:20270112T193000",
			"RDATE;TZID=Europe/Amsterdam:20270301T100000",
		),
	];

	it("leaves out what EXDATE names and adds what RDATE names", async () => {
		const items = await itemsOf(calendarOf(...series));
		expect(items.map(({ data }) => String(data.start).slice(0, 16))).toEqual([
			"2027-01-05T19:30",
			"2027-01-19T19:30",
			"2027-01-26T19:30",
			"2027-02-02T19:30",
			"2027-03-01T10:00",
		]);
		expect(items[0]?.data).toMatchObject({
			end: "2027-01-05T21:30:00+01:00",
			series: { id: expect.stringMatching(/^reeks-[\da-f]{16}$/), name: "Open avond", edition: "2027-01-05" },
		});
		expect(new Set(items.map(({ data }) => JSON.stringify(data.series).split('"edition"')[0])).size).toBe(1);
	});

	it("changes the occurrence that a RECURRENCE-ID names, and keeps its key", async () => {
		const changed = event(
			"RECURRENCE-ID;TZID=Europe/Amsterdam:20270119T193000",
			"DTSTART;TZID=Europe/Amsterdam:20270120T140000",
		);
		const cancelled = event(
			"RECURRENCE-ID:20270126T183000Z",
			"DTSTART;TZID=Europe/Amsterdam:20270126T193000",
			"STATUS:CANCELLED",
		);
		const items = await itemsOf(calendarOf(...series, ...changed, ...cancelled));
		expect(items).toHaveLength(5);
		expect(items[1]).toMatchObject({
			key: "reeks@school.example#2027-01-19T19:30:00",
			data: { start: "2027-01-20T14:00:00+01:00", series: { edition: "2027-01-20" } },
		});
		expect(items[2]?.data).toMatchObject({ start: "2027-01-26T19:30:00+01:00", status: "cancelled" });
	});

	it("changes the later ones too for THISANDFUTURE", async () => {
		const later = event(
			"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20270126T193000",
			"DTSTART;TZID=Europe/Amsterdam:20270126T200000",
		);
		const starts = await startsOf(calendarOf(...series, ...later));
		expect(starts.slice(1, 4).map((start) => start.slice(0, 16))).toEqual([
			"2027-01-19T19:30",
			"2027-01-26T20:00",
			"2027-02-02T20:00",
		]);
	});

	it("gives whole days, also over the change", async () => {
		const [first] = await itemsOf(
			calendarOf(...event("DTSTART;VALUE=DATE:20270327", "DTEND;VALUE=DATE:20270329", "RRULE:FREQ=YEARLY;COUNT=1")),
		);
		expect(first).toMatchObject({
			key: "reeks@school.example#2027-03-27",
			data: { start: "2027-03-27T00:00:00+01:00", end: "2027-03-29T00:00:00+02:00" },
		});
	});

	it("writes out no further than 400 days, and never more than is sensible", async () => {
		const ever = await startsOf(calendarOf(...event("DTSTART:19900101T100000Z", "RRULE:FREQ=DAILY")));
		expect(ever).toHaveLength(430);
		expect(ever.at(-1)).toMatch(/^2027-12-25/);
	});

	it.each(["FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY;COUNT=1000000000", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"])(
		"does not hang on %s",
		async (rule) => {
			const before = performance.now();
			expect((await itemsOf(calendarOf(...event("DTSTART:20260101T100000Z", `RRULE:${rule}`)))).length).toBeLessThan(2);
			expect(performance.now() - before).toBeLessThan(3000);
		},
	);

	it("skips a wrong event with a sentence and reads the others", async () => {
		const wrong = [
			"BEGIN:VEVENT",
			"UID:fout",
			"SUMMARY:X",
			"DTSTART:20270105T193000Z",
			"RRULE:FREQ=NOOIT",
			"END:VEVENT",
		];
		const all: unknown[] = [];
		for await (const item of parseCalendar(calendarOf(...wrong, ...series), now)) all.push(item);
		expect(all[0]).toMatchObject({
			key: "fout",
			skipped: { nl: expect.stringMatching(/./), en: expect.stringMatching(/./) },
		});
		expect(all).toHaveLength(6);
	});
});
