import { html, nothing, type TemplateResult } from "lit";
import { importsMessages } from "../../../shared/messages/workbench/imports.ts";
import { kinds } from "../../../shared/model/kinds.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { columnFields } from "./column-fields.ts";
import type { SourceDraft, Trial } from "./imports-client.ts";

/** The columns of a table with its first rows, each with the field that it goes to. */
export function columnTable(
	{ table }: Trial,
	draft: SourceDraft,
	{ language, busy, again }: { language: Language; busy: boolean; again(): void },
): TemplateResult | typeof nothing {
	const say = importsMessages[language];
	const kind = kinds.find((one) => one === draft.kind);
	if (!table || !kind) return nothing;
	const chosen = (column: string, field: string) => draft.mapping.columns?.[column] === field;
	return html`<h3>${say.columns}</h3>
		<p class="hint">${say.columnsHint}</p>
		<div class="import-table" tabindex="0" role="region" aria-label=${say.columns}>
			<table>
				<thead>
					<tr>
						${table.columns.map((column) => html`<th scope="col">${column}</th>`)}
					</tr>
					<tr>
						${table.columns.map(
							(column) =>
								html`<td>
									<select data-column=${column} aria-label=${say.field(column)}>
										<option value="">${say.ignore}</option>
										${columnFields[kind].map(
											(field) =>
												html`<option value=${field} ?selected=${chosen(column, field)}>${say.fields[field] ?? field}</option>`,
										)}
									</select>
								</td>`,
						)}
					</tr>
				</thead>
				<tbody>
					${table.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
				</tbody>
			</table>
		</div>
		<button type="button" ?disabled=${busy} @click=${again}>${say.again}</button>`;
}
