import * as z from "zod/mini";
import { isPeriod } from "../insight/indicators/period.ts";
import { actionLines } from "../vocabularies/action-lines.ts";
import { perspectives } from "../vocabularies/perspectives.ts";
import { stages } from "../vocabularies/stages.ts";
import { targetBounds } from "../vocabularies/target-bounds.ts";
import { codesOf } from "../vocabularies/vocabulary.ts";
import {
	CalendarDate,
	Contact,
	Description,
	listOf,
	Sample,
	ShortText,
	Slug,
	Summary,
	Title,
	WebAddress,
} from "./values.ts";

/** 1 for the first definition, one more for each change. Figures of different versions cannot be put in one line. */
const Version = z.int().check(z.minimum(1), z.maximum(1000));

/** Which part a value is about: `{"stage": "mbo"}`. A flow has `from` and `to`; see {@link Observation}. */
export const Breakdown = z.record(Slug, ShortText.check(z.minLength(1)));
export type Breakdown = z.infer<typeof Breakdown>;

/**
 * One measured value. `period` is a year ("2023"), a school year ("2022-2023"), years ("2016-2019"), a month or a date;
 * `breakdown` names its slice, none is the total. With `from` and `to` in it the value went from one level to another, where `in`
 * and `out` stand for everything outside the region or outside technology. `version` is the definition that it was measured by.
 */
export const Observation = z.object({
	period: ShortText,
	value: z.number(),
	breakdown: z.optional(Breakdown),
	note: z.optional(ShortText),
	version: z._default(Version, 1),
});
export type Observation = z.infer<typeof Observation>;

export const FigureSource = z.object({
	name: ShortText,
	url: z.optional(WebAddress),
	date: z.optional(CalendarDate),
});
export type FigureSource = z.infer<typeof FigureSource>;

/** What was meant by a figure before its definition changed. `until` is the last period that was measured in this way. */
export const EarlierDefinition = z.object({
	version: Version,
	definition: z.optional(Description),
	unit: ShortText,
	source: FigureSource,
	until: z.optional(ShortText),
	note: z.optional(ShortText),
});
export type EarlierDefinition = z.infer<typeof EarlierDefinition>;

/** Where the figure should be, as the present definition counts. At least `value`, unless `bound` says at most. */
const targetFields = {
	value: z.number(),
	period: z.optional(ShortText),
	bound: z.optional(z.enum(codesOf(targetBounds))),
	note: z.optional(ShortText),
};

/** The fields alone, without the rules between them, to build other shapes from. */
export const indicatorFields = z.object({
	title: Title,
	slug: z.optional(Slug),
	summary: z.optional(Summary),
	definition: z.optional(Description),
	unit: ShortText,
	perspective: z.optional(z.enum(codesOf(perspectives))),
	actionLines: listOf(z.enum(codesOf(actionLines))),
	stages: listOf(z.enum(codesOf(stages))),
	source: FigureSource,
	/** The version of `definition`, `unit` and `source` as they are here; those before it are in `earlier`. */
	version: z._default(Version, 1),
	earlier: listOf(EarlierDefinition, 50),
	target: z.optional(z.object(targetFields)),
	/** Further targets: for one slice, or of another period than `target`. */
	targets: listOf(z.object({ ...targetFields, breakdown: z.optional(Breakdown) })),
	observations: listOf(Observation, 5000),
	contacts: listOf(Contact, 20),
	sample: z.optional(Sample),
});

/** Equal for observations that claim to be the same measurement. */
export const measurementKey = ({ period, breakdown = {}, version }: Omit<Observation, "value">): string =>
	JSON.stringify([period, version, Object.entries(breakdown).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** What is wrong between the fields: with the place and a code, of which `fieldProblems` makes the sentence. */
function* conflicts(
	indicator: z.infer<typeof indicatorFields>,
): Generator<{ path: (string | number)[]; message: string; input: unknown }> {
	const versions = new Set([indicator.version]);
	for (const [index, { version }] of indicator.earlier.entries()) {
		const path = ["earlier", index, "version"];
		if (versions.has(version) || version > indicator.version) yield { path, message: "version-order", input: version };
		versions.add(version);
	}
	const measured = new Set<string>();
	for (const [index, observation] of indicator.observations.entries()) {
		const { period, version } = observation;
		const at = (field: string) => ["observations", index, field];
		if (!isPeriod(period)) yield { path: at("period"), message: "unknown-period", input: period };
		if (!versions.has(version)) yield { path: at("version"), message: "unknown-version", input: version };
		const key = measurementKey(observation);
		if (measured.has(key)) yield { path: at("period"), message: "measured-twice", input: period };
		measured.add(key);
	}
}

/** A figure a programme steers by: what it means, where it comes from, where it should go, and what was measured. */
export const Indicator = indicatorFields.check(
	z.check((payload) => {
		for (const conflict of conflicts(payload.value)) payload.issues.push({ code: "custom", ...conflict });
	}),
);
export type Indicator = z.infer<typeof Indicator>;
