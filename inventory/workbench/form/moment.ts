import { fromZone, inZone } from "../../../shared/text/zoned-time.ts";
import { type Draft, valueAt, withValue } from "./path.ts";

export const defaultZone = "Europe/Amsterdam";

/** Zones that events near the Netherlands are held in; another one that a record has is kept and shown too. */
export const commonZones = ["Europe/Amsterdam", "Europe/Brussels", "Europe/Berlin", "Europe/London", "UTC"] as const;

export interface WallTime {
	/** `2026-11-21` */
	date: string;
	/** `19:30` */
	time: string;
}

/** A date and time of which a part is still missing, as a draft holds it while somebody types: `2026-11-21T`. */
const unfinished = /^(\d{4,6}-\d\d-\d\d)?T(\d\d:\d\d)?$/;

export const isUnfinished = (value: unknown): boolean => typeof value === "string" && unfinished.test(value);

/** What a draft holds for this date and time: an instant, the unfinished part, or undefined for nothing at all. */
export function momentFrom(wall: WallTime, zone: string): string | undefined {
	if (!wall.date && !wall.time) return undefined;
	return instantOf(wall, zone) ?? `${wall.date}T${wall.time}`;
}

/** What the clocks in `zone` show at an instant, or the part that was filled in; empty for nothing. */
export function wallTime(instant: unknown, zone: string): WallTime {
	const part = typeof instant === "string" ? unfinished.exec(instant) : null;
	if (part) return { date: part[1] ?? "", time: part[2] ?? "" };
	const at = typeof instant === "string" ? Date.parse(instant) : Number.NaN;
	if (Number.isNaN(at)) return { date: "", time: "" };
	const local = inZone(at, zone);
	return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** The instant at which the clocks in `zone` show this; undefined while the date or time is not yet whole. */
export function instantOf({ date, time }: WallTime, zone: string): string | undefined {
	// A year of four digits, typed one by one, passes through 0002 and 0020 on its way.
	if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return undefined;
	return inZone(fromZone(date, time, zone), zone);
}

export const zoneOf = (draft: Draft): string => {
	const zone = draft.timeZone;
	if (typeof zone !== "string") return defaultZone;
	try {
		new Intl.DateTimeFormat("en", { timeZone: zone });
		return zone;
	} catch {
		return defaultZone;
	}
};

const momentKeys = ["start", "end", "previousStart"] as const;

/** The draft in another zone with the same times on the clock: somebody corrects the zone, not when people should come. */
export function inOtherZone(draft: Draft, zone: string): Draft {
	const before = zoneOf(draft);
	const moved = withValue(draft, "timeZone", zone);
	const after = zoneOf(moved);
	return momentKeys.reduce((result, key) => {
		const instant = instantOf(wallTime(valueAt(draft, key), before), after);
		return instant === undefined ? result : withValue(result, key, instant);
	}, moved);
}
