import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** Where means come from, as the plans name them. */
export const fundingProgrammes = {
	"local-regional": {
		nl: "Lokale en regionale middelen",
		en: "Local and regional means",
		synonyms: ["lokaal/regionale middelen"],
	},
	sto: { nl: "Sterk Techniek Onderwijs", en: "Sterk Techniek Onderwijs", synonyms: ["sto"] },
	rif: {
		nl: "Regionaal investeringsfonds mbo",
		en: "Regional investment fund mbo",
		synonyms: ["rif", "mbo-investeringsfonds", "mbo investeringsfonds"],
	},
	"growth-fund": { nl: "Nationaal Groeifonds", en: "National Growth Fund", synonyms: ["groeifonds"] },
	efro: { nl: "EFRO", en: "ERDF", synonyms: ["kansen voor west"] },
	esf: { nl: "ESF", en: "ESF" },
	"sector-plans": { nl: "Sectorplannen", en: "Sector plans", synonyms: ["sectorplan"] },
	"youth-unemployment": { nl: "Actieplan Jeugdwerkloosheid", en: "Youth unemployment plan" },
	"o-and-o": { nl: "O&O-fondsen", en: "Sector training funds", synonyms: ["oom", "a&o", "otib", "branchemiddelen"] },
	province: { nl: "Provincie", en: "Province", synonyms: ["provinciale middelen", "provinciaal investeringsfonds"] },
	municipality: { nl: "Gemeenten", en: "Municipalities", synonyms: ["gemeentelijke middelen"] },
	business: { nl: "Bijdragen van bedrijven", en: "Contributions from business", synonyms: ["bedrijfsbijdragen"] },
	education: { nl: "Onderwijsmiddelen", en: "Education budgets" },
	national: { nl: "Landelijke middelen", en: "National means", synonyms: ["landelijke projectmiddelen"] },
} as const satisfies Vocabulary;

export type FundingProgramme = CodeOf<typeof fundingProgrammes>;
