import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** Flevoland's two kinds of initiative: something done, or something that strengthens the structure. */
export const natures = {
	activity: { nl: "Activiteit", en: "Activity" },
	structure: {
		nl: "Structuurversterkend",
		en: "Strengthens the structure",
		synonyms: ["structuur", "platform", "samenwerkingsverband"],
	},
} as const satisfies Vocabulary;

export type Nature = CodeOf<typeof natures>;
