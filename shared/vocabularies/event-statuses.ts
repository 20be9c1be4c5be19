import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** schema.org EventStatusType, and full. */
export const eventStatuses = {
	scheduled: { nl: "Gaat door", en: "Scheduled" },
	cancelled: { nl: "Geannuleerd", en: "Cancelled", synonyms: ["afgelast"] },
	postponed: { nl: "Uitgesteld", en: "Postponed" },
	rescheduled: { nl: "Verplaatst", en: "Rescheduled", synonyms: ["verzet"] },
	full: { nl: "Vol", en: "Full", synonyms: ["volgeboekt", "uitverkocht"] },
} as const satisfies Vocabulary;

export type EventStatus = CodeOf<typeof eventStatuses>;
