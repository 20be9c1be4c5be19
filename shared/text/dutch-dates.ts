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
	/** The words read, and where they begin in the text. */
	readonly exact: string;
	readonly index: number;
	/** 0 to 1; lower where the year had to be supplied. */
	readonly confidence: number;
}

const months = ["jan", "feb", "maa|mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const monthNames =
	"jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const weekdayNames = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo";
const weekdays = ["zo", "ma", "di", "wo", "do", "vr", "za"];

const weekday = `(?:(?:${weekdayNames})\\.?,?\\s+)`;
const day = "(\\d{1,2})(?:e|ste|de)?";
const month = `(${monthNames})\\b\\.?`;
const year = "(?:,?\\s+(?:van\\s+)?'?((?:19|20)\\d{2})\\b)?";
const through = "\\s*(?:t\\/m|tot\\s+en\\s+met|tot|–|—|-|en|&|,)\\s*";

/** "za 17 mei 2026", "17 t/m 19 mei", "vrijdag 29 mei tot en met dinsdag 2 juni 2026", "17, 18 en 19 mei". */
const inWords = new RegExp(
	`(?<![\\d.,:/-])(${weekday})?${day}(?:\\s+${month}${year})?(?:((?:,\\s*\\d{1,2}(?!\\d))*)${through}(?:${weekday})?(\\d{1,2})(?:e|ste|de)?(?!\\d|[.:]\\d|\\s*uur))?(?:\\s+${month}${year})?`,
	"gi",
);
/** "17-05-2026", "17/5/2026", "17.05.2026" and ISO 8601 "2026-05-17". */
const inDigits = /(?<![\d.-])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})([-/.])(\d{1,2})\5((?:19|20)\d{2}))(?![\d-])/g;

const clock = "(\\d{1,2})(?:[.:u](\\d{2}))?";
/** The time right after a date: "van 10 tot 15 uur", "10.00 - 15.00 uur", "om 19:30", "vanaf 9.30 u". */
const timesAfter = new RegExp(
	`^[\\s,|•·:–—()-]*(?:(?:om|van|vanaf|tussen|aanvang|start|tijd(?:stip)?|inloop|in de|ochtend|middag|avond)[\\s:]+)*${clock}(?:\\s*(?:uur|u\\b))?(?:\\s*(?:tot(?:\\s+en\\s+met)?|t\\/m|en|–|—|-)\\s*${clock})?\\s*(uur|u\\b)?`,
	"i",
);

const publishedBefore =
	/(?:gepubliceerd|geplaatst|gepost|bijgewerkt|gewijzigd|aangepast|geschreven|nieuws(?:bericht)?|publicatiedatum|datum bericht|posted|published|updated|©)(?:\s+(?:op|door|:|laatst)\b)?[^.!?\n]{0,25}$/i;
const deadlineBefore =
	/(?:uiterlijk|v[óo][óo]r|sluit(?:ings?datum)?|deadline|reageren|reageer|solliciteren|solliciteer|aanmelden|inschrijven|aanmelding|inschrijving)\b[^.!?\n]{0,25}\b(?:uiterlijk|tot(?:\s+en\s+met)?|t\/m|v[óo][óo]r|op|is|:)[^.!?\n]{0,12}$|(?:uiterlijk|sluitingsdatum:?|deadline:?)\s*(?:op\s+)?$/i;

const two = (n: number) => String(n).padStart(2, "0");

function dateOf(y: number, m: number, d: number): string | undefined {
	const date = new Date(Date.UTC(y, m - 1, d));
	return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.toISOString().slice(0, 10) : undefined;
}

const monthOf = (name: string) => months.findIndex((start) => new RegExp(`^(?:${start})`, "i").test(name)) + 1;

/** The year somebody means who leaves it out: the one whose weekday fits, else the next time that the date comes. */
function supplyYear(m: number, d: number, weekdayName: string | undefined, today: string): number | undefined {
	const now = Number(today.slice(0, 4));
	const wanted = weekdayName ? weekdays.indexOf(weekdayName.trim().slice(0, 2).toLowerCase()) : -1;
	const earliest = addDays(today, -60);
	const years = [now - 1, now, now + 1, now + 2].filter((y) => {
		const date = dateOf(y, m, d);
		return date && date >= earliest && (wanted < 0 || new Date(`${date}T00:00Z`).getUTCDay() === wanted);
	});
	return years[0] ?? (wanted < 0 ? now : undefined);
}

function timeOf(hours: string | undefined, minutes: string | undefined): string | undefined {
	if (hours === undefined) return undefined;
	const [h, m] = [Number(hours), Number(minutes ?? 0)];
	return h < 24 && m < 60 ? `${two(h)}:${two(m)}` : undefined;
}

function timesIn(after: string) {
	const match = timesAfter.exec(after);
	if (!match) return undefined;
	const [exact, h1, m1, h2, m2, word] = match;
	// A bare number is no time: it needs "uur", minutes, or a range that has one of them.
	if (!word && m1 === undefined && !/uur|\bu\b/i.test(exact)) return undefined;
	const startTime = timeOf(h1, m1);
	return startTime ? { exact, startTime, endTime: timeOf(h2, m2) } : undefined;
}

