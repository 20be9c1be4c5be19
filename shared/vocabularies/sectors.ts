import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** Branches of technology as the plans name them. */
export const sectors = {
	metal: {
		nl: "Metaal en maakindustrie",
		en: "Metal and manufacturing",
		synonyms: ["metaal", "maakindustrie", "metaalbewerking", "lassen", "industrie"],
	},
	electrical: { nl: "Elektrotechniek", en: "Electrical engineering", synonyms: ["elektro", "elektrotechnisch"] },
	mechatronics: {
		nl: "Mechatronica en robotica",
		en: "Mechatronics and robotics",
		synonyms: ["mechatronica", "robotica", "robots", "high tech", "htsm", "smart industry"],
	},
	installation: {
		nl: "Installatietechniek",
		en: "Building services",
		synonyms: ["installatie", "installatiebranche", "domotica", "loodgieter"],
	},
	construction: {
		nl: "Bouw en infra",
		en: "Construction",
		synonyms: ["bouw", "infra", "bim", "timmerman", "metselaar", "houtbouw"],
	},
	process: {
		nl: "Procestechniek",
		en: "Process engineering",
		synonyms: ["procesindustrie", "operator", "voedingsmiddelenindustrie"],
	},
	polymers: {
		nl: "Kunststoffen, composieten en chemie",
		en: "Plastics, composites and chemistry",
		synonyms: ["kunststoffen", "composieten", "chemie", "polymeren", "coatings"],
	},
	ict: {
		nl: "ICT en digitalisering",
		en: "IT and digital",
		synonyms: ["ict", "software", "programmeren", "big data", "digitalisering"],
	},
	energy: {
		nl: "Energie en duurzaamheid",
		en: "Energy and sustainability",
		synonyms: ["energie", "energietransitie", "duurzaam", "zonnepanelen", "warmtepompen"],
	},
	water: { nl: "Water en maritiem", en: "Water and maritime", synonyms: ["maritiem", "watertechnologie"] },
	mobility: {
		nl: "Mobiliteit en voertuigen",
		en: "Mobility and vehicles",
		synonyms: ["automotive", "voertuigen", "autotechniek", "mobiliteitsbranche"],
	},
	aviation: { nl: "Luchtvaarttechniek", en: "Aviation", synonyms: ["luchtvaart", "vliegtuigen", "aerospace"] },
	logistics: { nl: "Logistiek", en: "Logistics", synonyms: ["transport", "warehouse"] },
	agrofood: { nl: "Agrofood", en: "Agrifood", synonyms: ["agro", "voeding", "food", "tuinbouw", "agritechnologie"] },
	health: {
		nl: "Zorg en techniek",
		en: "Health technology",
		synonyms: ["zorgtechnologie", "zorginnovatie", "medische techniek"],
	},
	creative: {
		nl: "Creatieve techniek",
		en: "Creative technology",
		synonyms: ["creatieve industrie", "media", "games", "3d-printen", "fablab"],
	},
	general: {
		nl: "Techniek breed",
		en: "Technology in general",
		synonyms: ["techniek", "technologie", "techniekbreed"],
	},
} as const satisfies Vocabulary;

export type Sector = CodeOf<typeof sectors>;
