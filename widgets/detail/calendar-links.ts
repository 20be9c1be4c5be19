import { encode } from "./item-address.ts";

/** An event as somebody else's calendar takes it. */
export interface Appointment {
	title: string;
	/** RFC 3339. */
	start: string;
	end?: string;
	/** In words, with the street where it is known. */
	where: string | undefined;
	/** Plain text and the event's page. */
	about: readonly (string | undefined)[];
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>" };

/** Both services read the description as HTML: what looks like a tag in it is text. */
const body = ({ about }: Appointment) =>
	about
		.filter(Boolean)
		.join("\n\n")
		.slice(0, 1500)
		.replace(/[&<>\n]/g, (character) => entities[character] ?? "");

/** A space becomes `%20`: as `+` it would stand in the title at Outlook. */
const address = (base: string, parameters: Record<string, string | undefined>) =>
	`${base}?${Object.entries(parameters)
		.flatMap(([name, value]) => (value ? `${name}=${encode(value)}` : []))
		.join("&")}`;

/** In UTC and whole seconds: `2026-11-21T08:30:00Z`. Without an end, an appointment that takes no time, as in RFC 5545. */
const times = ({ start, end }: Appointment) =>
	[start, end ?? start].map((instant) => new Date(instant).toISOString().replace(/\.\d+/, ""));

/** Google Calendar with the appointment filled in. */
export const googleCalendar = (one: Appointment) =>
	address("https://calendar.google.com/calendar/render", {
		action: "TEMPLATE",
		text: one.title,
		dates: times(one).join("/").replace(/[-:]/g, ""),
		details: body(one),
		location: one.where,
	});

/** Outlook on the web with the appointment filled in: `outlook.office.com` of work or school, `outlook.live.com` at home. */
export function outlookCalendar(host: "outlook.office.com" | "outlook.live.com", one: Appointment) {
	const [startdt, enddt] = times(one);
	return address(`https://${host}/calendar/0/deeplink/compose`, {
		path: "/calendar/action/compose",
		rru: "addevent",
		subject: one.title,
		startdt,
		enddt,
		body: body(one),
		location: one.where,
	});
}

/** The way to a place, at OpenStreetMap: by its coordinates, or else by its address. */
export const route = (to: string) => address("https://www.openstreetmap.org/directions", { to });
