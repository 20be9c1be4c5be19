import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { dimensionLabel, valueLabel } from "../../../shared/insight/indicators/words.ts";
import { indicatorMessages } from "../../../shared/messages/workbench/insight-indicators.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { idOf } from "./form-view.ts";
import { cellOf, type Row, versionOfRow } from "./observation-rows.ts";
import { typed } from "./typed.ts";

export interface RowModel {
	row: Row;
	index: number;
	dimensions: readonly string[];
	versions: readonly number[];
	language: Language;
	disabled: boolean;
	problems: ReadonlyMap<string, string>;
	/** The value as it is to be read or as it is being typed. */
	value: string;
	/** Whether this cell is the one that is being typed in. */
	isTyped(column: string): boolean;
	onCell(column: "period" | "note" | "version", value: string | number): void;
	onValue(text: string): void;
	onSlice(dimension: string, text: string): void;
	/** Somebody is done typing in a dimension. */
	onSettled(dimension: string): void;
	onPaste(event: ClipboardEvent): void;
	onRemove(): void;
}

interface CellNotes {
	readonly id: string;
	readonly name: string;
	readonly invalid: "true" | typeof nothing;
	readonly described: string | typeof nothing;
}

interface FieldModel {
	value: string;
	onText(text: string): void;
	decimal?: boolean;
	onPaste?(event: ClipboardEvent): void;
	onDone?(): void;
}

/** One observation as a row of fields, each with its own name and problem. */
export function observationRow(model: RowModel): TemplateResult {
	const { row, index, language, disabled, versions } = model;
	const say = indicatorMessages[language].editor;
	const text = (key: string) => (typeof row[key] === "string" ? String(row[key]) : "");

	const cell = (key: string, name: string, control: (about: CellNotes) => TemplateResult) => {
		const path = `observations.${index}.${key}`;
		const problem = model.problems.get(path);
		const id = idOf(path);
		const about: CellNotes = {
			id,
			name: say.cell(name, index + 1),
			invalid: problem ? "true" : nothing,
			described: problem ? `${id}-problem` : nothing,
		};
		return html`<td ?data-problem=${problem !== undefined}>
			${control(about)}${problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing}
		</td>`;
	};
	const field = (about: CellNotes, { value, onText, decimal, onPaste, onDone }: FieldModel) =>
		html`<input
			id=${about.id}
			type="text"
			inputmode=${decimal ? "decimal" : nothing}
			autocomplete="off"
			aria-label=${about.name}
			aria-invalid=${about.invalid}
			aria-describedby=${about.described}
			.value=${live(value)}
			?readonly=${disabled}
			@input=${(event: Event) => onText(typed(event))}
			@change=${onDone ?? nothing}
			@paste=${onPaste && !disabled ? onPaste : nothing}
		/>`;
	const version = (about: CellNotes) =>
		html`<select
			id=${about.id}
			aria-label=${about.name}
			aria-invalid=${about.invalid}
			aria-describedby=${about.described}
			?disabled=${disabled}
			@change=${({ currentTarget: control }: Event) => {
				if (control instanceof HTMLSelectElement) model.onCell("version", Number(control.value));
			}}
		>
			${[...new Set([...versions, versionOfRow(row)])].map(
				(one) => html`<option value=${one} .selected=${one === versionOfRow(row)}>${one}</option>`,
			)}
		</select>`;

	return html`<tr>
		${cell("period", say.period, (about) =>
			field(about, {
				value: text("period"),
				onText: (said) => model.onCell("period", said),
				onPaste: (event) => model.onPaste(event),
			}),
		)}
		${cell("value", say.value, (about) =>
			field(about, { value: model.value, onText: (said) => model.onValue(said), decimal: true }),
		)}
		${model.dimensions.map((key) =>
			cell(`breakdown.${key}`, dimensionLabel(key, language), (about) =>
				field(about, {
					// What is being typed stays as it is typed; a code shows as people read it.
					value: model.isTyped(key) ? cellOf(row, key) : valueLabel(key, cellOf(row, key), language),
					onText: (said) => model.onSlice(key, said),
					onDone: () => model.onSettled(key),
				}),
			),
		)}
		${cell("note", say.note, (about) =>
			field(about, { value: text("note"), onText: (said) => model.onCell("note", said) }),
		)}
		${versions.length > 1 ? cell("version", say.version, version) : nothing}
		${
			disabled
				? nothing
				: html`<td>
						<button type="button" class="icon" aria-label=${say.remove(index + 1)} @click=${() => model.onRemove()}>✕</button>
					</td>`
		}
	</tr>`;
}
