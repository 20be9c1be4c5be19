import { type Common, commonOf, type Features } from "./features.ts";
import type { Rarity } from "./rarity.ts";
import { type OverlapReason, reasonsOf } from "./reasons.ts";
import type { Subject } from "./subject.ts";

/** How far two initiatives do the same, and what says so. */
export interface InitiativeOverlap {
	/** From 0 to 1; from {@link overlapFrom} on they are shown as doing nearly the same. */
	readonly score: number;
	/** Most telling first; never empty from {@link overlapFrom} on. */
	readonly reasons: readonly OverlapReason[];
}

/** Chosen on the tuning part of the labelled pairs (test/conformance/overlap). */
export const overlapFrom = 0.5;
/** From here on two that do not do nearly the same may still be in one group with a third. */
export const relatedFrom = 0.35;

/**
 * What each thing in common weighs, in log odds: fitted on the tuning part of the labelled pairs, and rounded. Partners and
 * places weigh little: within a region they are the same for things that have nothing else in common.
 */
const weights: Readonly<Record<keyof Features, number>> = {
	words: 3.5,
	stages: 2.0,
	audiences: 2.05,
	sectors: 0.25,
	actionLines: 0.1,
	aims: 0.1,
	partners: 0.3,
	places: 0.15,
	within: -1.5,
	apart: -0.5,
	// Whoever keeps a region's list has told its entries apart already, in one wording and with one set of tags.
	near: -2.4,
};
const base = -7.5;

function scoreOf({ features }: Common): number {
	const names = Object.keys(weights) as (keyof Features)[];
	const odds = names.reduce((sum, name) => sum + weights[name] * features[name], base);
	return 1 / (1 + Math.exp(-odds));
}

/** Compares two initiatives. The score is the same from either side; reasons are given from the score `from` on. */
export function overlapOf(a: Subject, b: Subject, rarity: Rarity, from = 0): InitiativeOverlap {
	const common = commonOf(a, b, rarity);
	const score = scoreOf(common);
	return { score, reasons: score >= from ? reasonsOf(common, a) : [] };
}
