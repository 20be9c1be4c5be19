import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** Stages of education and working life, in the order in which people pass through them. */
export const stages = {
	po: {
		nl: "Basisonderwijs",
		en: "Primary school",
		synonyms: ["po", "primair onderwijs", "basisschool", "basisscholen", "groep 7", "groep 8", "groep 7 en 8"],
	},
	vmbo: {
		nl: "Vmbo",
		en: "Pre-vocational secondary (vmbo)",
		synonyms: ["vmbo-t", "vmbo-tl", "vakcollege", "techniekcollege", "mavo", "praktijkonderwijs"],
	},
	"havo-vwo": {
		nl: "Havo en vwo",
		en: "General secondary (havo, vwo)",
		synonyms: ["havo", "vwo", "havo/vwo", "technasium", "gymnasium", "atheneum"],
	},
	mbo: {
		nl: "Mbo",
		en: "Vocational education (mbo)",
		synonyms: ["bol", "bbl", "bol/bbl", "roc", "middelbaar beroepsonderwijs"],
	},
	hbo: {
		nl: "Hbo",
		en: "University of applied sciences (hbo)",
		synonyms: ["hogeschool", "hoger beroepsonderwijs", "associate degree"],
	},
	wo: { nl: "Universiteit", en: "University", synonyms: ["wo", "wetenschappelijk onderwijs"] },
	teachers: {
		nl: "Pabo en docenten",
		en: "Teachers and teacher training",
		synonyms: ["pabo", "docenten", "leraren", "leerkrachten", "lerarenopleiding"],
	},
	working: {
		nl: "Werkenden",
		en: "Working people",
		synonyms: ["zittend personeel", "werknemers", "medewerkers", "vakkrachten"],
	},
	"job-seekers": {
		nl: "Werkzoekenden en zij-instromers",
		en: "Job seekers and career switchers",
		synonyms: ["werkzoekenden", "zij-instroom", "zij-instromers", "herintreders", "statushouders"],
	},
	parents: { nl: "Ouders", en: "Parents", synonyms: ["ouders", "verzorgers", "ouders en verzorgers"] },
} as const satisfies Vocabulary;

export type Stage = CodeOf<typeof stages>;
