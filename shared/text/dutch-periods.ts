import { monthNames, monthOf } from "./dutch-dates.ts";

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
	begin: ["01-01", "03-31"],
	medio: ["05-01", "08-31"],
	midden: ["05-01", "08-31"],
	eind: ["10-01", "12-31"],
};
const quarters = [
	["01-01", "03-31"],
	["04-01", "06-30"],
	["07-01", "09-30"],
	["10-01", "12-31"],
] as const;
const ranks = ["eerste", "tweede", "derde", "vierde"];

const year = "((?:19|20)\\d{2})";
const through = "\\s*(?:[-–—]|t\\/m|tot\\s+en\\s+met|tot|en|\\/)\\s*";
const school =
	/\b(?:school|studie|cursus)jaar\s+(?:(?:19|20)|['’])?(\d{2})\s*(?:[-–—/]|en|t\/m)\s*(?:(?:19|20)|['’])?(\d{2})\b/gi;
const season = new RegExp(
	`\\b(voorjaar|lente|zomer|najaar|herfst|begin|medio|midden|eind)\\s+(?:van\\s+(?:het\\s+jaar\\s+)?)?${year}\\b`,
	"gi",
);
const quarter = new RegExp(
	`\\b(?:(eerste|tweede|derde|vierde|[1-4]e)\\s+kwartaal|Q([1-4])|(eerste|tweede)\\s+helft)\\s+(?:van\\s+)?${year}\\b`,
	"gi",
);
const monthsOfYears = new RegExp(
	`(?<!\\d\\s)\\b(${monthNames})\\.?\\s+(?:${year}\\s*)?(?:t\\/m|tot\\s+en\\s+met|tot|–|-)\\s*(${monthNames})\\.?\\s+${year}\\b`,
	"gi",
);
const years = new RegExp(`(?<![\\d-])${year}${through}${year}(?![\\d-])`, "gi");

const notPlanned = /(?:©|copyright|tel\.?|telefoon|sinds|gepubliceerd|gewijzigd|bijgewerkt|kvk)[^\n]{0,12}$/i;

const lastDay = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
const two = (n: number) => String(n).padStart(2, "0");

function* candidates(text: string): Generator<WrittenPeriod> {
	for (const match of text.matchAll(school)) {
		const first = 2000 + Number(match[1]);
		if (Number(match[2]) === (first + 1) % 100)
			yield { start: `${first}-08-01`, end: `${first + 1}-07-31`, label: match[0], index: match.index };
	}
	for (const match of text.matchAll(season)) {
		const [from, to] = seasons[match[1]?.toLowerCase() ?? ""] ?? [];
		if (from && to)
			yield { start: `${match[2]}-${from}`, end: `${match[2]}-${to}`, label: match[0], index: match.index };
	}
	for (const match of text.matchAll(quarter)) {
		const [label, rank, digit, part, y] = match;
		const n = rank ? Number.parseInt(rank, 10) || ranks.indexOf(rank.toLowerCase()) + 1 : Number(digit);
		const [from, to] = part
			? /eerste/i.test(part)
				? (["01-01", "06-30"] as const)
				: (["07-01", "12-31"] as const)
			: (quarters[n - 1] ?? quarters[0]);
		yield { start: `${y}-${from}`, end: `${y}-${to}`, label, index: match.index };
	}
	for (const match of text.matchAll(monthsOfYears)) {
		const [label, from = "", y1, to = "", y2] = match;
		const last = Number(y2);
		const first = Number(y1 ?? y2);
		const period = {
			start: `${first}-${two(monthOf(from))}-01`,
			end: lastDay(last, monthOf(to)),
			label,
			index: match.index,
		};
		if (period.start < period.end) yield period;
	}
	for (const match of text.matchAll(years)) {
		const [label, from = "", to = ""] = match;
		if (from < to) yield { start: `${from}-01-01`, end: `${to}-12-31`, label, index: match.index };
	}
}

/** "schooljaar 2026/27" (1 August to 31 July), "voorjaar 2027", "Q1 2027", "mei 2026 t/m juni 2027", "2023-2027"; the first in the text. */
export function findPeriod(text: string): WrittenPeriod | undefined {
	const found = [...candidates(text)].filter(
		({ index }) => !notPlanned.test(text.slice(Math.max(0, index - 24), index)),
	);
	// The longer of two that overlap is the one that was meant: "schooljaar 2026-2027" over "2026-2027".
	const whole = found.filter(
		(one) =>
			!found.some(
				(other) =>
					other.label.length > one.label.length &&
					one.index >= other.index &&
					one.index < other.index + other.label.length,
			),
	);
	return whole.toSorted((a, b) => a.index - b.index)[0];
}

const repeats =
	/\b(?:(?:elke|iedere)\s+(?:(?:eerste|tweede|derde|vierde|laatste|[1-4]e)\s+)?(?:werk)?(?:dag|week|maand|kwartaal|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond)?)(?:en)?(?:\s+van\s+(?:de|elke|iedere)\s+maand)?|om\s+de\s+(?:week|twee\s+weken|maand)|(?:wekelijks|maandelijks)\b|(?:op\s+)?(?:maan|dins|woens|donder|vrij|zater|zon)dagen\b|tweewekelijks|every\s+(?:\w+\s+)?(?:\w+day|week|month))/i;

/** Words that say that something comes back: "elke eerste woensdag van de maand", "wekelijks", "om de week". No one date is right then. */
export function findRepeats(text: string): { exact: string; index: number } | undefined {
	const match = repeats.exec(text);
	return match ? { exact: match[0], index: match.index } : undefined;
}
