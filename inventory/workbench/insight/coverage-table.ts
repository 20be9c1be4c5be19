import { html, nothing, type TemplateResult } from "lit";
import { compareCoverage } from "../../../shared/insight/coverage/compare.ts";
import { connects, lineName } from "../../../shared/insight/coverage/words.ts";
import { coverageMessages } from "../../../shared/messages/coverage.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { CoverageAnswer } from "./coverage-client.ts";

/** A cell by its codes. */
export interface Cell {
	readonly row: string;
	readonly column: string;
}

interface Options {
	regions: CoverageAnswer["regions"];
	language: Language;
	open: Cell | undefined;
	onCell: (cell: Cell | undefined) => void;
}

const tints = 4;
const tintOf = (count: number, most: number) => Math.max(1, Math.ceil((tints * count) / Math.max(most, tints)));

/** The matrix of one region, or of two with their numbers side by side. */
export function coverageTable({ regions, language, open, onCell }: Options): TemplateResult | typeof nothing {
	const [first, second] = regions;
	if (!first) return nothing;
	const say = coverageMessages[language];
	const { axes } = first.coverage;
	const { rows, columns, cells } = compareCoverage(first.coverage, (second ?? first).coverage);
	const name = (side: "rows" | "columns", code: string) => lineName(axes[side], code, language);
	const most = Math.max(0, ...cells.flat().map((cell) => Math.max(cell.first.length, second ? cell.second.length : 0)));
	const idsOf = (region: typeof first, side: "rows" | "columns", code: string) =>
		region.coverage[side].find((line) => line.code === code)?.ids ?? [];
	const totals = (side: "rows" | "columns", code: string) =>
		regions.map((region) => idsOf(region, side, code).length).join(" · ");
	const ticks = axes.rows === "national-action";

	const cell = (row: string, column: string, down: number, across: number) => {
		const found = cells[down]?.[across];
		const counts = [found?.first.length ?? 0, ...(second ? [found?.second.length ?? 0] : [])];
		const sum = counts.reduce((all, count) => all + count, 0);
		if (sum === 0) {
			return html`<td class=${row && column ? "spot" : "none"}>
				<span aria-hidden="true">–</span><span class="visually-hidden">0</span>
			</td>`;
		}
		const now = open?.row === row && open.column === column;
		const label = regions
			.map((region, index) => {
				const words = say.cell(name("rows", row), name("columns", column), counts[index] ?? 0);
				return second ? `${region.name}: ${words}` : words;
			})
			.join("; ");
		const difference = second && found && found.difference !== "same" ? ` ${found.difference}` : "";
		return html`<td class="tint-${tintOf(Math.max(...counts), most)}${difference}">
			<button
				type="button"
				class="cell"
				aria-expanded=${now ? "true" : "false"}
				aria-label=${second ? `${counts.join(" · ")}, ${label}` : label}
				@click=${() => onCell(now ? undefined : { row, column })}
			>
				${counts.join(" · ")}
			</button>
		</td>`;
	};

	return html`<div class="wide-table" role="region" tabindex="0" aria-labelledby="coverage-caption">
		<table class="coverage-table">
			<caption id="coverage-caption">
				${regions.map((region) => region.name).join(" · ")}: ${say.caption(say.axes[axes.rows], say.axes[axes.columns])}
			</caption>
			<thead>
				<tr>
					<th scope="col">${say.axes[axes.rows]}</th>
					${columns.map((code) => html`<th scope="col">${name("columns", code)}</th>`)}
					<th scope="col" class="number">${say.total}</th>
					${ticks ? html`<th scope="col">${say.connects}</th>` : nothing}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					(row, down) => html`<tr>
						<th scope="row">${name("rows", row)}</th>
						${columns.map((column, across) => cell(row, column, down, across))}
						<td class="number total">${totals("rows", row)}</td>
						${
							ticks
								? html`<td>
										${row ? regions.map((region) => html`<span class="connects">${tick(idsOf(region, "rows", row), language)}</span> `) : nothing}
									</td>`
								: nothing
						}
					</tr>`,
				)}
			</tbody>
			<tfoot>
				<tr>
					<th scope="row">${say.total}</th>
					${columns.map((code) => html`<td class="number total">${totals("columns", code)}</td>`)}
					<td class="number total">${regions.map(({ coverage }) => coverage.total).join(" · ")}</td>
					${ticks ? html`<td></td>` : nothing}
				</tr>
			</tfoot>
		</table>
	</div>`;
}

const tick = (ids: readonly string[], language: Language) =>
	html`<span aria-hidden="true">${ids.length > 0 ? "✓" : "✗"}</span> ${connects(ids, language)}`;
