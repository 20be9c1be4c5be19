import type { OverlapOutcome } from "../../insight/overlap/outcomes.ts";
import type { Language } from "../../vocabularies/vocabulary.ts";

/** What the workbench says of initiatives that do nearly the same. */
export interface OverlapMessages {
	title: string;
	intro: string;
	region: string;
	allRegions: string;
	actionLine: string;
	allLines: string;
	across: string;
	loading: string;
	/** While some initiatives are still to be compared. */
	comparing: (done: number, total: number) => string;
	none: string;
	count: (groups: number) => string;
	more: string;
	/** Heading of a group. */
	group: (members: number) => string;
	common: string;
	nothingCommon: string;
	why: (first: string, second: string) => string;
	strength: { strong: string; clear: string };
	outcomes: Readonly<Record<OverlapOutcome, string>>;
	/** Buttons, for who hears them one by one. */
	choose: Readonly<Record<OverlapOutcome, (first: string, second: string) => string>>;
	decided: Readonly<Record<OverlapOutcome, (by: string, on: string) => string>>;
	undo: string;
	undoFor: (first: string, second: string) => string;
	saved: Readonly<Record<OverlapOutcome, string>>;
	undone: string;
	retry: string;
	elsewhere: string;
	card: string;
	cardHint: string;
	cardMore: string;
	compare: string;
	compareWith: (title: string) => string;
}

export const overlapMessages: Readonly<Record<Language, OverlapMessages>> = {
	nl: {
		title: "Overlap",
		intro:
			"Initiatieven die bijna hetzelfde doen, ook in verschillende regio’s. Kies wat ermee gebeurt; dat wordt onthouden en blijft terug te draaien.",
		region: "Regio",
		allRegions: "Al uw regio’s",
		actionLine: "Actielijn",
		allLines: "Alle actielijnen",
		across: "Ook met andere regio’s vergelijken",
		loading: "Overlap wordt opgehaald.",
		comparing: (done, total) => `${done} van ${total} initiatieven zijn vergeleken; de rest volgt vanzelf.`,
		none: "Er zijn hier geen initiatieven die bijna hetzelfde doen.",
		count: (groups) => (groups === 1 ? "1 groep" : `${groups} groepen`),
		more: "Meer tonen",
		group: (members) => `${members} initiatieven die bijna hetzelfde doen`,
		common: "Wat ze gemeen hebben",
		nothingCommon: "Niet één ding hebben ze allemaal gemeen; zie per tweetal.",
		why: (first, second) => `“${first}” en “${second}”`,
		strength: { strong: "Lijkt sterk", clear: "Lijkt duidelijk" },
		outcomes: { together: "Samenwerken", different: "Niet hetzelfde", merge: "Samenvoegen" },
		choose: {
			together: (first, second) => `“${first}” en “${second}” laten samenwerken`,
			different: (first, second) => `“${first}” en “${second}” zijn niet hetzelfde`,
			merge: (first, second) => `“${first}” en “${second}” samenvoegen`,
		},
		decided: {
			together: (by, on) => `Samenwerken, gekozen door ${by} op ${on}.`,
			different: (by, on) => `Niet hetzelfde, gekozen door ${by} op ${on}.`,
			merge: (by, on) => `Samenvoegen, gekozen door ${by} op ${on}. Vergelijk ze op de pagina van het item.`,
		},
		undo: "Ongedaan maken",
		undoFor: (first, second) => `Keuze over “${first}” en “${second}” ongedaan maken`,
		saved: {
			together: "Onthouden: samenwerken.",
			different: "Onthouden: niet hetzelfde.",
			merge: "Onthouden: samenvoegen.",
		},
		undone: "De keuze is ongedaan gemaakt.",
		retry: "Opnieuw proberen",
		elsewhere: "openbaar, andere regio",
		card: "Lijkt op",
		cardHint: "Doet bijna hetzelfde, hier of in een andere regio.",
		cardMore: "Alle overlap",
		compare: "Vergelijken en samenvoegen",
		compareWith: (title) => `Vergelijken en samenvoegen met “${title}”`,
	},
	en: {
		title: "Overlap",
		intro:
			"Initiatives that do nearly the same, in other regions too. Choose what becomes of them; that is remembered and can be taken back.",
		region: "Region",
		allRegions: "All your regions",
		actionLine: "Action line",
		allLines: "All action lines",
		across: "Compare with other regions too",
		loading: "Overlap is being fetched.",
		comparing: (done, total) => `${done} of ${total} initiatives are compared; the rest follows by itself.`,
		none: "There are no initiatives here that do nearly the same.",
		count: (groups) => (groups === 1 ? "1 group" : `${groups} groups`),
		more: "Show more",
		group: (members) => `${members} initiatives that do nearly the same`,
		common: "What they have in common",
		nothingCommon: "No one thing is common to all; see each pair.",
		why: (first, second) => `“${first}” and “${second}”`,
		strength: { strong: "Strongly alike", clear: "Clearly alike" },
		outcomes: { together: "Work together", different: "Not the same", merge: "Merge" },
		choose: {
			together: (first, second) => `Have “${first}” and “${second}” work together`,
			different: (first, second) => `“${first}” and “${second}” are not the same`,
			merge: (first, second) => `Merge “${first}” and “${second}”`,
		},
		decided: {
			together: (by, on) => `Work together, chosen by ${by} on ${on}.`,
			different: (by, on) => `Not the same, chosen by ${by} on ${on}.`,
			merge: (by, on) => `Merge, chosen by ${by} on ${on}. Compare them on the record’s page.`,
		},
		undo: "Undo",
		undoFor: (first, second) => `Undo the choice on “${first}” and “${second}”`,
		saved: {
			together: "Remembered: work together.",
			different: "Remembered: not the same.",
			merge: "Remembered: merge.",
		},
		undone: "The choice is undone.",
		retry: "Try again",
		elsewhere: "public, another region",
		card: "Looks like",
		cardHint: "Does nearly the same, here or in another region.",
		cardMore: "All overlap",
		compare: "Compare and merge",
		compareWith: (title) => `Compare and merge with “${title}”`,
	},
};
