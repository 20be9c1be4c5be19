import type { OpportunityCard } from "../../shared/list/cards.ts";
import { common, location, organization } from "../feed/common.ts";
import { filled, moment, number, otherwise, record, text } from "../feed/readers.ts";
import { safeLink } from "../feed/safe-link.ts";

/** Reads an opportunity of a feed. Without its id, title or type it is of no use. */
export const readOpportunity = record<OpportunityCard>(
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
);
