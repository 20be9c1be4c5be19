import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** Whether something is offered or asked for. */
export const directions = {
	offer: { nl: "Aangeboden", en: "Offered", synonyms: ["aanbod"] },
	request: { nl: "Gevraagd", en: "Requested", synonyms: ["vraag"] },
} as const satisfies Vocabulary;

export type Direction = CodeOf<typeof directions>;
