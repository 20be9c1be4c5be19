import { labelsOf, type OverlapReason, reasonOf } from "./reasons.ts";
import { type Aspect, type Subject, writtenAs } from "./subject.ts";

/** The words of a group, most telling first: what they weigh in the one that says least with them. */
function wordsOfAll(first: Subject, rest: readonly Subject[], rare: (concept: string) => number): string[] {
	const all = [...first.words].filter(([concept]) => rest.every(({ words }) => words.has(concept)));
	const weight = (concept: string) =>
		rare(concept) * Math.min(...[first, ...rest].map(({ words }) => words.get(concept)?.weight ?? 0));
	return all
		.sort(([a], [b]) => weight(b) - weight(a))
		.filter(([concept]) => weight(concept) > 0)
		.map(([, { key }]) => `“${writtenAs(first, key)}”`);
}

/** What all of a group have in common, in the same sentences as the reasons of a pair. */
export function inCommon(subjects: readonly Subject[], rare: (concept: string) => number): OverlapReason[] {
	const [first, ...rest] = subjects;
	if (!first) return [];
	const said = (reason: OverlapReason, found: number) => (found > 0 ? [reason] : []);
	const words = wordsOfAll(first, rest, rare);
	const partners = [...first.partners].filter(([key]) => rest.every((one) => one.partners.has(key)));
	const ofCodes = (aspect: Aspect) => {
		const codes = [...first.codes[aspect]].filter((code) => rest.every((one) => one.codes[aspect].has(code)));
		return said(reasonOf(aspect, labelsOf(aspect, codes)), codes.length);
	};
	return [
		...said(
			reasonOf("words", () => words),
			words.length,
		),
		...ofCodes("sectors"),
		...said(
			reasonOf("partners", () => partners.map(([, name]) => name)),
			partners.length,
		),
		...ofCodes("stages"),
		...ofCodes("audiences"),
		...ofCodes("actionLines"),
	];
}
