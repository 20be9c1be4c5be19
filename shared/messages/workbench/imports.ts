import type { Language } from "../../vocabularies/vocabulary.ts";

/** What the workbench says on the page of sources that items come from by themselves. */
interface ImportsMessages {
	title: string;
	intro: string;
	none: string;
	add: string;
	addTitle: string;
	change: string;
	changeTitle: (name: string) => string;
	fileAgain: string;
	region: string;
	kind: string;
	address: string;
	addressHint: string;
	file: string;
	fileHint: string;
	try: string;
	trying: string;
	needed: string;
	found: (count: number, more: boolean, format: string) => string;
	foundNone: string;
	notTaken: string;
	columns: string;
	columnsHint: string;
	field: (column: string) => string;
	ignore: string;
	again: string;
	type: string;
	name: string;
	schedule: string;
	schedules: Readonly<Record<"hour" | "day" | "week" | "hand" | "other", string>>;
	save: string;
	cancel: string;
	saved: string;
	formats: Readonly<Record<string, string>>;
	fields: Readonly<Record<string, string>>;
	states: Readonly<Record<"never" | "paused" | "running" | "done" | "unchanged" | "failed" | "cancelled", string>>;
	lastRun: (when: string) => string;
	nextRun: (when: string) => string;
	items: (count: number) => string;
	vanished: (count: number) => string;
	run: string;
	stop: string;
	stopping: string;
	report: string;
	noReport: string;
	pause: string;
	resume: string;
	remove: string;
	reallyRemove: string;
	removed: string;
	progress: (read: number) => string;
	counts: (counts: { added: number; changed: number; unchanged: number; skipped: number }) => string;
	started: (name: string) => string;
	ended: (name: string, state: string) => string;
	back: string;
}

