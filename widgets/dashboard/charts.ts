import { dimensionsOf, isFlow, isShare, sliceKey } from "../../shared/insight/indicators/measured.ts";
import { periodOf } from "../../shared/insight/indicators/period.ts";
import { breaksOf, flowPeriods, flowsOf, type Series, seriesOf } from "../../shared/insight/indicators/series.ts";
import { type Target, targetOf } from "../../shared/insight/indicators/target.ts";
import { amountText, numberText, sliceLabel, valueLabel } from "../../shared/insight/indicators/words.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import type { DashboardMessages } from "../../shared/messages/dashboard.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { type Bar, barList } from "./bar-list.ts";
import { flowChart } from "./flow-chart.ts";
import { flowLayout } from "./flow-layout.ts";
import type { IndicatorCard } from "./read-indicator.ts";
import { hasGaps, rangeOf, timeChart } from "./time-chart.ts";
import { breakText, targetText } from "./words.ts";

export interface Scene {
	item: IndicatorCard;
	language: Language;
	say: DashboardMessages;
	/** The room that the dashboard has, and the size of its letters, in pixels. */
	width: number;
	size: number;
}

/** A chart with what there is to know about it. */
export interface Figure {
	/** Undefined where there is nothing to draw. */
	view?: Template;
	notes: readonly string[];
	/** Whether it takes the whole width. */
	wide?: boolean;
}

/** More parts than this are a table. */
const panelsAtMost = 24;
/** More bars than this are a line. */
const barsAtMost = 12;

/** The space between panels and between words and chart, as the styles have it, in the size of letters. */
const between = { panels: 1.5, halves: 2 };
const halvesFrom = 46;

/** The width that the chart beside the words has. */
export const chartWidth = ({ width, size }: Scene) =>
	width >= halvesFrom * size ? ((width - between.halves * size) * 3) / 5 : width;

function panelWidth({ width, size }: Scene): number {
	const gap = between.panels * size;
	const columns = Math.max(1, Math.floor((width + gap) / (13 * size + gap)));
	return (width - gap * (columns - 1)) / columns;
}

/** What is not a flow and can be split by: dimensions as the visitor may choose them. */
export const splitsOf = (item: IndicatorCard) =>
	dimensionsOf(item).filter(({ key }) => !isFlow(item) || (key !== "from" && key !== "to"));

/** Of lines in several units those in the newest: there is one axis. */
function inOneUnit(series: readonly Series[]): Series[] {
	const newest = [...series].sort((a, b) => b.version - a.version)[0];
	return series.filter(({ unit }) => unit === newest?.unit);
}

const pointsOf = (series: readonly Series[]) => series.flatMap(({ points }) => points).sort((a, b) => a.at - b.at);

/** The target as a chart shows it: of the present definition only. */
function goalOf({ item, say, language }: Scene, series: readonly Series[], target: Target | undefined) {
	if (!target || series.every(({ version }) => version !== item.version)) return undefined;
	const at = target.period === undefined ? undefined : periodOf(target.period)?.at;
	const write = writer({ item, language });
	return {
		value: target.value,
		text: say.targetShort(write(target.value)),
		words: targetText(target, say, language),
		at,
		period: target.period,
	};
}

function notesOf({ item, say }: Scene, series: readonly Series[], look: "line" | "bars"): string[] {
	return [
		...breaksOf(item).map((one) => breakText(one, say)),
		...(look === "line" && hasGaps(series) ? [say.gaps] : []),
	];
}

/** Where a chart has a mark: also at its begin, when what came before was in another unit and is in the table only. */
const breaksIn = (item: IndicatorCard, series: readonly Series[]) => {
	const versions = new Set(series.map(({ version }) => version));
	const measured = new Set(item.observations.map(({ version }) => version));
	return breaksOf(item).flatMap(({ at, from, to }) =>
		versions.has(to.version) && measured.has(from.version) ? [at] : [],
	);
};

/** What a chart over time says to who does not see it. */
function chartWords(scene: Scene, name: string, series: readonly Series[], look: "line" | "bars", goal?: string) {
	const { say, language } = scene;
	const points = pointsOf(series);
	const unit = series[0]?.unit ?? "";
	const write = (value: number) => amountText(value, unit, language);
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last) return name;
	const values = points.map(({ value }) => value);
	const words =
		look === "bars"
			? say.chart.bars(name, points.map(({ period, value }) => `${period} ${write(value)}`).join(", "))
			: say.chart.line(
					name,
					`${write(first.value)} (${first.period})`,
					`${write(last.value)} (${last.period})`,
					write(Math.min(...values)),
					write(Math.max(...values)),
				);
	return goal ? words + say.chart.target(goal) : words;
}

/** A value as it stands in a chart, where the unit is known: only per cent say so. */
const writer = ({ item, language }: Pick<Scene, "item" | "language">) => {
	const share = isShare(item);
	return (value: number) => (share ? `${numberText(value, language)}%` : numberText(value, language));
};