function roleOf(before: string): DateRole {
	const near = before.slice(-70);
	return deadlineBefore.test(near) ? "deadline" : publishedBefore.test(near) ? "published" : "moment";
}

type Found = Pick<WrittenDate, "start" | "end" | "exact" | "index" | "confidence">;

function readWords(match: RegExpExecArray, today: string): Found | undefined {
	const [exact, weekdayName, day1, month1, year1, , day2, month2, year2] = match;
	const lastMonth = month2 ?? month1;
	if (!lastMonth || (month1 && month2 && !day2)) return undefined;
	const m2 = monthOf(lastMonth);
	const m1 = monthOf(month1 ?? lastMonth);
	const written = year2 ?? year1;
	const y1 = written ? Number(year1 ?? written) : supplyYear(m1, Number(day1), weekdayName, today);
	if (y1 === undefined) return undefined;
	// "29 december t/m 3 januari 2027": the year written belongs to the end.
	const begin = year2 && !year1 && m1 > m2 ? y1 - 1 : y1;
	const start = dateOf(begin, m1, Number(day1));
	const end = day2 ? dateOf(!written && m2 < m1 ? begin + 1 : Number(written ?? y1), m2, Number(day2)) : undefined;
	if (!start) return undefined;
	const isRange = end !== undefined && end > start;
	const confidence = written ? 0.9 : weekdayName ? 0.8 : 0.6;
	return { start, end: isRange ? end : undefined, exact: exact.trimEnd(), index: match.index, confidence };
}

function readDigits(match: RegExpExecArray): Found | undefined {
	const [exact, y, m, d, day1, , month1, year1] = match;
	const start = dateOf(Number(y ?? year1), Number(m ?? month1), Number(d ?? day1));
	return start ? { start, exact, index: match.index, confidence: 0.85 } : undefined;
}

/**
 * Every date written in Dutch in `text`, in the order of the text, with the times that follow it. `today` (`2026-11-21`)
 * supplies a year that was left out. A date that a word before it marks as a publication date or a deadline keeps that
 * role, so that nobody takes it for the date of an event.
 */
export function findDutchDates(text: string, today: string): WrittenDate[] {
	const found = [
		...[...text.matchAll(inWords)].map((match) => readWords(match, today)),
		...[...text.matchAll(inDigits)].map(readDigits),
	].filter((date) => date !== undefined);
	return found
		.toSorted((a, b) => a.index - b.index)
		.map((date) => {
			const after = date.index + date.exact.length;
			const times = timesIn(text.slice(after, after + 80));
			return {
				...date,
				startTime: times?.startTime,
				endTime: times?.endTime,
				exact: times ? text.slice(date.index, after + times.exact.length).trimEnd() : date.exact,
				role: roleOf(text.slice(0, date.index)),
			};
		});
}

/** A stretch of time in words: its dates, and the words as they should be shown. */
export interface WrittenPeriod {
	readonly start: string;
	readonly end: string;
	readonly label: string;
	readonly index: number;
}

const seasons: Readonly<Record<string, readonly [string, string]>> = {
	voorjaar: ["03-01", "05-31"],
	lente: ["03-01", "05-31"],
	zomer: ["06-01", "08-31"],
	najaar: ["09-01", "11-30"],
	herfst: ["09-01", "11-30"],
};

/** "schooljaar 2026/27", "studiejaar 2026-2027" (1 August to 31 July), "voorjaar 2027", "2023-2027"; the first in the text. */
export function findPeriod(text: string): WrittenPeriod | undefined {
	const school = /\b(?:school|studie|cursus)jaar\s+((?:19|20)(\d{2}))\s*[-–/]\s*(?:(?:19|20))?(\d{2})\b/i.exec(text);
	const season = /\b(voorjaar|lente|zomer|najaar|herfst)\s+(?:van\s+)?((?:19|20)\d{2})\b/i.exec(text);
	const years = /(?<![\d-])((?:19|20)\d{2})\s*(?:[-–]|t\/m|tot en met)\s*((?:19|20)\d{2})(?![\d-])/i.exec(text);
	const candidates: WrittenPeriod[] = [];
	if (school?.[1] && Number(school[3]) === (Number(school[2]) + 1) % 100) {
		const first = Number(school[1]);
		candidates.push({ start: `${first}-08-01`, end: `${first + 1}-07-31`, label: school[0], index: school.index });
	}
	const dates = seasons[season?.[1]?.toLowerCase() ?? ""];
	if (season && dates) {
		const [from, to] = dates.map((date) => `${season[2]}-${date}`);
		if (from && to) candidates.push({ start: from, end: to, label: season[0], index: season.index });
	}
	if (years?.[1] && years[2] && years[1] < years[2])
		candidates.push({ start: `${years[1]}-01-01`, end: `${years[2]}-12-31`, label: years[0], index: years.index });
	return candidates
		.toSorted((a, b) => a.index - b.index)
		.find(
			(period) =>
				!(
					period.index === years?.index &&
					school &&
					period.index > school.index &&
					period.index < school.index + school[0].length
				),
		);
}
