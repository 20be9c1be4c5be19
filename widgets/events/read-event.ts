import type { EventCard } from "../../shared/list/cards.ts";
import { homeZone } from "../../shared/list/dates.ts";
import { common, location, organization, partners } from "../feed/common.ts";
import { moment, number, otherwise, record, text } from "../feed/readers.ts";
import { safeLink } from "../feed/safe-link.ts";

/** Reads an event of a feed. Without its id, title or start it is of no use. */
export const readEvent = record<EventCard>(
	{
		...common,
		type: text,
		start: moment,
		end: moment,
		timeZone: otherwise(text, homeZone),
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
);
