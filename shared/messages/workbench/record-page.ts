import type { Language } from "../../vocabularies/vocabulary.ts";

/** What the workbench says around one record: history, duplicates, merging, where it is used, and the keyboard. */
export interface RecordPageMessages {
	restoreRevision: (revision: number) => string;
	restoreField: (field: string) => string;
	unchanged: (count: number) => string;
	contactsStay: string;
	moreRevisions: string;
	via: { merge: string; unmerge: string };
	done: Record<
		"revision-restored" | "field-restored" | "different" | "verdict-withdrawn" | "merged" | "unmerged",
		string
	>;
	saveFirst: string;
	compare: string;
	compareWith: (title: string) => string;
	edition: string;
	verdicts: string;
	verdictBy: (name: string, when: string) => string;
	withdraw: string;
	withdrawFor: (title: string) => string;
	mergedFrom: string;
	unmerge: string;
	unmergeFor: (title: string) => string;
	merge: {
		title: string;
		which: string;
		this: string;
		other: string;
		whichHint: string;
		publicGoes: string;
		fields: string;
		both: string;
		equal: (fields: string) => string;
		along: string;
		mentions: (count: number) => string;
		submit: string;
		different: string;
		cancel: string;
		loading: string;
	};
	find: { open: string; title: string; label: string; search: string; none: string; cancel: string };
	usage: string;
	usedNowhere: string;
	usedIn: (total: number) => string;
	editions: string;
	editionsHead: Record<"edition" | "date" | "place" | "visitors" | "companies" | "schools", string>;
	thisOne: string;
	audit: string;
	auditMore: string;
	actions: Record<string, string>;
	previous: string;
	next: string;
	position: (at: number, of: number) => string;
	shortcuts: {
		open: string;
		title: string;
		hint: string;
		enabled: string;
		save: string;
		publish: string;
		archive: string;
		next: string;
		previous: string;
		help: string;
		always: string;
		close: string;
	};
}

const nl: RecordPageMessages = {
	restoreRevision: (revision) => `Versie ${revision} terugzetten`,
	restoreField: (field) => `${field} terugzetten`,
	unchanged: (count) => (count === 1 ? "1 ongewijzigd" : `${count} ongewijzigd`),
	contactsStay:
		"Terugzetten maakt een nieuwe versie. Contactpersonen hebben geen geschiedenis en blijven zoals ze zijn.",
	moreRevisions: "Oudere versies tonen",
	via: { merge: "samengevoegd", unmerge: "samenvoegen ongedaan gemaakt" },
	done: {
		"revision-restored": "De versie is teruggezet. Bezoekers zien het na publiceren.",
		"field-restored": "Het veld is teruggezet. Bezoekers zien het na publiceren.",
		different: "Onthouden: dit is niet hetzelfde. U krijgt deze vraag niet meer.",
		"verdict-withdrawn": "Het oordeel is ingetrokken. De twee kunnen weer als dubbel getoond worden.",
		merged: "Samengevoegd. Het adres van het andere item leidt voortaan hierheen.",
		unmerged: "Het samenvoegen is ongedaan gemaakt.",
	},
	saveFirst: "Sla uw wijzigingen eerst op, of gooi ze weg.",
	compare: "Vergelijken",
	compareWith: (title) => `Vergelijken met ${title}`,
	edition: "andere editie",
	verdicts: "Niet hetzelfde als",
	verdictBy: (name, when) => `volgens ${name}, ${when}`,
	withdraw: "Intrekken",
	withdrawFor: (title) => `Intrekken: niet hetzelfde als ${title}`,
	mergedFrom: "Hierin samengevoegd",
	unmerge: "Ongedaan maken",
	unmergeFor: (title) => `Samenvoegen met ${title} ongedaan maken`,
	merge: {
		title: "Is dit hetzelfde?",
		which: "Welk item blijft?",
		this: "Dit item",
		other: "Het andere item",
		whichHint: "Het adres van het andere leidt voortaan naar het item dat blijft.",
		publicGoes: "Let op: het item dat verdwijnt is openbaar en het item dat blijft nog niet. Publiceer het daarna.",
		fields: "Kies per veld wat blijft",
		both: "Allebei",
		equal: (fields) => `Gelijk: ${fields}.`,
		along:
			"Bronnen en contactpersonen van beide blijven. Samenvoegen kan ongedaan gemaakt worden tot het item weer gewijzigd is.",
		mentions: (count) =>
			count === 1
				? "1 ander item noemt de organisatie die verdwijnt, en noemt voortaan de andere."
				: `${count} andere items noemen de organisatie die verdwijnt, en noemen voortaan de andere.`,
		submit: "Samenvoegen",
		different: "Niet hetzelfde",
		cancel: "Later beslissen",
		loading: "Het andere item wordt geladen…",
	},
	find: {
		open: "Samenvoegen met een ander item",
		title: "Met welk item?",
		label: "Zoek op titel, onder items van dezelfde soort en regio",
		search: "Zoeken",
		none: "Niets gevonden. Probeer een ander woord uit de titel.",
		cancel: "Annuleren",
	},
	usage: "Komt voor in",
	usedNowhere: "Geen ander item noemt deze organisatie.",
	usedIn: (total) => (total === 1 ? "1 item" : `${total} items`),
	editions: "Edities van deze reeks",
	editionsHead: {
		edition: "Editie",
		date: "Datum",
		place: "Plaats",
		visitors: "Bezoekers",
		companies: "Bedrijven",
		schools: "Scholen",
	},
	thisOne: "dit item",
	audit: "Wie deed wat",
	auditMore: "Eerdere handelingen tonen",
	actions: {
		clip: "geclipt",
		create: "gemaakt",
		revise: "bewerkt",
		publish: "gepubliceerd",
		archive: "gearchiveerd",
		restore: "teruggehaald uit het archief",
		"restore-revision": "versie teruggezet",
		merge: "samengevoegd met een ander item",
		"merge-into": "ander item hierin samengevoegd",
		unmerge: "samenvoegen ongedaan gemaakt",
		different: "als niet hetzelfde aangemerkt",
		"different-withdrawn": "oordeel ‘niet hetzelfde’ ingetrokken",
		"mention-moved": "organisatie vervangen na samenvoegen",
		"mention-moved-back": "organisatie teruggezet",
		import: "geïmporteerd",
	},
	previous: "Vorige",
	next: "Volgende",
	position: (at, of) => `${at} van ${of} in de lijst`,
	shortcuts: {
		open: "Sneltoetsen",
		title: "Sneltoetsen",
		hint: "Ze werken niet terwijl u in een veld typt.",
		enabled: "Sneltoetsen van één letter gebruiken",
		save: "Opslaan",
		publish: "Publiceren",
		archive: "Archiveren",
		next: "Volgende in de lijst",
		previous: "Vorige in de lijst",
		help: "Dit overzicht",
		always: "werkt altijd",
		close: "Sluiten",
	},
};

