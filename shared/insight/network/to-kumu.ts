import type { NetworkLink, NetworkNode } from "../../model/network.ts";
import { actionLines } from "../../vocabularies/action-lines.ts";
import { linkKinds, nodeKinds } from "../../vocabularies/network.ts";
import { partnerKinds } from "../../vocabularies/partner-kinds.ts";
import { stages } from "../../vocabularies/stages.ts";
import { labelOf } from "../../vocabularies/vocabulary.ts";

/**
 * A network as Kumu imports it (https://docs.kumu.io/guides/import/blueprints). Kumu knows elements by their `id` where they
 * have one, and shows `label`, `type`, `description` and `tags` by itself; every other field becomes one of the element's own.
 */
export function toKumu(nodes: readonly NetworkNode[], links: readonly NetworkLink[]): string {
	const elements = nodes.map((node) => ({
		id: node.id,
		label: node.title,
		type: node.organizationKind ? labelOf(partnerKinds, node.organizationKind) : labelOf(nodeKinds, node.kind),
		...((node.goal ?? node.summary) && { description: node.goal ?? node.summary }),
		...(node.actionLines.length > 0 && { tags: node.actionLines.map((code) => labelOf(actionLines, code)) }),
		...(node.stages.length > 0 && { niveau: node.stages.map((code) => labelOf(stages, code)) }),
		...(node.places.length > 0 && { plaats: node.places }),
		...(node.url && { url: node.url }),
	}));
	const connections = links.map(({ source, target, kind, through }) => ({
		from: source,
		to: target,
		type: labelOf(linkKinds, kind),
		direction: "directed",
		...(through && { description: through.join(", ") }),
	}));
	return JSON.stringify({ elements, connections }, null, "\t");
}
