import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** What an organisation does in an initiative. */
export const partnerRoles = {
	lead: { nl: "Trekker", en: "Lead", synonyms: ["actieverantwoordelijke", "penvoerder"] },
	partner: { nl: "Partner", en: "Partner", synonyms: ["betrokken partner", "betrokkenen"] },
	funder: { nl: "Financier", en: "Funder", synonyms: ["subsidieverstrekker"] },
} as const satisfies Vocabulary;

export type PartnerRole = CodeOf<typeof partnerRoles>;
