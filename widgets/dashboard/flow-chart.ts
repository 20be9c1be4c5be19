import { html, type Template } from "../../shared/list/template.ts";
import { widthOf } from "./axis.ts";
import type { FlowBand, FlowLayout, FlowNode } from "./flow-layout.ts";
import { curve } from "./scale.ts";

export interface FlowChart {
	layout: FlowLayout;
	/** A level as readers know it. */
	name: (level: string) => string;
	write: (value: number) => string;
	words: string;
	width: number;
	/** The size of letters. */
	size: number;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** What goes from level to level: a column a level, bands as wide as what goes through them. */
export function flowChart({ layout, name, write, words, width, size }: FlowChart): Template {
	const { columns, nodes, bands, most, bars } = layout;
	const gap = size * 3;
	const top = size * 2.2;
	const tall = Math.min(Math.max(bars * size * 4, size * 9), size * 18);
	const height = top + tall + gap * (bars - 1) + size;
	const thick = size * 0.75;
	const across = (node: FlowNode, at: number) => top + (at / most) * tall + node.place * gap;
	const x = (column: number) => (columns < 2 ? 0 : (column * (width - thick)) / (columns - 1));
	const band = ({ source, target, value, sourceFrom, targetFrom }: FlowBand) => {
		const middle = value / 2;
		return curve(
			[round(x(source.column) + thick), round(across(source, sourceFrom + middle))],
			[round(x(target.column)), round(across(target, targetFrom + middle))],
		);
	};
	const room = columns < 2 ? width : (width - thick) / (columns - 1) - thick;
	const short = (text: string) => {
		const fits = Math.max(4, Math.floor(room / widthOf("n", size * 0.82)));
		return text.length > fits ? `${text.slice(0, fits - 1).trimEnd()}…` : text;
	};
	return html`<svg class="chart flow" role="img" aria-label=${words} viewBox="0 0 ${round(width)} ${round(height)}" width="100%">
		${bands.map(
			(one) =>
				html`<g class=${one.source.name === "in" ? "in" : one.target.name === "out" ? "out" : "through"}><path d=${band(one)} stroke-width=${round(Math.max(1, (one.value / most) * tall))}></path></g>`,
		)}
		${nodes.map((node) => {
			const left = x(node.column);
			const last = node.column === columns - 1;
			const y = across(node, node.from);
			return html`<g class=${node.key === node.name ? "level" : "outside"}>
				<rect x=${round(left)} y=${round(y)} width=${round(thick)} height=${round(Math.max(1, (node.value / most) * tall))}></rect>
				<text x=${round(last ? left + thick : left)} y=${round(y - size * 0.45)} text-anchor=${last && columns > 1 ? "end" : "start"}>${short(name(node.name))} <tspan class="value">${write(node.value)}</tspan></text>
			</g>`;
		})}
	</svg>`;
}
