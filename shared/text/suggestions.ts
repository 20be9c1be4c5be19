import { municipalities } from "../vocabularies/municipalities.ts";
import { CueFinder, type Found } from "./cue-finder.ts";
import { actionLineCues, audienceCues, type Cues, scaleCues, sectorCues, stageCues } from "./suggestion-cues.ts";

/** What may be suggested, by the record's own field. */
export const suggestedFields = ["actionLines", "stages", "audiences", "sectors", "scale", "place", "partners"] as const;
export type SuggestedField = (typeof suggestedFields)[number];

/** One tag and the words it follows from, as they stand in the text. `value` is a code; of a place or partner its name. */
export interface Suggestion {
	readonly field: SuggestedField;
	readonly value: string;
	readonly exact: string;
	readonly inTitle: boolean;
}

/** What is known of the thing: only its words, never its address. */
export interface Words {
	readonly title: string;
	readonly text: string;
}

/** At most so many of one field: a text that names everything is about nothing in particular. */
const most: Readonly<Record<SuggestedField, number>> = {
	actionLines: 2,
	stages: 4,
	audiences: 3,
	sectors: 3,
	scale: 1,
	place: 1,
	partners: 4,
};

const codes = (cues: Cues<string>) =>
	new CueFinder(
		Object.entries(cues).flatMap(([value, phrases]) => (phrases ?? []).map((phrase) => ({ value, phrase }))),
	);

const finders = {
	actionLines: codes(actionLineCues),
	stages: codes(stageCues),
	audiences: codes(audienceCues),
	sectors: codes(sectorCues),
	scale: codes(scaleCues),
} as const;

const places = new CueFinder(
	Object.values(municipalities).flatMap((place) => [
		{ value: place.nl, phrase: place.nl, asWritten: true },
		...("synonyms" in place ? place.synonyms : []).map((town) => {
			const name = town.replace(/^./, (letter) => letter.toUpperCase());
			return { value: name, phrase: name, asWritten: true };
		}),
	]),
);

/** More places in the title, or more different words, go before fewer. */
function ranked(field: SuggestedField, found: readonly (Found & { inTitle: boolean })[]): Suggestion[] {
	const byValue = new Map<string, { suggestion: Suggestion; phrases: Set<string> }>();
	for (const { value, phrase, exact, inTitle } of found) {
		const known = byValue.get(value);
		if (known) known.phrases.add(phrase);
		else byValue.set(value, { suggestion: { field, value, exact, inTitle }, phrases: new Set([phrase]) });
	}
	const rank = ({ suggestion, phrases }: { suggestion: Suggestion; phrases: Set<string> }) =>
		phrases.size + (suggestion.inTitle ? 2 : 0);
	return [...byValue.values()]
		.sort((a, b) => rank(b) - rank(a))
		.slice(0, most[field])
		.map(({ suggestion }) => suggestion);
}

/** A finder of names of organisations that are known, to give to {@link suggest}. Names of one short word find too much. */
export const organizationFinder = (names: Iterable<string>): CueFinder =>
	new CueFinder(
		[...new Set(names)]
			.filter((name) => name.length >= 4)
			.map((name) => ({ value: name, phrase: name, asWritten: true })),
	);

/**
 * Tags that follow from a title and text, each with the words it follows from. Computed here, from words alone; what is
 * not in the text is not suggested. `organizations` finds the partners that are known already.
 */
export function suggest({ title, text }: Words, organizations?: CueFinder): Suggestion[] {
	const search = (field: SuggestedField, finder: CueFinder) =>
		ranked(field, [
			...finder.find(title).map((it) => ({ ...it, inTitle: true })),
			...finder.find(text).map((it) => ({ ...it, inTitle: false })),
		]);
	return [
		...search("actionLines", finders.actionLines),
		...search("stages", finders.stages),
		...search("audiences", finders.audiences),
		...search("sectors", finders.sectors),
		...search("scale", finders.scale),
		...search("place", places),
		...(organizations ? search("partners", organizations) : []),
	];
}
