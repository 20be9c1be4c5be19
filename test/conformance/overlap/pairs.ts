import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { sampleRegionIds } from "../../../inventory/import/sample-regions.ts";
import { countedRarity, type Rarity } from "../../../shared/insight/overlap/rarity.ts";
import { type Subject, subjectOf } from "../../../shared/insight/overlap/subject.ts";

const codes = z.array(z.string());
/** An entry of a sample region, as `<region>/<key>`. */
const Referred = z.strictObject({ why: z.string(), record: z.string() });
/** The same or another thing as an office would describe it that does not know of the first: invented. */
const Invented = z.strictObject({
	why: z.string(),
	region: z.string(),
	title: z.string(),
	summary: z.string(),
	goal: z.optional(z.string()),
	stages: codes,
	actionLines: codes,
	audiences: codes,
	sectors: codes,
	partners: z.optional(
		z.array(z.strictObject({ id: z.optional(z.string()), name: z.string(), role: z.literal("partner") })),
	),
});
const Beside = z.union([Referred, Invented]);
const Labelled = z.strictObject({
	sample: z.literal("voorbeeld"),
	families: z.array(z.strictObject({ base: z.string(), same: z.array(Beside), other: z.array(Beside) })),
});
const Keyed = z.array(z.looseObject({ key: z.string() }));

export const parts = ["tuning", "held-out"] as const;
export type Part = (typeof parts)[number];

export interface Pair {
	readonly base: Subject;
	readonly beside: Subject;
	/** Whether the two do nearly the same, labelled by reading both. */
	readonly overlaps: boolean;
	readonly about: string;
}

/** The initiatives of the sample regions, by `<region>/<key>`. */
export function readSamples(): { subjects: ReadonlyMap<string, Subject>; rarity: Rarity } {
	const subjects = new Map<string, Subject>();
	for (const region of sampleRegionIds) {
		const file = new URL(`../../../demo/regions/${region}/initiatives.json`, import.meta.url);
		for (const entry of Keyed.parse(JSON.parse(readFileSync(file, "utf8"))))
			subjects.set(`${region}/${entry.key}`, subjectOf(region, entry));
	}
	return { subjects, rarity: countedRarity([...subjects.values()]) };
}

/** The labelled pairs of one part. Weights and words are chosen on the tuning part; the held-out one only measures. */
export function readPairs(part: Part, samples: ReadonlyMap<string, Subject>): Pair[] {
	const labelled = Labelled.parse(JSON.parse(readFileSync(new URL(`${part}.json`, import.meta.url), "utf8")));
	const sample = (key: string): Subject => {
		const found = samples.get(key);
		if (!found) throw new Error(`There is no sample ${key}`);
		return found;
	};
	return labelled.families.flatMap(({ base, same, other }) => {
		const pair = (beside: z.infer<typeof Beside>, overlaps: boolean): Pair => ({
			base: sample(base),
			beside: "record" in beside ? sample(beside.record) : subjectOf(beside.region, beside),
			overlaps,
			about: `${beside.why}: ${base} and ${"record" in beside ? beside.record : `“${beside.title}”`}`,
		});
		return [...same.map((it) => pair(it, true)), ...other.map((it) => pair(it, false))];
	});
}
