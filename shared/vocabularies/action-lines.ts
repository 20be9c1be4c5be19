import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** The three national action lines of the Techniekpact, which every regional plan follows. */
export const actionLines = {
	choose: {
		nl: "Kiezen voor techniek",
		en: "Choosing technology",
		synonyms: ["kiezen", "kiezen voor technologie", "techniekpromotie", "studiekeuze"],
	},
	learn: {
		nl: "Leren in de techniek",
		en: "Learning in technology",
		synonyms: ["leren", "opleiden", "techniekonderwijs"],
	},
	work: {
		nl: "Werken in de techniek",
		en: "Working in technology",
		synonyms: ["werken", "behouden", "leven lang leren", "zij-instroom"],
	},
} as const satisfies Vocabulary;

export type ActionLine = CodeOf<typeof actionLines>;
