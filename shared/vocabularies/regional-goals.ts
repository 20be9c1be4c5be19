import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** The eight goals of the Noordvleugel as the work plan of Flevoland orders them; `broader` is the action line. */
export const regionalGoals = {
	"business-circles": {
		nl: "Regionale bedrijvenkringen (Technet)",
		en: "Regional business circles",
		broader: "choose",
	},
	"technology-in-schools": {
		nl: "Techniek structureel in primair en voortgezet onderwijs",
		en: "Technology as a fixed part of primary and secondary school",
		broader: "choose",
	},
	"teacher-training": { nl: "Techniek in pabo en nascholing", en: "Technology in teacher training", broader: "choose" },
	campuses: {
		nl: "Campussen die aansluiten op regionale speerpunten",
		en: "Campuses that fit regional priorities",
		broader: "learn",
	},
	"renewed-courses": {
		nl: "Vernieuwd opleidingsaanbod vmbo, mbo en hbo",
		en: "Renewed courses in vmbo, mbo and hbo",
		broader: "learn",
	},
	"work-placements": {
		nl: "Doorlopende leerlijnen en leerwerkplekken",
		en: "Continuous pathways and work placements",
		broader: "learn",
	},
	retraining: { nl: "Om- en bijscholing, van werk naar werk", en: "Retraining, from work to work", broader: "work" },
	"international-talent": {
		nl: "Internationaal talent aantrekken en behouden",
		en: "Attracting and keeping international talent",
		broader: "work",
	},
} as const satisfies Vocabulary;

export type RegionalGoal = CodeOf<typeof regionalGoals>;
