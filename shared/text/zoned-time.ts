/** Wall-clock time in a zone, and the way back. Nothing here knows the machine's own zone. */

/** Whether this runtime knows `zone` as an IANA time zone. */
export function isTimeZone(zone: string): boolean {
	if (formats.has(zone)) return true;
	try {
		formatIn(zone);
		return true;
	} catch {
		return false;
	}
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
	let format = formats.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat("en-US", {
			timeZone: zone,
			hourCycle: "h23",
			year: "numeric",
			month: "2-digit",
			day: "2-digit",
			hour: "2-digit",
			minute: "2-digit",
			second: "2-digit",
		});
		formats.set(zone, format);
	}
	return format;
}

function partsIn(zone: string, instant: number): Record<string, number> {
	const format = formatIn(zone);
	return Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
}

/** Minutes that `zone` is ahead of UTC at `instant` (milliseconds). */
export function offsetOf(zone: string, instant: number): number {
	const p = partsIn(zone, instant);
	const local = Date.UTC(p.year ?? 0, (p.month ?? 1) - 1, p.day, p.hour, p.minute, p.second);
	return Math.round((local - Math.floor(instant / 1000) * 1000) / 60_000);
}

const two = (n: number) => String(Math.trunc(n)).padStart(2, "0");

/** `instant` (milliseconds) as RFC 3339 with the offset that `zone` has then: `2026-11-21T09:30:00+01:00`. */
export function inZone(instant: number, zone: string): string {
	const offset = offsetOf(zone, instant);
	const local = new Date(instant + offset * 60_000).toISOString().slice(0, 19);
	const sign = offset < 0 ? "-" : "+";
	return `${local}${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/**
 * The instant (milliseconds) at which clocks in `zone` show `date` (`2026-03-29`) and `time` (`14:30`).
 * A time that a summer-time change skips moves forward by the hour skipped, as RFC 5545 prescribes.
 */
export function fromZone(date: string, time: string, zone: string): number {
	const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
	const before = offsetOf(zone, wall - 24 * 3_600_000);
	const guess = wall - before * 60_000;
	const actual = offsetOf(zone, guess);
	if (actual === before) return guess;
	const other = wall - actual * 60_000;
	return offsetOf(zone, other) === actual ? other : guess;
}

/** The calendar date that clocks in `zone` show at `instant` (milliseconds): `2026-11-21`. */
export function dateIn(zone: string, instant: number): string {
	return inZone(instant, zone).slice(0, 10);
}

/** `date` moved by whole days. */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
