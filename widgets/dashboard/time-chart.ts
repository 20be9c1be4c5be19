import type { Point, Series } from "../../shared/insight/indicators/series.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { allFit, axisText, fitting, widthOf } from "./axis.ts";
import { linear, polyline, roundScale } from "./scale.ts";

/** A chart over time. All lengths are in pixels. */
export interface TimeChart {
	/** In one unit; each is of one definition, and nothing joins two of them. */
	series: readonly Series[];
	look: "line" | "bars";
	/** Where the definition changes, in years with a fraction. */
	breaks: readonly number[];
	brokenText: string;
	target?: { value: number; text: string; at?: number | undefined; period?: string | undefined } | undefined;
	/** The value as it stands at its point. */
	write: (value: number) => string;
	language: Language;
	/** What it says, for who does not see it. */
	words: string;
	width: number;
	height: number;
	/** The size of letters. */
	size: number;
	/** The values to have room for, equal among charts that are compared. */
	range?: readonly [low: number, high: number] | undefined;
	/** Whether only the first and last value are written. */
	spare?: boolean;
}

/** The smallest step between two periods; a year where there is one period only. */
function stepOf(points: readonly Point[]): number {
	const at = [...new Set(points.map((point) => point.at))].sort((a, b) => a - b);
	const steps = at.slice(1).map((one, n) => one - (at[n] ?? one));
	return steps.length ? Math.min(...steps) : 1;
}

/** Whether periods between two neighbours of a line were not measured, of which the chart says so. */
export const hasGaps = (series: readonly Series[]) => {
	const step = stepOf(series.flatMap(({ points }) => points));
	return series.some(({ points }) => points.some((point, n) => isGap(points[n - 1], point, step)));
};

const isGap = (before: Point | undefined, point: Point, step: number) => !!before && point.at - before.at > step * 1.5;

/** The lowest and highest of all values, with zero among them: a length only tells something from there. */
export const rangeOf = (series: readonly Series[], target?: number): [number, number] => {
	const values = [0, ...series.flatMap(({ points }) => points.map(({ value }) => value))];
	if (target !== undefined) values.push(target);
	return [Math.min(...values), Math.max(...values)];
};

const round = (value: number) => Math.round(value * 10) / 10;

