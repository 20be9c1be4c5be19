import type { Language } from "../vocabularies/vocabulary.ts";

/** What lists of opportunities say, beside what every list says. */
export interface OpportunityMessages {
	apply: string;
	respondBy: (day: string) => string;
	daysLeft: (days: number) => string;
	hours: (range: string) => string;
	per: Record<"hour" | "month" | "year", string>;
}

export const opportunityMessages: Readonly<Record<Language, OpportunityMessages>> = {
	nl: {
		apply: "Reageren",
		respondBy: (day) => `Reageer uiterlijk ${day}`,
		daysLeft: (days) => (days === 0 ? "vandaag nog" : days === 1 ? "nog 1 dag" : `nog ${days} dagen`),
		hours: (range) => `${range} uur per week`,
		per: { hour: "per uur", month: "per maand", year: "per jaar" },
	},
	en: {
		apply: "Respond",
		respondBy: (day) => `Respond by ${day}`,
		daysLeft: (days) => (days === 0 ? "last day" : days === 1 ? "1 day left" : `${days} days left`),
		hours: (range) => `${range} hours a week`,
		per: { hour: "an hour", month: "a month", year: "a year" },
	},
};
