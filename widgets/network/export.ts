import { linksCsv } from "../../shared/insight/network/to-csv.ts";
import { toGraphml } from "../../shared/insight/network/to-graphml.ts";
import { toKumu } from "../../shared/insight/network/to-kumu.ts";
import { toSvg } from "../../shared/insight/network/to-svg.ts";
import type { Graph } from "../../shared/insight/network/with-structure.ts";
import type { Point } from "./layout.ts";
import type { ExportName } from "./model.ts";
import { fontSize, labelsOf } from "./paint.ts";
import { toScreen, wholeOf } from "./view.ts";

const forms: Record<ExportName, { type: string; ending: string }> = {
	svg: { type: "image/svg+xml", ending: "svg" },
	csv: { type: "text/csv", ending: "csv" },
	graphml: { type: "application/xml", ending: "graphml" },
	kumu: { type: "application/json", ending: "kumu.json" },
};

/** The picture with the names that would have room on a large screen. */
function svgOf({ nodes, links }: Graph, positions: ReadonlyMap<string, Point>, title: string): string {
	const size = { width: 1800, height: 1200 };
	const view = wholeOf(positions.values(), size);
	const onScreen = new Map([...positions].map(([id, point]) => [id, toScreen(view, point)]));
	const byDegree = nodes.toSorted((one, other) => other.degree - one.degree);
	const picture = {
		nodes: byDegree,
		links,
		positions: onScreen,
		named: true,
		selected: undefined,
		near: new Set<string>(),
	};
	const flat = { scale: 1, dx: 0, dy: 0 };
	// Without the font that it will be seen in, the width of a letter is a guess, on the wide side.
	const labels = labelsOf(picture, flat, size, (text) => text.length * fontSize * 0.6);
	return toSvg({ title, nodes, links, positions: onScreen, labels, fontSize });
}

/** What is shown now, as a file. */
export function fileOf(
	name: ExportName,
	graph: Graph,
	positions: ReadonlyMap<string, Point>,
	title: string,
): { type: string; ending: string; text: string } {
	const { nodes, links } = graph;
	const make: Record<ExportName, () => string> = {
		svg: () => svgOf(graph, positions, title),
		csv: () => linksCsv(nodes, links),
		graphml: () => toGraphml(nodes, links),
		kumu: () => toKumu(nodes, links),
	};
	return { ...forms[name], text: make[name]() };
}

/** Gives a visitor a file that is made here, without asking anybody. */
export function download(file: { type: string; text: string }, name: string) {
	const address = URL.createObjectURL(new Blob([file.text], { type: `${file.type};charset=utf-8` }));
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.click();
	// The browser has it once this turn is over; some need a moment more.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
