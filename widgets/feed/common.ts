import type { EventCard } from "../../shared/list/cards.ts";
import { filled, listOf, otherwise, record, text } from "./readers.ts";
import { safeLink } from "./safe-link.ts";

/** Readers of what items of several kinds have. */

const texts = listOf(text);

export const common = {
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

export const location = record<Pick<NonNullable<EventCard["location"]>, "name" | "place" | "municipality">>({
	name: text,
	place: text,
	municipality: text,
});

export const organization = record<Pick<EventCard["partners"][number], "id" | "name">>(
	{ id: text, name: filled },
	"name",
);

export const partners = listOf(
	record<Pick<EventCard["partners"][number], "id" | "name" | "role">>(
		{ id: text, name: filled, role: otherwise(text, "partner") },
		"name",
	),
);