const en: RecordPageMessages = {
	restoreRevision: (revision) => `Restore revision ${revision}`,
	restoreField: (field) => `Restore ${field}`,
	unchanged: (count) => `${count} unchanged`,
	contactsStay: "Restoring makes a new revision. Contacts have no history and stay as they are.",
	moreRevisions: "Show older revisions",
	via: { merge: "merged", unmerge: "merge undone" },
	done: {
		"revision-restored": "The revision was restored. Visitors see it once you publish.",
		"field-restored": "The field was restored. Visitors see it once you publish.",
		different: "Remembered: this is not the same. You will not be asked again.",
		"verdict-withdrawn": "The verdict was withdrawn. The two may be shown as duplicates again.",
		merged: "Merged. The address of the other record leads here from now on.",
		unmerged: "The merge was undone.",
	},
	saveFirst: "Save your changes first, or discard them.",
	compare: "Compare",
	compareWith: (title) => `Compare with ${title}`,
	edition: "another edition",
	verdicts: "Not the same as",
	verdictBy: (name, when) => `says ${name}, ${when}`,
	withdraw: "Withdraw",
	withdrawFor: (title) => `Withdraw: not the same as ${title}`,
	mergedFrom: "Merged into this",
	unmerge: "Undo",
	unmergeFor: (title) => `Undo the merge with ${title}`,
	merge: {
		title: "Is this the same?",
		which: "Which record stays?",
		this: "This record",
		other: "The other record",
		whichHint: "The address of the other leads to the one that stays from now on.",
		publicGoes: "Mind: the record that goes is public and the one that stays is not yet. Publish it afterwards.",
		fields: "Choose for each field what stays",
		both: "Both",
		equal: (fields) => `The same: ${fields}.`,
		along: "Sources and contacts of both stay. The merge can be undone until the record is changed again.",
		mentions: (count) =>
			count === 1
				? "1 other record mentions the organisation that goes, and will mention the other."
				: `${count} other records mention the organisation that goes, and will mention the other.`,
		submit: "Merge",
		different: "Not the same",
		cancel: "Decide later",
		loading: "Loading the other record…",
	},
	find: {
		open: "Merge with another record",
		title: "With which record?",
		label: "Search by title, among records of the same kind and region",
		search: "Search",
		none: "Nothing found. Try another word of the title.",
		cancel: "Cancel",
	},
	usage: "Used in",
	usedNowhere: "No other record mentions this organisation.",
	usedIn: (total) => (total === 1 ? "1 record" : `${total} records`),
	editions: "Editions of this series",
	editionsHead: {
		edition: "Edition",
		date: "Date",
		place: "Place",
		visitors: "Visitors",
		companies: "Companies",
		schools: "Schools",
	},
	thisOne: "this record",
	audit: "Who did what",
	auditMore: "Show earlier",
	actions: {
		clip: "clipped",
		create: "made",
		revise: "edited",
		publish: "published",
		archive: "archived",
		restore: "brought back from the archive",
		"restore-revision": "revision restored",
		merge: "merged into another record",
		"merge-into": "another record merged into it",
		unmerge: "merge undone",
		different: "called not the same as another",
		"different-withdrawn": "verdict ‘not the same’ withdrawn",
		"mention-moved": "organisation replaced after a merge",
		"mention-moved-back": "organisation put back",
		import: "imported",
	},
	previous: "Previous",
	next: "Next",
	position: (at, of) => `${at} of ${of} in the list`,
	shortcuts: {
		open: "Keyboard shortcuts",
		title: "Keyboard shortcuts",
		hint: "They do not work while you type in a field.",
		enabled: "Use single-key shortcuts",
		save: "Save",
		publish: "Publish",
		archive: "Archive",
		next: "Next in the list",
		previous: "Previous in the list",
		help: "This overview",
		always: "always works",
		close: "Close",
	},
};

export const recordPageMessages: Readonly<Record<Language, RecordPageMessages>> = { nl, en };