/** The totals over time; one of them as a bar beside its target. */
export function wholeFigure(scene: Scene): Figure | undefined {
	const { item, language, say, size } = scene;
	const series = inOneUnit(seriesOf(item));
	const points = pointsOf(series);
	const [only] = points;
	if (!only) return undefined;
	const goal = goalOf(scene, series, targetOf(item));
	// A bar alone tells nothing that the number does not.
	if (points.length === 1 && !goal) return { notes: notesOf(scene, series, "bars") };
	if (points.length === 1) {
		const bars: Bar[] = [
			{ name: only.period, value: only.value, text: amountText(only.value, series[0]?.unit ?? "", language) },
		];
		if (goal) {
			const name = goal.period ? `${say.target} ${goal.period}` : say.target;
			bars.push({ name, value: goal.value, text: amountText(goal.value, item.unit, language), goal: true });
		}
		return { view: barList(bars), notes: notesOf(scene, series, "bars") };
	}
	const look = isShare(item) || points.length > barsAtMost ? "line" : "bars";
	const width = chartWidth(scene);
	const view = timeChart({
		series,
		look,
		breaks: breaksIn(item, series),
		brokenText: say.changedShort,
		target: goal,
		write: writer(scene),
		language,
		words: chartWords(scene, item.title, series, look, goal?.words),
		width,
		height: Math.round(Math.min(Math.max(width * 0.45, size * 11), size * 16)),
		size,
	});
	return { view, notes: notesOf(scene, series, look) };
}

interface Panel {
	name: string;
	series: Series[];
	target: Target | undefined;
}

/** The parts of a dimension: those with an order of their own in it, others from large to small. */
function panelsOf({ item, language }: Scene, dimension: string): Panel[] {
	const panels = new Map<string, Panel>();
	for (const one of inOneUnit(seriesOf(item, { dimension }))) {
		const key = sliceKey(one.slice);
		const panel = panels.get(key) ?? {
			name: sliceLabel(one.slice, language) || valueLabel(dimension, one.label, language),
			series: [],
			target: targetOf(item, one.slice),
		};
		panel.series.push(one);
		panels.set(key, panel);
	}
	const latest = ({ series }: Panel) => pointsOf(series).at(-1)?.value ?? 0;
	const all = [...panels.values()];
	return dimension === "stage" ? all : all.sort((a, b) => latest(b) - latest(a));
}

/** The parts of a dimension beside each other, all by the same measure. */
export function splitFigure(scene: Scene, dimension: string): Figure | undefined {
	const { item, language, say, size } = scene;
	const all = panelsOf(scene, dimension);
	if (!all.length) return undefined;
	const panels = all.slice(0, panelsAtMost);
	const series = panels.flatMap((panel) => panel.series);
	const notes = notesOf(scene, series, "bars");
	if (panels.length < all.length) {
		notes.push(say.largest(numberText(panels.length, language), numberText(all.length, language)));
	}
	const newest = pointsOf(series).at(-1)?.period;
	const lastOf = (panel: Panel) => pointsOf(panel.series).at(-1);
	if (panels.every((panel) => pointsOf(panel.series).length === 1)) {
		const bars = panels.map((panel): Bar => {
			const last = lastOf(panel);
			const unit = panel.series[0]?.unit ?? "";
			return {
				name: panel.name,
				value: last?.value,
				text: last ? amountText(last.value, unit, language) : say.none,
				note: last?.period === newest ? undefined : last?.period,
			};
		});
		return {
			view: html`<figure class="split"><figcaption>${newest}</figcaption>${barList(bars)}</figure>`,
			notes,
			wide: true,
		};
	}
	const look = isShare(item) || panels.some((panel) => pointsOf(panel.series).length > barsAtMost) ? "line" : "bars";
	const range = rangeOf(series, undefined);
	for (const { target } of panels) if (target) range[1] = Math.max(range[1], target.value);
	const width = panelWidth(scene);
	const view = html`<div class="panels">
		${panels.map((panel) => {
			const last = lastOf(panel);
			const goal = goalOf(scene, panel.series, panel.target);
			return html`<figure>
				<figcaption>
					<span class="name">${panel.name}</span>
					${last ? html`<span class="amount">${writer(scene)(last.value)}${last.period === newest ? nothing : html` <small>(${last.period})</small>`}</span>` : nothing}
				</figcaption>
				${timeChart({
					series: panel.series,
					look,
					breaks: breaksIn(item, panel.series),
					brokenText: "",
					target: goal && {
						...goal,
						text: writer(scene)(goal.value),
						at: undefined,
					},
					write: writer(scene),
					language,
					words: chartWords(scene, `${item.title}, ${panel.name}`, panel.series, look, goal?.words),
					width,
					height: size * 8.5,
					size,
					range,
					spare: true,
				})}
			</figure>`;
		})}
	</div>`;
	return { view, notes: look === "line" && hasGaps(series) ? [...notes, say.gaps] : notes, wide: true };
}

/** What goes from level to level in `period`; as bars where there is no room for a drawing. */
export function flowFigure(scene: Scene, period: string | undefined): Figure | undefined {
	const { item, language, say, width, size } = scene;
	const when = period ?? flowPeriods(item).at(-1);
	const flows = flowsOf(item, when);
	const layout = flowLayout(flows);
	const name = (level: string) => valueLabel(level === "out" ? "to" : "from", level, language);
	const write = (value: number) => numberText(value, language);
	if (!flows.length) return undefined;
	if (width < 34 * size || !layout.bands.length) {
		const bars = flows.map(({ from, to, value }) => ({
			name: `${name(from)} → ${name(to)}`,
			value,
			text: write(value),
		}));
		return { view: barList(bars), notes: notesOf(scene, [], "bars"), wide: true };
	}
	const links = flows.map(({ from, to, value }) => say.chart.flowLink(name(from), name(to), write(value)));
	const words = say.chart.flow(item.title, when ?? "", links.join(", "));
	return {
		view: flowChart({ layout, name, write, words, width, size }),
		notes: notesOf(scene, [], "bars"),
		wide: true,
	};
}
