import type { EventFacts, InitiativeFacts, OpportunityFacts } from "../../shared/formats/schema-things.ts";
import { filled, listOf, moment, number, type Read, record, text } from "../feed/readers.ts";
import { safeLink } from "../feed/safe-link.ts";

/**
 * Reads from a feed's items what structured data tells of them. A code newer than this program makes an item of no use here:
 * search engines are told nothing that we do not understand.
 */

/** One of `values`; the first when there is none. */
const oneOf =
	<T extends string>(...values: [T, ...T[]]): Read<T> =>
	(value) =>
		value === undefined ? values[0] : values.find((one) => one === value);

const mention = record<{ name: string; url?: string }>({ name: filled, url: safeLink }, "name");
const image = record<{ url: string }>({ url: safeLink }, "url");
const location = record<NonNullable<EventFacts["location"]> & { municipality?: string }>({
	name: text,
	streetAddress: text,
	postalCode: text,
	place: text,
	municipality: text,
	latitude: number,
	longitude: number,
	url: safeLink,
});
const common = { title: filled, url: safeLink, summary: text, description: text, image };

export const eventFacts = record<EventFacts>(
	{
		...common,
		start: moment,
		end: moment,
		status: oneOf("scheduled", "cancelled", "postponed", "rescheduled", "full"),
		previousStart: moment,
		attendance: oneOf("offline", "online", "mixed"),
		price: record<NonNullable<EventFacts["price"]>>({ amount: number, note: text }),
		registrationUrl: safeLink,
		location,
		organizer: mention,
		series: record<{ name: string }>({ name: filled }, "name"),
	},
	"title",
	"start",
	"status",
	"attendance",
);

export const opportunityFacts = record<OpportunityFacts>(
	{
		...common,
		id: filled,
		type: filled,
		direction: oneOf("offer", "request"),
		hours: record<NonNullable<OpportunityFacts["hours"]>>({ min: number, max: number, note: text }),
		salary: record<NonNullable<OpportunityFacts["salary"]>>(
			{ min: number, max: number, unit: oneOf("month", "hour", "year"), note: text },
			"unit",
		),
		datePosted: moment,
		validThrough: moment,
		start: moment,
		location,
		organization: mention,
	},
	"id",
	"title",
	"type",
	"direction",
);

export const initiativeFacts = record<InitiativeFacts>(
	{
		...common,
		nature: oneOf("activity", "structure"),
		goal: text,
		sourceUrl: safeLink,
		planning: record<NonNullable<InitiativeFacts["planning"]>>({ start: moment, end: moment }),
		places: listOf(record<{ name: string }>({ name: filled }, "name")),
		partners: listOf(
			record<InitiativeFacts["partners"][number]>(
				{ name: filled, url: safeLink, role: oneOf("partner", "lead", "funder") },
				"name",
				"role",
			),
		),
	},
	"title",
	"nature",
);
