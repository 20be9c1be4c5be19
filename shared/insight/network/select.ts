import type { NetworkLink, NetworkNode } from "../../model/network.ts";
import { type Graph, withStructure } from "./with-structure.ts";

/** What to keep of a network; of each the values of which one is enough. */
export interface NetworkQuery {
	actionLine?: readonly string[];
	stage?: readonly string[];
	place?: readonly string[];
	/** Kinds of node, or kinds of organisation. */
	kind?: readonly string[];
	/** The id of a node, or the slug of an organisation. */
	focus?: string | undefined;
	/** How many links around it, 1 when left out. */
	steps?: number;
}

type Whole = Pick<Graph, "nodes" | "links">;

const meets = (wanted: readonly string[] | undefined, values: readonly string[]) => {
	if (!wanted?.length) return true;
	const folded = wanted.map((one) => one.toLowerCase());
	return values.some((value) => folded.includes(value.toLowerCase()));
};

/** Organisations and funds are there for what they take part in. */
const takesPart = ({ kind }: NetworkNode) => kind === "organization" || kind === "fund";

/** What links each node with which others. */
export function linksByNode(links: readonly NetworkLink[]): Map<string, { other: string; link: NetworkLink }[]> {
	const found = new Map<string, { other: string; link: NetworkLink }[]>();
	const add = (id: string, other: string, link: NetworkLink) => {
		const known = found.get(id);
		if (known) known.push({ other, link });
		else found.set(id, [{ other, link }]);
	};
	for (const link of links) {
		add(link.source, link.target, link);
		add(link.target, link.source, link);
	}
	return found;
}

/** The node that a focus means. */
export const nodeFor = (nodes: readonly NetworkNode[], focus: string): NetworkNode | undefined =>
	nodes.find(({ id }) => id === focus) ?? nodes.find(({ id }) => id.slice(id.indexOf(":") + 1) === focus);

/** The ids within `steps` links of `id`, itself included. */
export function around(links: readonly NetworkLink[], id: string, steps: number): Set<string> {
	const byNode = linksByNode(links);
	const found = new Set([id]);
	let edge = [id];
	for (let step = 0; step < steps && edge.length > 0; step++) {
		const next: string[] = [];
		for (const one of edge) {
			for (const { other } of byNode.get(one) ?? []) {
				if (found.has(other)) continue;
				found.add(other);
				next.push(other);
			}
		}
		edge = next;
	}
	return found;
}

/**
 * The part of a network that a query asks for, counted anew. By action line, stage and place initiatives, programmes and events
 * are kept, with who takes part in them, and by place the organisations that are there; by kind the nodes of that kind with all
 * they are linked to; by focus a node with what is around it in what is then left.
 */
export function selectFrom(whole: Whole, query: NetworkQuery): Graph {
	const { actionLine, stage, place, kind } = query;
	const kept = new Set(whole.nodes.map(({ id }) => id));
	const narrow = (wanted: ReadonlySet<string>) => {
		for (const id of kept) if (!wanted.has(id)) kept.delete(id);
	};
	const byNode = linksByNode(whole.links);
	const withOthers = (nodes: readonly NetworkNode[], others: (node: NetworkNode) => boolean) => {
		const wanted = new Set(nodes.map(({ id }) => id));
		const known = new Map(whole.nodes.map((node) => [node.id, node]));
		for (const { id } of nodes) {
			for (const { other } of byNode.get(id) ?? []) {
				const node = known.get(other);
				if (node && others(node)) wanted.add(other);
			}
		}
		return wanted;
	};
	if (actionLine?.length || stage?.length || place?.length) {
		const things = whole.nodes.filter(
			(node) =>
				!takesPart(node) &&
				meets(actionLine, node.actionLines) &&
				meets(stage, node.stages) &&
				meets(place, node.places),
		);
		const wanted = withOthers(things, takesPart);
		if (place?.length && !actionLine?.length && !stage?.length) {
			for (const node of whole.nodes) if (takesPart(node) && meets(place, node.places)) wanted.add(node.id);
		}
		narrow(wanted);
	}
	if (kind?.length) {
		const ofKind = whole.nodes.filter(
			(node) =>
				kept.has(node.id) && meets(kind, [node.kind, ...(node.organizationKind ? [node.organizationKind] : [])]),
		);
		narrow(withOthers(ofKind, () => true));
	}
	const within = whole.links.filter(({ source, target }) => kept.has(source) && kept.has(target));
	const focused = query.focus ? nodeFor(whole.nodes, query.focus) : undefined;
	if (query.focus) narrow(focused && kept.has(focused.id) ? around(within, focused.id, query.steps ?? 1) : new Set());
	return withStructure(
		whole.nodes.filter(({ id }) => kept.has(id)),
		within.filter(({ source, target }) => kept.has(source) && kept.has(target)),
	);
}

/** Something in which an organisation works with others. */
export interface Joint {
	through: NetworkNode;
	/** The other organisations in it, in the order of the network. */
	partners: NetworkNode[];
}

export interface Partnership {
	organization: NetworkNode;
	/** All whom it works with, each once. */
	partners: NetworkNode[];
	joint: Joint[];
}

/** For each organisation with whom it works and through what: the network as a table. */
export function partnershipsIn({ nodes, links }: Whole): Partnership[] {
	const known = new Map(nodes.map((node) => [node.id, node]));
	const order = new Map(nodes.map(({ id }, index) => [id, index]));
	const byNode = linksByNode(links);
	const linkedTo = (id: string) =>
		[...new Set((byNode.get(id) ?? []).map(({ other }) => other))]
			.sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
			.flatMap((other) => known.get(other) ?? []);
	const members = new Map(
		nodes
			.filter(({ kind }) => kind !== "organization")
			.map(({ id }) => [id, linkedTo(id).filter(({ kind }) => kind === "organization")]),
	);
	return nodes
		.filter(({ kind }) => kind === "organization")
		.map((organization) => {
			const direct = linkedTo(organization.id);
			const joint = direct
				.filter(({ kind }) => kind !== "organization")
				.map((through) => ({
					through,
					partners: (members.get(through.id) ?? []).filter(({ id }) => id !== organization.id),
				}));
			const partners = new Set([
				...direct.filter(({ kind }) => kind === "organization"),
				...joint.flatMap((one) => one.partners),
			]);
			return { organization, partners: [...partners], joint };
		});
}
