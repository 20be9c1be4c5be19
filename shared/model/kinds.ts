import { Event } from "./event.ts";
import { Indicator } from "./indicator.ts";
import { Initiative } from "./initiative.ts";
import { Opportunity } from "./opportunity.ts";
import { Organization } from "./organization.ts";

/** What a record can be, and the schema that its data satisfies. */
export const schemas = {
	initiative: Initiative,
	event: Event,
	opportunity: Opportunity,
	organization: Organization,
	indicator: Indicator,
} as const;

export type Kind = keyof typeof schemas;

export type DataOf = {
	initiative: Initiative;
	event: Event;
	opportunity: Opportunity;
	organization: Organization;
	indicator: Indicator;
};

export const kinds = [
	"initiative",
	"event",
	"opportunity",
	"organization",
	"indicator",
] as const satisfies readonly Kind[];

/** The plural in addresses and feeds, for each kind that has a feed of its own. */
export const feedKinds = {
	events: "event",
	opportunities: "opportunity",
	initiatives: "initiative",
	organizations: "organization",
	indicators: "indicator",
} as const satisfies Record<string, Kind>;

export type FeedKind = keyof typeof feedKinds;

export const isFeedKind = (text: string): text is FeedKind => Object.hasOwn(feedKinds, text);

/** `event` → `events`. */
export function feedKindOf(kind: Kind): FeedKind {
	return kind === "opportunity" ? "opportunities" : `${kind}s`;
}
