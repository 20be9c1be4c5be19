import type { Language } from "../../vocabularies/vocabulary.ts";

export type BulkVerb = "publish" | "archive" | "restore" | "set";

/** What the workbench says around the work list: reasons, bulk actions, saved searches, the action list, regions, vocabularies. */
export interface WorkListMessages {
	why: {
		missing: (fields: string) => string;
		twin: string;
		soon: (when: string) => string;
		ends: (when: string) => string;
		waiting: (when: string) => string;
		source: Record<"changed" | "gone", string>;
	};
	moreThan: (count: number) => string;
	corrected: (typed: string, meant: string) => string;
	actionLine: string;
	stage: string;
	audience: string;
	any: string;
	moreFilters: string;
	views: {
		title: string;
		hint: string;
		names: Record<"stale" | "ending" | "source" | "no-action-line" | "incomplete", string>;
		queue: string;
	};
	searches: {
		title: string;
		none: string;
		save: string;
		name: string;
		share: string;
		shared: (region: string) => string;
		keep: string;
		cancel: string;
		rename: (name: string) => string;
		remove: (name: string) => string;
		saved: string;
		removed: (name: string) => string;
		undo: string;
		restored: string;
	};
	bulk: {
		title: string;
		tick: (title: string) => string;
		tickAll: string;
		chosen: (count: number) => string;
		allMatching: (total: string) => string;
		allChosen: (total: string) => string;
		clear: string;
		verbs: Record<BulkVerb, string>;
		field: string;
		mode: string;
		modes: Record<"add" | "remove" | "replace", string>;
		value: string;
		apply: string;
		progress: (done: number, total: number) => string;
		done: Record<BulkVerb, (count: number) => string>;
		undone: (count: number) => string;
		same: (count: number) => string;
		refused: (count: number) => string;
		kept: (count: number) => string;
		undo: string;
		close: string;
		interrupted: string;
		goOn: string;
	};
	actionList: {
		title: string;
		link: string;
		intro: string;
		print: string;
		csv: string;
		back: string;
		loading: string;
		empty: string;
		count: (count: number) => string;
	};
	regions: {
		title: string;
		intro: string;
		add: string;
		id: string;
		idHint: string;
		name: string;
		municipalities: string;
		chosen: (count: number) => string;
		save: string;
		saved: string;
		change: (name: string) => string;
		cancel: string;
		idWrong: string;
		nameWrong: string;
		idTaken: string;
	};
	vocabularies: {
		title: string;
		intro: string;
		region: string;
		allRegions: string;
		code: string;
		dutch: string;
		english: string;
		used: string;
		loading: string;
	};
}

