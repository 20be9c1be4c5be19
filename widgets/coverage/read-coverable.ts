import type { Coverable } from "../../shared/insight/coverage/axes.ts";
import { listOf, type Read, record, text } from "../feed/readers.ts";

/** What the matrix needs of an initiative as the feed gave it. */
export const readCoverable: Read<Coverable> = record<Coverable>(
	{
		id: text,
		actionLines: listOf(text),
		ambitions: listOf(text),
		nationalActions: listOf(text),
		regionalGoals: listOf(text),
		stages: listOf(text),
		audiences: listOf(text),
		scale: text,
		places: listOf(record<{ name?: string; municipality?: string }>({ name: text, municipality: text })),
	},
	"id",
);
