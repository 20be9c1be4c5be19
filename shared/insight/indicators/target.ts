import type { Breakdown, Indicator } from "../../model/indicator.ts";
import type { Language } from "../../vocabularies/vocabulary.ts";
import { isShare, type Measured, sliceKey } from "./measured.ts";
import { periodOf } from "./period.ts";
import { type Latest, latestOf } from "./series.ts";
import { amountText, numberText } from "./words.ts";

export interface Target {
	readonly value: number;
	readonly unit: string;
	readonly bound: "at-least" | "at-most";
	readonly period?: string | undefined;
	/** When it should be there: the end of its period, in years with a fraction. */
	readonly at?: number | undefined;
	readonly note?: string | undefined;
}

function read(item: Measured, target: NonNullable<Indicator["target"]>): Target {
	const { value, period, bound = "at-least", note } = target;
	const at = period === undefined ? undefined : periodOf(period)?.end;
	return {
		value,
		unit: item.unit,
		bound,
		...(period && { period }),
		...(at !== undefined && { at }),
		...(note && { note }),
	};
}

/** The target of the total, or of a slice: the last one where there are more. */
export function targetOf(item: Measured, slice: Breakdown = {}): Target | undefined {
	const wanted = sliceKey(slice);
	const all = [
		...item.targets.filter(({ breakdown = {} }) => sliceKey(breakdown) === wanted).map((one) => read(item, one)),
		...(item.target && wanted === sliceKey({}) ? [read(item, item.target)] : []),
	];
	return all.sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY)).at(-1);
}

export interface Distance {
	readonly latest: Latest;
	readonly target: Target;
	/** `latest` minus `target`: below 0 is under it. */
	readonly difference: number;
	/** `latest` as a part of `target`; undefined of a target of 0. */
	readonly part?: number | undefined;
	readonly reached: boolean;
	readonly words: Readonly<Record<Language, string>>;
}

const says = {
	nl: {
		at: "precies op de streefwaarde",
		below: (gap: string) => `${gap} onder de streefwaarde`,
		above: (gap: string) => `${gap} boven de streefwaarde`,
		points: "procentpunt",
		atMost: "ten hoogste ",
		reached: " De streefwaarde is gehaald.",
	},
	en: {
		at: "exactly at the target",
		below: (gap: string) => `${gap} below the target`,
		above: (gap: string) => `${gap} above the target`,
		points: "percentage points",
		atMost: "at most ",
		reached: " The target has been reached.",
	},
} as const;

function sayDistance(distance: Omit<Distance, "words">, share: boolean, language: Language): string {
	const { latest, target, difference, reached } = distance;
	const say = says[language];
	const value = amountText(latest.value, latest.unit, language);
	const bound = target.bound === "at-most" ? say.atMost : "";
	const goal = `${bound}${amountText(target.value, target.unit, language)}${target.period ? ` in ${target.period}` : ""}`;
	const apart = numberText(Math.abs(difference), language);
	const gap = share ? `${apart} ${say.points}` : apart;
	const where = difference === 0 ? say.at : difference < 0 ? say.below(gap) : say.above(gap);
	return `${latest.period}: ${value}, ${where} (${goal}).${reached ? say.reached : ""}`;
}

/**
 * How far the last value is from its target, in value and in words. Undefined without either, and when the last value was measured
 * by an earlier definition: the target is of the present one, and the two cannot be compared.
 */
export function distanceOf(item: Measured, slice: Breakdown = {}): Distance | undefined {
	const target = targetOf(item, slice);
	const latest = latestOf(item, slice);
	if (!target || !latest || latest.version !== item.version) return undefined;
	// 0.1 + 0.2: a difference that only the arithmetic makes is none.
	const difference = Number((latest.value - target.value).toPrecision(12));
	const reached = target.bound === "at-most" ? difference <= 0 : difference >= 0;
	const facts = {
		latest,
		target,
		difference,
		...(target.value !== 0 && { part: latest.value / target.value }),
		reached,
	};
	const share = isShare(item);
	return { ...facts, words: { nl: sayDistance(facts, share, "nl"), en: sayDistance(facts, share, "en") } };
}
