import { type Axis, type ColumnAxis, columnAxes, type RowAxis, rowAxes } from "../../shared/insight/coverage/axes.ts";
import { type Coverage, cellOf } from "../../shared/insight/coverage/coverage-of.ts";
import { connects, type LabelOf, lineName, whiteSpotsInWords } from "../../shared/insight/coverage/words.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import { coverageMessages } from "../../shared/messages/coverage.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";

/** A cell by its codes. */
export interface Cell {
	readonly row: string;
	readonly column: string;
}

export interface CoverageModel {
	coverage: Coverage;
	language: Language;
	/** Of the heading above the initiatives of a cell. */
	level: number;
	label: LabelOf;
	open: Cell | undefined;
	/** The initiatives as the list draws them, under headings of `level`. */
	list: (ids: readonly string[], level: number) => Template;
	onRows: (axis: RowAxis) => void;
	onColumns: (axis: ColumnAxis) => void;
	onCell: (cell: Cell | undefined) => void;
}

const tints = 4;

/** How dark a cell is, 1 to 4, beside the fullest one. */
const tintOf = (count: number, most: number) => Math.max(1, Math.ceil((tints * count) / Math.max(most, tints)));

const headings = [
	(body: unknown) => html`<h1 id="coverage-open" tabindex="-1">${body}</h1>`,
	(body: unknown) => html`<h2 id="coverage-open" tabindex="-1">${body}</h2>`,
	(body: unknown) => html`<h3 id="coverage-open" tabindex="-1">${body}</h3>`,
	(body: unknown) => html`<h4 id="coverage-open" tabindex="-1">${body}</h4>`,
	(body: unknown) => html`<h5 id="coverage-open" tabindex="-1">${body}</h5>`,
	(body: unknown) => html`<h6 id="coverage-open" tabindex="-1">${body}</h6>`,
] as const;

function choice<T extends Axis>(
	name: string,
	label: string,
	axes: readonly T[],
	chosen: T,
	names: Record<Axis, string>,
	onChoice: (axis: T) => void,
) {
	const onChange = ({ target }: Event) => {
		const value = target instanceof HTMLSelectElement ? target.value : undefined;
		const found = axes.find((axis) => axis === value);
		if (found) onChoice(found);
	};
	return html`<label>
		${label}
		<select name=${name} @change=${onChange}>
			${axes.map((axis) => html`<option value=${axis} .selected=${axis === chosen}>${names[axis]}</option>`)}
		</select>
	</label>`;
}

function table(model: CoverageModel, most: number) {
	const { coverage, language, label, open, onCell } = model;
	const { axes, rows, columns, cells } = coverage;
	const say = coverageMessages[language];
	const name = (axis: Axis, code: string) => lineName(axis, code, language, label);
	const ticks = axes.rows === "national-action";
	const cell = (row: string, column: string, count: number) => {
		const spot = row && column;
		if (count === 0) {
			return html`<td class=${spot ? "spot" : "none"}><span aria-hidden="true">–</span><span class="hidden">0</span></td>`;
		}
		const now = open?.row === row && open.column === column;
		return html`<td class=${`tint-${tintOf(count, most)}`}>
			<button
				type="button"
				class="cell"
				aria-expanded=${now ? "true" : "false"}
				aria-label=${say.cell(name(axes.rows, row), name(axes.columns, column), count)}
				@click=${() => onCell(now ? undefined : { row, column })}
			>
				${count}
			</button>
		</td>`;
	};
	return html`<div class="coverage-scroll" role="region" tabindex="0" aria-labelledby="coverage-caption">
		<table class="coverage-table">
			<caption id="coverage-caption">
				${say.caption(say.axes[axes.rows], say.axes[axes.columns])}
			</caption>
			<thead>
				<tr>
					<th scope="col">${say.axes[axes.rows]}</th>
					${columns.map(({ code }) => html`<th scope="col">${name(axes.columns, code)}</th>`)}
					<th scope="col" class="total">${say.total}</th>
					${ticks ? html`<th scope="col">${say.connects}</th>` : nothing}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					({ code, ids }, down) => html`<tr>
						<th scope="row">${name(axes.rows, code)}</th>
						${columns.map((column, across) => cell(code, column.code, cells[down]?.[across]?.length ?? 0))}
						<td class="total">${ids.length}</td>
						${
							ticks
								? html`<td class="connects">
										${code ? html`<span aria-hidden="true">${ids.length ? "✓ " : "✗ "}</span>${connects(ids, language)}` : nothing}
									</td>`
								: nothing
						}
					</tr>`,
				)}
			</tbody>
			<tfoot>
				<tr>
					<th scope="row">${say.total}</th>
					${columns.map(({ ids }) => html`<td class="total">${ids.length}</td>`)}
					<td class="total">${coverage.total}</td>
					${ticks ? html`<td></td>` : nothing}
				</tr>
			</tfoot>
		</table>
	</div>`;
}

function opened({ open, coverage, language, label, level, list, onCell }: CoverageModel) {
	const ids = open ? cellOf(coverage, open.row, open.column) : [];
	if (!open || ids.length === 0) return nothing;
	const say = coverageMessages[language];
	const { rows, columns } = coverage.axes;
	const words = say.cell(
		lineName(rows, open.row, language, label),
		lineName(columns, open.column, language, label),
		ids.length,
	);
	const heading = headings[Math.min(level, headings.length) - 1] ?? headings[2];
	return html`<div class="coverage-open">
		${heading(words)}
		<button type="button" class="plain" @click=${() => onCell(undefined)}>${say.close}</button>
		${list(ids, Math.min(level + 1, 6))}
	</div>`;
}

/** The coverage matrix: axes to choose, the table, what is in a chosen cell, and the white spots in words. */
export function coverageView(model: CoverageModel): Template {
	const { coverage, language, label } = model;
	const { axes, cells, whiteSpots, rows, columns } = coverage;
	const say = coverageMessages[language];
	const most = Math.max(0, ...cells.flat().map(({ length }) => length));
	const known = (lines: Coverage["rows"]) => lines.filter(({ code }) => code).length;
	return html`<div class="coverage">
		<div class="coverage-axes">
			${choice("rows", say.rows, rowAxes, axes.rows, say.axes, model.onRows)}
			${choice("columns", say.columns, columnAxes, axes.columns, say.axes, model.onColumns)}
		</div>
		${table(model, most)}
		<p class="coverage-hint"><span class="coverage-how">${say.open} </span>${say.legend} ${say.once}</p>
		${opened(model)}
		<details class="coverage-spots">
			<summary>${say.whiteSpots}: ${say.spots(whiteSpots.length, known(rows) * known(columns))}</summary>
			<ul>
				${whiteSpotsInWords(coverage, language, label).map((line) => html`<li>${line}</li>`)}
			</ul>
		</details>
	</div>`;
}
