import { findDutchTimes, type WrittenTimes } from "./dutch-times.ts";
import { addDays } from "./zoned-time.ts";

/** What a date in running text is for. Only `moment` may become the date of an event. */
export type DateRole = "moment" | "published" | "deadline";

/** A date as somebody wrote it, read. Dates are `2026-05-17`, times `10:00`, both on the clock of the text's place. */
export interface WrittenDate {
	readonly start: string;
	readonly end?: string | undefined;
	readonly startTime?: string | undefined;
	readonly endTime?: string | undefined;
	readonly role: DateRole;
	/** Whether a deadline ends before this day begins: "vóór 1 december" has 30 November as its last day. */
	readonly isExclusive: boolean;
	/** The words read, and where they begin in the text. */
	readonly exact: string;
	readonly index: number;
	/** 0 to 1; lower where the year had to be supplied. */
	readonly confidence: number;
}

const months = ["jan", "feb", "maa|mar|mrt", "apr", "mei|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec"];
export const monthNames =
	"jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|mrt|mar|apr(?:il)?|mei|may|june?|juni|july?|juli|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const weekdayNames =
	"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|morgen|middag|avond)?|ma|di|wo|woe|do|vr|vrij|za|zat|zo|zon|din|don|maa|(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const weekdays = [
	/^(?:zo|sun)/,
	/^(?:ma|mon)/,
	/^(?:di|tue)/,
	/^(?:wo|wed)/,
	/^(?:do|thu)/,
	/^(?:vr|fri)/,
	/^(?:za|sat)/,
];

const weekday = `(?:(?:${weekdayNames})\\b\\.?,?\\s+(?:de\\s+|den\\s+)?)`;
const ordinal = "(?:e|ste|de|st|nd|rd|th)?";
const day = `(\\d{1,2})${ordinal}`;
const month = `(${monthNames})\\b\\.?`;
const year = "(?:,?\\s+(?:van\\s+)?((?:19|20)\\d{2}|['’]\\d{2})\\b)?";
const through = "\\s*(?:t\\/m|tm\\b|tot\\s+en\\s+met|tot|through|until|to\\b|–|—|-|−|en\\b|and\\b|&|,)\\s*";

/** "za 17 mei 2026", "17 t/m 19 mei", "vrijdag 29 mei tot en met dinsdag 2 juni 2026", "17, 18 en 19 mei". */
const inWords = new RegExp(
	`(?<![\\d.,:/-])(${weekday})?${day}(?:\\s+(?:of\\s+)?${month}${year})?(?:((?:,\\s*(?:${weekday})?\\d{1,2}(?!\\d))*)${through}(?:${weekday})?(\\d{1,2})${ordinal}(?!\\d|[.:u]\\d|\\s*(?:uur|u\\b|h\\b|[ap]m\\b)))?(?:\\s+(?:of\\s+)?${month}${year})?`,
	"gi",
);
const oneDay = new RegExp(`^${weekday}?${day}\\s+(?:of\\s+)?${month}${year}`, "i");
/** "November 20, 2026", "vrijdag, november 20", "mei 17": as English calendars and translated plug-ins write it. */
const monthFirst = new RegExp(
	`(?<![\\d\\p{L}.-]|\\d\\s|\\d(?:e|de|ste)\\s)(${weekday})?(${monthNames})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:]|\\s*(?:uur|${monthNames})\\b)(?:,?\\s+((?:19|20)\\d{2})\\b)?`,
	"giu",
);
const sign = "[-/.]";
/** "17-05-2026", "17/5/2026", "17.05.2026", "17-05-'26", ISO 8601 "2026-05-17", "17-05-2026 t/m 19-05-2026", "za 17/5". */
const inDigits = new RegExp(
	`(?<![\\d.€-])(${weekday})?(?:(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)|(\\d{1,2})(${sign})(\\d{1,2})(?:\\6((?:19|20)\\d{2}|['’]?\\d{2})(?!\\d))?)(?![\\d-]|[.,]\\d)(?:\\s*(?:t\\/m|tot\\s+en\\s+met|tot|–|—|-)\\s*(?:${weekday})?(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})${sign}(\\d{1,2})${sign}((?:19|20)\\d{2}))(?![\\d-]))?`,
	"gi",
);

const publishedBefore =
	/(?:gepubliceerd|geplaatst|gepost|bijgewerkt|gewijzigd|aangepast|aangemaakt|geschreven|vastgesteld|bekendgemaakt|nieuws(?:bericht)?|publicatiedatum|publicatie|datum bericht|plaatsingsdatum|posted|published|updated|modified|created|copyright|©)\b(?:\s+(?:op|door|:|laatst)\b)?[^.!?\n]{0,25}$|©\s*$/i;
