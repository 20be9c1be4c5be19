import type { Language } from "../../vocabularies/vocabulary.ts";
import type { Saying, Wish } from "./side.ts";

/** From and until which day it can take place, ISO dates; open where nothing is said. */
export interface Period {
	from?: string | undefined;
	until?: string | undefined;
}

export const periodOf = ({ start, end }: Pick<Wish, "start" | "end">): Period => ({ from: start, until: end });

const before = (one: string | undefined, other: string | undefined) =>
	one !== undefined && other !== undefined && one < other;

/** Whether there is a day in both, today or later. */
export const overlaps = (one: Period, other: Period, today: string): boolean =>
	!before(one.until, other.from) &&
	!before(other.until, one.from) &&
	!before(one.until, today) &&
	!before(other.until, today);

/** Made once: making one costs a hundred times as much as using it. */
const formats = Object.fromEntries(
	(["nl", "en"] as const).map((language) => {
		const format = (options: Intl.DateTimeFormatOptions) =>
			new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { timeZone: "UTC", ...options });
		const month = { month: "long", year: "numeric" } as const;
		return [language, { day: format({ day: "numeric", ...month }), month: format(month) }];
	}),
) as Record<Language, Record<"day" | "month", Intl.DateTimeFormat>>;

const text = (day: string, language: Language, form: "day" | "month") =>
	formats[language][form].format(new Date(`${day}T00:00:00Z`));
const lastOfMonth = (day: string) => {
	const [year = 0, month = 0] = day.split("-").map(Number);
	return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

export const dayText = (day: string, language: Language): string => text(day, language, "day");

function say({ from, until }: Period, language: Language): string {
	if (from?.endsWith("-01") && until === lastOfMonth(from)) return text(from, language, "month");
	const [first, last] = [from && dayText(from, language), until && dayText(until, language)];
	if (language === "nl") {
		if (first && last) return `${first} tot en met ${last}`;
		return first ? `vanaf ${first}` : last ? `tot en met ${last}` : "altijd";
	}
	if (first && last) return `${first} until ${last}`;
	return first ? `from ${first}` : last ? `until ${last}` : "any time";
}

/** "mei 2027", "vanaf 1 mei 2027", "1 mei 2027 tot en met 4 juni 2027". */
export const periodText = (period: Period): Saying => ({ nl: say(period, "nl"), en: say(period, "en") });
