import { isShare } from "../../shared/insight/indicators/measured.ts";
import type { Break, Series } from "../../shared/insight/indicators/series.ts";
import { distanceOf, type Target, targetOf } from "../../shared/insight/indicators/target.ts";
import { amountText, numberText } from "../../shared/insight/indicators/words.ts";
import type { DashboardMessages } from "../../shared/messages/dashboard.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { IndicatorCard } from "./read-indicator.ts";

/** What is said of a figure beside its chart. */

/** What only the arithmetic of fractions makes is no difference. */
const difference = (one: number, other: number) => Number((one - other).toPrecision(12));

/** A change, without its sign: "2,5 procentpunt", "4". */
const changeText = (item: IndicatorCard, change: number, say: DashboardMessages, language: Language, sign = false) => {
	const number = numberText(sign ? change : Math.abs(change), language, sign ? "always" : "auto");
	return isShare(item) ? `${number} ${say.points}` : number;
};

/** How the last value of `series` came about: since the one before it, and since the first. */
export function trendText(
	item: IndicatorCard,
	series: Series | undefined,
	say: DashboardMessages,
	language: Language,
): string {
	const [last, before] = [series?.points.at(-1), series?.points.at(-2)];
	const first = series?.points[0];
	if (!series || !last || !first) return "";
	if (!before) return say.oneValue;
	const change = difference(last.value, before.value);
	const [was, when] = [amountText(before.value, series.unit, language), before.period];
	const now =
		change === 0
			? say.same(was, when)
			: (change > 0 ? say.more : say.less)(changeText(item, change, say, language), was, when);
	if (first === before) return now;
	return `${now} ${say.since(changeText(item, difference(last.value, first.value), say, language, true), first.period)}`;
}

const bounded = ({ bound, value, unit }: Target, language: Language) => {
	const amount = amountText(value, unit, language);
	return bound === "at-most" ? `${language === "nl" ? "ten hoogste" : "at most"} ${amount}` : amount;
};

/** The target itself: "Streefwaarde 40% in 2030". */
export const targetText = (target: Target, say: DashboardMessages, language: Language) =>
	say.targetWords(bounded(target, language), target.period ?? "");

/** The target and how far it is, in a sentence; nothing where there is none. */
export function distanceText(item: IndicatorCard, say: DashboardMessages, language: Language): string {
	const distance = distanceOf(item);
	if (distance) return distance.words[language];
	const target = targetOf(item);
	if (!target) return "";
	const words = targetText(target, say, language);
	return item.observations.some(({ version }) => version !== item.version)
		? say.targetOfNewDefinition(words)
		: `${words}.`;
}

/** What to know where the definition changed: that, why, and where the figures in another unit are. */
export const breakText = ({ period, from, to }: Break, say: DashboardMessages) =>
	[say.changed(period), from.note, from.unit === to.unit ? undefined : say.otherUnit(from.unit)]
		.filter(Boolean)
		.join(" ");
