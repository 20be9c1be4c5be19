import type { NetworkLink, NetworkNode } from "../../model/network.ts";
import { markOf, marks, pathOf, radiusOf } from "./marks.ts";
import { xml } from "./to-graphml.ts";

/** A node's name where it has room. */
export interface PlacedLabel {
	text: string;
	/** The middle of the line of text, on its base line. */
	x: number;
	y: number;
}

export interface Drawn {
	title: string;
	nodes: readonly NetworkNode[];
	links: readonly NetworkLink[];
	/** Where each node is, by id. */
	positions: ReadonlyMap<string, { x: number; y: number }>;
	labels: readonly PlacedLabel[];
	/** Of the names, in the units of the picture. */
	fontSize: number;
}

const at = (value: number) => String(Math.round(value * 10) / 10);

/** The picture of a network as an SVG file of its own, on white. */
export function toSvg({ title, nodes, links, positions, labels, fontSize }: Drawn): string {
	const placed = nodes.flatMap((node) => {
		const position = positions.get(node.id);
		return position ? [{ node, ...position, radius: radiusOf(node) }] : [];
	});
	const edge = 40;
	const left = Math.min(0, ...placed.map(({ x, radius }) => x - radius)) - edge;
	const top = Math.min(0, ...placed.map(({ y, radius }) => y - radius)) - edge;
	const right = Math.max(0, ...placed.map(({ x, radius }) => x + radius)) + edge;
	const bottom = Math.max(0, ...placed.map(({ y, radius }) => y + radius)) + edge;
	const lines = links.flatMap(({ source, target }) => {
		const [from, to] = [positions.get(source), positions.get(target)];
		return from && to ? [`M${at(from.x)} ${at(from.y)}L${at(to.x)} ${at(to.y)}`] : [];
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[left, top, right - left, bottom - top].map(at).join(" ")}" role="img" font-family="sans-serif">`,
		`<title>${xml(title)}</title>`,
		`<rect x="${at(left)}" y="${at(top)}" width="${at(right - left)}" height="${at(bottom - top)}" fill="#fff"/>`,
		`<path d="${lines.join("")}" fill="none" stroke="#8a94a0" stroke-width="1"/>`,
		...placed.map(({ node, x, y, radius }) => {
			const name = markOf(node);
			return `<path d="${pathOf(name, x, y, radius)}" fill="${marks[name].light}" stroke="#fff"><title>${xml(node.title)}</title></path>`;
		}),
		`<g font-size="${at(fontSize)}" text-anchor="middle" fill="#1b2430" stroke="#fff" stroke-width="${at(fontSize / 4)}" paint-order="stroke" stroke-linejoin="round">`,
		...labels.map(({ text, x, y }) => `<text x="${at(x)}" y="${at(y)}">${xml(text)}</text>`),
		"</g>",
		"</svg>",
		"",
	].join("\n");
}
