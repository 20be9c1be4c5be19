/** Amounts as Dutch sites write them: euro, hours a week, pay. */

export interface WrittenAmount {
	/** Euro. */
	readonly amount: number;
	/** The far end of a range: "€ 2.800 - € 3.600". */
	readonly upTo?: number | undefined;
	readonly exact: string;
	readonly index: number;
}

const number = "(\\d{1,3}(?:[.,]\\d{3})+|\\d+)(?:[.,](\\d{2}|-{1,2}|–|—)(?!\\d))?";
const euros = new RegExp(
	`(?:€|\\bEUR|\\beuro(?=\\s*\\d))\\s*${number}(?:\\s*(?:tot(?:\\s+en\\s+met)?|en|and|to|t\\/m|-|–|—)\\s*(?:€|EUR)?\\s*${number})?|(?<![\\d.,])${number}(?:\\s*(?:tot|-|–)\\s*${number})?\\s*(?:euro\\b|EUR\\b|€)`,
	"giu",
);

const euroOf = (whole: string | undefined, cents: string | undefined) =>
	whole === undefined ? undefined : Number(whole.replace(/[.,]/g, "")) + (Number(cents) || 0) / 100;

/** Every amount in euro that is written in `text`: "€ 12,50", "25 euro", "€ 5,-", "€ 2.800 tot € 3.600". */
export function findEuros(text: string): WrittenAmount[] {
	return [...text.matchAll(euros)].flatMap((match) => {
		const [exact, w1, c1, w2, c2, w3, c3, w4, c4] = match;
		const amount = euroOf(w1 ?? w3, c1 ?? c3);
		const upTo = euroOf(w2 ?? w4, c2 ?? c4);
		if (amount === undefined) return [];
		return [{ amount, upTo: upTo !== undefined && upTo > amount ? upTo : undefined, exact, index: match.index }];
	});
}

const free =
	/\b(?:(?:toegang|deelname|entree|meedoen|deelnemen|bijwonen|aanmelden)\s*(?::|is|zijn)?\s*(?:geheel\s+|helemaal\s+)?(?:gratis|vrij|kosteloos)|gratis\s+(?:toegang|entree|toegankelijk|deelname|inloop)|kosteloos|geen kosten|(?:kosten|prijs|entree|toegang|tickets?)\s*:?\s*(?:gratis|geen|vrij|n\.?v\.?t)\b|free (?:admission|entrance|of charge)|vrije toegang)/i;

/** Words that say that an event costs nothing. */
export function findFree(text: string): { exact: string; index: number } | undefined {
	const match = free.exec(text);
	return match ? { exact: match[0], index: match.index } : undefined;
}

export interface WrittenHours {
	readonly min: number;
	readonly max: number;
	readonly exact: string;
	readonly index: number;
}

const hours =
	/(?<![\d.,€])(\d{1,2})(?:\s*(?:-|–|—|tot|à|of|to)\s*(\d{1,2}))?\s*(?:uur|uren|hours|u)\s*(?:per|p\/|\/|a|in de)\s*(?:week|w\b|wk\b)|\b(?:uren(?:\s+per\s+week)?|hours)\s*:?\s*(\d{1,2})(?:\s*(?:-|–|tot)\s*(\d{1,2}))?/i;

/** Hours a week: "32-40 uur per week", "36 uur p/w". */
export function findHours(text: string): WrittenHours | undefined {
	const match = hours.exec(text);
	if (!match) return undefined;
	const min = Number(match[1] ?? match[3]);
	const max = Number(match[2] ?? match[4] ?? min);
	return min > 0 && max >= min && max <= 60 ? { min, max, exact: match[0], index: match.index } : undefined;
}

export interface WrittenPay extends WrittenAmount {
	readonly unit: "hour" | "month" | "year";
}

/** What a job pays: an amount with "bruto", "per maand", "per uur" or "salaris" beside it. */
export function findPay(text: string): WrittenPay | undefined {
	for (const found of findEuros(text)) {
		const before = text.slice(Math.max(0, found.index - 60), found.index);
		const after = text.slice(found.index + found.exact.length, found.index + found.exact.length + 40);
		const unit = /^[^.\n]{0,15}(?:per|p\/|\/)\s*(?:uur|hour)|uurloon/i.test(after)
			? "hour"
			: /^[^.\n]{0,15}(?:per|\/)\s*(?:jaar|year)|jaarsalaris/i.test(after)
				? "year"
				: "month";
		const isPay =
			/^[^.\n]{0,15}\b(?:bruto|(?:per|p\/|\/)\s*(?:maand|uur|jaar|month|hour|year))/i.test(after) ||
			/(?:salaris|loon|vergoeding|verdien\w*|salary|schaal\s*\S+)[^.!?\n]*$/i.test(before);
		if (isPay) return { ...found, unit };
	}
	return undefined;
}
