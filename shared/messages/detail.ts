import type { Language } from "../vocabularies/vocabulary.ts";

/** The terms before the facts of an item. */
export type Fact =
	| "when"
	| "where"
	| "who"
	| "partners"
	| "price"
	| "accessibility"
	| "series"
	| "for"
	| "sectors"
	| "actionLines"
	| "kind"
	| "organization"
	| "hours"
	| "salary"
	| "starts"
	| "learningPath"
	| "posted"
	| "deadline"
	| "source"
	| "initiative"
	| "goal"
	| "planning"
	| "phase"
	| "status"
	| "result"
	| "funding"
	| "scale"
	| "contact";

/** What the dialog with everything about one item says, beside what every list says. */
export interface DetailMessages {
	close: string;
	back: string;
	unavailable: string;
	page: string;
	facts: Record<Fact, string>;
	route: string;
	addToCalendar: string;
	calendarFile: string;
	google: string;
	outlookWork: string;
	outlookHome: string;
	expired: string;
	past: string;
	/** Headings above what an item leads to. */
	related: Record<"editions" | "events" | "opportunities" | "initiatives" | "similar", string>;
	until: (day: string) => string;
}

const nl: DetailMessages = {
	close: "Sluiten",
	back: "Terug",
	unavailable: "Meer informatie is nu niet bereikbaar.",
	page: "Naar de eigen pagina",
	facts: {
		when: "Wanneer",
		where: "Waar",
		who: "Organisator",
		partners: "Partners",
		price: "Kosten",
		accessibility: "Toegankelijkheid",
		series: "Reeks",
		for: "Voor wie",
		sectors: "Vakgebied",
		actionLines: "Actielijn",
		kind: "Soort",
		organization: "Organisatie",
		hours: "Uren",
		salary: "Salaris",
		starts: "Begint op",
		learningPath: "Leerweg",
		posted: "Geplaatst op",
		deadline: "Reageren tot en met",
		source: "Bron",
		initiative: "Hoort bij",
		goal: "Doel",
		planning: "Planning",
		phase: "Fase",
		status: "Stand van zaken",
		result: "Resultaat",
		funding: "Middelen",
		scale: "Schaal",
		contact: "Contact",
	},
	route: "Route",
	addToCalendar: "Zet in agenda",
	calendarFile: "Agendabestand (.ics)",
	google: "Google Agenda",
	outlookWork: "Outlook van werk of school",
	outlookHome: "Outlook.com",
	expired: "Reageren kan niet meer: de termijn is voorbij.",
	past: "Deze activiteit is geweest.",
	related: {
		editions: "Andere edities",
		events: "Activiteiten",
		opportunities: "Vacatures, stages en andere kansen",
		initiatives: "Initiatieven",
		similar: "Vergelijkbare initiatieven",
	},
	until: (day) => `tot en met ${day}`,
};

const en: DetailMessages = {
	close: "Close",
	back: "Back",
	unavailable: "More information cannot be reached at the moment.",
	page: "Go to its own page",
	facts: {
		when: "When",
		where: "Where",
		who: "Organiser",
		partners: "Partners",
		price: "Price",
		accessibility: "Accessibility",
		series: "Series",
		for: "For whom",
		sectors: "Field",
		actionLines: "Action line",
		kind: "Type",
		organization: "Organisation",
		hours: "Hours",
		salary: "Pay",
		starts: "Starts",
		learningPath: "Learning path",
		posted: "Posted",
		deadline: "Respond by",
		source: "Source",
		initiative: "Part of",
		goal: "Goal",
		planning: "Planning",
		phase: "Phase",
		status: "Status",
		result: "Result",
		funding: "Means",
		scale: "Scale",
		contact: "Contact",
	},
	route: "Directions",
	addToCalendar: "Add to calendar",
	calendarFile: "Calendar file (.ics)",
	google: "Google Calendar",
	outlookWork: "Outlook at work or school",
	outlookHome: "Outlook.com",
	expired: "It is too late to respond: the last day has passed.",
	past: "This event is over.",
	related: {
		editions: "Other editions",
		events: "Events",
		opportunities: "Vacancies, internships and other opportunities",
		initiatives: "Initiatives",
		similar: "Similar initiatives",
	},
	until: (day) => `until ${day}`,
};

export const detailMessages: Readonly<Record<Language, DetailMessages>> = { nl, en };
