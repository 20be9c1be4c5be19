import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** The two paths through Dutch vocational education (mbo): at school with internships, or at work with a day of school. */
export const learningPaths = {
	bol: {
		nl: "Bol: leren op school met stages",
		en: "Bol: at school, with internships",
		synonyms: ["beroepsopleidende leerweg", "voltijd mbo"],
	},
	bbl: {
		nl: "Bbl: leren en werken",
		en: "Bbl: learning while working",
		synonyms: ["beroepsbegeleidende leerweg", "leerwerkplek", "leerbaan"],
	},
} as const satisfies Vocabulary;

export type LearningPath = CodeOf<typeof learningPaths>;
