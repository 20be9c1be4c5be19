import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** What stands in the network of a region, in the order in which it is listed. */
export const nodeKinds = {
	organization: { nl: "Organisatie", en: "Organisation" },
	programme: { nl: "Programma", en: "Programme" },
	initiative: { nl: "Initiatief", en: "Initiative" },
	event: { nl: "Evenement", en: "Event" },
	fund: { nl: "Regeling", en: "Funding programme" },
} as const satisfies Vocabulary;

export type NodeKind = CodeOf<typeof nodeKinds>;

/** How one is linked to another, read from the first: "leads", "is part of". */
export const linkKinds = {
	leads: { nl: "trekt", en: "leads" },
	partner: { nl: "werkt mee aan", en: "takes part in" },
	funds: { nl: "financiert", en: "funds" },
	organizes: { nl: "organiseert", en: "organises" },
	offers: { nl: "biedt plekken in", en: "offers places in" },
	partOf: { nl: "hoort bij", en: "is part of" },
} as const satisfies Vocabulary;

export type LinkKind = CodeOf<typeof linkKinds>;
