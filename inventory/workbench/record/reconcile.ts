import { type Draft, differingFields, sameValue, withValue } from "../form/path.ts";

export interface Conflict {
	field: string;
	mine: unknown;
	theirs: unknown;
}

export interface Reconciliation {
	/** Theirs with my changes; a field in conflict still has my value. */
	merged: Draft;
	/** Fields that both changed, to different values: a person chooses. */
	conflicts: Conflict[];
	/** Fields that only they changed. */
	taken: string[];
}

/** Joins my edits with those that somebody else saved, both made from `base`, field by field (a three-way merge). */
export function reconcile(base: Draft, mine: Draft, theirs: Draft): Reconciliation {
	const result: Reconciliation = { merged: mine, conflicts: [], taken: [] };
	for (const field of differingFields(mine, theirs)) {
		if (sameValue(mine[field], base[field])) {
			result.merged = withValue(result.merged, field, theirs[field]);
			result.taken.push(field);
		} else if (!sameValue(theirs[field], base[field])) {
			result.conflicts.push({ field, mine: mine[field], theirs: theirs[field] });
		}
	}
	return result;
}

export type Choices = Readonly<Record<string, "mine" | "theirs">>;

/** The merged draft with each conflict decided; a conflict without a choice stays mine. */
export const decide = ({ merged, conflicts }: Reconciliation, choices: Choices): Draft =>
	conflicts.reduce(
		(draft, { field, theirs }) => (choices[field] === "theirs" ? withValue(draft, field, theirs) : draft),
		merged,
	);
