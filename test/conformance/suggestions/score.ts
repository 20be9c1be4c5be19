import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { type SuggestedField, suggest } from "../../../shared/text/suggestions.ts";

const regions = ["flevoland", "midden-brabant", "noord-veluwe", "noordwest", "oost"] as const;
export type Region = (typeof regions)[number];
export const fields = ["actionLines", "stages", "audiences", "sectors"] as const satisfies readonly SuggestedField[];
export type Field = (typeof fields)[number];

/** The precision to reach: of what is shown, so much was chosen by who made the plan. */
export const bar: Readonly<Partial<Record<Field, number>>> = { actionLines: 0.8, stages: 0.8 };

const tags = z._default(z.array(z.string()), []);
const Initiative = z.object({
	title: z.string(),
	summary: z._default(z.string(), ""),
	description: z._default(z.string(), ""),
	actionLines: tags,
	stages: tags,
	audiences: tags,
	sectors: tags,
});

export interface Score {
	readonly field: Field;
	readonly shown: number;
	readonly accepted: number;
	readonly tagged: number;
	readonly precision: number;
	readonly recall: number;
	readonly misses: readonly string[];
}

/**
 * What is suggested from title, summary and description alone, against the tags that the initiative has. Its goal and
 * result are left out: a page says no such thing, and plans repeat them in fixed words for each action line.
 */
export function scoreSuggestions(of: readonly Region[] = regions): Score[] {
	const initiatives = of.flatMap((region) => {
		const file = new URL(`../../../demo/regions/${region}/initiatives.json`, import.meta.url);
		return z.array(Initiative).parse(JSON.parse(readFileSync(file, "utf8")));
	});
	return fields.map((field) => {
		const judged = initiatives
			// What nobody tagged says nothing of what somebody would.
			.filter((it) => it[field].length > 0)
			.flatMap((it) =>
				suggest({ title: it.title, text: `${it.summary}\n${it.description}` })
					.filter((suggestion) => suggestion.field === field)
					.map(({ value, exact }) => ({ value, exact, title: it.title, accepted: it[field].includes(value) })),
			);
		const accepted = judged.filter((it) => it.accepted).length;
		const tagged = initiatives.reduce((sum, it) => sum + it[field].length, 0);
		return {
			field,
			shown: judged.length,
			accepted,
			tagged,
			precision: accepted / judged.length,
			recall: accepted / tagged,
			misses: judged.filter((it) => !it.accepted).map((it) => `${it.value} from “${it.exact}”: ${it.title}`),
		};
	});
}
