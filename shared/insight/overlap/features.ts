import type { Rarity } from "./rarity.ts";
import { type SharedWords, sharedWords } from "./shared-words.ts";
import type { Aspect, Subject } from "./subject.ts";

/** What two initiatives have in common, as numbers that the score weighs and as what its reasons name. */
export interface Common {
	readonly words: SharedWords;
	readonly codes: Readonly<Record<Aspect, readonly string[]>>;
	readonly partners: readonly string[];
	readonly places: readonly string[];
	readonly features: Features;
}

export interface Features {
	readonly words: number;
	readonly stages: number;
	readonly audiences: number;
	readonly sectors: number;
	readonly actionLines: number;
	readonly aims: number;
	readonly partners: number;
	readonly places: number;
	readonly within: number;
	readonly apart: number;
	readonly near: number;
}

/** How far two lists are one, from -1 for nothing in common to 1; 0 where one of the two says nothing. */
function agreement(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (a.size === 0 || b.size === 0) return 0;
	const both = [...a].filter((one) => b.has(one)).length;
	return (4 * both) / (a.size + b.size) - 1;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Whether one was over before the other began. */
const isApart = (a: Subject, b: Subject) =>
	(a.end !== undefined && b.start !== undefined && a.end < b.start) ||
	(b.end !== undefined && a.start !== undefined && b.end < a.start);

export function commonOf(a: Subject, b: Subject, rarity: Rarity): Common {
	const words = sharedWords(a, b, rarity);
	const agree = (aspect: Aspect) => agreement(a.codes[aspect], b.codes[aspect]);
	const partners = [...a.partners].filter(([key]) => b.partners.has(key)).map(([, name]) => name);
	const shared = (aspect: Aspect) => [...a.codes[aspect]].filter((code) => b.codes[aspect].has(code));
	const codes = {
		stages: shared("stages"),
		audiences: shared("audiences"),
		sectors: shared("sectors"),
		actionLines: shared("actionLines"),
		ambitions: shared("ambitions"),
		nationalActions: shared("nationalActions"),
		regionalGoals: shared("regionalGoals"),
	};
	const places = [...a.places].filter(([key]) => b.places.has(key)).map(([, name]) => name);
	return {
		words,
		codes,
		partners,
		places,
		features: {
			words: Math.log(1 + words.all / 0.05),
			stages: agree("stages"),
			audiences: agree("audiences"),
			// What is about all of technology meets everything, and nothing of it in particular.
			sectors: agree("sectors"),
			actionLines: agree("actionLines"),
			aims: mean([agree("ambitions"), agree("nationalActions"), agree("regionalGoals")]),
			// Within a region the same few partners do everything.
			partners: a.region === b.region ? 0 : Math.min(1, partners.length),
			// In another region it is another place anyway, which says nothing against them.
			places:
				a.region === b.region ? Math.min(1, places.length / Math.max(1, Math.min(a.places.size, b.places.size))) : 0,
			within: words.within && a.region === b.region ? 1 : 0,
			apart: isApart(a, b) ? 1 : 0,
			near: a.region === b.region ? 1 : 0,
		},
	};
}