export const importsMessages: Readonly<Record<Language, ImportsMessages>> = {
	nl: {
		title: "Bronnen",
		intro:
			"Agenda's, feeds, pagina's en lijsten van partners, die vanzelf of met de hand worden ingelezen. Wat nieuw is, komt in beoordeling; wat u verbeterde, blijft zoals u het maakte.",
		none: "Er zijn nog geen bronnen.",
		add: "Bron toevoegen",
		addTitle: "Een bron toevoegen",
		change: "Wijzig",
		changeTitle: (name) => `${name} wijzigen`,
		fileAgain: "Kies het bestand opnieuw, om te zien wat erin staat",
		region: "Regio",
		kind: "Soort items",
		address: "Adres",
		addressHint:
			"Van een agenda (iCalendar), feed (RSS, Atom), pagina, sitemap, CSV-bestand of feed van een andere regio.",
		file: "Of een bestand van uw computer",
		fileHint: "CSV, iCalendar of JSON, hoogstens 10 MB.",
		try: "Proeflezen",
		trying: "Bezig met proeflezen…",
		needed: "Vul een adres in of kies een bestand.",
		found: (count, more, format) =>
			`${format}: ${count}${more ? " of meer" : ""} ${count === 1 ? "item" : "items"} gevonden`,
		foundNone: "Nog geen item is compleet.",
		notTaken: "Niet overgenomen",
		columns: "Wat staat in welke kolom?",
		columnsHint: "Kies bij elke kolom het veld. Wat u kiest, wordt bij deze bron onthouden.",
		field: (column) => `Veld voor de kolom ${column}`,
		ignore: "niet overnemen",
		again: "Proeflezen met deze kolommen",
		type: "Type, als de bron het niet zegt",
		name: "Naam van de bron",
		schedule: "Inlezen",
		schedules: {
			hour: "elk uur",
			day: "elke dag om 6 uur",
			week: "elke maandag om 6 uur",
			hand: "alleen met de hand",
			other: "eigen schema",
		},
		save: "Bewaar en lees in",
		cancel: "Annuleer",
		saved: "De bron is bewaard en wordt ingelezen.",
		formats: {
			auto: "Vanzelf herkend",
			icalendar: "Agenda (iCalendar)",
			feed: "Feed van een andere regio",
			rss: "RSS of Atom",
			page: "Pagina met gegevens",
			sitemap: "Sitemap",
			csv: "CSV",
		},
		fields: {
			title: "Titel",
			summary: "Samenvatting",
			description: "Beschrijving",
			start: "Begin (datum en tijd)",
			startDate: "Begindatum",
			startTime: "Begintijd",
			end: "Einde (datum en tijd)",
			endDate: "Einddatum",
			endTime: "Eindtijd",
			"location.name": "Locatie",
			"location.streetAddress": "Straat en huisnummer",
			"location.postalCode": "Postcode",
			"location.place": "Plaats",
			organizer: "Organisator",
			organization: "Organisatie",
			type: "Type",
			direction: "Aanbod of vraag",
			audiences: "Doelgroepen",
			stages: "Onderwijsniveaus",
			sectors: "Sectoren",
			actionLines: "Actielijnen",
			goal: "Doel",
			result: "Resultaat",
			"planning.label": "Planning",
			registrationUrl: "Adres om aan te melden",
			applyUrl: "Adres om te reageren",
			sourceUrl: "Webpagina",
			"price.amount": "Prijs in euro",
			datePosted: "Geplaatst op",
			validThrough: "Geldig tot en met",
			kind: "Soort organisatie",
			url: "Website",
			id: "Vast kenmerk",
		},
		states: {
			never: "nog niet ingelezen",
			paused: "gepauzeerd",
			running: "wordt ingelezen",
			done: "ingelezen",
			unchanged: "niets nieuws",
			failed: "mislukt",
			cancelled: "afgebroken",
		},
		lastRun: (when) => `laatst: ${when}`,
		nextRun: (when) => `volgende keer: ${when}`,
		items: (count) => `${count} ${count === 1 ? "item" : "items"}`,
		vanished: (count) => `${count} niet meer in de bron`,
		run: "Lees nu in",
		stop: "Breek af",
		stopping: "Het inlezen stopt zo.",
		report: "Verslag",
		noReport: "Niets bijzonders.",
		pause: "Pauzeer",
		resume: "Hervat",
		remove: "Verwijder",
		reallyRemove: "Ja, verwijder (items blijven)",
		removed: "De bron is verwijderd. De items zijn er nog.",
		progress: (read) => `${read} ${read === 1 ? "item" : "items"} gelezen…`,
		counts: ({ added, changed, unchanged, skipped }) =>
			`${added} nieuw, ${changed} gewijzigd, ${unchanged} hetzelfde, ${skipped} overgeslagen`,
		started: (name) => `${name} wordt ingelezen.`,
		ended: (name, state) => `${name}: ${state}.`,
		back: "Naar de lijst",
	},
	en: {
		title: "Sources",
		intro:
			"Calendars, feeds, pages and lists of partners, read by themselves or by hand. What is new comes in for review; what you corrected stays as you made it.",
		none: "There are no sources yet.",
		add: "Add a source",
		addTitle: "Add a source",
		change: "Change",
		changeTitle: (name) => `Change ${name}`,
		fileAgain: "Choose the file again, to see what is in it",
		region: "Region",
		kind: "Kind of items",
		address: "Address",
		addressHint: "Of a calendar (iCalendar), feed (RSS, Atom), page, sitemap, CSV file or another region's feed.",
		file: "Or a file from your computer",
		fileHint: "CSV, iCalendar or JSON, at most 10 MB.",
		try: "Try",
		trying: "Trying…",
		needed: "Fill in an address or choose a file.",
		found: (count, more, format) =>
			`${format}: found ${count}${more ? " or more" : ""} ${count === 1 ? "item" : "items"}`,
		foundNone: "No item is complete yet.",
		notTaken: "Not taken",
		columns: "What is in which column?",
		columnsHint: "Choose the field for each column. Your choice is remembered with this source.",
		field: (column) => `Field for the column ${column}`,
		ignore: "leave out",
		again: "Try with these columns",
		type: "Type, where the source does not say",
		name: "Name of the source",
		schedule: "Read",
		schedules: {
			hour: "every hour",
			day: "every day at 6",
			week: "every Monday at 6",
			hand: "by hand only",
			other: "a schedule of its own",
		},
		save: "Keep and read",
		cancel: "Cancel",
		saved: "The source is kept and is being read.",
		formats: {
			auto: "Found out by itself",
			icalendar: "Calendar (iCalendar)",
			feed: "Another region's feed",
			rss: "RSS or Atom",
			page: "Page with data",
			sitemap: "Sitemap",
			csv: "CSV",
		},
		fields: {
			title: "Title",
			summary: "Summary",
			description: "Description",
			start: "Start (date and time)",
			startDate: "Start date",
			startTime: "Start time",
			end: "End (date and time)",
			endDate: "End date",
			endTime: "End time",
			"location.name": "Venue",
			"location.streetAddress": "Street and number",
			"location.postalCode": "Postal code",
			"location.place": "Place",
			organizer: "Organiser",
			organization: "Organisation",
			type: "Type",
			direction: "Offer or request",
			audiences: "Audiences",
			stages: "Stages of education",
			sectors: "Sectors",
			actionLines: "Action lines",
			goal: "Goal",
			result: "Result",
			"planning.label": "Planning",
			registrationUrl: "Address to register",
			applyUrl: "Address to apply",
			sourceUrl: "Web page",
			"price.amount": "Price in euro",
			datePosted: "Posted on",
			validThrough: "Valid through",
			kind: "Kind of organisation",
			url: "Website",
			id: "Lasting key",
		},
		states: {
			never: "not read yet",
			paused: "paused",
			running: "being read",
			done: "read",
			unchanged: "nothing new",
			failed: "failed",
			cancelled: "cancelled",
		},
		lastRun: (when) => `last: ${when}`,
		nextRun: (when) => `next: ${when}`,
		items: (count) => `${count} ${count === 1 ? "item" : "items"}`,
		vanished: (count) => `${count} no longer in the source`,
		run: "Read now",
		stop: "Cancel",
		stopping: "Reading will stop shortly.",
		report: "Report",
		noReport: "Nothing to tell.",
		pause: "Pause",
		resume: "Resume",
		remove: "Remove",
		reallyRemove: "Yes, remove (items stay)",
		removed: "The source was removed. Its items are still here.",
		progress: (read) => `${read} ${read === 1 ? "item" : "items"} read…`,
		counts: ({ added, changed, unchanged, skipped }) =>
			`${added} new, ${changed} changed, ${unchanged} the same, ${skipped} skipped`,
		started: (name) => `${name} is being read.`,
		ended: (name, state) => `${name}: ${state}.`,
		back: "To the list",
	},
};
