import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** Where an initiative stands. */
export const initiativeStatuses = {
	idea: { nl: "Idee", en: "Idea" },
	preparing: { nl: "In voorbereiding", en: "Being prepared" },
	running: { nl: "Loopt", en: "Running" },
	completed: { nl: "Afgerond", en: "Completed" },
	stopped: { nl: "Gestopt", en: "Stopped" },
} as const satisfies Vocabulary;

export type InitiativeStatus = CodeOf<typeof initiativeStatuses>;
