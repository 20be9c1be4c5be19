import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** From whose side an indicator looks (Midden-Brabant). */
export const perspectives = {
	government: { nl: "Overheid", en: "Government" },
	education: { nl: "Onderwijs", en: "Education" },
	business: { nl: "Bedrijfsleven", en: "Business" },
} as const satisfies Vocabulary;

export type Perspective = CodeOf<typeof perspectives>;