/** Values over time, as a line or as bars, with the target and what changed. */
export function timeChart(chart: TimeChart): Template {
	const { series, look, breaks, target, write, language, width, height, size, spare } = chart;
	const points = series.flatMap((one) => one.points);
	const newest = Math.max(...series.map(({ version }) => version));
	const step = stepOf(points);
	const range = chart.range ?? rangeOf(series, target?.value);
	const { low, high, ticks } = roundScale(...range, 4);
	const largest = Math.max(...ticks.map(Math.abs));
	const small = size * 0.82;

	const at = points.map((point) => point.at);
	const [first, last] = [Math.min(...at), Math.max(...at)];
	const span = last - first || step;
	// A target far away would leave no room for what was measured.
	const goal = target?.at !== undefined && target.at > last && target.at - last <= span * 2 ? target.at : undefined;
	const margin = look === "bars" ? step * 0.5 : 0;
	const scaleFrom = (left: number) =>
		linear(
			[first - margin, (goal ?? last) + margin],
			look === "bars" ? [left, width] : [left + size * 0.6, width - size * 1.4],
		);
	let x = scaleFrom(0);
	const valueMarks = () =>
		series.flatMap((one) => one.points.map((point) => ({ at: x(point.at), text: write(point.value), point })));
	// With every value written there is nothing left for an axis to tell.
	const written =
		!spare &&
		allFit(
			[...valueMarks()].sort((a, b) => a.at - b.at),
			small,
		);
	const left = written
		? 0
		: Math.min(
				Math.max(...ticks.map((tick) => widthOf(axisText(tick, largest, language), small))) + size * 0.5,
				width * 0.4,
			);
	x = scaleFrom(left);
	// Above the values is room for what changed.
	const [top, bottom] = [size * (breaks.length && chart.brokenText ? 3.2 : 2), height - size * 1.9];
	const y = linear([low, high], [bottom, top]);
	const zero = y(0);

	/** Where the middle of a text goes, so that none of it is cut off. */
	const within = (place: number, text: string) => {
		const half = widthOf(text, small) / 2;
		return Math.min(Math.max(place, left + half), width - half);
	};
	const periods = new Map(points.map((point) => [point.at, point.period]));
	if (goal !== undefined && target?.period) periods.set(goal, target.period);
	const labels = fitting(
		[...periods].sort(([a], [b]) => a - b).map(([when, text]) => ({ at: within(x(when), text), text })),
		small,
	);
	const band = Math.min((x(first + step) - x(first)) * 0.62, size * 4);

	const values = valueMarks().filter(
		({ point }, n, all) =>
			written || n === all.length - 1 || (n === 0 && Math.abs((all.at(-1)?.at ?? 0) - x(point.at)) > size * 5),
	);

	const goalY = target && y(target.value);
	// Its period is on the axis, or else in its name.
	const goalText = target?.period && goal === undefined ? `${target.text} (${target.period})` : (target?.text ?? "");
	const atEnd = goalY !== undefined && inTheWay("start", goalText) > inTheWay("end", goalText);

	return html`<svg class="chart ${look}" role="img" aria-label=${chart.words} viewBox="0 0 ${round(width)} ${round(height)}" width="100%">
		${ticks.map((tick) =>
			written && tick !== 0
				? nothing
				: html`<g class=${tick === 0 ? "zero" : "grid"}>
					<line x1=${round(left)} x2=${round(width)} y1=${round(y(tick))} y2=${round(y(tick))}></line>
					${written ? nothing : html`<g><text class="tick" x=${round(left - size * 0.5)} y=${round(y(tick) + small * 0.34)} text-anchor="end">${axisText(tick, largest, language)}</text></g>`}
				</g>`,
		)}
		${labels.map(
			(label) =>
				html`<g><text class="tick" x=${round(label.at)} y=${round(height - size * 0.5)} text-anchor="middle">${label.text}</text></g>`,
		)}
		${breaks.map((moment) => {
			const middle = Math.max(left + 1, x(moment) - (x(first + step) - x(first)) / 2);
			const right = middle > width / 2;
			return html`<g class="break">
				<line x1=${round(middle)} x2=${round(middle)} y1=0 y2=${round(bottom)}></line>
				<text x=${round(middle + (right ? -1 : 1) * size * 0.4)} y=${round(size * 0.8)} text-anchor=${right ? "end" : "start"}>${chart.brokenText}</text>
			</g>`;
		})}
		${series.map((one) => (look === "bars" ? bars(one) : path(one)))}
		${
			target && goalY !== undefined
				? html`<g class="goal">
					<line x1=${round(left)} x2=${round(width)} y1=${round(goalY)} y2=${round(goalY)}></line>
					${goal === undefined ? nothing : html`<g><path d="M${round(x(goal))} ${round(goalY - 5)}l5 5l-5 5l-5 -5z"></path></g>`}
					<text x=${round(atEnd ? width : left)} y=${round(goalY - size * 0.5)} text-anchor=${atEnd ? "end" : "start"}>${goalText}</text>
				</g>`
				: nothing
		}
		${values.map(({ at: place, text, point }) => {
			const spot = y(point.value);
			const under = point.value < 0 || (look === "line" && goalY !== undefined && isUnder(spot, goalY));
			// On a bar that almost reaches the target the value stands above both.
			const over = look === "bars" && goalY !== undefined && isUnder(spot, goalY) ? Math.min(spot, goalY) : spot;
			return html`<g><text class="value" x=${round(within(place, text))} y=${round((under ? spot : over) + (under ? size * 1.35 : -size * 0.6))} text-anchor="middle">${text}</text></g>`;
		})}
	</svg>`;

	/** How many points or bars stand where the name of the target would, at the start or the end of its line. */
	function inTheWay(side: "start" | "end", text: string) {
		const long = widthOf(text, small) + size;
		return points.filter((point) => {
			const [when, what] = [x(point.at), y(point.value)];
			if (side === "start" ? when - band / 2 > left + long : when + band / 2 < width - long) return false;
			const reaches = look === "bars" && goalY !== undefined && what < goalY;
			return reaches || (goalY !== undefined && what < goalY + size * 0.6 && what > goalY - size * 2.2);
		}).length;
	}

	/** Just under the line of the target a value goes below its point, not through that line. */
	function isUnder(place: number, goal: number) {
		return place >= goal && place - goal < size * 1.6;
	}

	function bars({ points: own, version }: Series) {
		return html`<g class=${version === newest ? "now" : "then"}>${own.map(({ at: when, value }) => {
			const [from, to] = [Math.min(y(value), zero), Math.max(y(value), zero)];
			return html`<g><rect x=${round(x(when) - band / 2)} y=${round(from)} width=${round(band)} height=${round(to - from)}></rect></g>`;
		})}</g>`;
	}

	/** A line that is dotted where periods were not measured. */
	function path({ points: own, version }: Series) {
		const draw = (piece: readonly Point[]) =>
			polyline(piece.map((point) => [round(x(point.at)), round(y(point.value))]));
		const pieces: Point[][] = [];
		const skipped: Point[][] = [];
		own.forEach((point, n) => {
			const before = own[n - 1];
			if (before && isGap(before, point, step)) skipped.push([before, point]);
			const piece = pieces.at(-1);
			if (piece && !isGap(before, point, step)) piece.push(point);
			else pieces.push([point]);
		});
		return html`<g class=${version === newest ? "now" : "then"}>
			${skipped.map((piece) => html`<g><path class="skipped" d=${draw(piece)}></path></g>`)}
			${pieces.map((piece) => html`<g><path d=${draw(piece)}></path></g>`)}
			${own.map((point) => html`<g><circle cx=${round(x(point.at))} cy=${round(y(point.value))} r=${spare ? 2.5 : 3.5}></circle></g>`)}
		</g>`;
	}
}
