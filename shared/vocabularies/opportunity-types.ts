import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** What the matching platform matches. */
export const opportunityTypes = {
	vacancy: { nl: "Vacature", en: "Vacancy", synonyms: ["vacatures", "baan", "job"] },
	internship: { nl: "Stage", en: "Internship", synonyms: ["stages", "stageplaats", "stageplek"] },
	"work-study": { nl: "Leerwerkplek", en: "Work-study place", synonyms: ["bbl", "leerwerkplekken", "leerbaan"] },
	"holiday-job": { nl: "Vakantiewerk", en: "Holiday job", synonyms: ["vakantiebaan", "bijbaan"] },
	"graduation-project": {
		nl: "Afstudeerplek",
		en: "Graduation project",
		synonyms: ["afstudeeropdracht", "afstudeerstage", "afstuderen"],
	},
	"guest-lesson": { nl: "Gastles", en: "Guest lesson", synonyms: ["gastlessen"] },
	excursion: { nl: "Excursie", en: "Excursion", synonyms: ["excursies", "bedrijfsbezoek"] },
	"hybrid-teacher": {
		nl: "Hybride docent",
		en: "Hybrid teacher",
		synonyms: ["hybride docenten", "zij-instroom onderwijs"],
	},
	retraining: { nl: "Omscholing", en: "Retraining", synonyms: ["bijscholing", "omscholingstraject"] },
	assignment: { nl: "Opdracht", en: "Assignment", synonyms: ["opdrachten", "praktijkopdracht", "technasiumopdracht"] },
} as const satisfies Vocabulary;

export type OpportunityType = CodeOf<typeof opportunityTypes>;
