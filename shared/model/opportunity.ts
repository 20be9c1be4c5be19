import * as z from "zod/mini";
import { actionLines } from "../vocabularies/action-lines.ts";
import { audiences } from "../vocabularies/audiences.ts";
import { directions } from "../vocabularies/directions.ts";
import { learningPaths } from "../vocabularies/learning-paths.ts";
import { opportunityTypes } from "../vocabularies/opportunity-types.ts";
import { sectors } from "../vocabularies/sectors.ts";
import { stages } from "../vocabularies/stages.ts";
import { codesOf } from "../vocabularies/vocabulary.ts";
import { OrganizationReference } from "./organization.ts";
import {
	CalendarDate,
	Contact,
	Description,
	Image,
	InitiativeReference,
	Location,
	listOf,
	Sample,
	ShortText,
	Summary,
	Title,
	WebAddress,
} from "./values.ts";

const amount = z.number().check(z.minimum(0));

/** Hours a week, as a range; schema.org workHours in words goes in `note`. */
export const Hours = z.object({ min: z.optional(amount), max: z.optional(amount), note: z.optional(ShortText) });

/** Gross euro for each `unit`. */
export const Salary = z.object({
	min: z.optional(amount),
	max: z.optional(amount),
	unit: z._default(z.enum(["hour", "month", "year"]), "month"),
	note: z.optional(ShortText),
});

/** The fields alone, without the rules between them, to build other shapes from. */
export const opportunityFields = z.object({
	title: Title,
	summary: z.optional(Summary),
	description: z.optional(Description),
	type: z.enum(codesOf(opportunityTypes)),
	direction: z._default(z.enum(codesOf(directions)), "offer"),
	organization: z.optional(OrganizationReference),
	location: z.optional(Location),
	stages: listOf(z.enum(codesOf(stages))),
	audiences: listOf(z.enum(codesOf(audiences))),
	sectors: listOf(z.enum(codesOf(sectors))),
	actionLines: listOf(z.enum(codesOf(actionLines))),
	/** The mbo path that it is a place in. */
	learningPath: z.optional(z.enum(codesOf(learningPaths))),
	hours: z.optional(Hours),
	salary: z.optional(Salary),
	datePosted: z.optional(CalendarDate),
	/** The last day on which it stands, inclusive; after it no widget or feed shows it. */
	validThrough: z.optional(CalendarDate),
	start: z.optional(CalendarDate),
	/** The last day on which it can take place; with `start` the period that is asked for or offered. */
	end: z.optional(CalendarDate),
	/** How far at most, in kilometres, whoever offers or asks is willing to go from its location. */
	withinKm: z.optional(z.number().check(z.positive(), z.maximum(500))),
	/** Asked by or for one person: never published. Left out, it follows from who asks (see `isPersonal`). */
	personal: z.optional(z.boolean()),
	applyUrl: z.optional(WebAddress),
	/** Where it was found: the matching platform's name and the page. */
	source: z.optional(z.object({ name: z.optional(ShortText), url: z.optional(WebAddress) })),
	sourceUrl: z.optional(WebAddress),
	initiative: z.optional(InitiativeReference),
	image: z.optional(Image),
	contacts: listOf(Contact, 20),
	sample: z.optional(Sample),
});

/** Something that one side offers and another may take up, or asks for: a vacancy, an internship, a guest lesson. */
export const Opportunity = opportunityFields.check(
	z.refine((it) => !it.datePosted || !it.validThrough || it.validThrough >= it.datePosted, {
		error: "end-before-start",
		path: ["validThrough"],
	}),
	z.refine((it) => !it.start || !it.end || it.end >= it.start, { error: "end-before-start", path: ["end"] }),
);
export type Opportunity = z.infer<typeof Opportunity>;
