import { tzlib_get_ical_block, tzlib_get_offset, tzlib_get_timezones } from "timezones-ical-library";
import { addDays, inZone, offsetOf } from "../text/zoned-time.ts";

/**
 * Time zones as iCalendar describes them. The descriptions come from a library, the times from this runtime; the two may hold
 * different editions of the time zone database, so a time is only written in a zone where both agree about it.
 */

const known = new Set<string>(tzlib_get_timezones(false));

/** The VTIMEZONE component of `zone` under its own name: the library gives aliases under the name of the zone they stand for. */
export function vtimezone(zone: string): string | null {
	const [block] = known.has(zone) ? tzlib_get_ical_block(zone, false) : [];
	return block?.replace(/^TZID:.*$/m, `TZID:${zone}`) ?? null;
}

/** Looking an offset up in the library is slow, and events share days: kept by zone and day. */
const midnights = new Map<string, string>();
const midnightsAtMost = 20_000;

function offsetAtMidnight(zone: string, date: string): string {
	const key = `${zone} ${date}`;
	const found = midnights.get(key);
	if (found !== undefined) return found;
	if (midnights.size >= midnightsAtMost) midnights.clear();
	const offset = tzlib_get_offset(zone, date, "00:00");
	midnights.set(key, offset);
	return offset;
}

/** Whether clocks in `zone` show the time that they show at `instant` at another instant too, because they were set back. */
function isAmbiguous(zone: string, instant: number): boolean {
	const own = offsetOf(zone, instant);
	return [-6, 6].some((hours) => {
		const other = offsetOf(zone, instant + hours * 3_600_000);
		return other !== own && offsetOf(zone, instant + (own - other) * 60_000) === other;
	});
}

/**
 * Whether the wall-clock time that `zone` shows at `instant` (milliseconds) leads every reader of {@link vtimezone} back to that
 * instant. It does not in the hours that clocks show twice when summer time ends, which readers resolve in different ways, nor
 * in a zone or at a time that the library and this runtime know differently.
 */
export function isReadable(zone: string, instant: number): boolean {
	if (!known.has(zone)) return false;
	const local = inZone(instant, zone);
	const date = local.slice(0, 10);
	const offset = local.slice(19).replace(":", "");
	const before = offsetAtMidnight(zone, date);
	if (before === offsetAtMidnight(zone, addDays(date, 1))) return before === offset;
	return !isAmbiguous(zone, instant) && tzlib_get_offset(zone, date, local.slice(11, 16)) === offset;
}
