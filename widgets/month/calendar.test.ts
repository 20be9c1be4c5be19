import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { addDays, inZone } from "../../shared/text/zoned-time.ts";
import { readEvent } from "../events/read-event.ts";
import { addMonths, byDay, clamp, dayFor, daysOf, lastOf, monthOf, weekdayOf, weeksOf } from "./calendar.ts";

const aMonth = fc
	.tuple(fc.integer({ min: 1970, max: 2099 }), fc.integer({ min: 1, max: 12 }))
	.map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);
const aDay = fc.integer({ min: 0, max: 47_000 }).map((days) => addDays("1970-02-01", days));
const zones = ["Europe/Amsterdam", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "UTC"] as const;

function anEvent(start: string, end?: string, timeZone = "Europe/Amsterdam") {
	const event = readEvent({ id: "1", title: "Open dag", start, end, timeZone });
	if (!event) throw new Error("not an event");
	return event;
}

const key = (name: string, modifiers = {}) => ({ key: name, ctrlKey: false, shiftKey: false, ...modifiers });

// The tests that move the machine to other zones bring it back.
const machine = process.env.TZ;
afterEach(() => {
	if (machine === undefined) delete process.env.TZ;
	else process.env.TZ = machine;
});

describe("the grid of a month", () => {
	it("has six weeks of consecutive days from Monday, with every day of the month, wherever the machine is", () => {
		fc.assert(
			fc.property(aMonth, fc.constantFrom(...zones), (month, zone) => {
				process.env.TZ = zone;
				const weeks = weeksOf(month);
				const days = weeks.flat();
				expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
				days.forEach((day, n) => {
					expect(day).toBe(addDays(days[0] ?? "", n));
					expect(weekdayOf(day)).toBe(n % 7);
				});
				expect(weeks[0]).toContain(`${month}-01`);
				expect(days).toContain(lastOf(`${month}-01`));
				const ofMonth = days.filter((day) => monthOf(day) === month);
				expect(ofMonth).toHaveLength(Number(lastOf(`${month}-01`).slice(8)));
			}),
		);
	});

	it("goes on over the change to summer time and the end of a year", () => {
		expect(weeksOf("2031-03")[4]?.at(-1)).toBe("2031-03-30");
		expect(weeksOf("2031-03")[5]?.[0]).toBe("2031-03-31");
		expect(weeksOf("2026-12")[4]).toEqual([
			"2026-12-28",
			"2026-12-29",
			"2026-12-30",
			"2026-12-31",
			"2027-01-01",
			"2027-01-02",
			"2027-01-03",
		]);
		expect(weeksOf("2027-02").flat().slice(0, 28)).toEqual(
			Array.from({ length: 28 }, (_, n) => addDays("2027-02-01", n)),
		);
	});
});

describe("moving by months", () => {
	it("keeps the number of the day or, where there is none, takes the last", () => {
		fc.assert(
			fc.property(aDay, fc.integer({ min: -24, max: 24 }), (day, months) => {
				const to = addMonths(day, months);
				const count = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
				expect(count(to)).toBe(count(day) + months);
				expect(Number(to.slice(8))).toBe(Math.min(Number(day.slice(8)), Number(lastOf(to).slice(8))));
			}),
		);
		expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
		expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
		expect(addMonths("2026-12-31", 1)).toBe("2027-01-31");
	});
});

