import ICAL from "ical.js";
import { fromZone, inZone, isTimeZone } from "../../../shared/text/zoned-time.ts";

/** How a calendar's clock times become instants. */
export interface Zone {
	/** The IANA name in which the event is shown. */
	name: string;
	/** Wall time (milliseconds that read as the clock does when taken for UTC) to instant, and back. */
	toInstant(wall: number): number;
	toWall(instant: number): number;
}

export const homeZone = "Europe/Amsterdam";

/** What Microsoft's programs call the zones that occur here. */
const others: Readonly<Record<string, string>> = {
	"w. europe standard time": homeZone,
	"romance standard time": homeZone,
	"central europe standard time": homeZone,
	"central european standard time": homeZone,
	"(utc+01:00) amsterdam, berlin, bern, rome, stockholm, vienna": homeZone,
	"(utc+01:00) brussels, copenhagen, madrid, paris": homeZone,
	"gmt standard time": "Europe/London",
	"fle standard time": "Europe/Helsinki",
	"e. europe standard time": "Europe/Bucharest",
	"eastern standard time": "America/New_York",
};

/** `/mozilla.org/20050126_1/Europe/Amsterdam` is Europe/Amsterdam. */
function knownName(id: string): string | undefined {
	const [tail = id] = /[A-Za-z_]+(?:\/[A-Za-z_+-]+){1,2}$/.exec(id) ?? [];
	for (const name of [id, tail, tail.replace(/^[^/]+\/(?=.+\/)/, ""), others[id.toLowerCase()] ?? ""])
		if (/^[A-Za-z_]+\/[A-Za-z_+/-]+$/.test(name) && isTimeZone(name)) return name;
	return undefined;
}

export function ianaZone(name: string): Zone {
	return {
		name,
		toInstant(wall) {
			const text = new Date(wall).toISOString();
			return fromZone(text.slice(0, 10), text.slice(11, 19), name);
		},
		toWall: (instant) => Date.parse(`${inZone(instant, name).slice(0, 19)}Z`),
	};
}

const utc: Zone = { name: homeZone, toInstant: (wall) => wall, toWall: (instant) => instant };

/** A zone that only the calendar itself describes: its VTIMEZONE tells the instants, and they are shown in ours. */
function describedZone(block: string): Zone {
	const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(block)));
	const toInstant = (wall: number) => {
		const time = ICAL.Time.fromJSDate(new Date(wall), true);
		return wall - zone.utcOffset(time) * 1000;
	};
	return {
		name: homeZone,
		toInstant,
		// Two steps settle on the offset that holds then.
		toWall: (instant) => {
			const guess = instant + (instant - toInstant(instant));
			return instant + (guess - toInstant(guess));
		},
	};
}

/**
 * Finds the zone of a TZID: the runtime's own knowledge first, which is newer than what calendars carry along, else the
 * calendar's VTIMEZONE, else the calendar's zone. A time in UTC is of no zone, a time without either of the calendar's.
 */
export function zonesOf(blocks: ReadonlyMap<string, string>, calendarZone: string | undefined) {
	const own = ianaZone((calendarZone && knownName(calendarZone)) || homeZone);
	const found = new Map<string, Zone>();
	return (id: string | undefined, isUtc: boolean): Zone => {
		if (isUtc) return utc;
		if (!id) return own;
		let zone = found.get(id);
		if (!zone) {
			const name = knownName(id);
			const block = blocks.get(id);
			try {
				zone = name ? ianaZone(name) : block ? describedZone(block) : own;
			} catch {
				zone = own;
			}
			found.set(id, zone);
		}
		return zone;
	};
}
