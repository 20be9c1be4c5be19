/** Clock times as people write them in Dutch (and the English of Dutch sites). Times come back as `10:00`. */

export interface WrittenTimes {
	readonly startTime: string;
	readonly endTime?: string | undefined;
	/** The words read, and where they begin in the text. */
	readonly exact: string;
	readonly index: number;
	/** When the doors open, not when it begins: "inloop vanaf 9.00 uur". */
	readonly isArrival: boolean;
}

const words = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf";
const wordList = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
const numberOf = (word: string) => Number(word) || wordList.indexOf(word.toLowerCase().replaceAll("é", "e")) + 1;

const hour = "(2[0-4]|[01]?\\d)";
const unit = "uur|u\\b\\.?|hrs?\\b|h\\b";
const half = "\\s*([ap])\\.?m\\b\\.?";
const clock = `${hour}(?:([:.uh]|\\s?u\\s?)([0-5]\\d)(?!\\d))?(?:\\s*(${unit}))?(?:${half})?`;
const to = "(?:tot(?:\\s+(?:en\\s+met|ongeveer|circa|uiterlijk))?|t\\/m|en|to|till|until|–|—|-|−)";
const inDigits = new RegExp(
	`(?<![\\d€$.,:/'’-]|€\\s)${clock}(?:\\s*${to}\\s*(?:om\\s+)?${clock})?(?![\\d%]|[.,:/-]\\d)`,
	"gi",
);
const inWords = new RegExp(
	`\\b(?:(half|kwart\\s+(?:voor|over)|(?:vijf|tien)\\s+(?:voor|over)(?:\\s+half)?)\\s+(${words}|1[0-2]|[1-9])(?:\\s+uur)?|(${words})\\s+uur)\\b(?!\\s+(?:per|lang|durend|in de week))`,
	"gi",
);

/** What makes of hours a stretch instead of a time: "32 uur per week", "48 uur lang". */
const isStretch =
	/^\s*(?:(?:per|p\/|\/|in\s+de|elke)\s*(?:week|dag|maand|w\b|wk)|p\.?w\b|lang\b|durende?\b|contact|les|werk|stage\b|fte)/i;
const leadsIn =
	/(?:\bom|\bvan|\bvanaf|\btussen|\baanvang|\bstart|\btijd(?:stip)?|\binloop|\bfrom|\bat|@|\d\s*[,|•·–-]|\buur)[\s:]*$/i;
const arrival =
	/(?:inloop|ontvangst|zaal\s+open|deuren?\s+open|doors|welkom)\s*(?:\p{L}+\s*)?(?:vanaf|om|:|is)?\s*(?:om|vanaf)?\s*$/iu;

const two = (n: number) => String(n).padStart(2, "0");

/** The half of the day that the words around say it is in; in words people count to twelve. */
function shift(hours: number, around: string): number {
	if (/avond|evening|'s nachts/i.test(around)) return hours < 12 && hours >= 4 ? 12 : 0;
	if (/middag|afternoon/i.test(around)) return hours <= 6 ? 12 : 0;
	return 0;
}

function write(hours: number, minutes: number): string | undefined {
	// Midnight at the end of a day is no hour of that day; RFC 3339 has no 24.
	if (hours === 24 && minutes === 0) return "23:59";
	return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : undefined;
}

/** The words after which a half of the day may be said: "om 8 uur 's avonds", "woensdagavond … om half acht". */
const aroundOf = (text: string, index: number, length: number) =>
	`${text.slice(Math.max(0, index - 60), index).replace(/^.*\n/s, "")} ${/^\s*(?:'s|in de)\s+\p{L}+/u.exec(text.slice(index + length, index + length + 24))?.[0] ?? ""}`;

function readDigits(match: RegExpExecArray, text: string): WrittenTimes | undefined {
	const [all, h1, sign1, m1, unit1, half1, h2, sign2, m2, unit2, half2] = match;
	const { index } = match;
	const exact = all.trimEnd();
	const after = text.slice(index + exact.length, index + exact.length + 20);
	const before = text.slice(Math.max(0, index - 24), index);
	const hasUnit = (unit1 ?? unit2 ?? half1 ?? half2) !== undefined;
	const isClock = sign1 === ":" || sign2 === ":" || (m1 !== undefined && /[uh]/i.test(sign1 ?? ""));
	const isRange = m1 !== undefined && m2 !== undefined;
	if (!hasUnit && !isClock && !isRange && !(m1 !== undefined && leadsIn.test(before))) return undefined;
	if (hasUnit && isStretch.test(after)) return undefined;
	if (/^\s*(?:euro|jaar|personen|leerlingen|procent)/i.test(after)) return undefined;
	const around = aroundOf(text, index, exact.length);
	const hours = (digits: string, minutes: string | undefined, letter: string | undefined) => {
		const n = Number(digits);
		if (letter) return (n % 12) + (letter.toLowerCase() === "p" ? 12 : 0);
		return minutes === undefined && n <= 11 ? n + shift(n, around) : n;
	};
	const startTime = write(hours(h1 ?? "", m1, half1 ?? (h2 && half2)), Number(m1 ?? 0));
	if (!startTime) return undefined;
	const end = h2 === undefined ? undefined : write(hours(h2, m2, half2), Number(m2 ?? 0));
	// "10 uur en 12 personen", "van 15 tot 1 uur": what does not come later is no end.
	return {
		startTime,
		endTime: end && end > startTime ? end : undefined,
		exact,
		index,
		isArrival: arrival.test(before),
	};
}

function readWords(match: RegExpExecArray, text: string): WrittenTimes | undefined {
	const [exact, part, word, whole] = match;
	const hours = numberOf(whole ?? word ?? "");
	const offset = /^half/i.test(part ?? "")
		? -30
		: /^kwart\s+voor/i.test(part ?? "")
			? -15
			: /^kwart/i.test(part ?? "")
				? 15
				: (/^vijf/i.test(part ?? "") ? 5 : part ? 10 : 0) * (/voor/i.test(part ?? "") ? -1 : 1) -
					(/half$/i.test(part ?? "") ? 30 : 0);
	const around = aroundOf(text, match.index, exact.length);
	const minutes = (hours + shift(hours, around)) * 60 + offset;
	// Nobody opens a door at two in the night: "om twee uur" without more is the afternoon.
	const day = minutes < 7 * 60 && !/nacht|ochtend/i.test(around) ? minutes + 720 : minutes;
	const startTime = write(Math.trunc(day / 60), day % 60);
	const before = text.slice(Math.max(0, match.index - 24), match.index);
	return startTime ? { startTime, exact, index: match.index, isArrival: arrival.test(before) } : undefined;
}

/** Every clock time written in `text`, in its order: "van 10 tot 15 uur", "19u30", "half acht", "10.00 – 12.00". */
export function findDutchTimes(text: string): WrittenTimes[] {
	const found = [
		...[...text.matchAll(inDigits)].map((match) => readDigits(match, text)),
		...[...text.matchAll(inWords)].map((match) => readWords(match, text)),
	].filter((time) => time !== undefined);
	return found.toSorted((a, b) => a.index - b.index);
}
