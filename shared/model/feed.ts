import * as z from "zod/mini";
import { eventFields } from "./event.ts";
import { indicatorFields } from "./indicator.ts";
import { Initiative } from "./initiative.ts";
import type { FeedKind } from "./kinds.ts";
import { opportunityFields } from "./opportunity.ts";
import { Organization, OrganizationReference, Partner } from "./organization.ts";
import { CalendarDate, Contact, Instant, RecordId, Sample, ShortText, Slug, Title, WebAddress } from "./values.ts";

/**
 * What the public reads. An item is a record's data without anything private: contacts are dropped from the shape and
 * come back as `contacts` only where somebody marked them public.
 */
const published = {
	id: RecordId,
	/** The canonical page. */
	url: WebAddress,
	updatedAt: Instant,
	/** Ids of records that were merged into this one: their addresses lead here. */
	aliases: z.optional(z.array(RecordId)),
	contacts: z.optional(z.array(z.extend(Contact, { public: z.literal(true) }))),
};

const withId = { id: Slug };
const FeedPartner = z.extend(Partner, withId);
const FeedOrganization = z.extend(OrganizationReference, withId);
/** The initiative that an item belongs to, once it is one that is published. `url` is its canonical page. */
const FeedInitiative = z.object({ id: RecordId, title: Title, url: WebAddress });

export const EventItem = z.extend(z.omit(eventFields, { contacts: true }), {
	...published,
	organizer: z.optional(FeedOrganization),
	partners: z.array(FeedPartner),
	initiative: z.optional(FeedInitiative),
	/** The id in its calendar UID when that is not its own: of a merged event whose readers know it by that. */
	calendarId: z.optional(RecordId),
});
export type EventItem = z.infer<typeof EventItem>;
export const OpportunityItem = z.extend(z.omit(opportunityFields, { contacts: true, personal: true }), {
	...published,
	organization: z.optional(FeedOrganization),
	initiative: z.optional(FeedInitiative),
});
export type OpportunityItem = z.infer<typeof OpportunityItem>;
export const InitiativeItem = z.extend(z.omit(Initiative, { contacts: true }), {
	...published,
	partners: z.array(FeedPartner),
});
export type InitiativeItem = z.infer<typeof InitiativeItem>;
export const OrganizationItem = z.extend(z.omit(Organization, { contacts: true }), { ...published, slug: Slug });
export type OrganizationItem = z.infer<typeof OrganizationItem>;
export const IndicatorItem = z.extend(z.omit(indicatorFields, { contacts: true }), published);
export type IndicatorItem = z.infer<typeof IndicatorItem>;

export const items = {
	events: EventItem,
	opportunities: OpportunityItem,
	initiatives: InitiativeItem,
	organizations: OrganizationItem,
	indicators: IndicatorItem,
} as const satisfies Record<FeedKind, z.ZodMiniType>;

export type ItemOf = {
	events: EventItem;
	opportunities: OpportunityItem;
	initiatives: InitiativeItem;
	organizations: OrganizationItem;
	indicators: IndicatorItem;
};
export type Item = ItemOf[FeedKind];

/** One value visitors can filter by. `labelEn` is there where the English differs. */
export const FacetValue = z.object({
	value: z.string(),
	label: z.string(),
	labelEn: z.optional(z.string()),
	count: z.int(),
});
export type FacetValue = z.infer<typeof FacetValue>;
export type Facets = Partial<Record<string, FacetValue[]>>;

export const feedFormat = "techniek-feed/1";

/** The schema of one kind's feed. `total` counts every match; `next` is the address of the following page, or null. */
export const feedOf = <T extends z.ZodMiniType>(kind: FeedKind, item: T) =>
	z.object({
		format: z.literal(feedFormat),
		kind: z.literal(kind),
		region: z.object({ id: Slug, name: z.string() }),
		generatedAt: Instant,
		total: z.int(),
		items: z.array(item),
		next: z.nullable(WebAddress),
		facets: z.record(z.string(), z.array(FacetValue)),
	});

export interface Feed<K extends FeedKind = FeedKind> {
	format: typeof feedFormat;
	kind: K;
	region: { id: string; name: string };
	generatedAt: string;
	total: number;
	items: ItemOf[K][];
	next: string | null;
	facets: Facets;
}

export const itemFormat = "techniek-item/1";

/** Enough of an item to list it beside another and to lead to its page. Dates as in the item itself. */
export const ItemReference = z.object({
	kind: z.enum(["events", "opportunities", "initiatives"]),
	id: RecordId,
	title: Title,
	url: WebAddress,
	start: z.optional(z.union([Instant, CalendarDate])),
	end: z.optional(Instant),
	timeZone: z.optional(z.string()),
	/** Of an event or initiative. */
	status: z.optional(z.string()),
	/** Of an event or opportunity its type, of an initiative its nature. */
	type: z.optional(z.string()),
	place: z.optional(ShortText),
	validThrough: z.optional(CalendarDate),
	edition: z.optional(ShortText),
	sample: z.optional(Sample),
});
export type ItemReference = z.infer<typeof ItemReference>;

/** A reference with what the two have in common, in words for a visitor. */
export const SimilarReference = z.extend(ItemReference, {
	reasons: z.array(z.object({ nl: z.string(), en: z.string() })),
});
export type SimilarReference = z.infer<typeof SimilarReference>;

const related = {
	/** Other events of the same series, newest first. */
	editions: z.array(ItemReference),
	/** Initiatives like this one, most alike first. */
	similar: z.array(SimilarReference),
	/** What is still to come or stands, of and for this item. */
	events: z.array(ItemReference),
	opportunities: z.array(ItemReference),
	initiatives: z.array(ItemReference),
};

/** The schema of one item's own file: the item in full, and what it leads to in its region. Lists may be empty. */
export const itemDocumentOf = <T extends z.ZodMiniType>(kind: FeedKind, item: T) =>
	z.object({
		format: z.literal(itemFormat),
		kind: z.literal(kind),
		region: z.object({ id: Slug, name: z.string() }),
		generatedAt: Instant,
		item,
		...related,
	});

/** What an item leads to: the lists of an {@link ItemDocument}. */
export interface RelatedItems {
	editions: ItemReference[];
	similar: SimilarReference[];
	events: ItemReference[];
	opportunities: ItemReference[];
	initiatives: ItemReference[];
}

export interface ItemDocument<K extends FeedKind = FeedKind> extends RelatedItems {
	format: typeof itemFormat;
	kind: K;
	region: { id: string; name: string };
	generatedAt: string;
	item: ItemOf[K];
}
