import { isFlow, isShare } from "../../shared/insight/indicators/measured.ts";
import { flowPeriods, latestOf, seriesOf } from "../../shared/insight/indicators/series.ts";
import { tableOf } from "../../shared/insight/indicators/table.ts";
import { dimensionLabel, numberText } from "../../shared/insight/indicators/words.ts";
import { heading } from "../../shared/list/pieces.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import { type Figure, flowFigure, type Scene, splitFigure, splitsOf, wholeFigure } from "./charts.ts";
import { distanceText, trendText } from "./words.ts";

/** What the visitor chose of one indicator. */
export interface Choice {
	/** The dimension to split by; empty for the whole. */
	split?: string;
	/** Of a flow. */
	period?: string;
	/** Whether its table is open. */
	table?: boolean;
}

export interface ItemModel extends Scene {
	/** Tells it from the others on the page. */
	key: string;
	level: number;
	/** The dimension to split by as long as the visitor chose none. */
	breakdown: string | undefined;
	choice: Choice;
	onChoose: (choice: Choice) => void;
	/** Something of it was opened. */
	onOpen: () => void;
	onDownload: () => void;
}

/** Rows beyond this wait until somebody opens the table. */
const rowsAtOnce = 60;

const chosenIn = ({ target }: Event) => (target instanceof HTMLSelectElement ? target.value : "");

