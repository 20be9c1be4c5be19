import type { Breakdown, FigureSource, Indicator, Observation } from "../../model/indicator.ts";
import { comparePeriods } from "./period.ts";

/** What reading an indicator needs: a record's data and an item of the feed both have it. */
export type Measured = Pick<
	Indicator,
	"title" | "unit" | "definition" | "source" | "version" | "earlier" | "target" | "targets" | "observations"
>;

/** One version of what was measured. */
export interface Definition {
	readonly version: number;
	readonly definition?: string | undefined;
	readonly unit: string;
	readonly source: FigureSource;
	/** The last period that was measured so; the present definition has none. */
	readonly until?: string | undefined;
	/** Why it changed. */
	readonly note?: string | undefined;
}

/** Every version, oldest first; the last is the present one. */
export function definitionsOf(item: Measured): Definition[] {
	const { version, definition, unit, source } = item;
	return [...[...item.earlier].sort((a, b) => a.version - b.version), { version, definition, unit, source }];
}

/** The definition that an observation of `version` was measured by; undefined when the item does not tell. */
export const definitionOf = (item: Measured, version: number): Definition | undefined =>
	definitionsOf(item).find((definition) => definition.version === version);

/** The unit that values of `version` are in. */
export const unitOf = (item: Measured, version: number): string => definitionOf(item, version)?.unit ?? item.unit;

/** Whether values say what went from one level to another. */
export const isFlow = (item: Measured): boolean =>
	item.observations.some(({ breakdown }) => breakdown?.from !== undefined && breakdown.to !== undefined);

/** Whether values are per cent. */
export const isShare = (item: Measured): boolean => /^(?:%|procent|percent|percentage)$/i.test(item.unit.trim());

export const sliceOf = (observation: Pick<Observation, "breakdown">): Breakdown => observation.breakdown ?? {};

export const sliceKey = (slice: Breakdown): string =>
	JSON.stringify(Object.entries(slice).sort(([a], [b]) => (a < b ? -1 : 1)));

/** In the order of a table: by period, then by version, then as they were entered. */
export const inOrder = (observations: readonly Observation[]): Observation[] =>
	[...observations].sort((a, b) => comparePeriods(a.period, b.period) || a.version - b.version);

/**
 * What every observation has in common, such as `{"gebied": "Gelderland"}` where a source tells of Gelderland alone. It splits
 * nothing, so such values count as the total.
 */
export function commonSlice(item: Measured): Breakdown {
	const [first, ...others] = item.observations.map(sliceOf);
	return Object.fromEntries(
		Object.entries(first ?? {}).filter(([key, value]) => others.every((slice) => slice[key] === value)),
	);
}

/** The slice of an observation without what all of them have in common. */
export function ownSlice(observation: Observation, common: Breakdown): Breakdown {
	return Object.fromEntries(Object.entries(sliceOf(observation)).filter(([key]) => common[key] === undefined));
}

export interface Dimension {
	readonly key: string;
	/** In the order in which they first occur. */
	readonly values: readonly string[];
}

/** The ways in which an indicator is split: dimensions with more than one value, or beside a total. */
export function dimensionsOf(item: Measured): Dimension[] {
	const common = commonSlice(item);
	const found = new Map<string, Set<string>>();
	for (const observation of item.observations) {
		for (const [key, value] of Object.entries(ownSlice(observation, common)))
			found.set(key, (found.get(key) ?? new Set()).add(value));
	}
	return [...found].map(([key, values]) => ({ key, values: [...values] }));
}
