import type { InitiativeCard } from "../../shared/list/cards.ts";
import { common, partners } from "../feed/common.ts";
import { filled, listOf, moment, otherwise, record, text } from "../feed/readers.ts";

/** Reads an initiative of a feed. Without its id or title it is of no use. */
export const readInitiative = record<InitiativeCard>(
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
);
