import { indicatorMessages } from "../../../shared/messages/workbench/insight-indicators.ts";
import { workbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import type { Kind } from "../../../shared/model/kinds.ts";
import type { FieldProblem } from "../../../shared/model/problem.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { type Field, fieldFor } from "../form/fields.ts";
import { isUnfinished } from "../form/moment.ts";
import { type Draft, valueAt } from "../form/path.ts";

/** The field that a path such as `price.amount` or `partners.0.name` leads to. */
function fieldAt(kind: Kind, path: string): Field | undefined {
	const [first = "", ...rest] = path.split(".");
	return rest
		.filter((key) => !/^\d+$/.test(key))
		.reduce<Field | undefined>(
			(field, key) =>
				field?.type === "group" || field?.type === "list" || field?.type === "observations"
					? field.fields.find((inner) => inner.key === key)
					: undefined,
			fieldFor(kind, first),
		);
}

/** The problems of a draft, in the words of a form: people type half a moment or "tien", not a wrong JSON type. */
export function draftProblems(
	kind: Kind,
	draft: Draft,
	problems: readonly FieldProblem[],
	language: Language,
): FieldProblem[] {
	const say = workbenchMessages[language].form;
	return problems.map((problem) => {
		const value = valueAt(draft, problem.field);
		const type = fieldAt(kind, problem.field)?.type;
		if (type === "moment" && isUnfinished(value)) return { ...problem, message: say.unfinishedMoment };
		if (type === "number" && typeof value === "string") return { ...problem, message: say.notANumber };
		if (type === "slice" && typeof value === "string")
			return { ...problem, message: indicatorMessages[language].slice };
		return problem;
	});
}
