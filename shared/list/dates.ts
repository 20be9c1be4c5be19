import type { Language } from "../vocabularies/vocabulary.ts";

/** Zone of all dates without one: where the regions are. */
export const homeZone = "Europe/Amsterdam";

export type Style = keyof typeof styles;

const styles = {
	/** zaterdag 21 november 2026 */
	day: { dateStyle: "full" },
	/** 21 november 2026 */
	date: { dateStyle: "long" },
	/** za 21 nov 09:30 */
	short: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
	/** 09:30 */
	time: { timeStyle: "short" },
	/** 09:30 CET */
	zone: { hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
	/** 21 november 2026 om 09:30 */
	stamp: { dateStyle: "long", timeStyle: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * `instant` (RFC 3339) as people write it in `language`, on the clocks of `zone` (IANA name; one that is not known here is
 * read as {@link homeZone}). A date without a time is the day it names.
 */
export function formatDate(instant: string | number, style: Style, language: Language, zone = homeZone): string {
	const key = `${language}${style}${zone}`;
	let format = formats.get(key);
	if (!format) {
		// Making one is slow, so that a list of 200 must not make 400.
		const make = (timeZone: string | undefined) =>
			new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { ...styles[style], timeZone });
		try {
			format = make(zone);
		} catch {
			format = make(homeZone);
		}
		formats.set(key, format);
	}
	return format.format(typeof instant === "string" ? Date.parse(instant) : instant);
}

/** The date (`2026-11-21`) in the regions, `days` from today by the clock of this machine. */
export const today = (days = 0) =>
	new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv", { timeZone: homeZone });

/** Whole days from today until `date` (`2026-11-28`): 0 is today. */
export const daysUntil = (date: string) =>
	Math.round((Date.parse(date.slice(0, 10)) - Date.parse(today())) / 86_400_000);

/** Whether clocks in the two zones show another time at `instant`. */
export const differs = (instant: string, one: string, other: string) =>
	formatDate(instant, "short", "nl", one) !== formatDate(instant, "short", "nl", other);
