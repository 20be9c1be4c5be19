import type { WidgetProblem } from "../../shared/messages/widgets.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { loadPart } from "../parts/load.ts";

/** Something is wrong that the partner should know; `url` and `status` where it is about a feed. */
export interface Problem {
	code: WidgetProblem;
	detail: string;
	url?: string;
	status?: number | undefined;
}

/** Explains `problem` to the partner: the sentences load when there is something to say. */
export async function tell(element: HTMLElement, problem: Problem, language: Language) {
	const { code, detail } = problem;
	const explain = await loadPart("diagnostics").then(
		(part) => part.explain,
		() => undefined,
	);
	if (explain) await explain(element, problem, language);
	else console.warn(`<${element.localName}> ${code} ${detail}`);
}
