import { type Mark, type MarkName, markOf, marks, radiusOf } from "../../shared/insight/network/marks.ts";
import type { NetworkLink, NetworkNode } from "../../shared/model/network.ts";
import type { Colours } from "./colours.ts";
import { type Candidate, type Label, placeLabels } from "./labels.ts";
import type { Point } from "./layout.ts";
import { markScale, type Size, toScreen, type View } from "./view.ts";

export interface Picture {
	/** Those with most links first: their names come first too. */
	nodes: readonly NetworkNode[];
	links: readonly NetworkLink[];
	positions: ReadonlyMap<string, Point>;
	/** Whether names are written: not while everything still moves. */
	named: boolean;
	/** What was chosen, and what it is linked to: the rest steps back. */
	selected: string | undefined;
	near: ReadonlySet<string>;
}

export const fontSize = 13;

function trace(context: CanvasRenderingContext2D, { corners }: Mark, x: number, y: number, radius: number) {
	if (corners.length === 0) {
		context.moveTo(x + radius, y);
		context.arc(x, y, radius, 0, 2 * Math.PI);
		return;
	}
	corners.forEach(([dx, dy], index) => {
		const [to, down] = [x + dx * radius * 1.25, y + dy * radius * 1.25];
		if (index) context.lineTo(to, down);
		else context.moveTo(to, down);
	});
	context.closePath();
}

/** Many lines as one: a call for each would take longer than the drawing. */
function drawLinks(
	context: CanvasRenderingContext2D,
	picture: Picture,
	view: View,
	want: (link: NetworkLink) => boolean,
) {
	context.beginPath();
	for (const link of picture.links) {
		if (!want(link)) continue;
		const [from, to] = [picture.positions.get(link.source), picture.positions.get(link.target)];
		if (!from || !to) continue;
		context.moveTo(from.x * view.scale + view.dx, from.y * view.scale + view.dy);
		context.lineTo(to.x * view.scale + view.dx, to.y * view.scale + view.dy);
	}
	context.stroke();
}

function drawMarks(
	context: CanvasRenderingContext2D,
	nodes: readonly NetworkNode[],
	{ positions }: Picture,
	view: View,
	{ width, height }: Size,
	colours: Colours,
) {
	const factor = markScale(view);
	const byMark = new Map<MarkName, NetworkNode[]>();
	for (const node of nodes) {
		const name = markOf(node);
		const known = byMark.get(name);
		if (known) known.push(node);
		else byMark.set(name, [node]);
	}
	for (const [name, ofMark] of byMark) {
		const mark: Mark = marks[name];
		context.beginPath();
		for (const node of ofMark) {
			const position = positions.get(node.id);
			if (!position) continue;
			const { x, y } = toScreen(view, position);
			const radius = radiusOf(node) * factor;
			if (x + radius < 0 || y + radius < 0 || x - radius > width || y - radius > height) continue;
			trace(context, mark, x, y, radius);
		}
		context.fillStyle = colours.forced ? colours.text : colours.dark ? mark.dark : mark.light;
		context.strokeStyle = colours.ground;
		context.lineWidth = 1.2;
		context.fill();
		context.stroke();
	}
}

/** The names that have room on screen, most connected first, what was chosen before all. */
export function labelsOf(picture: Picture, view: View, size: Size, measure: (text: string) => number): Label[] {
	const factor = markScale(view);
	const candidates: Candidate[] = [];
	for (const node of picture.nodes) {
		const position = picture.positions.get(node.id);
		if (position) {
			candidates.push({
				id: node.id,
				text: node.title,
				...toScreen(view, position),
				radius: radiusOf(node) * factor,
			});
		}
	}
	const { selected, near } = picture;
	if (!selected) return placeLabels(candidates, candidates.slice(0, 400), size, fontSize, measure);
	const chosen = candidates.filter(({ id }) => id === selected);
	const around = candidates.filter(({ id }) => near.has(id) && id !== selected);
	return placeLabels([...chosen, ...around], [...chosen, ...around], size, fontSize, measure);
}

/** Draws the network as it is now. */
export function paint(context: CanvasRenderingContext2D, picture: Picture, view: View, size: Size, colours: Colours) {
	const { selected, near, nodes } = picture;
	context.clearRect(0, 0, size.width, size.height);
	context.lineWidth = 1;
	context.strokeStyle = colours.text;
	const isNear = ({ source, target }: NetworkLink) => source === selected || target === selected;
	context.globalAlpha = selected ? 0.1 : nodes.length > 600 ? 0.16 : 0.3;
	drawLinks(context, picture, view, (link) => !isNear(link));
	context.globalAlpha = selected ? 0.22 : 1;
	const marksOf = (some: readonly NetworkNode[]) => drawMarks(context, some, picture, view, size, colours);
	marksOf(selected ? nodes.filter(({ id }) => !near.has(id)) : nodes);
	context.globalAlpha = 1;
	if (selected) {
		context.strokeStyle = colours.focus;
		context.lineWidth = 2;
		drawLinks(context, picture, view, isNear);
		marksOf(nodes.filter(({ id }) => near.has(id)));
		const position = picture.positions.get(selected);
		const node = nodes.find(({ id }) => id === selected);
		if (position && node) {
			const { x, y } = toScreen(view, position);
			context.beginPath();
			context.arc(x, y, radiusOf(node) * markScale(view) * 1.25 + 4, 0, 2 * Math.PI);
			context.strokeStyle = colours.focus;
			context.lineWidth = 3;
			context.stroke();
		}
	}
	if (picture.named) drawLabels(context, picture, view, size, colours);
}

function drawLabels(context: CanvasRenderingContext2D, picture: Picture, view: View, size: Size, colours: Colours) {
	const { selected } = picture;
	context.textAlign = "center";
	context.lineJoin = "round";
	context.font = `${fontSize}px ${colours.font}`;
	const measure = (text: string) => widthOf(context, text);
	for (const { id, text, x, y } of labelsOf(picture, view, size, measure)) {
		context.font = `${id === selected ? "bold " : ""}${fontSize}px ${colours.font}`;
		context.strokeStyle = colours.ground;
		context.lineWidth = 4;
		context.strokeText(text, x, y);
		context.fillStyle = colours.text;
		context.fillText(text, x, y);
	}
}

const widths = new Map<string, number>();

/** Measuring takes longer than drawing. */
function widthOf(context: CanvasRenderingContext2D, text: string): number {
	const key = `${context.font} ${text}`;
	const known = widths.get(key);
	if (known !== undefined) return known;
	if (widths.size > 4000) widths.clear();
	const { width } = context.measureText(text);
	widths.set(key, width);
	return width;
}
