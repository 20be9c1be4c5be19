import ical, { ICalCalendarMethod, type ICalDayJsStub, ICalEventStatus } from "ical-generator";
import type { EventItem } from "../model/feed.ts";
import { inZone } from "../text/zoned-time.ts";
import { isReadable, vtimezone } from "./time-zones.ts";

const statuses = {
	scheduled: ICalEventStatus.CONFIRMED,
	full: ICalEventStatus.CONFIRMED,
	rescheduled: ICalEventStatus.CONFIRMED,
	postponed: ICalEventStatus.TENTATIVE,
	cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<EventItem["status"], ICalEventStatus>;

/** Words that a calendar, which knows no more than confirmed or cancelled, shows in the title. */
const prefixes: Partial<Record<EventItem["status"], string>> = {
	cancelled: "GEANNULEERD: ",
	postponed: "UITGESTELD: ",
	rescheduled: "VERPLAATST: ",
	full: "VOL: ",
};

function locationOf({ location }: EventItem) {
	if (!location) return null;
	const { name, streetAddress, postalCode, place, latitude, longitude } = location;
	const town = [postalCode, place].filter(Boolean).join(" ");
	const title = [name, streetAddress, town].filter(Boolean).join(", ");
	const geo = latitude !== undefined && longitude !== undefined ? { lat: latitude, lon: longitude } : undefined;
	if (title) return { title, ...(geo && { geo }) };
	return geo ? { geo } : null;
}

/** What the clocks in `zone` show at `instant`, in the one shape that the generator takes without asking this machine's zone. */
function wallClock(instant: number, zone: string): ICalDayJsStub {
	const local = inZone(instant, zone);
	const clock: ICalDayJsStub = {
		format: (pattern) =>
			pattern === "YYYYMMDD" ? local.slice(0, 10).replace(/-/g, "") : local.slice(11, 19).replace(/:/g, ""),
		isValid: () => true,
		toDate: () => new Date(instant),
		toJSON: () => new Date(instant).toISOString(),
	};
	return clock;
}

/** In the event's own zone where every reader gets the same instants back, else in UTC. */
function timesOf({ start, end, timeZone }: EventItem) {
	const [from, to] = [Date.parse(start), Date.parse(end ?? start)];
	const zoned = timeZone !== "UTC" && [from, to].every((instant) => isReadable(timeZone, instant));
	if (!zoned) return { start: new Date(from), end: new Date(to) };
	return { start: wallClock(from, timeZone), end: wallClock(to, timeZone), timezone: timeZone };
}

/** TEXT as RFC 5545 wants it, for the properties that the generator writes as they are. */
const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ");

const uidOf = (id: string) => `${id}@regiotechniek`;

/**
 * The UIDs of events that were merged into this one. They get no entry of their own: a subscriber's program takes away what
 * the calendar no longer has (RFC 5545 knows no second name), and one that keeps its own list finds here what became of it.
 */
const aliasesOf = ({ id, aliases = [], calendarId = id }: EventItem) =>
	[...aliases, ...(calendarId === id ? [] : [id])]
		.filter((alias) => alias !== calendarId)
		.map((alias) => ({ key: "X-REGIOTECHNIEK-ALIAS", value: uidOf(alias) }));

/** SEQUENCE is 32 bits: counted from here, whole seconds last until 2087. */
const firstSecond = Date.parse("2020-01-01T00:00:00Z");

/**
 * Events as an iCalendar document (RFC 5545). A cancelled event stays in, with STATUS:CANCELLED and its own UID.
 * SEQUENCE grows with every published revision: it is the seconds from 2020 to `updatedAt`. Times are in the event's zone,
 * with its VTIMEZONE. `name` is for a calendar to subscribe to; one event to add to somebody's own calendar has none.
 */
export function toICalendar(events: readonly EventItem[], options: { name?: string; url: string }): string {
	const calendar = ical({
		...(options.name && { name: escaped(options.name) }),
		url: options.url,
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: "Regiotechniek", product: "Regiotechniek", language: "NL" },
		timezone: { name: null, generator: vtimezone },
		ttl: 3600,
	});
	for (const event of events) {
		const description = [
			event.summary,
			event.description,
			event.accessibility && `Toegankelijkheid: ${event.accessibility}`,
		];
		calendar.createEvent({
			id: uidOf(event.calendarId ?? event.id),
			x: aliasesOf(event),
			sequence: Math.max(0, Math.floor((Date.parse(event.updatedAt) - firstSecond) / 1000)),
			stamp: new Date(event.updatedAt),
			lastModified: new Date(event.updatedAt),
			...timesOf(event),
			summary: `${prefixes[event.status] ?? ""}${event.title}`,
			description: description.filter(Boolean).join("\n\n") || null,
			location: locationOf(event),
			url: event.url,
			status: statuses[event.status],
			...(event.organizer && { categories: [{ name: event.organizer.name }] }),
		});
	}
	return `${calendar.toString()}\r\n`;
}
