import type { CardContext } from "../../shared/list/look.ts";
import { html, nothing, type Template } from "../../shared/list/template.ts";
import { type TableColumn, type TableMessages, tableColumns } from "../../shared/messages/table.ts";
import { itemLink } from "../parts/item-link.ts";
import { grouped, type Order, type Row, type Sortable, sortable } from "./rows.ts";

export interface TableModel {
	say: TableMessages;
	context: CardContext;
	/** In their order. */
	rows: readonly Row[];
	order: Order;
	/** Address of the same rows as CSV. */
	csv: string | undefined;
	onSort: (by: Sortable) => void;
}

const isSortable = (column: TableColumn): column is Sortable => sortable.some((one) => one === column);

/** The roles are those that the elements have: a narrow table is laid out as cards, and then browsers forget them. */
function head({ say, order, onSort }: TableModel) {
	return html`<thead role="rowgroup">
		<tr role="row" data-label=${say.sort}>
			${tableColumns.map((column) => {
				const name = say.columns[column];
				if (!isSortable(column)) return html`<th scope="col" role="columnheader" class="fixed">${name}</th>`;
				const now = order.by === column && (order.descending ? "descending" : "ascending");
				return html`<th scope="col" role="columnheader" aria-sort=${now || nothing}>
					<button type="button" class="plain" @click=${() => onSort(column)}>
						${name} <span class="arrow" aria-hidden="true">${now === "descending" ? "▼" : now ? "▲" : "↕"}</span>
					</button>
				</th>`;
			})}
		</tr>
	</thead>`;
}

function line(row: Row, { say, context }: TableModel) {
	const cell = (column: Exclude<TableColumn, "initiative">) =>
		html`<td role="cell" class=${row[column] ? column : "none"} data-label=${say.columns[column]}>
			${row[column] ? html`<span lang=${column === "actionLine" ? context.language : "nl"}>${row[column]}</span>` : nothing}
		</td>`;
	return html`<tr role="row" part="item" tabindex="-1">
		${cell("actionLine")}
		<th scope="row" role="rowheader" part="title">${itemLink(row.item, context)}</th>
		${cell("goal")}${cell("activity")}${cell("planning")}${cell("partners")}${cell("result")}${cell("means")}
	</tr>`;
}

/** The action list as a table. */
export function tableView(model: TableModel): Template {
	const { say, order, rows, csv } = model;
	const groups = order.by === "actionLine" ? grouped(rows) : [{ name: "", rows }];
	return html`<div class="table-scroll" role="region" tabindex="0" aria-labelledby="table-caption">
			<table role="table" aria-labelledby="table-caption">
				<caption id="table-caption">${say.caption(say.columns[order.by].toLowerCase())}</caption>
				${head(model)}
				${groups.map(
					(group) => html`<tbody role="rowgroup">
						${
							group.name
								? html`<tr role="row" class="group">
									<th scope="rowgroup" role="rowheader" colspan=${tableColumns.length}>${group.name}</th>
								</tr>`
								: nothing
						}
						${group.rows.map((row) => line(row, model))}
					</tbody>`,
				)}
			</table>
		</div>
		${csv ? html`<p class="foot"><a href=${csv}>${say.download}</a></p>` : nothing}`;
}