const nl: WorkListMessages = {
	why: {
		missing: (fields) => `Ontbreekt: ${fields}`,
		twin: "Misschien dubbel: zelfde titel",
		soon: (when) => `Begint ${when}`,
		ends: (when) => `Loopt tot ${when}`,
		waiting: (when) => `Binnengekomen ${when}`,
		source: { changed: "Bronpagina is veranderd", gone: "Bronpagina is weg" },
	},
	moreThan: (count) => `${count}+`,
	corrected: (typed, meant) => `‘${typed}’ staat nergens. Gezocht naar: ${meant}.`,
	actionLine: "Actielijn",
	stage: "Onderwijs en loopbaan",
	audience: "Doelgroep",
	any: "Alle",
	moreFilters: "Meer filters",
	views: {
		title: "Vraagt aandacht",
		hint: "Over alle statussen, behalve het archief.",
		names: {
			stale: "Een jaar niet bijgewerkt",
			ending: "Loopt binnenkort af",
			source: "Bronpagina weg of veranderd",
			"no-action-line": "Zonder actielijn",
			incomplete: "Onvolledig",
		},
		queue: "Naar te beoordelen",
	},
	searches: {
		title: "Bewaarde zoekopdrachten",
		none: "Nog geen. Kies filters en bewaar ze hier.",
		save: "Deze filters bewaren",
		name: "Naam",
		share: "Delen met collega’s in",
		shared: (region) => `gedeeld in ${region}`,
		keep: "Bewaren",
		cancel: "Annuleren",
		rename: (name) => `Naam van ${name} wijzigen`,
		remove: (name) => `${name} verwijderen`,
		saved: "Bewaard.",
		removed: (name) => `‘${name}’ is verwijderd.`,
		undo: "Ongedaan maken",
		restored: "Teruggezet.",
	},
	bulk: {
		title: "Met de gekozen items",
		tick: (title) => `Kies ${title}`,
		tickAll: "Kies alle getoonde items",
		chosen: (count) => (count === 1 ? "1 item gekozen" : `${count} items gekozen`),
		allMatching: (total) => `Kies alle ${total} die passen`,
		allChosen: (total) => `Alle ${total} die passen zijn gekozen`,
		clear: "Keuze wissen",
		verbs: { publish: "Publiceren", archive: "Archiveren", restore: "Terughalen", set: "Veld invullen" },
		field: "Veld",
		mode: "Wat",
		modes: { add: "Toevoegen", remove: "Weghalen", replace: "Vervangen door" },
		value: "Waarde",
		apply: "Toepassen",
		progress: (done, total) => `${done} van ${total} gedaan…`,
		done: {
			publish: (count) => `${count} gepubliceerd.`,
			archive: (count) => `${count} gearchiveerd.`,
			restore: (count) => `${count} teruggehaald.`,
			set: (count) => `${count} gewijzigd. Gepubliceerde items tonen dit na opnieuw publiceren.`,
		},
		undone: (count) => `${count} ongedaan gemaakt.`,
		same: (count) => `${count} stond al zo.`,
		refused: (count) => `${count} niet gelukt:`,
		kept: (count) => `${count} niet teruggezet:`,
		undo: "Ongedaan maken",
		close: "Sluiten",
		interrupted: "De actie is onderbroken. Wat gedaan is, blijft staan.",
		goOn: "Verder gaan",
	},
	actionList: {
		title: "Actielijst",
		link: "Actielijst (afdrukken, CSV)",
		intro: "De initiatieven van de regio volgens de filters van de lijst.",
		print: "Afdrukken",
		csv: "Downloaden als CSV",
		back: "Terug naar de lijst",
		loading: "De actielijst wordt geladen…",
		empty: "Geen initiatieven met deze filters.",
		count: (count) => (count === 1 ? "1 initiatief" : `${count} initiatieven`),
	},
	regions: {
		title: "Regio’s",
		intro: "De regio’s in deze inventaris, met hun gemeenten.",
		add: "Regio toevoegen",
		id: "Naam in adressen",
		idHint: "Kleine letters, cijfers en streepjes, zoals midden-brabant. Dit blijft altijd zo.",
		name: "Naam",
		municipalities: "Gemeenten",
		chosen: (count) => (count === 1 ? "1 gemeente" : `${count} gemeenten`),
		save: "Opslaan",
		saved: "De regio is opgeslagen.",
		change: (name) => `${name} wijzigen`,
		cancel: "Annuleren",
		idWrong: "Gebruik kleine letters, cijfers en streepjes.",
		nameWrong: "Vul een naam in.",
		idTaken: "Die regio is er al: wijzig haar in de lijst.",
	},
	vocabularies: {
		title: "Woordenlijsten",
		intro: "De vaste woorden waarmee items worden gelabeld, en hoe vaak elk woord is gebruikt.",
		region: "Gebruik in",
		allRegions: "Alle regio’s",
		code: "Code",
		dutch: "Nederlands",
		english: "Engels",
		used: "Gebruikt",
		loading: "De woordenlijsten worden geladen…",
	},
};

