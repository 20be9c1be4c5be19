import * as z from "zod/mini";
import { actionLines } from "../vocabularies/action-lines.ts";
import { perspectives } from "../vocabularies/perspectives.ts";
import { stages } from "../vocabularies/stages.ts";
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

/** One measured value. `period` is a year ("2023"), a school year ("2022-2023") or a date; `breakdown` names its slice. */
export const Observation = z.object({
	period: ShortText,
	value: z.number(),
	breakdown: z.optional(z.record(Slug, ShortText)),
	note: z.optional(ShortText),
});

/** A figure a programme steers by: what it means, where it comes from, where it should go, and what was measured. */
export const Indicator = z.object({
	title: Title,
	slug: z.optional(Slug),
	summary: z.optional(Summary),
	definition: z.optional(Description),
	unit: ShortText,
	perspective: z.optional(z.enum(codesOf(perspectives))),
	actionLines: listOf(z.enum(codesOf(actionLines))),
	stages: listOf(z.enum(codesOf(stages))),
	source: z.object({ name: ShortText, url: z.optional(WebAddress), date: z.optional(CalendarDate) }),
	target: z.optional(z.object({ value: z.number(), period: z.optional(ShortText), note: z.optional(ShortText) })),
	observations: listOf(Observation, 5000),
	contacts: listOf(Contact, 20),
	sample: z.optional(Sample),
});
export type Indicator = z.infer<typeof Indicator>;
