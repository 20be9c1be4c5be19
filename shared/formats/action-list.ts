import { Initiative } from "../model/initiative.ts";
import { actionLines } from "../vocabularies/action-lines.ts";
import { fundingProgrammes } from "../vocabularies/funding-programmes.ts";
import { phases } from "../vocabularies/phases.ts";
import { type Language, labelOf, type Term } from "../vocabularies/vocabulary.ts";

/** The columns of a region's action list, as the programmes' plans have them. */
export const actionColumns = {
	actionLine: { nl: "Actielijn", en: "Action line" },
	goal: { nl: "Doel", en: "Goal" },
	activity: { nl: "Activiteit", en: "Activity" },
	planning: { nl: "Planning", en: "Planning" },
	partners: { nl: "Partners", en: "Partners" },
	result: { nl: "Resultaat", en: "Result" },
	means: { nl: "Middelen", en: "Means" },
} as const satisfies Record<string, Term>;

export type ActionColumn = keyof typeof actionColumns;
export const actionColumnNames = Object.keys(actionColumns).filter((name): name is ActionColumn =>
	Object.hasOwn(actionColumns, name),
);

/** An initiative's data as a row of the action list, in words; empty where nothing is known. */
export function actionRow(data: unknown, language: Language): Record<ActionColumn, string> {
	const parsed = Initiative.safeParse(data);
	const nothing = { actionLine: "", goal: "", activity: "", planning: "", partners: "", result: "", means: "" };
	if (!parsed.success) return nothing;
	const { title, planning, partners, funding, ...it } = parsed.data;
	const period = [planning?.start, planning?.end].filter(Boolean).join(" – ");
	const phase = planning?.phase && labelOf(phases, planning.phase, language);
	return {
		actionLine: it.actionLines.map((code) => labelOf(actionLines, code, language)).join(", "),
		goal: it.goal ?? "",
		activity: title,
		planning: [planning?.label, period, phase].filter(Boolean).join(", "),
		partners: partners.map(({ name }) => name).join(", "),
		result: it.result ?? "",
		means: funding
			.map(({ programme, note }) =>
				[programme && labelOf(fundingProgrammes, programme, language), note].filter(Boolean).join(": "),
			)
			.join("; "),
	};
}
