import type { IndicatorItem } from "../../model/feed.ts";
import type { Breakdown, FigureSource, Observation } from "../../model/indicator.ts";
import { commonSlice, definitionOf, isFlow, ownSlice, sliceKey, unitOf } from "../indicators/measured.ts";
import { comparePeriods, periodOf } from "../indicators/period.ts";

export interface Measurement {
	readonly period: string;
	readonly value: number;
	readonly unit: string;
	readonly note?: string | undefined;
	/** The definition that it was measured by. */
	readonly version: number;
}

export interface YearFigure {
	readonly item: IndicatorItem;
	/** Of the whole; undefined when only parts were measured. */
	readonly now?: Measurement | undefined;
	/** The same of the year before. */
	readonly before?: Measurement | undefined;
	/** Whether `now` and `before` were measured by one definition. */
	readonly comparable: boolean;
	/** Of parts. */
	readonly parts: readonly { slice: Breakdown; now: Measurement; before?: Measurement | undefined }[];
	/** Where the figure of this year comes from. */
	readonly source: FigureSource;
}

/**
 * Whether a period tells of a year: one that ends in it (a year, a month, a day, the school year that ends then) or, when it is
 * longer than a year, one that holds during it.
 */
export function isOf(text: string, year: number): boolean {
	const period = periodOf(text);
	if (!period) return false;
	const { at, end } = period;
	return end - at > 1.01 ? at <= year && year + 1 <= end : end > year && end <= year + 1;
}

/** Whether a period is no longer than a year. */
export const isOneYear = (text: string): boolean => {
	const period = periodOf(text);
	return period !== undefined && period.end - period.at <= 1.01;
};

/** The last that was measured of `slice` in `year`. */
function measuredIn(item: IndicatorItem, wanted: string, year: number): Observation | undefined {
	const common = commonSlice(item);
	return item.observations
		.filter((one) => isOf(one.period, year) && sliceKey(ownSlice(one, common)) === wanted)
		.sort((one, other) => comparePeriods(one.period, other.period) || one.version - other.version)
		.at(-1);
}

const read = (item: IndicatorItem, { period, value, note, version }: Observation): Measurement => ({
	period,
	value,
	unit: unitOf(item, version),
	version,
	...(note && { note }),
});

/** What an indicator says of a year beside the year before; undefined when nothing was measured. Flows are left to drawings. */
export function figureOf(item: IndicatorItem, year: number): YearFigure | undefined {
	if (isFlow(item)) return undefined;
	const common = commonSlice(item);
	const slices = new Map(item.observations.map((one) => [sliceKey(ownSlice(one, common)), ownSlice(one, common)]));
	const both = (key: string) => {
		const now = measuredIn(item, key, year);
		// A span of years tells of both years at once: it has no year before.
		const before = now && isOneYear(now.period) ? measuredIn(item, key, year - 1) : undefined;
		return { now: now && read(item, now), before: before && read(item, before) };
	};
	const total = both(sliceKey({}));
	const parts = [...slices].flatMap(([key, slice]) => {
		const { now, before } = both(key);
		return now && Object.keys(slice).length > 0 ? [{ slice, now, before }] : [];
	});
	const version = total.now?.version ?? parts[0]?.now.version;
	if (version === undefined) return undefined;
	return {
		item,
		...total,
		comparable: total.before?.version === total.now?.version,
		parts,
		source: definitionOf(item, version)?.source ?? item.source,
	};
}
