import type { Language } from "../../../shared/vocabularies/vocabulary.ts";

const locales = { nl: "nl-NL", en: "en-GB" } as const satisfies Record<Language, string>;

const zoneOrDefault = (zone: string) => {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
	} catch {
		return "Europe/Amsterdam";
	}
};

/** `21 november 2026 om 19:30` for an instant, on the clocks of `zone`; the text itself where it is no instant. */
export function momentText(instant: string, language: Language, zone = "Europe/Amsterdam"): string {
	const time = Date.parse(instant);
	if (Number.isNaN(time)) return instant;
	return new Intl.DateTimeFormat(locales[language], {
		dateStyle: "long",
		timeStyle: "short",
		timeZone: zoneOrDefault(zone),
	}).format(time);
}

/** `21 november 2026` for a calendar date. */
export function dateText(date: string, language: Language): string {
	const time = Date.parse(`${date}T00:00:00Z`);
	if (Number.isNaN(time)) return date;
	return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(time);
}

const steps = [
	{ unit: "minute", size: 60_000, limit: 3_600_000 },
	{ unit: "hour", size: 3_600_000, limit: 86_400_000 },
	{ unit: "day", size: 86_400_000, limit: 7 * 86_400_000 },
] as const;

// What Intl makes of zero minutes ("binnen een minuut") is about what is to come.
const justNow = { nl: "zojuist", en: "just now" } as const satisfies Record<Language, string>;

/** How long ago, up to a week; a date after that. Both in milliseconds since 1970. */
export function agoText(instant: string, language: Language, now: number): string {
	const ago = now - Date.parse(instant);
	if (Number.isNaN(ago)) return instant;
	const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" });
	if (ago < 60_000) return justNow[language];
	const step = steps.find(({ limit }) => ago < limit);
	if (step) return relative.format(-Math.floor(ago / step.size), step.unit);
	return new Intl.DateTimeFormat(locales[language], { dateStyle: "medium", timeZone: "Europe/Amsterdam" }).format(
		now - ago,
	);
}

export const numberText = (value: number, language: Language): string =>
	// As people type it back in: a decimal comma in Dutch, no thousands separators.
	new Intl.NumberFormat(locales[language], { useGrouping: false, maximumFractionDigits: 10 }).format(value);

/** A number as people write it ("12,5"), or undefined. */
export function numberFrom(text: string): number | undefined {
	const plain = text.trim().replace(",", ".");
	return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
