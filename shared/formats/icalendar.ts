import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { EventItem } from "../model/feed.ts";

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

const locationText = ({ location }: EventItem) =>
	location
		? [location.name, location.streetAddress, location.postalCode, location.place].filter(Boolean).join(", ")
		: undefined;

/**
 * Events as an iCalendar document (RFC 5545). A cancelled event stays in, with STATUS:CANCELLED and its own UID.
 * SEQUENCE grows with every publication: it is the whole seconds of `updatedAt`. Times are in UTC, which every calendar
 * shows in its owner's zone; the name of the zone they are meant in is in X-WR-TIMEZONE.
 */
export function toICalendar(events: readonly EventItem[], options: { name: string; url: string }): string {
	const calendar = ical({
		name: options.name,
		url: options.url,
		method: ICalCalendarMethod.PUBLISH,
		prodId: { company: "Regiotechniek", product: "Regiotechniek", language: "NL" },
		ttl: 3600,
	});
	for (const event of events) {
		calendar.createEvent({
			id: `${event.id}@regiotechniek`,
			sequence: Math.floor(Date.parse(event.updatedAt) / 1000) % 2_000_000_000,
			stamp: new Date(event.updatedAt),
			lastModified: new Date(event.updatedAt),
			start: new Date(event.start),
			end: new Date(event.end ?? event.start),
			summary: `${prefixes[event.status] ?? ""}${event.title}`,
			description: [event.summary, event.description].filter(Boolean).join("\n\n") || null,
			location: locationText(event) || null,
			url: event.url,
			status: statuses[event.status],
			...(event.organizer && { categories: [{ name: event.organizer.name }] }),
		});
	}
	return calendar.toString();
}
