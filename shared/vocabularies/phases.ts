import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** Phases of a project, as Noord-Veluwe plans them. */
export const phases = {
	initiation: { nl: "Initiatie", en: "Initiation", synonyms: ["initiatief", "verkenning"] },
	definition: { nl: "Definitie", en: "Definition", synonyms: ["projectdefinitie"] },
	design: { nl: "Ontwerp", en: "Design" },
	preparation: { nl: "Voorbereiding", en: "Preparation" },
	realisation: { nl: "Realisatie", en: "Realisation", synonyms: ["uitvoering"] },
	aftercare: { nl: "Nazorg", en: "Aftercare", synonyms: ["evaluatie", "borging"] },
} as const satisfies Vocabulary;

export type Phase = CodeOf<typeof phases>;
