import type { Vocabulary } from "./vocabulary.ts";

/** Which side of a target is good. */
export const targetBounds = {
	"at-least": { nl: "Ten minste", en: "At least" },
	"at-most": { nl: "Ten hoogste", en: "At most" },
} as const satisfies Vocabulary;
