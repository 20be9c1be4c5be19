import type { RecordDetail } from "../api/answers.ts";
import { type Field, fieldFor, forms } from "../form/fields.ts";
import { isEmpty, sameValue } from "../form/path.ts";

/** Which of the two records that are compared. */
export type Side = "this" | "other";
export type MergeChoice = Side | "both";
export type MergeChoices = Readonly<Record<string, MergeChoice>>;

type Compared = Pick<RecordDetail, "kind" | "data">;

const isList = (kind: Compared["kind"], field: string): boolean => {
	const type = fieldFor(kind, field)?.type;
	return type === "list" || type === "choices";
};

/** Fields in which the two differ, in the order of the form, and those that both have alike. */
export function comparedFields(one: Compared, other: Compared): { differing: string[]; equal: string[] } {
	const inForm = forms[one.kind].flatMap<Field>((section) => section.fields).map(({ key }) => key);
	const names = [...new Set([...inForm, ...Object.keys(one.data), ...Object.keys(other.data)])].filter(
		(name) => !isEmpty(one.data[name]) || !isEmpty(other.data[name]),
	);
	const isSame = (name: string) => sameValue(one.data[name], other.data[name]);
	return { differing: names.filter((name) => !isSame(name)), equal: names.filter(isSame) };
}

/** Whether taking both makes sense: of lists that both say something. */
export const canHaveBoth = ({ kind, data }: Compared, other: Compared, field: string): boolean =>
	isList(kind, field) && !isEmpty(data[field]) && !isEmpty(other.data[field]);

/** What is chosen until somebody says otherwise: both of lists, what only one has, else what the record that stays says. */
export function firstChoice(one: Compared, other: Compared, field: string, stays: Side): MergeChoice {
	if (isEmpty(one.data[field])) return "other";
	if (isEmpty(other.data[field])) return "this";
	return canHaveBoth(one, other, field) ? "both" : stays;
}

/** The choices as the API wants them: seen from the record that is merged away, and only where it adds something. */
export function fieldsToSend(choices: MergeChoices, stays: Side): Record<string, "this" | "both"> {
	return Object.fromEntries(
		Object.entries(choices).flatMap(([field, choice]): [string, "this" | "both"][] =>
			choice === stays ? [] : [[field, choice === "both" ? "both" : "this"]],
		),
	);
}

/** Which of two should stay when nobody says otherwise: the one that the public knows, else the older. */
export function likelySurvivor(
	one: Pick<RecordDetail, "state" | "createdAt">,
	other: Pick<RecordDetail, "state" | "createdAt">,
): Side {
	const [mine, theirs] = [one.state === "published", other.state === "published"];
	if (mine !== theirs) return mine ? "this" : "other";
	return one.createdAt <= other.createdAt ? "this" : "other";
}
