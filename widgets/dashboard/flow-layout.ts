import type { Flow } from "../../shared/insight/indicators/series.ts";

/** A level, or what lies outside it, as a bar. Lengths across are in the unit of the values. */
export interface FlowNode {
	key: string;
	/** The level, or `in` or `out`. */
	name: string;
	column: number;
	/** What comes in or goes on, whichever is more. */
	value: number;
	/** Where it begins across, in the unit of the values; `place` counts the bars above it. */
	from: number;
	place: number;
}

export interface FlowBand {
	source: FlowNode;
	target: FlowNode;
	value: number;
	/** Where the band begins, within the bars that it joins. */
	sourceFrom: number;
	targetFrom: number;
}

export interface FlowLayout {
	columns: number;
	nodes: readonly FlowNode[];
	bands: readonly FlowBand[];
	/** The most that any column holds, and the most bars. */
	most: number;
	bars: number;
}

/** Levels in columns from the first to the last; what would lead back to where it came from does not count. */
function columnsOf(links: readonly Flow[]): Map<string, number> {
	const depth = new Map<string, number>();
	const busy = new Set<string>();
	const visit = (name: string): number => {
		const known = depth.get(name);
		if (known !== undefined) return known;
		if (busy.has(name)) return -1;
		busy.add(name);
		const before = links.filter(({ to, from }) => to === name && from !== name && from !== "in");
		const found = Math.max(-1, ...before.map(({ from }) => visit(from))) + 1;
		busy.delete(name);
		depth.set(name, found);
		return found;
	};
	for (const { from, to } of links) for (const name of [from, to]) if (name !== "in" && name !== "out") visit(name);
	return depth;
}

/**
 * Levels as columns of bars, with a band for each flow between two. What comes from outside begins in a bar of its own
 * before the level where it comes in, and what leaves ends in one behind. Values of zero or less have no width, and what
 * stays on its level goes nowhere: both are in the table only.
 */
export function flowLayout(flows: readonly Flow[]): FlowLayout {
	const links = flows.filter(({ from, to, value }) => value > 0 && from !== to && !(from === "in" && to === "out"));
	const depth = columnsOf(links);
	const shift = links.some(({ from, to }) => from === "in" && depth.get(to) === 0) ? 1 : 0;
	const nodes = new Map<string, FlowNode>();
	const node = (name: string, beside?: string): FlowNode => {
		const key = beside === undefined ? name : `${name} ${beside}`;
		const column = (depth.get(beside ?? name) ?? 0) + shift + (beside === undefined ? 0 : name === "in" ? -1 : 1);
		const made = nodes.get(key) ?? { key, name, column, value: 0, from: 0, place: 0 };
		nodes.set(key, made);
		return made;
	};
	const bands = links.map(({ from, to, value }) => ({
		source: from === "in" ? node(from, to) : node(from),
		target: to === "out" ? node(to, from) : node(to),
		value,
		sourceFrom: 0,
		targetFrom: 0,
	}));
	const sum = (of: readonly FlowBand[]) => of.reduce((total, { value }) => total + value, 0);
	for (const one of nodes.values()) {
		one.value = Math.max(
			sum(bands.filter(({ source }) => source === one)),
			sum(bands.filter(({ target }) => target === one)),
		);
	}
	const columns = Math.max(0, ...[...nodes.values()].map(({ column }) => column + 1));
	let most = 0;
	let bars = 0;
	for (let column = 0; column < columns; column++) {
		// Levels first, outside below them.
		const own = [...nodes.values()]
			.filter((one) => one.column === column)
			.sort((a, b) => Number(a.key !== a.name) - Number(b.key !== b.name));
		let from = 0;
		own.forEach((one, place) => {
			one.from = from;
			one.place = place;
			from += one.value;
		});
		most = Math.max(most, from);
		bars = Math.max(bars, own.length);
	}
	for (const one of nodes.values()) {
		const byOther = (end: "source" | "target") => (a: FlowBand, b: FlowBand) =>
			a[end].column - b[end].column || a[end].place - b[end].place;
		let from = one.from;
		for (const band of bands.filter(({ source }) => source === one).sort(byOther("target"))) {
			band.sourceFrom = from;
			from += band.value;
		}
		from = one.from;
		for (const band of bands.filter(({ target }) => target === one).sort(byOther("source"))) {
			band.targetFrom = from;
			from += band.value;
		}
	}
	return { columns, nodes: [...nodes.values()], bands, most, bars };
}