function select(
	label: string,
	chosen: string,
	options: readonly (readonly [value: string, label: string])[],
	onChange: (value: string) => void,
) {
	return html`<label class="choice">
		${label}
		<select @change=${(event: Event) => onChange(chosenIn(event))}>
			${options.map(([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`)}
		</select>
	</label>`;
}

/** Which dimension is shown: what the visitor chose, else what the page asks for, else the first where there is no total. */
function splitOf({ item, choice, breakdown }: ItemModel): string | undefined {
	const keys = splitsOf(item).map(({ key }) => key);
	const wanted = choice.split ?? breakdown;
	if (wanted === "" || (wanted && keys.includes(wanted))) return wanted || undefined;
	return isFlow(item) || latestOf(item) ? undefined : keys[0];
}

function valueLine({ item, language, say }: ItemModel) {
	const latest = latestOf(item);
	if (!latest) {
		const words = item.observations.length ? say.noTotal : say.noValue;
		return isFlow(item) ? nothing : html`<p class="value none" part="value">${words}</p>`;
	}
	const share = isShare({ ...item, unit: latest.unit });
	return html`<p class="value" part="value">
		<strong>${numberText(latest.value, language)}${share ? "%" : nothing}</strong>
		${share ? nothing : html`<span class="unit" lang="nl">${latest.unit}</span>`}
		<span class="period">${latest.period}${latest.note ? html` · <span lang="nl">${latest.note}</span>` : nothing}</span>
	</p>`;
}

function table(model: ItemModel): Template {
	const { item, language, say, choice, key, onChoose, onOpen, onDownload } = model;
	const drawn = choice.table || item.observations.length <= rowsAtOnce;
	const { columns, rows } = drawn ? tableOf(item, language) : { columns: [], rows: [] };
	return html`<details
		class="figures"
		@toggle=${({ target }: Event) => {
			const table = target instanceof HTMLDetailsElement && target.open;
			if (table === !!choice.table) return;
			onChoose({ ...choice, table });
			if (table) onOpen();
		}}
	>
		<summary>${say.table}</summary>
		<div class="scroll" role="region" tabindex="0" aria-labelledby="title-${key}">
			<table part="table">
				<thead>
					<tr>${columns.map((column) => html`<th scope="col" class=${column.numeric ? "number" : nothing}>${column.label}</th>`)}</tr>
				</thead>
				<tbody>
					${rows.map(
						(row) =>
							html`<tr>${row.map((text, n) =>
								n === 0
									? html`<th scope="row">${text}</th>`
									: html`<td class=${columns[n]?.numeric ? "number" : nothing}>${text}</td>`,
							)}</tr>`,
					)}
				</tbody>
			</table>
		</div>
		<p><button type="button" class="plain" @click=${onDownload}>${say.download}<span class="hidden">: ${item.title}</span></button></p>
	</details>`;
}

function about({ item, say, onOpen }: ItemModel): Template {
	const entry = (name: string, text: string | undefined, more: Template | typeof nothing = nothing) =>
		text ? html`<dt>${name}</dt><dd lang="nl">${text}${more}</dd>` : nothing;
	const origin = (source: (typeof item)["source"]) => {
		const words = source.name || source.url;
		if (!words) return nothing;
		const name = source.url ? html`<a href=${source.url}>${words}</a>` : words;
		return html`<dt>${say.source}</dt><dd lang="nl">${name}${source.date ? `, ${source.date}` : nothing}</dd>`;
	};
	return html`<details class="about" @toggle=${({ target }: Event) => target instanceof HTMLDetailsElement && target.open && onOpen()}>
		<summary>${say.about}</summary>
		<dl>
			${entry(say.definition, item.definition || say.noDefinition)}
			${entry(say.unit, item.unit)}
			${origin(item.source)}
			${[...item.earlier]
				.sort((a, b) => b.version - a.version)
				.map(
					(
						one,
					) => html`${entry(one.until ? say.earlier(one.until) : `${say.definition} ${one.version}`, one.definition || say.noDefinition)}
						${entry(say.unit, one.unit)}${origin(one.source)}${entry(say.note, one.note)}`,
				)}
		</dl>
	</details>`;
}

/** One indicator: in words, as a chart, as a table, and where it comes from. */
export function itemView(model: ItemModel): Template {
	const { item, language, say, level, key, choice, onChoose } = model;
	const flow = isFlow(item);
	const split = splitOf(model);
	const whole = flow ? undefined : wholeFigure(model);
	const part: Figure | undefined = split
		? splitFigure(model, split)
		: flow
			? flowFigure(model, choice.period)
			: undefined;
	// Split, the parts take the place of the whole.
	const [beside, below] = part ? [undefined, part] : [whole, undefined];
	const splits = splitsOf(item);
	const periods = flow && !split ? flowPeriods(item) : [];
	const options = splits.map(({ key: dimension }) => [dimension, dimensionLabel(dimension, language)] as const);
	const hasWhole = flow || !!whole;
	const drawing = beside?.view ?? below?.view;
	const controls = [
		splits.length && (hasWhole || splits.length > 1)
			? select(say.split, split ?? "", hasWhole ? [["", say.whole], ...options] : options, (value) =>
					onChoose({ ...choice, split: value }),
				)
			: nothing,
		periods.length > 1
			? select(
					say.period,
					choice.period ?? periods.at(-1) ?? "",
					[...periods].reverse().map((one) => [one, one]),
					(value) => onChoose({ ...choice, period: value }),
				)
			: nothing,
	].filter((one) => one !== nothing);
	const trend = trendText(
		item,
		seriesOf(item).findLast(({ version }) => version === latestOf(item)?.version),
		say,
		language,
	);
	const distance = distanceText(item, say, language);
	const notes = (part ?? whole)?.notes ?? [];
	const title = html`<span lang="nl" id="title-${key}">${item.title}</span>${item.sample ? html` <small class="tag sample">${say.sample}</small>` : nothing}`;
	return html`<article part="item" class=${drawing || controls.length ? nothing : "small"} tabindex="-1" aria-labelledby="title-${key}">
		<div class="halves">
			<div class="words">
				${heading(level, title, "title")}
				${item.summary ? html`<p class="what" lang="nl">${item.summary}</p>` : nothing}
				${valueLine(model)}
				${distance ? html`<p class="distance" part="target">${distance}</p>` : nothing}
				${trend && drawing ? html`<p class="trend">${trend}</p>` : nothing}
				${controls.length ? html`<div class="controls">${controls}</div>` : nothing}
			</div>
			${beside?.view ? html`<div class="figure" part="chart">${beside.view}</div>` : nothing}
		</div>
		${below?.view ? html`<div class="figure wide" part="chart">${below.view}</div>` : nothing}
		${notes.length ? html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}
		<p class="from">${item.source.name ? html`${say.source}: <span lang="nl">${item.source.name}</span>` : nothing}</p>
		<div class="more">${table(model)}${about(model)}</div>
	</article>`;
}
