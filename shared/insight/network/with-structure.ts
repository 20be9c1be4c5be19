import type { NetworkInsight, NetworkLink, NetworkNode } from "../../model/network.ts";
import type { NodeKind } from "../../vocabularies/network.ts";
import { structureOf } from "./structure.ts";

export interface Graph {
	nodes: NetworkNode[];
	links: NetworkLink[];
	insight: NetworkInsight;
}

/** A node before its links are counted. */
export type Draft = Omit<NetworkNode, "degree" | "bridge" | "separates">;

const mostConnected = 10;

const kindOrder: Record<NodeKind, number> = { organization: 0, programme: 1, initiative: 2, event: 3, fund: 4 };

const { compare } = new Intl.Collator("nl");

export const inOrder = (one: Draft, other: Draft) =>
	kindOrder[one.kind] - kindOrder[other.kind] || compare(one.title, other.title) || (one.id < other.id ? -1 : 1);

/** How many links, how many parts, who holds it together. Nodes keep their order. */
export function withStructure(drafts: readonly Draft[], drawn: readonly NetworkLink[]): Graph {
	const position = new Map(drafts.map(({ id }, index) => [id, index]));
	const { neighbours, sizes, separates, bridges } = structureOf(
		drafts.length,
		drawn.map(({ source, target }) => [position.get(source) ?? 0, position.get(target) ?? 0] as const),
	);
	const nodes = drafts.map((draft, index): NetworkNode => {
		const cut = separates[index] ?? 0;
		const { bridge: _bridge, separates: _separates, degree: _degree, ...plain }: Draft & Partial<NetworkNode> = draft;
		const degree = neighbours[index]?.length ?? 0;
		return { ...plain, degree, ...(cut > 0 && { bridge: true as const, separates: cut }) };
	});
	const links = drawn.map(({ bridge: _bridge, ...link }, index) => ({
		...link,
		...(bridges.has(index) && { bridge: true as const }),
	}));
	const idsBy = (rank: (node: NetworkNode) => number) =>
		nodes
			.filter((node) => rank(node) > 0)
			.sort((one, other) => rank(other) - rank(one) || inOrder(one, other))
			.map(({ id }) => id);
	return {
		nodes,
		links,
		insight: {
			connected: idsBy(({ kind, degree }) => (kind === "organization" ? degree : 0)).slice(0, mostConnected),
			bridges: idsBy((node) => node.separates ?? 0),
			unconnected: nodes.filter(({ degree }) => degree === 0).map(({ id }) => id),
			parts: sizes.filter((size) => size > 1).length,
		},
	};
}
