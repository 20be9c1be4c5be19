import type { Breakdown, Observation } from "../../model/indicator.ts";
import {
	commonSlice,
	type Definition,
	definitionsOf,
	inOrder,
	type Measured,
	ownSlice,
	sliceKey,
	sliceOf,
	unitOf,
} from "./measured.ts";
import { comparePeriods, periodOf } from "./period.ts";

export interface Point {
	readonly period: string;
	/** Where the period begins, in years with a fraction. */
	readonly at: number;
	readonly value: number;
	readonly version: number;
	readonly note?: string | undefined;
}

/** Values that may be drawn as one line: of one slice, measured by one definition. */
export interface Series {
	/** The value of the dimension as it is in the data (a code or text); empty for the total. See `valueLabel`. */
	readonly label: string;
	readonly slice: Breakdown;
	readonly version: number;
	readonly unit: string;
	/** In order of time. */
	readonly points: readonly Point[];
}

function pointOf({ period, value, version, note }: Observation): Point[] {
	const when = periodOf(period);
	return when ? [{ period, at: when.at, value, version, ...(note && { note }) }] : [];
}

/**
 * The values over time. Without `dimension` the totals; with it a line for each of its values, or only for `value`. A change of
 * definition starts a new line with the same label; lines of older definitions come first. Values whose period cannot be read are in the table only.
 */
export function seriesOf(item: Measured, wanted: { dimension?: string; value?: string } = {}): Series[] {
	const { dimension, value } = wanted;
	const common = commonSlice(item);
	if (dimension !== undefined) delete common[dimension];
	const found = item.observations
		.map((observation) => ({ observation, slice: ownSlice(observation, common) }))
		.filter(({ slice }) =>
			dimension === undefined
				? Object.keys(slice).length === 0
				: slice[dimension] !== undefined && (value === undefined || slice[dimension] === value),
		);
	// Of a value that is split further the sum may be there too; where it is, that is what was asked for.
	const exact = found.filter(({ slice }) => Object.keys(slice).length === 1);
	const chosen = dimension !== undefined && exact.length > 0 ? exact : found;
	const lines = new Map<string, { slice: Breakdown; version: number; observations: Observation[] }>();
	for (const { observation, slice } of chosen) {
		const { version } = observation;
		const key = `${version} ${sliceKey(slice)}`;
		const line = lines.get(key) ?? { slice, version, observations: [] };
		line.observations.push(observation);
		lines.set(key, line);
	}
	return [...lines.values()]
		.map(({ slice, version, observations }) => ({
			label: Object.values(slice).join(", "),
			slice,
			version,
			unit: unitOf(item, version),
			points: inOrder(observations).flatMap(pointOf),
		}))
		.filter(({ points }) => points.length > 0)
		.sort((a, b) => a.version - b.version);
}

export interface Latest extends Point {
	readonly unit: string;
	/** Everything that the observation says of its slice, also what all of them have in common. */
	readonly breakdown: Breakdown;
}

/** The last total that was measured, or with `slice` the last value of that slice; undefined when there is none. */
export function latestOf(item: Measured, slice: Breakdown = {}): Latest | undefined {
	const common = commonSlice(item);
	const asked = Object.fromEntries(Object.entries(slice).filter(([key, value]) => common[key] !== value));
	const key = sliceKey(asked);
	const found = inOrder(
		item.observations.filter((one) => periodOf(one.period) && sliceKey(ownSlice(one, common)) === key),
	).at(-1);
	const [point] = found ? pointOf(found) : [];
	return found && point && { ...point, unit: unitOf(item, found.version), breakdown: sliceOf(found) };
}

export interface Break {
	/** The first period that was measured by the new definition; where none was yet, the last of the old one. */
	readonly period: string;
	readonly at: number;
	readonly from: Definition;
	readonly to: Definition;
}

/** Where the definition changed, oldest first. A change that no period places is left out: nothing was measured by either. */
export function breaksOf(item: Measured): Break[] {
	const definitions = definitionsOf(item);
	return definitions.flatMap((to, index) => {
		const from = definitions[index - 1];
		if (!from) return [];
		const [first] = inOrder(item.observations.filter(({ version }) => version === to.version));
		const last = inOrder(item.observations.filter(({ version }) => version === from.version)).at(-1);
		const period = [first?.period, from.until, last?.period].find((one) => one !== undefined && periodOf(one));
		const at = period === undefined ? undefined : periodOf(period)?.at;
		return period !== undefined && at !== undefined ? [{ period, at, from, to }] : [];
	});
}

export interface Flow {
	readonly from: string;
	readonly to: string;
	readonly value: number;
	readonly note?: string | undefined;
}

/** The periods that a flow was measured in, in order of time. */
export const flowPeriods = (item: Measured): string[] =>
	[
		...new Set(item.observations.flatMap(({ period, breakdown }) => (breakdown?.from && breakdown.to ? [period] : []))),
	].sort(comparePeriods);

/**
 * What went from one level to another in `period`, by default the last one, as the newest definition of that period counts.
 * A flow that is split further (by school) is added up.
 */
export function flowsOf(item: Measured, period: string | undefined = flowPeriods(item).at(-1)): Flow[] {
	const of = item.observations.filter((one) => one.period === period && one.breakdown?.from && one.breakdown.to);
	const version = Math.max(...of.map((one) => one.version));
	const own = of.filter((one) => one.version === version);
	const links = new Map<string, { from: string; to: string; whole?: Observation; parts: Observation[] }>();
	for (const observation of own) {
		const { from = "", to = "", ...rest } = sliceOf(observation);
		const key = JSON.stringify([from, to]);
		const link = links.get(key) ?? { from, to, parts: [] };
		if (Object.keys(rest).length === 0) link.whole = observation;
		else link.parts.push(observation);
		links.set(key, link);
	}
	return [...links.values()].map(({ from, to, whole, parts }) => ({
		from,
		to,
		value: whole?.value ?? parts.reduce((sum, { value }) => sum + value, 0),
		...(whole?.note && { note: whole.note }),
	}));
}
