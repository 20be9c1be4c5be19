import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** The kinds of organisation that work together. */
export const partnerKinds = {
	education: { nl: "Onderwijs", en: "Education", synonyms: ["school", "roc", "hogeschool"] },
	business: { nl: "Bedrijfsleven", en: "Business", synonyms: ["bedrijf", "ondernemers"] },
	government: { nl: "Overheid", en: "Government", synonyms: ["gemeente", "provincie"] },
	network: { nl: "Netwerk of samenwerking", en: "Network or partnership", synonyms: ["netwerk", "pps", "platform"] },
} as const satisfies Vocabulary;

export type PartnerKind = CodeOf<typeof partnerKinds>;
