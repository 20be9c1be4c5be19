import { csvText } from "../../formats/csv-text.ts";
import type { NetworkLink, NetworkNode } from "../../model/network.ts";

/** Who is linked to what, a row each, with titles beside ids so that it can be read as it is. Codes as in the feeds. */
export function linksCsv(nodes: readonly NetworkNode[], links: readonly NetworkLink[]): string {
	const titles = new Map(nodes.map(({ id, title }) => [id, title]));
	return csvText(
		["source", "sourceTitle", "kind", "target", "targetTitle", "through"],
		links.map(({ source, target, kind, through }) => [
			source,
			titles.get(source) ?? "",
			kind,
			target,
			titles.get(target) ?? "",
			through?.join(";") ?? "",
		]),
	);
}

export function nodesCsv(nodes: readonly NetworkNode[]): string {
	return csvText(
		["id", "kind", "organizationKind", "title", "url", "actionLines", "stages", "places", "goal", "degree", "bridge"],
		nodes.map((node) => [
			node.id,
			node.kind,
			node.organizationKind ?? "",
			node.title,
			node.url ?? "",
			node.actionLines.join(";"),
			node.stages.join(";"),
			node.places.join(";"),
			node.goal ?? "",
			String(node.degree),
			node.bridge ? "yes" : "",
		]),
	);
}
