import { actionLines } from "../../vocabularies/action-lines.ts";
import { ambitions } from "../../vocabularies/ambitions.ts";
import { audiences } from "../../vocabularies/audiences.ts";
import { nationalActions } from "../../vocabularies/national-actions.ts";
import { regionalGoals } from "../../vocabularies/regional-goals.ts";
import { sectors } from "../../vocabularies/sectors.ts";
import { stages } from "../../vocabularies/stages.ts";
import { type Language, labelOf, type Vocabulary } from "../../vocabularies/vocabulary.ts";
import type { Common } from "./features.ts";
import { type Aspect, type Subject, writtenAs } from "./subject.ts";

export const overlapReasonCodes = [
	"words",
	"sectors",
	"partners",
	"stages",
	"audiences",
	"places",
	"nationalActions",
	"regionalGoals",
	"ambitions",
	"actionLines",
] as const;
export type OverlapReasonCode = (typeof overlapReasonCodes)[number];

/** Something that two initiatives have in common, as a sentence without a full stop. */
export interface OverlapReason {
	readonly code: OverlapReasonCode;
	readonly nl: string;
	readonly en: string;
}

const vocabularies: Readonly<Record<Aspect, Vocabulary>> = {
	stages,
	audiences,
	sectors,
	actionLines,
	ambitions,
	nationalActions,
	regionalGoals,
};

const openings: Readonly<Record<OverlapReasonCode, Readonly<Record<Language, string>>>> = {
	words: { nl: "Het gaat over", en: "It is about" },
	sectors: { nl: "Zelfde vakgebied", en: "Same field" },
	partners: { nl: "Zelfde partner", en: "Same partner" },
	stages: { nl: "Zelfde niveau", en: "Same level" },
	audiences: { nl: "Zelfde doelgroep", en: "Same audience" },
	places: { nl: "Zelfde plaats", en: "Same place" },
	nationalActions: { nl: "Zelfde landelijke actie", en: "Same national action" },
	regionalGoals: { nl: "Zelfde doel van de regio", en: "Same goal of the region" },
	ambitions: { nl: "Zelfde ambitie", en: "Same ambition" },
	actionLines: { nl: "Zelfde actielijn", en: "Same action line" },
};

const most = { words: 5, names: 3 };

const more = { nl: (rest: number) => ` en nog ${rest}`, en: (rest: number) => ` and ${rest} more` };
const and = { nl: " en ", en: " and " };

function listed(names: readonly string[], language: Language, atMost: number): string {
	if (names.length > atMost) return names.slice(0, atMost).join(", ") + more[language](names.length - atMost);
	return names.slice(0, -1).join(", ") + (names.length > 1 ? and[language] : "") + (names.at(-1) ?? "");
}

export function reasonOf(code: OverlapReasonCode, names: (language: Language) => readonly string[]): OverlapReason {
	const sentence = (language: Language) => {
		const joint = code === "words" ? " " : ": ";
		return (
			openings[code][language] + joint + listed(names(language), language, code === "words" ? most.words : most.names)
		);
	};
	return { code, nl: sentence("nl"), en: sentence("en") };
}

/** Codes as people know them, for a reason that names them. */
export const labelsOf = (aspect: Aspect, codes: readonly string[]) => (language: Language) =>
	codes.map((code) => labelOf(vocabularies[aspect], code, language));

const quoted = (words: readonly string[]) => () => words.map((word) => `“${word}”`);

/** Words as they stand in one of the two, so that a reader finds them; of each kind of thing in common one reason. */
export function reasonsOf({ words, codes, partners, places }: Common, first: Subject): OverlapReason[] {
	return overlapReasonCodes.flatMap((code) => {
		if (code === "words") {
			const told = [...new Set(words.found.slice(0, most.words).map(({ key }) => writtenAs(first, key)))];
			return told.length > 0 ? [reasonOf(code, quoted(told))] : [];
		}
		if (code === "partners") {
			return partners.length > 0 ? [reasonOf(code, () => partners)] : [];
		}
		if (code === "places") return places.length > 0 ? [reasonOf(code, () => places)] : [];
		const shared = codes[code];
		return shared.length > 0 ? [reasonOf(code, labelsOf(code, shared))] : [];
	});
}
