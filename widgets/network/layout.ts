import {
	forceCollide,
	forceLink,
	forceManyBody,
	forceSimulation,
	forceX,
	forceY,
	type SimulationNodeDatum,
} from "d3-force";

export interface Point {
	x: number;
	y: number;
}

interface Body extends SimulationNodeDatum {
	id: string;
	radius: number;
}

/** As many steps for every network: what a visitor sees does not hang on how fast the machine is. */
export const ticks = 240;

/** Above this many nodes keeping them from overlapping costs more than it shows. */
const fewEnoughToPart = 800;

/** A whole number below 2^32 for a text, the same everywhere (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	// Ids that differ in their last letter only must not lie side by side.
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
	return (hash ^ (hash >>> 15)) >>> 0;
}

/** Where a node starts: by its id alone, so that it does so again when others come or go. */
function startOf(id: string, reach: number): Point {
	const [one, other] = [hashOf(id) / 2 ** 32, hashOf(`${id} `) / 2 ** 32];
	const distance = Math.sqrt(one) * reach;
	return { x: Math.cos(other * 2 * Math.PI) * distance, y: Math.sin(other * 2 * Math.PI) * distance };
}

export interface Layout {
	/** Goes on until `enough` says so, after at least one step; true when nothing is left to do. */
	run(enough: () => boolean): boolean;
	readonly done: boolean;
	/** Where the nodes are now, by id. */
	positions(): ReadonlyMap<string, Point>;
}

/** Below the rest, in rows, as wide as it. */
function placeAlone(ids: readonly string[], positions: Map<string, Point>) {
	const points = [...positions.values()];
	const left = Math.min(-120, ...points.map(({ x }) => x));
	const right = Math.max(120, ...points.map(({ x }) => x));
	const bottom = Math.max(0, ...points.map(({ y }) => y));
	const gap = 44;
	const across = Math.max(1, Math.floor((right - left) / gap) + 1);
	ids.forEach((id, index) => {
		positions.set(id, {
			x: left + (index % across) * gap,
			y: bottom + 70 + Math.floor(index / across) * gap,
		});
	});
}

/**
 * Places nodes by d3-force. The same nodes and links give the same places, in whatever order they come; nodes without links stand
 * in rows below the others.
 */
export function layoutOf(
	nodes: readonly { id: string; radius: number }[],
	links: readonly { source: string; target: string }[],
): Layout {
	const linked = new Set(links.flatMap(({ source, target }) => (source === target ? [] : [source, target])));
	const sorted = nodes.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	const reach = 14 * Math.sqrt(linked.size);
	const bodies = sorted
		.filter(({ id }) => linked.has(id))
		.map(({ id, radius }): Body => ({ id, radius, ...startOf(id, reach) }));
	const alone = sorted.filter(({ id }) => !linked.has(id)).map(({ id }) => id);
	const pairs = links
		.filter(({ source, target }) => source !== target)
		.map(({ source, target }) => ({ source, target, key: `${source} ${target}` }))
		.sort((one, other) => (one.key < other.key ? -1 : 1));
	let seed = 1;
	const simulation = forceSimulation(bodies)
		.randomSource(() => {
			seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
			return seed / 2 ** 32;
		})
		.alphaDecay(1 - 0.001 ** (1 / ticks))
		.force(
			"link",
			forceLink<Body, { source: string; target: string }>(pairs)
				.id(({ id }) => id)
				.distance(46),
		)
		.force("charge", forceManyBody<Body>().strength(-170).distanceMax(900))
		// Weakest across: pictures are wider than high.
		.force("x", forceX<Body>().strength(0.045))
		.force("y", forceY<Body>().strength(0.075))
		.stop();
	if (bodies.length <= fewEnoughToPart)
		simulation.force(
			"collide",
			forceCollide<Body>(({ radius }) => radius + 5),
		);
	let left = bodies.length > 0 ? ticks : 0;
	return {
		run(enough) {
			while (left > 0) {
				simulation.tick();
				left--;
				if (enough()) break;
			}
			return left === 0;
		},
		get done() {
			return left === 0;
		},
		positions() {
			const positions = new Map<string, Point>();
			for (const { id, x = 0, y = 0 } of bodies) positions.set(id, { x, y });
			placeAlone(alone, positions);
			return positions;
		},
	};
}
