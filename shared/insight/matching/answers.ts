import { type OpportunityType, opportunityTypes } from "../../vocabularies/opportunity-types.ts";
import { codesOf } from "../../vocabularies/vocabulary.ts";
import type { Wish } from "./side.ts";

type Typed = Pick<Wish, "type" | "stages" | "audiences" | "learningPath">;

const higher = ({ stages }: Typed) => stages.length === 0 || stages.some((code) => code === "hbo" || code === "wo");
const isFor = (wish: Typed) =>
	wish.stages.includes("job-seekers") || wish.audiences.some((code) => code === "job-seekers" || code === "switchers");

/** Two types that answer one another although they are called differently, while `when` holds of both. */
const kindred: readonly {
	types: readonly [OpportunityType, OpportunityType];
	when(one: Typed, other: Typed): boolean;
}[] = [
	// The long internship at the end of higher education goes by either name.
	{ types: ["internship", "graduation-project"], when: (one, other) => higher(one) && higher(other) },
	{ types: ["assignment", "graduation-project"], when: (one, other) => higher(one) && higher(other) },
	// The bbl is learning at work: an internship that says so is a work-study place.
	{ types: ["internship", "work-study"], when: (one, other) => pathOf(one) === "bbl" && pathOf(other) === "bbl" },
	// Who has no work, or wants other work, is helped by a job, by being retrained and by learning while working.
	{ types: ["vacancy", "retraining"], when: (one, other) => isFor(one) && isFor(other) },
	{ types: ["vacancy", "work-study"], when: (one, other) => isFor(one) && isFor(other) },
	{ types: ["retraining", "work-study"], when: (one, other) => isFor(one) && isFor(other) },
];

/** The mbo path: as it is said, or the one that a work-study place is. */
export const pathOf = ({ type, learningPath }: Pick<Wish, "type" | "learningPath">) =>
	learningPath ?? (type === "work-study" ? "bbl" : undefined);

/** How the types answer one another: as the same, as kin, or not at all. */
export function answering(one: Typed, other: Typed): "same" | "kin" | undefined {
	if (one.type === other.type) return "same";
	const found = kindred.find(({ types }) => types.includes(one.type) && types.includes(other.type));
	return found?.when(one, other) ? "kin" : undefined;
}

/** The types that may answer this one, itself first: which of them do depends on both sides. */
export const typesFor = (type: OpportunityType): OpportunityType[] => [
	type,
	...codesOf(opportunityTypes).filter(
		(other) => other !== type && kindred.some(({ types }) => types.includes(type) && types.includes(other)),
	),
];
