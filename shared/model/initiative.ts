import * as z from "zod/mini";
import { actionLines } from "../vocabularies/action-lines.ts";
import { ambitions } from "../vocabularies/ambitions.ts";
import { audiences } from "../vocabularies/audiences.ts";
import { fundingProgrammes } from "../vocabularies/funding-programmes.ts";
import { initiativeStatuses } from "../vocabularies/initiative-statuses.ts";
import { nationalActions } from "../vocabularies/national-actions.ts";
import { natures } from "../vocabularies/natures.ts";
import { phases } from "../vocabularies/phases.ts";
import { regionalGoals } from "../vocabularies/regional-goals.ts";
import { scales } from "../vocabularies/scales.ts";
import { sectors } from "../vocabularies/sectors.ts";
import { stages } from "../vocabularies/stages.ts";
import { codesOf } from "../vocabularies/vocabulary.ts";
import { Partner } from "./organization.ts";
import {
	CalendarDate,
	Contact,
	Description,
	Image,
	listOf,
	Place,
	Sample,
	ShortText,
	Summary,
	Title,
	WebAddress,
} from "./values.ts";

/** When something runs. `label` keeps what people wrote ("voorjaar 2027") where dates would claim too much. */
export const Planning = z.object({
	start: z.optional(CalendarDate),
	end: z.optional(CalendarDate),
	label: z.optional(ShortText),
	phase: z.optional(z.enum(codesOf(phases))),
});

/** Where the means come from: a known programme, a note in words, or both. */
export const Funding = z.object({
	programme: z.optional(z.enum(codesOf(fundingProgrammes))),
	note: z.optional(ShortText),
});

/** An entry of a region's action list: what is done, for whom, by whom, to what end. */
export const Initiative = z.object({
	title: Title,
	summary: z.optional(Summary),
	description: z.optional(Description),
	nature: z._default(z.enum(codesOf(natures)), "activity"),
	actionLines: listOf(z.enum(codesOf(actionLines))),
	ambitions: listOf(z.enum(codesOf(ambitions))),
	nationalActions: listOf(z.enum(codesOf(nationalActions))),
	regionalGoals: listOf(z.enum(codesOf(regionalGoals))),
	goal: z.optional(Summary),
	stages: listOf(z.enum(codesOf(stages))),
	audiences: listOf(z.enum(codesOf(audiences))),
	sectors: listOf(z.enum(codesOf(sectors))),
	scale: z.optional(z.enum(codesOf(scales))),
	planning: z.optional(Planning),
	status: z._default(z.enum(codesOf(initiativeStatuses)), "running"),
	partners: listOf(Partner),
	result: z.optional(Summary),
	funding: listOf(Funding, 20),
	places: listOf(Place),
	sourceUrl: z.optional(WebAddress),
	image: z.optional(Image),
	contacts: listOf(Contact, 20),
	sample: z.optional(Sample),
});
export type Initiative = z.infer<typeof Initiative>;
