import * as z from "zod/mini";
import { Evidence } from "../../shared/model/clip.ts";

/** What the form holds: one flat set for the three kinds, so that switching the kind loses nothing. Empty is "". */
export const textFields = [
	"title",
	"summary",
	"organization",
	"locationName",
	"streetAddress",
	"postalCode",
	"place",
	"startDate",
	"startTime",
	"endDate",
	"endTime",
	"planningLabel",
	"validThrough",
	"datePosted",
	"linkUrl",
	"sourceUrl",
	"nature",
	"status",
	"eventType",
	"eventStatus",
	"attendance",
	"opportunityType",
	"direction",
] as const;
export type TextField = (typeof textFields)[number];

export const listFields = ["actionLines", "stages", "audiences", "sectors"] as const;
export type ListField = (typeof listFields)[number];

export type FieldName = TextField | ListField;

const text = z._default(z.string().check(z.maxLength(20_000)), "");
const list = z._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(100)), []);

/**
 * Dates are `2026-05-17` and times `10:00` on the clock of Europe/Amsterdam; choices hold codes of the vocabularies.
 * `linkUrl` is where one signs up for an event or applies for an opportunity.
 */
export const Fields = z.object({
	title: text,
	summary: text,
	organization: text,
	locationName: text,
	streetAddress: text,
	postalCode: text,
	place: text,
	startDate: text,
	startTime: text,
	endDate: text,
	endTime: text,
	planningLabel: text,
	validThrough: text,
	datePosted: text,
	linkUrl: text,
	sourceUrl: text,
	nature: z._default(z.string(), "activity"),
	status: z._default(z.string(), "running"),
	eventType: text,
	eventStatus: z._default(z.string(), "scheduled"),
	attendance: z._default(z.string(), "offline"),
	opportunityType: text,
	direction: z._default(z.string(), "offer"),
	actionLines: list,
	stages: list,
	audiences: list,
	sectors: list,
});
export type Fields = z.infer<typeof Fields>;

export const clipKinds = ["initiative", "event", "opportunity"] as const;

/** Evidence by form field. */
export const FieldEvidence = z._default(z.record(z.string().check(z.maxLength(60)), Evidence), {});
export type FieldEvidence = z.infer<typeof FieldEvidence>;

/** The page as it was found. `url` is the tab's address and the key of its draft. */
export const PageFacts = z.object({
	url: z.string(),
	canonicalUrl: z.optional(z.string()),
	title: z.optional(z.string()),
	language: z.optional(z.string()),
	capturedAt: z.string(),
});
export type PageFacts = z.infer<typeof PageFacts>;

/** What the injected script hands back. It comes from a page, so the panel parses it. */
export const Captured = z.object({
	page: PageFacts,
	kind: z.enum(clipKinds),
	fields: z.partial(Fields),
	evidence: FieldEvidence,
	/** Why there was nothing to read. */
	unreadable: z.optional(z.enum(["pdf", "empty"])),
});
export type Captured = z.infer<typeof Captured>;

/** One form being filled in. `clipId` and `baseRevision` are there when it corrects a clip made before. */
export const Draft = z.object({
	page: PageFacts,
	kind: z.enum(clipKinds),
	fields: Fields,
	evidence: FieldEvidence,
	note: text,
	region: text,
	clipId: z.optional(z.string()),
	baseRevision: z.optional(z.int()),
});
export type Draft = z.infer<typeof Draft>;

/** One change by a person. */
export type FormChange =
	| { readonly field: "kind"; readonly value: Draft["kind"] }
	| { readonly field: TextField | "note" | "region"; readonly value: string }
	| { readonly field: ListField; readonly value: string[] };
