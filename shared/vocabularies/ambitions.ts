import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** The four national ambitions; `broader` is the action line each belongs to. */
export const ambitions = {
	"young-discovery": {
		nl: "Techniek en technisch talent al jong ontdekken",
		en: "Discovering technology and talent young",
		broader: "choose",
		synonyms: ["ambitie 1", "jong geleerd, oud gedaan"],
	},
	"inspiring-teachers": {
		nl: "Deskundige docenten voor inspirerend onderwijs",
		en: "Expert teachers for inspiring education",
		broader: "choose",
		synonyms: ["ambitie 2", "deskundige docenten"],
	},
	"future-professionals": {
		nl: "Opleiden van de technische vakmensen voor de toekomst",
		en: "Training the technicians of the future",
		broader: "learn",
		synonyms: ["ambitie 3", "vakmensen van de toekomst"],
	},
	"retain-and-use-talent": {
		nl: "Technische vakkrachten behouden en talent benutten",
		en: "Keeping technicians and using talent",
		broader: "work",
		synonyms: ["ambitie 4", "vakkrachten behouden"],
	},
} as const satisfies Vocabulary;

export type Ambition = CodeOf<typeof ambitions>;
