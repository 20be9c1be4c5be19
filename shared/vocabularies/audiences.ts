import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** Who something is meant for. */
export const audiences = {
	pupils: { nl: "Leerlingen", en: "Pupils", synonyms: ["scholieren", "leerling", "kinderen", "jongeren"] },
	students: { nl: "Studenten", en: "Students", synonyms: ["student", "mbo-studenten", "hbo-studenten"] },
	girls: { nl: "Meisjes en vrouwen", en: "Girls and women", synonyms: ["meisjes", "meiden", "vrouwen"] },
	parents: { nl: "Ouders", en: "Parents", synonyms: ["ouders en verzorgers"] },
	teachers: { nl: "Docenten", en: "Teachers", synonyms: ["leraren", "leerkrachten", "docent"] },
	schools: { nl: "Scholen", en: "Schools", synonyms: ["onderwijsinstellingen", "onderwijs"] },
	companies: {
		nl: "Bedrijven",
		en: "Companies",
		synonyms: ["bedrijf", "ondernemers", "werkgevers", "bedrijfsleven", "mkb"],
	},
	employees: { nl: "Werknemers", en: "Employees", synonyms: ["medewerkers", "werkenden", "vakmensen"] },
	"job-seekers": { nl: "Werkzoekenden", en: "Job seekers", synonyms: ["werkzoekende", "werklozen"] },
	switchers: {
		nl: "Zij-instromers",
		en: "Career switchers",
		synonyms: ["zij-instroom", "zijinstromers", "omscholers", "23+"],
	},
	"international-talent": {
		nl: "Internationaal talent",
		en: "International talent",
		synonyms: ["expats", "kenniswerkers", "internationale studenten"],
	},
	government: { nl: "Overheden", en: "Government", synonyms: ["gemeenten", "provincie", "beleidsmakers"] },
	everyone: { nl: "Iedereen", en: "Everyone", synonyms: ["bezoekers", "inwoners", "publiek"] },
} as const satisfies Vocabulary;

export type Audience = CodeOf<typeof audiences>;
