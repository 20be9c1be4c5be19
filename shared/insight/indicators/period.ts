/**
 * When a figure holds. `at` and `end` are years with a fraction (2023.5 is 1 July 2023), to order and draw by; `end` is exclusive.
 * A school year is two years in a row and runs from 1 August; a longer span runs from the first year through the last.
 */
export interface Period {
	readonly at: number;
	readonly end: number;
}

const yearDays = (year: number) => (new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 366 : 365);

/** Decimal years without noise in the last digits, so that equal moments are equal numbers. */
const rounded = (years: number) => Math.round(years * 1e6) / 1e6;

function momentOf(year: number, month: number, day: number): number {
	const days = (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000;
	return rounded(year + days / yearDays(year));
}

const isYear = (year: number) => year >= 1800 && year < 2200;

/** Reads "2023", "2022-2023" (a school year), "2016-2019" (years), "2023-06" or "2023-06-01"; undefined for anything else. */
export function periodOf(text: string): Period | undefined {
	const [, first, second] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
	if (first) {
		const from = Number(first);
		const to = Number(second ?? first);
		if (!isYear(from) || !isYear(to) || to < from || (second && to === from)) return undefined;
		return to === from + 1 ? { at: momentOf(from, 8, 1), end: momentOf(to, 8, 1) } : { at: from, end: to + 1 };
	}
	const [, years, months, days] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
	if (!years) return undefined;
	const [year, month, day] = [Number(years), Number(months), Number(days ?? 1)];
	const read = new Date(Date.UTC(year, month - 1, day));
	if (!isYear(year) || read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return undefined;
	const at = momentOf(year, month, day);
	if (days) return { at, end: rounded(at + 1 / yearDays(year)) };
	return { at, end: month === 12 ? year + 1 : momentOf(year, month + 1, 1) };
}

export const isPeriod = (text: string): boolean => periodOf(text) !== undefined;

/** Earlier before later; of two that begin together the shorter first; what cannot be read comes last, by its text. */
export function comparePeriods(a: string, b: string): number {
	const [one, other] = [periodOf(a), periodOf(b)];
	if (one && other) return one.at - other.at || one.end - other.end;
	if (one || other) return one ? -1 : 1;
	return a < b ? -1 : a > b ? 1 : 0;
}
