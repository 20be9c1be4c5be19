import type { WidgetKind } from "../messages/widgets.ts";
import type { ItemOf } from "../model/feed.ts";

/** The type of `T` where codes newer than this program may occur too. */
export type Lenient<T> = T extends string
	? string
	: T extends readonly (infer One)[]
		? Lenient<One>[]
		: T extends object
			? { [K in keyof T]: Lenient<T[K]> }
			: T;

/** What lists show of an item, by kind. The canonical address may be missing: the title then is no link. */
type Used<K extends WidgetKind, F extends keyof ItemOf[K]> = Lenient<Pick<ItemOf[K], F>> & { url?: string };

type Common = "id" | "title" | "summary" | "sample" | "stages" | "audiences" | "sectors" | "actionLines";

export type EventCard = Used<
	"events",
	| Common
	| "type"
	| "start"
	| "end"
	| "timeZone"
	| "status"
	| "previousStart"
	| "attendance"
	| "location"
	| "organizer"
	| "partners"
	| "price"
	| "registrationUrl"
>;
export type OpportunityCard = Used<
	"opportunities",
	| Common
	| "type"
	| "direction"
	| "organization"
	| "location"
	| "hours"
	| "salary"
	| "datePosted"
	| "validThrough"
	| "start"
	| "applyUrl"
>;
export type InitiativeCard = Used<
	"initiatives",
	Common | "nature" | "goal" | "status" | "planning" | "partners" | "places" | "result"
>;

export type CardOf = { events: EventCard; opportunities: OpportunityCard; initiatives: InitiativeCard };
