import ical, { ICalCalendarMethod, type ICalDayJsStub, ICalEventStatus } from "ical-generator";
import type { EventItem } from "../model/feed.ts";
import { atOnce, type Steps } from "../text/steps.ts";
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

/** A line of at most 75 octets, the break included in the count of the lines after the first (RFC 5545, 3.1). */
const widest = 74;

/**
 * Folds long lines. The generator does so as well, but takes a millisecond for each event: with the events of some years in a region that
 * is most of a minute in which nobody else is served.
 */
function folded(text: string): string {
	return text
		.split("\r\n")
		.map((line) => {
			// No character takes more than three octets for each of its code units.
			if (line.length * 3 <= widest) return line;
			let [made, octets] = ["", 0];
			for (const character of line) {
				const code = character.codePointAt(0) ?? 0;
				const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
				octets += size;
				if (octets > widest) {
					made += "\r\n ";
					octets = size;
				}
				made += character;
			}
			return made;
		})
		.join("\r\n");
}

interface CalendarOptions {
	name?: string;
	url: string;
}

const calendarOf = ({ name, url }: CalendarOptions) =>
	ical({
		...(name && { name: escaped(name) }),
		url,
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: "Regiotechniek", product: "Regiotechniek", language: "NL" },
		timezone: { name: null, generator: vtimezone },
		ttl: 3600,
	});

function entryOf(event: EventItem) {
	const description = [
		event.summary,
		event.description,
		event.accessibility && `Toegankelijkheid: ${event.accessibility}`,
	];
	return {
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
	};
}

const startOfEntries = "BEGIN:VEVENT";

/**
 * Events as an iCalendar document (RFC 5545). A cancelled event stays in, with STATUS:CANCELLED and its own UID.
 * SEQUENCE grows with every published revision: it is the seconds from 2020 to `updatedAt`. Times are in the event's zone,
 * with its VTIMEZONE. `name` is for a calendar to subscribe to; one event to add to somebody's own calendar has none.
 */
export function* calendarSteps(events: readonly EventItem[], options: CalendarOptions): Steps<string> {
	// What stands above the entries depends on their zones alone: the generator makes it from one entry of each.
	const frame = calendarOf(options);
	const zones = new Set<string | undefined>();
	const calendar = calendarOf(options);
	const entries: string[] = [];
	for (const event of events) {
		const entry = entryOf(event);
		const zone = "timezone" in entry ? entry.timezone : undefined;
		if (!zones.has(zone)) frame.createEvent(entry);
		zones.add(zone);
		entries.push(folded(calendar.createEvent(entry).toString()));
		calendar.clear();
		yield;
	}
	const end = "END:VCALENDAR";
	const [head = ""] = frame.toString().split(startOfEntries, 1);
	return `${head.replace(new RegExp(`${end}$`), "")}${entries.join("")}${end}\r\n`;
}

/** {@link calendarSteps}, at once. */
export const toICalendar = (events: readonly EventItem[], options: CalendarOptions): string =>
	atOnce(calendarSteps(events, options));
