import type { Language } from "../vocabularies/vocabulary.ts";

/** What the month view of events says, beside what every list says. Months and days come as people write them. */
export interface MonthMessages {
	previous: string;
	next: string;
	today: string;
	loading: (month: string) => string;
	/** How many events there are in a month; 0 is none. */
	inMonth: (events: number, month: string) => string;
	/** What a day is called in the grid, for who hears it. `off` of the events do not take place. */
	onDay: (day: string, events: number, off: number) => string;
	/** More events on a day than it has room for. */
	more: (events: number) => string;
	/** An event that began on an earlier day, in place of its time. */
	continued: string;
	emptyDay: string;
}

export const monthMessages: Readonly<Record<Language, MonthMessages>> = {
	nl: {
		previous: "Vorige maand",
		next: "Volgende maand",
		today: "Vandaag",
		loading: (month) => `Activiteiten in ${month} laden…`,
		inMonth: (events, month) => `${events || "Geen"} ${events === 1 ? "activiteit" : "activiteiten"} in ${month}`,
		onDay: (day, events, off) =>
			`${day}, ${events || "geen"} ${events === 1 ? "activiteit" : "activiteiten"}${off ? `, ${off} ${off === 1 ? "gaat" : "gaan"} niet door` : ""}`,
		more: (events) => `+${events} meer`,
		continued: "vervolg",
		emptyDay: "Geen activiteiten op deze dag.",
	},
	en: {
		previous: "Previous month",
		next: "Next month",
		today: "Today",
		loading: (month) => `Loading events in ${month}…`,
		inMonth: (events, month) => `${events || "No"} ${events === 1 ? "event" : "events"} in ${month}`,
		onDay: (day, events, off) =>
			`${day}, ${events || "no"} ${events === 1 ? "event" : "events"}${off ? `, ${off} not going ahead` : ""}`,
		more: (events) => `+${events} more`,
		continued: "continued",
		emptyDay: "No events on this day.",
	},
};