describe("the keyboard", () => {
	it("stays in the week with Home and End, and in the month with Ctrl as well", () => {
		fc.assert(
			fc.property(aDay, (day) => {
				const [start = "", end = ""] = [dayFor(key("Home"), day), dayFor(key("End"), day)];
				expect([weekdayOf(start), weekdayOf(end)]).toEqual([0, 6]);
				expect(addDays(start, 6)).toBe(end);
				expect(start <= day && day <= end).toBe(true);
				expect(dayFor(key("Home", { ctrlKey: true }), day)).toBe(`${monthOf(day)}-01`);
				expect(dayFor(key("End", { ctrlKey: true }), day)).toBe(lastOf(day));
			}),
		);
	});

	it("moves by days, weeks, months and years, and leaves other keys to the page", () => {
		expect(dayFor(key("ArrowLeft"), "2031-03-01")).toBe("2031-02-28");
		expect(dayFor(key("ArrowRight"), "2031-03-30")).toBe("2031-03-31");
		expect(dayFor(key("ArrowUp"), "2031-03-30")).toBe("2031-03-23");
		expect(dayFor(key("ArrowDown"), "2031-03-28")).toBe("2031-04-04");
		expect(dayFor(key("PageDown"), "2031-03-31")).toBe("2031-04-30");
		expect(dayFor(key("PageUp", { shiftKey: true }), "2031-03-31")).toBe("2030-03-31");
		expect(dayFor(key("PageUp", { ctrlKey: true }), "2031-03-31")).toBeUndefined();
		expect(dayFor(key("Tab"), "2031-03-31")).toBeUndefined();
		expect(dayFor(key("a"), "2031-03-31")).toBeUndefined();
	});
});

describe("the days of an event", () => {
	it("are those on the clocks of where it is, wherever the machine is", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 4e9 }),
				fc.constantFrom(...zones),
				fc.constantFrom(...zones),
				(seconds, zone, here) => {
					process.env.TZ = here;
					const start = inZone(seconds * 1000, zone);
					// As feeds write it, and as one that knows only UTC does.
					for (const written of [start, new Date(seconds * 1000).toISOString()]) {
						expect(daysOf(anEvent(written, undefined, zone), "1900-01-01", "2200-01-01")).toEqual([start.slice(0, 10)]);
					}
				},
			),
		);
	});

	it("are all of those on which it goes on, over the change to summer time too, and no day that it only reaches at midnight", () => {
		const of = (start: string, end?: string) => daysOf(anEvent(start, end), "2031-02-24", "2031-04-06");
		expect(of("2031-03-29T22:00:00+01:00", "2031-03-31T10:00:00+02:00")).toEqual([
			"2031-03-29",
			"2031-03-30",
			"2031-03-31",
		]);
		expect(of("2031-03-24T09:00:00+01:00", "2031-03-25T00:00:00+01:00")).toEqual(["2031-03-24"]);
		expect(of("2031-03-24T00:00:00+01:00", "2031-03-24T00:00:00+01:00")).toEqual(["2031-03-24"]);
		expect(of("2031-03-24T09:00:00+01:00", "2031-03-23T09:00:00+01:00")).toEqual(["2031-03-24"]);
	});

	it("stay within what is on screen, also for one that never ends", () => {
		fc.assert(
			fc.property(aDay, fc.integer({ min: 0, max: 4000 }), aMonth, (start, length, month) => {
				const grid = weeksOf(month).flat();
				const [first = "", last = ""] = [grid[0], grid.at(-1)];
				const event = anEvent(`${start}T10:00:00Z`, `${addDays(start, length)}T12:00:00Z`);
				const expected = grid.filter((day) => day >= start && day <= addDays(start, length));
				expect(daysOf(event, first, last)).toEqual(expected);
				expect([...byDay([event], first, last).keys()]).toEqual(expected);
			}),
		);
		expect(daysOf(anEvent("1970-01-01T00:00:00Z", "9998-01-01T00:00:00Z"), "2031-02-24", "2031-04-06")).toHaveLength(
			42,
		);
	});

	it("are as in the regions where its zone is not known", () => {
		expect(daysOf(anEvent("2031-03-18T23:30:00Z", undefined, "Mars/Olympus"), "2031-03-01", "2031-03-31")).toEqual([
			"2031-03-19",
		]);
	});
});

it("keeps a day within its limits, the first one first", () => {
	expect(clamp("2031-03-01", "2031-03-11", "2031-03-18")).toBe("2031-03-11");
	expect(clamp("2031-04-01", "2031-03-11", "2031-03-18")).toBe("2031-03-18");
	expect(clamp("2031-03-12", "2031-03-11", "2031-03-18")).toBe("2031-03-12");
});
