import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** How wide something reaches (the levels of Oost). */
export const scales = {
	local: { nl: "Lokaal", en: "Local", synonyms: ["gemeentelijk"] },
	regional: { nl: "Regionaal", en: "Regional", synonyms: ["regio"] },
	provincial: { nl: "Provinciaal", en: "Provincial", synonyms: ["provincie"] },
	supraregional: {
		nl: "Bovenregionaal",
		en: "Supraregional",
		synonyms: ["landsdeel", "bovenregionaal", "oost-nederland"],
	},
	national: { nl: "Landelijk", en: "National", synonyms: ["nationaal"] },
} as const satisfies Vocabulary;

export type Scale = CodeOf<typeof scales>;
