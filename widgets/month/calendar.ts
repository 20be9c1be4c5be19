import type { EventCard } from "../../shared/list/cards.ts";
import { homeZone } from "../../shared/list/dates.ts";
import { addDays } from "../../shared/text/zoned-time.ts";

/**
 * Calendar arithmetic. Days are `2026-11-21` and months `2026-11`, reckoned in UTC where every day has 24 hours: summer
 * time and the machine's own zone do not come into it. Good for the years 1000 to 9999.
 */

/** The month that `day` is in. */
export const monthOf = (day: string) => day.slice(0, 7);

/** 0 is Monday. */
export const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The six weeks, Monday first, of which the first one holds the first of `month`: more than any month needs. */
export function weeksOf(month: string): string[][] {
	const first = `${month}-01`;
	const monday = addDays(first, -weekdayOf(first));
	return Array.from({ length: 6 }, (_, week) =>
		Array.from({ length: 7 }, (_, weekday) => addDays(monday, week * 7 + weekday)),
	);
}

/** `day` moved by whole months: the day of that number or, where there is none, the last one. */
export function addMonths(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last day of the month that `day` is in. */
export const lastOf = (day: string) => addDays(`${monthOf(addMonths(day, 1))}-01`, -1);

/** `day` where it is from `first` to `last`, else the nearest of these. */
export const clamp = (day: string, first: string, last: string) => (day > last ? last : day < first ? first : day);

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "shiftKey">;

/**
 * Where a key takes who is on `day` in a grid of days; undefined for every other key, and for those
 * with which browsers change tabs. As in the grid of
 * https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog/
 */
export function dayFor({ key, ctrlKey, shiftKey }: Key, day: string): string | undefined {
	const months = shiftKey ? 12 : 1;
	switch (key) {
		case "ArrowLeft":
			return addDays(day, -1);
		case "ArrowRight":
			return addDays(day, 1);
		case "ArrowUp":
			return addDays(day, -7);
		case "ArrowDown":
			return addDays(day, 7);
		case "Home":
			return ctrlKey ? `${monthOf(day)}-01` : addDays(day, -weekdayOf(day));
		case "End":
			return ctrlKey ? lastOf(day) : addDays(day, 6 - weekdayOf(day));
		case "PageUp":
			return ctrlKey ? undefined : addMonths(day, -months);
		case "PageDown":
			return ctrlKey ? undefined : addMonths(day, months);
		default:
			return undefined;
	}
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that clocks in `zone` show at `instant`; a zone that is not known here is read as that of the regions. */
function dayIn(zone: string, instant: number): string {
	let format = formats.get(zone);
	if (!format) {
		const make = (timeZone: string) => new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short" });
		try {
			format = make(zone);
		} catch {
			format = make(homeZone);
		}
		formats.set(zone, format);
	}
	return format.format(instant);
}

/** The day on which `event` begins, where it is. */
export const startOf = ({ start, timeZone }: EventCard) => dayIn(timeZone, Date.parse(start));

/** The days from `first` to `last` on which `event` is, where it is. One that ends at midnight does not touch the day after. */
export function daysOf(event: EventCard, first: string, last: string): string[] {
	const { start, end, timeZone } = event;
	const until = dayIn(timeZone, Math.max(Date.parse(start), Date.parse(end ?? start) - 1));
	const days: string[] = [];
	let day = startOf(event);
	if (day < first) day = first;
	for (; day <= until && day <= last; day = addDays(day, 1)) days.push(day);
	return days;
}

/** The events of every day from `first` to `last` that has any, in the order of `events`. */
export function byDay(events: readonly EventCard[], first: string, last: string): Map<string, EventCard[]> {
	const days = new Map<string, EventCard[]>();
	for (const event of events) {
		for (const day of daysOf(event, first, last)) days.set(day, [...(days.get(day) ?? []), event]);
	}
	return days;
}
