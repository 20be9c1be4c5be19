import type { NetworkQuery } from "../../shared/insight/network/select.ts";
import type { Graph } from "../../shared/insight/network/with-structure.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { nodeKinds } from "../../shared/vocabularies/network.ts";
import { partnerKinds } from "../../shared/vocabularies/partner-kinds.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { codesOf, type Language, labelOf, type Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import type { Choice } from "./model.ts";
import type { ChoiceName } from "./settings.ts";

const coded = (vocabulary: Vocabulary, used: ReadonlySet<string>, language: Language): Choice[] =>
	codesOf(vocabulary)
		.filter((code) => used.has(code))
		.map((code) => ({ value: code, label: labelOf(vocabulary, code, language) }));

/** What a visitor can choose from: the values that occur, of what the partner fixed only that. */
export function choicesIn(graph: Graph, fixed: NetworkQuery, language: Language): Record<ChoiceName, Choice[]> {
	const [lines, levels, places, kinds] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
	for (const node of graph.nodes) {
		for (const line of node.actionLines) lines.add(line);
		for (const stage of node.stages) levels.add(stage);
		for (const place of node.places) places.add(place);
		kinds.add(node.kind);
		if (node.organizationKind) kinds.add(node.organizationKind);
	}
	const within = (name: ChoiceName, found: Choice[]) => {
		const wanted = fixed[name];
		return wanted?.length ? found.filter(({ value }) => wanted.includes(value)) : found;
	};
	const { compare } = new Intl.Collator(language);
	return {
		actionLine: within("actionLine", coded(actionLines, lines, language)),
		stage: within("stage", coded(stages, levels, language)),
		place: within(
			"place",
			[...places].sort(compare).map((place) => ({ value: place, label: place })),
		),
		kind: within("kind", [...coded(nodeKinds, kinds, language), ...coded(partnerKinds, kinds, language)]),
	};
}
