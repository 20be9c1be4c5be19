import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import type { Comparable } from "../../../shared/text/duplicates.ts";
import { matchKeyOfUrl } from "../../../shared/text/match-key.ts";

/** `null` in a variant takes away what the base has; a variant that says nothing of its page is from another one. */
const said = z.optional(z.nullable(z.string()));
const Variant = z.strictObject({
	why: z.string(),
	title: z.string(),
	organization: said,
	place: said,
	start: said,
	url: said,
});
const Family = z.strictObject({
	base: z.strictObject({
		kind: z.string(),
		title: z.string(),
		organization: z.string(),
		place: z.string(),
		start: z.optional(z.string()),
		url: z.optional(z.string()),
	}),
	/** The same thing as somebody else writes it. */
	same: z.array(Variant),
	/** Something else that looks like it. */
	other: z.array(Variant),
});
const Labelled = z.strictObject({ sample: z.literal("voorbeeld"), families: z.array(Family) });

export const parts = ["tuning", "held-out"] as const;
export type Part = (typeof parts)[number];

export interface Pair {
	readonly base: Comparable;
	readonly variant: Comparable;
	readonly isSame: boolean;
	readonly why: string;
}

const keysOf = (url: string | null | undefined) => (url ? [matchKeyOfUrl(url)] : []);

/** The labelled pairs of one part; the held-out part was written first and is not looked at while tuning. */
export function readPairs(part: Part): Pair[] {
	const labelled = Labelled.parse(JSON.parse(readFileSync(new URL(`${part}.json`, import.meta.url), "utf8")));
	return labelled.families.flatMap(({ base: { url, ...base }, same, other }) => {
		const pair = (variant: z.infer<typeof Variant>, isSame: boolean): Pair => {
			const pick = (name: "organization" | "place" | "start") =>
				variant[name] === null ? undefined : (variant[name] ?? base[name]);
			return {
				base: { ...base, keys: keysOf(url) },
				variant: {
					kind: base.kind,
					title: variant.title,
					organization: pick("organization"),
					place: pick("place"),
					start: pick("start"),
					keys: keysOf(variant.url),
				},
				isSame,
				why: variant.why,
			};
		};
		return [...same.map((it) => pair(it, true)), ...other.map((it) => pair(it, false))];
	});
}
