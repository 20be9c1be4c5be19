import * as z from "zod/mini";
import { actionLines } from "../vocabularies/action-lines.ts";
import { attendanceModes } from "../vocabularies/attendance-modes.ts";
import { audiences } from "../vocabularies/audiences.ts";
import { eventStatuses } from "../vocabularies/event-statuses.ts";
import { eventTypes } from "../vocabularies/event-types.ts";
import { sectors } from "../vocabularies/sectors.ts";
import { stages } from "../vocabularies/stages.ts";
import { codesOf } from "../vocabularies/vocabulary.ts";
import { OrganizationReference, Partner } from "./organization.ts";
import {
	Contact,
	Description,
	Image,
	InitiativeReference,
	Instant,
	Location,
	listOf,
	Sample,
	ShortText,
	Slug,
	Summary,
	TimeZone,
	Title,
	WebAddress,
} from "./values.ts";

export const Series = z.object({ id: Slug, name: Title, edition: z.optional(ShortText) });

/** Euro; `0` is free. `note` says what the amount leaves out ("scholieren gratis"). */
export const Price = z.object({ amount: z.optional(z.number().check(z.minimum(0))), note: z.optional(ShortText) });

const headcount = z.int().check(z.minimum(0), z.maximum(10_000_000));

/** What an edition brought about, counted or estimated afterwards by whoever organised it. Public with the event. */
export const Results = z.object({
	visitors: z.optional(headcount),
	companies: z.optional(headcount),
	schools: z.optional(headcount),
	note: z.optional(ShortText),
});
export type Results = z.infer<typeof Results>;

/** The fields alone, without the rules between them, to build other shapes from. */
export const eventFields = z.object({
	title: Title,
	summary: z.optional(Summary),
	description: z.optional(Description),
	type: z.optional(z.enum(codesOf(eventTypes))),
	start: Instant,
	end: z.optional(Instant),
	timeZone: z._default(TimeZone, "Europe/Amsterdam"),
	status: z._default(z.enum(codesOf(eventStatuses)), "scheduled"),
	previousStart: z.optional(Instant),
	attendance: z._default(z.enum(codesOf(attendanceModes)), "offline"),
	location: z.optional(Location),
	/** In words: step-free, hearing loop, sign language interpreter, quiet room. */
	accessibility: z.optional(ShortText),
	organizer: z.optional(OrganizationReference),
	partners: listOf(Partner),
	audiences: listOf(z.enum(codesOf(audiences))),
	stages: listOf(z.enum(codesOf(stages))),
	sectors: listOf(z.enum(codesOf(sectors))),
	actionLines: listOf(z.enum(codesOf(actionLines))),
	price: z.optional(Price),
	registrationUrl: z.optional(WebAddress),
	series: z.optional(Series),
	results: z.optional(Results),
	initiative: z.optional(InitiativeReference),
	image: z.optional(Image),
	sourceUrl: z.optional(WebAddress),
	contacts: listOf(Contact, 20),
	sample: z.optional(Sample),
});

/** One occurrence. Times are instants with offset, shown in `timeZone` (IANA name). `end` is exclusive, as DTEND in RFC 5545. */
export const Event = eventFields.check(
	z.refine((event) => !event.end || Date.parse(event.end) >= Date.parse(event.start), {
		error: "end-before-start",
		path: ["end"],
	}),
);
export type Event = z.infer<typeof Event>;