const publishedAlone =
	/(?:gepubliceerd|geplaatst|gewijzigd|bijgewerkt|publicatiedatum|published|posted|updated)(?:\s+op)?\s*:?\s*\n\s*$/i;
const limit = `(?:tot\\s+en\\s+met|t\\/m|tot|uiterlijk(?:\\s+op)?|(?<exclusive>v[óo][óo]r|voor|before)|by|until)`;
const limitBefore = new RegExp(`\\b${limit}:?\\s*(?:${weekday})?$`, "iu");
const deadlineWord =
	/aan(?:ge)?meld|aan te melden|opgeven|opgave|opgegeven|in(?:ge)?schrij|reageer|reageren|reactie|solliciteer|solliciteren|sollicitatie|inzend|inlever|indien|deadline|sluit|apply|register|registration|sign up|meld (?:je|u)|stuur|mail/i;
const deadlineLabel =
	/(?:sluitings?datum|sluit(?:\s+op)?|deadline|reageer(?:\s*termijn)?|reageren|vacature\s+sluit|closing date|(?:aanmelden|inschrijven|solliciteren|reageren)\s+(?:kan\s+)?(?:tot(?:\s+en\s+met)?|t\/m|v[óo][óo]r|voor|uiterlijk))(?:\s+(?:is|op|kan|:))*\s*:?\s*(?:op\s+)?$/i;

function dateOf(y: number, m: number, d: number): string | undefined {
	const date = new Date(Date.UTC(y, m - 1, d));
	return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.toISOString().slice(0, 10) : undefined;
}

export const monthOf = (name: string) => months.findIndex((start) => new RegExp(`^(?:${start})`, "i").test(name)) + 1;
const yearOf = (digits: string) => (digits.length < 4 ? 2000 + Number(digits.replace(/\D/g, "")) : Number(digits));

/** The year somebody means who leaves it out: the one whose weekday fits, else the next time that the date comes. */
function supplyYear(m: number, d: number, weekdayName: string | undefined, today: string): number | undefined {
	const now = Number(today.slice(0, 4));
	const name = weekdayName?.trim().toLowerCase();
	const wanted = name ? weekdays.findIndex((test) => test.test(name)) : -1;
	const earliest = addDays(today, -60);
	const years = [now - 1, now, now + 1, now + 2].filter((y) => {
		const date = dateOf(y, m, d);
		return date && date >= earliest && (wanted < 0 || new Date(`${date}T00:00Z`).getUTCDay() === wanted);
	});
	return years[0] ?? (wanted < 0 ? now : undefined);
}

type Found = Pick<WrittenDate, "start" | "end" | "exact" | "index" | "confidence">;

function readWords(match: RegExpExecArray, today: string): Found | undefined {
	const [all, weekdayName, day1, month1, year1, , number, month2, year2] = match;
	// "14 november 2026, 10-15u": a number after a whole date begins another thing, unless it has a month of its own.
	const day2 = month1 && !month2 ? undefined : number;
	const exact = day2 === number ? all : (oneDay.exec(all)?.[0] ?? all);
	const lastMonth = month2 ?? month1;
	if (!lastMonth || (month1 && month2 && !day2)) return undefined;
	const m2 = monthOf(lastMonth);
	const m1 = monthOf(month1 ?? lastMonth);
	const written = year2 ?? year1;
	const y1 = written ? yearOf(year1 ?? written) : supplyYear(m1, Number(day1), weekdayName, today);
	if (y1 === undefined) return undefined;
	// "29 december t/m 3 januari 2027": the year written belongs to the end.
	const begin = year2 && !year1 && m1 > m2 ? y1 - 1 : y1;
	const start = dateOf(begin, m1, Number(day1));
	const end = day2
		? dateOf(!written && m2 < m1 ? begin + 1 : yearOf(written ?? String(y1)), m2, Number(day2))
		: undefined;
	if (!start) return undefined;
	const isRange = end !== undefined && end > start;
	const confidence = written ? 0.9 : weekdayName ? 0.8 : 0.6;
	return { start, end: isRange ? end : undefined, exact: exact.trimEnd(), index: match.index, confidence };
}

function readMonthFirst(match: RegExpExecArray, today: string): Found | undefined {
	const [exact, weekdayName, name = "", d, y] = match;
	const m = monthOf(name);
	const itsYear = y ? Number(y) : supplyYear(m, Number(d), weekdayName, today);
	const start = itsYear === undefined ? undefined : dateOf(itsYear, m, Number(d));
	return start ? { start, exact: exact.trimEnd(), index: match.index, confidence: y ? 0.85 : 0.6 } : undefined;
}

