/** The shape of an undirected graph whose nodes are 0 to `size - 1`. Everything here takes time in proportion to its size. */

export interface Structure {
	/** For each node the others that it is linked to, each once, in the order of the links. */
	neighbours: readonly (readonly number[])[];
	/** For each node the number of its component; components are numbered in the order of their first node. */
	component: readonly number[];
	/** How many nodes each component has. */
	sizes: readonly number[];
	/**
	 * For each node: by how many nodes the largest piece falls short of the rest of its component once this node is gone, 0 when the
	 * rest stays in one piece. More than 0 is a cut vertex.
	 */
	separates: readonly number[];
	/** Indices of the links whose removal raises the number of components; parallel links are never among them. */
	bridges: ReadonlySet<number>;
}

/** Links to oneself count for nothing. */
export function structureOf(size: number, links: readonly (readonly [number, number])[]): Structure {
	const edges: [to: number, link: number][][] = Array.from({ length: size }, () => []);
	links.forEach(([one, other], link) => {
		if (one === other) return;
		edges[one]?.push([other, link]);
		edges[other]?.push([one, link]);
	});
	const neighbours = edges.map((list) => [...new Set(list.map(([to]) => to))]);
	const component = new Array<number>(size).fill(-1);
	const found = new Array<number>(size).fill(-1);
	const low = new Array<number>(size).fill(0);
	const below = new Array<number>(size).fill(1);
	const separates = new Array<number>(size).fill(0);
	const bridges = new Set<number>();
	const sizes: number[] = [];
	let time = 0;

	/** Tarjan's low points (doi:10.1137/0201010), with a stack of our own: a long chain must not exhaust that of the machine. */
	const visit = (root: number) => {
		const order: number[] = [];
		/** Sizes of the pieces that hang below a node and reach no higher. */
		const pieces = new Map<number, number[]>();
		const stack: { node: number; by: number; next: number }[] = [];
		const enter = (node: number, by: number) => {
			found[node] = low[node] = time++;
			component[node] = sizes.length;
			order.push(node);
			stack.push({ node, by, next: 0 });
		};
		enter(root, -1);
		for (let top = stack.at(-1); top; top = stack.at(-1)) {
			const { node, by } = top;
			const edge = edges[node]?.[top.next++];
			if (edge) {
				const [to, link] = edge;
				if (link === by) continue;
				if ((found[to] ?? -1) < 0) enter(to, link);
				else low[node] = Math.min(low[node] ?? 0, found[to] ?? 0);
				continue;
			}
			stack.pop();
			const parent = stack.at(-1)?.node;
			if (parent === undefined) continue;
			const [reach = 0, size = 0] = [low[node], below[node]];
			below[parent] = (below[parent] ?? 0) + size;
			low[parent] = Math.min(low[parent] ?? 0, reach);
			if (reach > (found[parent] ?? 0)) bridges.add(by);
			if (reach >= (found[parent] ?? 0)) pieces.set(parent, [...(pieces.get(parent) ?? []), size]);
		}
		for (const [node, hanging] of pieces) {
			const others = order.length - 1;
			const above = others - hanging.reduce((sum, size) => sum + size, 0);
			separates[node] = others - Math.max(above, ...hanging);
		}
		sizes.push(order.length);
	};
	for (let node = 0; node < size; node++) if ((found[node] ?? -1) < 0) visit(node);
	return { neighbours, component, sizes, separates, bridges };
}
