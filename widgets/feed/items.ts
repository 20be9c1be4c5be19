import type { WidgetKind } from "../../shared/messages/widgets.ts";
import type { ItemOf } from "../../shared/model/feed.ts";
import { filled, type Lenient, listOf, moment, number, otherwise, type Read, record, text } from "./readers.ts";
import { safeLink } from "./safe-link.ts";

/** What the widgets use of an item, by kind. The canonical address may be missing: the title then is no link. */
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

const texts = listOf(text);

const common = {
	id: filled,
	url: safeLink,
	title: filled,
	summary: text,
	sample: text,
	stages: texts,
	audiences: texts,
	sectors: texts,
	actionLines: texts,
};

const location = record<Pick<NonNullable<EventCard["location"]>, "name" | "place" | "municipality">>({
	name: text,
	place: text,
	municipality: text,
});
const organization = record<Pick<EventCard["partners"][number], "id" | "name">>({ id: text, name: filled }, "name");
const partners = listOf(
	record<Pick<EventCard["partners"][number], "id" | "name" | "role">>(
		{ id: text, name: filled, role: otherwise(text, "partner") },
		"name",
	),
);

/** The reader of each kind's items. An item without its id, title or (of an event) start is of no use. */
export const readItem: { [K in WidgetKind]: Read<CardOf[K]> } = {
	events: record<EventCard>(
		{
			...common,
			type: text,
			start: moment,
			end: moment,
			timeZone: otherwise(text, "Europe/Amsterdam"),
			status: otherwise(text, "scheduled"),
			previousStart: moment,
			attendance: otherwise(text, "offline"),
			location,
			organizer: organization,
			partners,
			price: record({ amount: number, note: text }),
			registrationUrl: safeLink,
		},
		"id",
		"title",
		"start",
	),
	opportunities: record<OpportunityCard>(
		{
			...common,
			type: filled,
			direction: otherwise(text, "offer"),
			organization,
			location,
			hours: record({ min: number, max: number, note: text }),
			salary: record({ min: number, max: number, unit: otherwise(text, "month"), note: text }),
			datePosted: moment,
			validThrough: moment,
			start: moment,
			applyUrl: safeLink,
		},
		"id",
		"title",
		"type",
	),
	initiatives: record<InitiativeCard>(
		{
			...common,
			nature: otherwise(text, "activity"),
			goal: text,
			status: otherwise(text, "running"),
			planning: record({ start: moment, end: moment, label: text, phase: text }),
			partners,
			places: listOf(record<InitiativeCard["places"][number]>({ name: filled, municipality: text }, "name")),
			result: text,
		},
		"id",
		"title",
	),
};
