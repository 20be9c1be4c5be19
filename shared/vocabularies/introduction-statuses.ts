import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** What became of a request and an offer that were brought together, in the order in which it goes when it goes well. */
export const introductionStatuses = {
	proposed: { nl: "Voorgesteld", en: "Proposed" },
	introduced: { nl: "In contact gebracht", en: "Introduced" },
	agreed: { nl: "Afgesproken", en: "Agreed" },
	done: { nl: "Uitgevoerd", en: "Done" },
	"fell-through": { nl: "Niet doorgegaan", en: "Fell through" },
} as const satisfies Vocabulary;

export type IntroductionStatus = CodeOf<typeof introductionStatuses>;
