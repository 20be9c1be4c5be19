import { actionLines } from "../../vocabularies/action-lines.ts";
import { ambitions } from "../../vocabularies/ambitions.ts";
import { audiences } from "../../vocabularies/audiences.ts";
import { municipalities } from "../../vocabularies/municipalities.ts";
import { nationalActions } from "../../vocabularies/national-actions.ts";
import { regionalGoals } from "../../vocabularies/regional-goals.ts";
import { scales } from "../../vocabularies/scales.ts";
import { stages } from "../../vocabularies/stages.ts";
import type { Vocabulary } from "../../vocabularies/vocabulary.ts";

/** What initiatives should bring about: the rows of a coverage matrix. */
export const rowAxes = ["action-line", "ambition", "national-action", "regional-goal"] as const;
export type RowAxis = (typeof rowAxes)[number];

/** For whom, where or how wide: its columns. */
export const columnAxes = ["stage", "municipality", "audience", "scale"] as const;
export type ColumnAxis = (typeof columnAxes)[number];

export type Axis = RowAxis | ColumnAxis;

export const vocabularyOf: Readonly<Record<Axis, Vocabulary>> = {
	"action-line": actionLines,
	ambition: ambitions,
	"national-action": nationalActions,
	"regional-goal": regionalGoals,
	stage: stages,
	municipality: municipalities,
	audience: audiences,
	scale: scales,
};

/** What the matrix looks at in an initiative; published items and records' data both have it. Codes may be newer than ours. */
export interface Coverable {
	readonly id: string;
	readonly actionLines?: readonly string[];
	readonly ambitions?: readonly string[];
	readonly nationalActions?: readonly string[];
	readonly regionalGoals?: readonly string[];
	readonly stages?: readonly string[];
	readonly audiences?: readonly string[];
	readonly scale?: string | undefined;
	readonly places?: readonly { name?: string | undefined; municipality?: string | undefined }[];
}

const broader = (vocabulary: Vocabulary, codes: readonly string[]) =>
	codes.flatMap((code) => vocabulary[code]?.broader ?? []);

/** The codes of an initiative on an axis, each once; a national action or regional goal counts for what it is part of as well. */
export function codesOn(axis: Axis, it: Coverable): string[] {
	const { nationalActions: actions = [], regionalGoals: goals = [] } = it;
	const ambitious = [...(it.ambitions ?? []), ...broader(nationalActions, actions)];
	const all = (): readonly string[] => {
		switch (axis) {
			case "action-line":
				return [...(it.actionLines ?? []), ...broader(ambitions, ambitious), ...broader(regionalGoals, goals)];
			case "ambition":
				return ambitious;
			case "national-action":
				return actions;
			case "regional-goal":
				return goals;
			case "stage":
				return it.stages ?? [];
			case "audience":
				return it.audiences ?? [];
			case "scale":
				return it.scale ? [it.scale] : [];
			case "municipality":
				return (it.places ?? []).flatMap(({ municipality }) => municipality ?? []);
		}
	};
	return [...new Set(all())];
}
