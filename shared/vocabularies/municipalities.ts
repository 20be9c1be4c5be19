import type { Term } from "./vocabulary.ts";

/** A municipality; the key is its CBS code, as in `gm0855`. `synonyms` are the towns in it that people name instead. */
export interface Municipality extends Term {
	readonly regions: readonly string[];
}

/** The municipalities of the five regions; for Oost and Noordwest the centres of their sub-regions. */
export const municipalities = {
	gm0361: { nl: "Alkmaar", en: "Alkmaar", regions: ["noordwest"] },
	gm0141: { nl: "Almelo", en: "Almelo", regions: ["oost"] },
	gm0034: { nl: "Almere", en: "Almere", regions: ["flevoland", "noordwest"] },
	gm0307: { nl: "Amersfoort", en: "Amersfoort", regions: ["noordwest"] },
	gm0363: { nl: "Amsterdam", en: "Amsterdam", regions: ["noordwest"] },
	gm0200: { nl: "Apeldoorn", en: "Apeldoorn", regions: ["oost"] },
	gm0202: { nl: "Arnhem", en: "Arnhem", regions: ["oost"] },
	gm0203: { nl: "Barneveld", en: "Barneveld", regions: ["oost"] },
	gm0375: { nl: "Beverwijk", en: "Beverwijk", regions: ["noordwest"] },
	gm0400: { nl: "Den Helder", en: "Den Helder", regions: ["noordwest"] },
	gm0150: { nl: "Deventer", en: "Deventer", regions: ["oost"] },
	gm0222: { nl: "Doetinchem", en: "Doetinchem", regions: ["oost"] },
	gm0766: { nl: "Dongen", en: "Dongen", regions: ["midden-brabant"] },
	gm0303: { nl: "Dronten", en: "Dronten", regions: ["flevoland"] },
	gm0228: { nl: "Ede", en: "Ede", regions: ["oost"] },
	gm0230: { nl: "Elburg", en: "Elburg", regions: ["noord-veluwe"] },
	gm0153: { nl: "Enschede", en: "Enschede", regions: ["oost"] },
	gm0233: { nl: "Ermelo", en: "Ermelo", regions: ["noord-veluwe"] },
	gm0784: { nl: "Gilze en Rijen", en: "Gilze en Rijen", regions: ["midden-brabant"], synonyms: ["rijen", "gilze"] },
	gm0785: { nl: "Goirle", en: "Goirle", regions: ["midden-brabant"] },
	gm0392: { nl: "Haarlem", en: "Haarlem", regions: ["noordwest"] },
	gm0160: { nl: "Hardenberg", en: "Hardenberg", regions: ["oost"] },
	gm0243: { nl: "Harderwijk", en: "Harderwijk", regions: ["noord-veluwe", "oost"] },
	gm0163: { nl: "Hellendoorn", en: "Hellendoorn", regions: ["oost"], synonyms: ["nijverdal"] },
	gm0164: { nl: "Hengelo", en: "Hengelo", regions: ["oost"] },
	gm0797: { nl: "Heusden", en: "Heusden", regions: ["midden-brabant"], synonyms: ["drunen", "vlijmen"] },
	gm0798: { nl: "Hilvarenbeek", en: "Hilvarenbeek", regions: ["midden-brabant"] },
	gm0405: { nl: "Hoorn", en: "Hoorn", regions: ["noordwest"] },
	gm0166: { nl: "Kampen", en: "Kampen", regions: ["oost"] },
	gm0995: { nl: "Lelystad", en: "Lelystad", regions: ["flevoland", "noordwest"] },
	gm0809: { nl: "Loon op Zand", en: "Loon op Zand", regions: ["midden-brabant"], synonyms: ["kaatsheuvel"] },
	gm0267: { nl: "Nijkerk", en: "Nijkerk", regions: ["noord-veluwe"] },
	gm0268: { nl: "Nijmegen", en: "Nijmegen", regions: ["oost"] },
	gm0171: { nl: "Noordoostpolder", en: "Noordoostpolder", regions: ["flevoland"], synonyms: ["emmeloord"] },
	gm0302: { nl: "Nunspeet", en: "Nunspeet", regions: ["noord-veluwe"] },
	gm0824: { nl: "Oisterwijk", en: "Oisterwijk", regions: ["midden-brabant"] },
	gm0269: { nl: "Oldebroek", en: "Oldebroek", regions: ["noord-veluwe"] },
	gm0273: { nl: "Putten", en: "Putten", regions: ["noord-veluwe"] },
	gm0281: { nl: "Tiel", en: "Tiel", regions: ["oost"] },
	gm0855: { nl: "Tilburg", en: "Tilburg", regions: ["midden-brabant"] },
	gm0184: { nl: "Urk", en: "Urk", regions: ["flevoland"] },
	gm0344: { nl: "Utrecht", en: "Utrecht", regions: ["noordwest"] },
	gm0453: { nl: "Velsen", en: "Velsen", regions: ["noordwest"], synonyms: ["ijmuiden"] },
	gm0867: { nl: "Waalwijk", en: "Waalwijk", regions: ["midden-brabant"] },
	gm0289: { nl: "Wageningen", en: "Wageningen", regions: ["oost"] },
	gm0479: { nl: "Zaanstad", en: "Zaanstad", regions: ["noordwest"], synonyms: ["zaandam"] },
	gm0050: { nl: "Zeewolde", en: "Zeewolde", regions: ["noord-veluwe", "flevoland"] },
	gm0299: { nl: "Zevenaar", en: "Zevenaar", regions: ["oost"] },
	gm0301: { nl: "Zutphen", en: "Zutphen", regions: ["oost"] },
	gm0193: { nl: "Zwolle", en: "Zwolle", regions: ["oost"] },
} as const satisfies Readonly<Record<string, Municipality>>;

export type MunicipalityCode = keyof typeof municipalities;
