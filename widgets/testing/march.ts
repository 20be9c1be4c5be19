import { anEvent } from "./feeds.ts";

const at = (start: string, end?: string) => ({ start: `2031-${start}`, end: end && `2031-${end}` });

/**
 * Events in March 2031 and a few after it, in the order of their start: a month with the change to summer time, on Sunday
 * the 30th, of which the grid runs from 24 February to 6 April.
 */
export const march = () => [
	anEvent(0, { title: "Open dag", ...at("03-11T09:30:00+01:00", "03-11T12:00:00+01:00") }),
	anEvent(1, { title: "Lasdemonstratie", status: "cancelled", ...at("03-11T10:00:00+01:00", "03-11T11:00:00+01:00") }),
	anEvent(2, { title: "Robotlab", status: "full", ...at("03-11T13:00:00+01:00", "03-11T15:00:00+01:00") }),
	anEvent(3, { title: "Ouderavond", ...at("03-11T19:00:00+01:00", "03-11T21:00:00+01:00") }),
	anEvent(4, { title: "Avond in New York", timeZone: "America/New_York", ...at("03-14T22:00:00-04:00") }),
	{ ...anEvent(5, { title: "Middag op Mars", ...at("03-18T12:00:00+01:00") }), timeZone: "Mars/Olympus" },
	anEvent(6, { title: "Techniekdriedaagse", ...at("03-24T09:00:00+01:00", "03-27T00:00:00+01:00") }),
	anEvent(7, { title: "Nachtlab", ...at("03-29T22:00:00+01:00", "03-30T10:00:00+02:00") }),
	anEvent(8, { title: "Meetweek", ...at("03-31T09:00:00+02:00", "04-02T17:00:00+02:00") }),
	anEvent(9, { title: "Lentelab", ...at("05-20T14:00:00+02:00", "05-20T16:00:00+02:00") }),
];
