import * as z from "zod/mini";
import { Evidence } from "../../shared/model/clip.ts";
import { Price } from "../../shared/model/event.ts";
import { Hours, Salary } from "../../shared/model/opportunity.ts";

/** What the form holds: one flat set for the three kinds, so that switching the kind loses nothing. Empty is "". */
export const textFields = [
	"title",
	"summary",
	"description",
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
	"scale",
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
	description: text,
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
	scale: text,
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

/** One of the many that a page lists. `start` and `validThrough` are dates such as `2026-05-17`, `startTime` such as `10:00`. */
export const Candidate = z.object({
	kind: z.enum(clipKinds),
	title: z.string().check(z.minLength(1), z.maxLength(200)),
	url: z.optional(z.string().check(z.maxLength(2000))),
	start: z.optional(z.string()),
	startTime: z.optional(z.string()),
	validThrough: z.optional(z.string()),
	place: z.optional(z.string().check(z.maxLength(300))),
	organization: z.optional(z.string().check(z.maxLength(300))),
	evidence: Evidence,
});
export type Candidate = z.infer<typeof Candidate>;

const fact = <T extends z.ZodMiniType>(value: T) => z.optional(z.object({ value, evidence: Evidence }));

/** Amounts that the form has no field of its own for, in the shape in which a record holds them. */
export const Facts = z.object({ price: fact(Price), hours: fact(Hours), salary: fact(Salary) });
export type Facts = z.infer<typeof Facts>;

/**
 * What the reader of a draft should know. `repeats`: it comes back ("elke eerste woensdag"), so there is no one date;
 * `stale-metadata`: the page's metadata is about another page, so the visible text was read; `listing`: see `candidates`.
 */
export const CaptureNote = z.object({
	code: z.enum(["repeats", "stale-metadata", "listing"]),
	evidence: z.optional(Evidence),
});
export type CaptureNote = z.infer<typeof CaptureNote>;

/** What the injected script hands back. It comes from a page, so the panel parses it. */
export const Captured = z.object({
	page: PageFacts,
	kind: z.enum(clipKinds),
	fields: z.partial(Fields),
	evidence: FieldEvidence,
	/** Why there was nothing to read. */
	unreadable: z.optional(z.enum(["pdf", "empty", "login", "browser-page"])),
	/** The items of a page that lists many, at most 200; to tick. */
	candidates: z.optional(z.array(Candidate).check(z.maxLength(200))),
	facts: z.optional(Facts),
	notes: z.optional(z.array(CaptureNote)),
});
export type Captured = z.infer<typeof Captured>;

/**
 * One form being filled in. `clipId` and `baseRevision` are there when it corrects a clip made before; `base` is then the
 * record as the inventory has it, of which the form holds only a part.
 */
export const Draft = z.object({
	page: PageFacts,
	/** The tab that it was begun in: the same address in two tabs makes two drafts. */
	tab: z.optional(z.int()),
	kind: z.enum(clipKinds),
	fields: Fields,
	evidence: FieldEvidence,
	note: text,
	region: text,
	clipId: z.optional(z.string()),
	baseRevision: z.optional(z.int()),
	/** Known records that somebody called something else than this. */
	different: z.optional(z.array(z.string())),
	base: z.optional(z.record(z.string(), z.unknown())),
	facts: z.optional(Facts),
	/** What the page gave, before anybody changed it; not there where nothing was read. */
	captured: z.optional(z.partial(Fields)),
	/** Personal data in the text that somebody lets go along on purpose. */
	allowed: z._default(z.array(z.string()), []),
});
export type Draft = z.infer<typeof Draft>;

/** One change by a person. */
export type FormChange =
	| { readonly field: "kind"; readonly value: Draft["kind"] }
	| { readonly field: TextField | "note" | "region"; readonly value: string }
	| { readonly field: ListField; readonly value: string[] };