const en: WorkListMessages = {
	why: {
		missing: (fields) => `Missing: ${fields}`,
		twin: "Perhaps a duplicate: same title",
		soon: (when) => `Starts ${when}`,
		ends: (when) => `Runs until ${when}`,
		waiting: (when) => `Came in ${when}`,
		source: { changed: "Source page has changed", gone: "Source page is gone" },
	},
	moreThan: (count) => `${count}+`,
	corrected: (typed, meant) => `‘${typed}’ is written nowhere. Searched for: ${meant}.`,
	actionLine: "Action line",
	stage: "Education and career",
	audience: "Audience",
	any: "All",
	moreFilters: "More filters",
	views: {
		title: "Needs attention",
		hint: "In every state except the archive.",
		names: {
			stale: "Not updated for a year",
			ending: "Ends soon",
			source: "Source page gone or changed",
			"no-action-line": "Without action line",
			incomplete: "Incomplete",
		},
		queue: "To what is to be reviewed",
	},
	searches: {
		title: "Saved searches",
		none: "None yet. Choose filters and save them here.",
		save: "Save these filters",
		name: "Name",
		share: "Share with colleagues in",
		shared: (region) => `shared in ${region}`,
		keep: "Save",
		cancel: "Cancel",
		rename: (name) => `Rename ${name}`,
		remove: (name) => `Delete ${name}`,
		saved: "Saved.",
		removed: (name) => `‘${name}’ was deleted.`,
		undo: "Undo",
		restored: "Brought back.",
	},
	bulk: {
		title: "With the chosen records",
		tick: (title) => `Choose ${title}`,
		tickAll: "Choose all records shown",
		chosen: (count) => (count === 1 ? "1 record chosen" : `${count} records chosen`),
		allMatching: (total) => `Choose all ${total} that match`,
		allChosen: (total) => `All ${total} that match are chosen`,
		clear: "Clear choice",
		verbs: { publish: "Publish", archive: "Archive", restore: "Bring back", set: "Fill in a field" },
		field: "Field",
		mode: "What",
		modes: { add: "Add", remove: "Take away", replace: "Replace by" },
		value: "Value",
		apply: "Apply",
		progress: (done, total) => `${done} of ${total} done…`,
		done: {
			publish: (count) => `${count} published.`,
			archive: (count) => `${count} archived.`,
			restore: (count) => `${count} brought back.`,
			set: (count) => `${count} changed. Published records show it once published again.`,
		},
		undone: (count) => `${count} undone.`,
		same: (count) => `${count} stood that way already.`,
		refused: (count) => `${count} could not be done:`,
		kept: (count) => `${count} not put back:`,
		undo: "Undo",
		close: "Close",
		interrupted: "The action was interrupted. What was done stays.",
		goOn: "Go on",
	},
	actionList: {
		title: "Action list",
		link: "Action list (print, CSV)",
		intro: "The initiatives of the region under the filters of the list.",
		print: "Print",
		csv: "Download as CSV",
		back: "Back to the list",
		loading: "The action list is loading…",
		empty: "No initiatives with these filters.",
		count: (count) => (count === 1 ? "1 initiative" : `${count} initiatives`),
	},
	regions: {
		title: "Regions",
		intro: "The regions in this inventory, with their municipalities.",
		add: "Add a region",
		id: "Name in addresses",
		idHint: "Lower-case letters, digits and hyphens, such as midden-brabant. It stays for ever.",
		name: "Name",
		municipalities: "Municipalities",
		chosen: (count) => (count === 1 ? "1 municipality" : `${count} municipalities`),
		save: "Save",
		saved: "The region was saved.",
		change: (name) => `Change ${name}`,
		cancel: "Cancel",
		idWrong: "Use lower-case letters, digits and hyphens.",
		nameWrong: "Fill in a name.",
		idTaken: "That region is there already: change it in the list.",
	},
	vocabularies: {
		title: "Vocabularies",
		intro: "The fixed words by which records are labelled, and how often each is used.",
		region: "Use in",
		allRegions: "All regions",
		code: "Code",
		dutch: "Dutch",
		english: "English",
		used: "Used",
		loading: "The vocabularies are loading…",
	},
};

export const workListMessages: Readonly<Record<Language, WorkListMessages>> = { nl, en };
