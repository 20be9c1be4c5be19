import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** Kinds of event in the regional agenda. */
export const eventTypes = {
	"technology-day": {
		nl: "Dag van de Techniek",
		en: "Technology day",
		synonyms: ["dagen van de techniek", "techniekdag"],
	},
	"open-day": { nl: "Open dag", en: "Open day", synonyms: ["open huis", "open avond"] },
	fair: { nl: "Beurs", en: "Fair", synonyms: ["banenmarkt", "studiebeurs", "stagemarkt"] },
	workshop: { nl: "Workshop", en: "Workshop", synonyms: ["masterclass", "proefles", "doe-middag"] },
	competition: { nl: "Wedstrijd", en: "Competition", synonyms: ["first lego league", "hackathon"] },
	visit: { nl: "Bedrijfsbezoek", en: "Company visit", synonyms: ["excursie", "rondleiding"] },
	information: { nl: "Voorlichting", en: "Information session", synonyms: ["informatieavond", "webinar"] },
	meeting: { nl: "Netwerkbijeenkomst", en: "Network meeting", synonyms: ["inspiratiebijeenkomst", "conferentie"] },
	course: { nl: "Training", en: "Training", synonyms: ["cursus", "bijscholing"] },
} as const satisfies Vocabulary;

export type EventType = CodeOf<typeof eventTypes>;
