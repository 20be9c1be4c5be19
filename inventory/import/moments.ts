import { fromZone, inZone, isTimeZone } from "../../shared/text/zoned-time.ts";
import { homeZone } from "./parse/zones.ts";

/** Dates and times as feeds and spreadsheets write them. */

const two = (text: string) => text.padStart(2, "0");

/** Nobody's programme is before or after these; it also keeps whoever computes with a date from overflowing. */
const isSensible = (instant: number) =>
	instant >= Date.parse("1900-01-01T00:00:00Z") && instant <= Date.parse("2200-01-01T00:00:00Z");

interface Written {
	date: string;
	time: string | undefined;
}

/** `2026-11-21 19:30`, `2026-11-21T19:30:00`, `20261121T1930`, `21-11-2026`, `21/11/2026 19.30 uur`. */
function written(text: string): Written | undefined {
	const clock = String.raw`(?:[T ,]+(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2})(?:\.\d+)?)?\s*(?:uur|u)?)?`;
	const iso = new RegExp(String.raw`^(\d{4})-?(\d{2})-?(\d{2})${clock}$`, "i").exec(text);
	const dutch = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${clock}$`, "i").exec(text);
	const [, a = "", month = "", b = "", hour, minute, second] = iso ?? dutch ?? [];
	if (!a) return undefined;
	const date = iso ? `${a}-${month}-${b}` : `${b}-${two(month)}-${two(a)}`;
	// The 31st of November is no day.
	const day = new Date(`${date}T00:00:00Z`);
	if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) return undefined;
	if (hour === undefined) return { date, time: undefined };
	const time = `${two(hour)}:${minute}:${second ?? "00"}`;
	return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time) ? { date, time } : undefined;
}

/** An instant with its offset. A time without one is of `zone`; a date alone is its midnight. Undefined when it is neither. */
export function toInstant(text: string, zone: string = homeZone): string | undefined {
	const own = isTimeZone(zone) ? zone : homeZone;
	const bare = text.trim();
	if (/[T ]\d.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(bare)) {
		const instant = Date.parse(bare.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
		return isSensible(instant) ? inZone(instant, own) : undefined;
	}
	const found = written(bare);
	if (!found) return undefined;
	const instant = fromZone(found.date, found.time ?? "00:00", own);
	return isSensible(instant) ? inZone(instant, own) : undefined;
}

/** A calendar date, of a moment that of its day here; also from the way in which mail and RSS write moments. */
export function toDate(text: string): string | undefined {
	const bare = text.trim();
	const found = written(bare);
	if (found) return found.date;
	const instant = Date.parse(bare);
	// Anything with a digit is a date to this runtime: only what looks like one is tried.
	if (!/^(?:\w{3,9},? )?\d{1,2} \w{3,9} \d{4}|^\d{4}-\d{2}-\d{2}T/.test(bare) || !isSensible(instant)) return undefined;
	return inZone(instant, homeZone).slice(0, 10);
}