function readDigits(match: RegExpExecArray, today: string): Found | undefined {
	const [exact, weekdayName, y, m, d, day1, separator, month1, year1, ...rest] = match;
	// "17/5" is a date where a weekday says so; else it is a fraction, a version, a score.
	if (day1 !== undefined && year1 === undefined && (!weekdayName || separator === ".")) return undefined;
	const months = Number(m ?? month1);
	const itsYear = y ? Number(y) : year1 ? yearOf(year1) : supplyYear(months, Number(day1), weekdayName, today);
	if (itsYear === undefined || itsYear > 2100) return undefined;
	const start = dateOf(itsYear, months, Number(d ?? day1));
	if (!start) return undefined;
	const [y2, m2, d2, endDay, endMonth, endYear] = rest;
	const end = dateOf(Number(y2 ?? endYear), Number(m2 ?? endMonth), Number(d2 ?? endDay));
	const isRange = end !== undefined && end > start;
	const confidence = year1?.length === 2 ? 0.7 : 0.85;
	return { start, end: isRange ? end : undefined, exact: exact.trimEnd(), index: match.index, confidence };
}

/** Role of the date between two places in the text, by the words of its sentence; a label may stand on the line before. */
function roleOf(text: string, index: number, end: number): Pick<WrittenDate, "role" | "isExclusive"> {
	const before = text.slice(Math.max(0, index - 90), index);
	if (publishedBefore.test(before) || publishedAlone.test(before)) return { role: "published", isExclusive: false };
	const sentence = before.replace(/^.*(?:[.!?](?=\s)|\n(?=.*\S))/s, "");
	const limited = limitBefore.exec(before.replace(/\s*\n\s*$/, " "));
	const rest = /^[^.!?\n]{0,60}/.exec(text.slice(end))?.[0] ?? "";
	const isExclusive = limited?.groups?.exclusive !== undefined;
	const onLineBefore = /([^\n]{0,40})\n\s*$/.exec(before)?.[1] ?? "";
	if (limited && (deadlineWord.test(`${sentence} ${onLineBefore}`) || deadlineWord.test(rest)))
		return { role: "deadline", isExclusive };
	if (limited && /^uiterlijk/i.test(limited[0])) return { role: "deadline", isExclusive };
	if (deadlineLabel.test(before)) return { role: "deadline", isExclusive: /(?:v[óo][óo]r|\bvoor):?\s*$/i.test(before) };
	return { role: "moment", isExclusive: false };
}

/** The times that belong to a date: those that follow it before the next date does, else one just before it. */
function timesOf(
	date: Found,
	next: Found | undefined,
	previousEnd: number,
	text: string,
	times: readonly WrittenTimes[],
) {
	const end = date.index + date.exact.length;
	const last = Math.min(next?.index ?? Number.POSITIVE_INFINITY, end + 140);
	const after = times.filter((time) => time.index >= end && time.index < last);
	const chosen = after.find((time) => !time.isArrival) ?? after[0];
	if (chosen) return chosen;
	return times.findLast(
		(time) =>
			time.index >= previousEnd &&
			time.index + time.exact.length <= date.index &&
			/^[^.!?\n]{0,25}$/.test(text.slice(time.index + time.exact.length, date.index)),
	);
}

/**
 * Every date written in Dutch in `text`, in the order of the text, with the times near it. `today` (`2026-11-21`)
 * supplies a year that was left out. A date that words around it mark as a publication date or a deadline keeps that
 * role, so that nobody takes it for the date of an event.
 */
export function findDutchDates(text: string, today: string): WrittenDate[] {
	const all = [
		...[...text.matchAll(inWords)].map((match) => readWords(match, today)),
		...[...text.matchAll(inDigits)].map((match) => readDigits(match, today)),
		...[...text.matchAll(monthFirst)].map((match) => readMonthFirst(match, today)),
	]
		.filter((date) => date !== undefined)
		.toSorted((a, b) => a.index - b.index || b.exact.length - a.exact.length);
	const dates: Found[] = [];
	for (const date of all) {
		const previous = dates.at(-1);
		if (!previous || date.index >= previous.index + previous.exact.length) dates.push(date);
	}
	const overlaps = (time: WrittenTimes) =>
		dates.some((date) => time.index < date.index + date.exact.length && date.index < time.index + time.exact.length);
	const times = dates.length === 0 ? [] : findDutchTimes(text).filter((time) => !overlaps(time));
	return dates.map((date, n) => {
		const end = date.index + date.exact.length;
		const previous = dates[n - 1];
		const time = timesOf(date, dates[n + 1], previous ? previous.index + previous.exact.length : 0, text, times);
		const isNear = time && time.index >= end && time.index - end < 30 && !text.slice(end, time.index).includes("\n");
		return {
			...date,
			startTime: time?.startTime,
			endTime: time?.endTime,
			exact: isNear ? text.slice(date.index, time.index + time.exact.length) : date.exact,
			...roleOf(text, date.index, end),
		};
	});
}
