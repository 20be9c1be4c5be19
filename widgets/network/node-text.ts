import { type MarkName, marks, pathOf } from "../../shared/insight/network/marks.ts";
import { html, type Template } from "../../shared/list/template.ts";
import type { NetworkNode } from "../../shared/model/network.ts";
import { nodeKinds } from "../../shared/vocabularies/network.ts";
import { partnerKinds } from "../../shared/vocabularies/partner-kinds.ts";
import { type Language, labelOf } from "../../shared/vocabularies/vocabulary.ts";

/** What a mark stands for, in words. */
export function markLabel(name: MarkName, language: Language): string {
	return labelOf(Object.hasOwn(partnerKinds, name) ? partnerKinds : nodeKinds, name, language);
}

/** What a node is, in words: of an organisation its own kind as well. */
export function kindLabel({ kind, organizationKind }: NetworkNode, language: Language): string {
	const label = labelOf(nodeKinds, kind, language);
	return organizationKind ? `${label}, ${labelOf(partnerKinds, organizationKind, language).toLowerCase()}` : label;
}

/** How a kind is drawn, small. */
export const markSign = (name: MarkName, fill: (name: MarkName) => string): Template =>
	html`<svg class="mark" viewBox="-10 -10 20 20" width="16" height="16" aria-hidden="true"><path d=${pathOf(name, 0, 0, 7.5)} fill=${fill(name)} /></svg>`;

export const fillFor = (dark: boolean, forced: boolean) => (name: MarkName) =>
	forced ? "currentColor" : marks[name][dark ? "dark" : "light"];
