import * as z from "zod/mini";
import { eventFields } from "./event.ts";
import { Indicator } from "./indicator.ts";
import { Initiative } from "./initiative.ts";
import type { FeedKind } from "./kinds.ts";
import { opportunityFields } from "./opportunity.ts";
import { Organization, OrganizationReference, Partner } from "./organization.ts";
import { Contact, Instant, RecordId, Slug, WebAddress } from "./values.ts";

/**
 * What the public reads. An item is a record's data without anything private: contacts are dropped from the shape and
 * come back as `contacts` only where somebody marked them public.
 */
const published = {
	id: RecordId,
	/** The canonical page. */
	url: WebAddress,
	updatedAt: Instant,
	contacts: z.optional(z.array(z.extend(Contact, { public: z.literal(true) }))),
};

const withId = { id: Slug };
const FeedPartner = z.extend(Partner, withId);
const FeedOrganization = z.extend(OrganizationReference, withId);

export const EventItem = z.extend(z.omit(eventFields, { contacts: true }), {
	...published,
	organizer: z.optional(FeedOrganization),
	partners: z.array(FeedPartner),
});
export type EventItem = z.infer<typeof EventItem>;
export const OpportunityItem = z.extend(z.omit(opportunityFields, { contacts: true }), {
	...published,
	organization: z.optional(FeedOrganization),
});
export type OpportunityItem = z.infer<typeof OpportunityItem>;
export const InitiativeItem = z.extend(z.omit(Initiative, { contacts: true }), {
	...published,
	partners: z.array(FeedPartner),
});
export type InitiativeItem = z.infer<typeof InitiativeItem>;
export const OrganizationItem = z.extend(z.omit(Organization, { contacts: true }), { ...published, slug: Slug });
export type OrganizationItem = z.infer<typeof OrganizationItem>;
export const IndicatorItem = z.extend(z.omit(Indicator, { contacts: true }), published);
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
