import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { codesOf, labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import { numberFrom, numberText } from "../text/dates.ts";
import type { Field, FieldOf } from "./fields.ts";
import { type FormView, idOf, problemOf } from "./form-view.ts";
import { commonZones, momentFrom, wallTime, zoneOf } from "./moment.ts";
import { notesOf } from "./notes.ts";
import { sameValue, valueAt } from "./path.ts";
import { sliceFrom, sliceText } from "./slice.ts";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const typedIn = (event: globalThis.Event): string => {
	const { currentTarget: control } = event;
	return control instanceof HTMLInputElement ||
		control instanceof HTMLTextAreaElement ||
		control instanceof HTMLSelectElement
		? control.value
		: "";
};

/** A control with its label above it and its notes below. */
function labelled(view: FormView, field: Field, path: string, control: TemplateResult, wide: boolean): TemplateResult {
	const { name, hint, evidence, problem, invalid } = notesOf(view, field, path);
	return html`<div class="field ${wide ? "wide" : ""}" ?data-problem=${invalid === "true"}>
		<label for=${idOf(path)}>${name}</label>${hint}${control}${problem}${evidence}
	</div>`;
}

export function textControl(view: FormView, field: FieldOf<"text">, path: string): TemplateResult {
	const { invalid, described } = notesOf(view, field, path);
	const control = html`<input
		id=${idOf(path)}
		type=${field.input ?? "text"}
		autocomplete="off"
		spellcheck=${field.input ? "false" : "true"}
		.value=${live(textOf(valueAt(view.draft, path)))}
		?readonly=${view.disabled}
		aria-required=${field.required ? "true" : nothing}
		aria-invalid=${invalid}
		aria-describedby=${described}
		@input=${(event: Event) => view.change(path, typedIn(event) || undefined)}
	/>`;
	return labelled(view, field, path, control, !path.includes("."));
}

export function longControl(view: FormView, field: FieldOf<"long">, path: string): TemplateResult {
	const { invalid, described } = notesOf(view, field, path);
	const control = html`<textarea
		id=${idOf(path)}
		rows=${field.rows}
		.value=${live(textOf(valueAt(view.draft, path)))}
		?readonly=${view.disabled}
		aria-invalid=${invalid}
		aria-describedby=${described}
		@input=${(event: Event) => view.change(path, typedIn(event) || undefined)}
	></textarea>`;
	return labelled(view, field, path, control, true);
}

export function numberControl(view: FormView, field: Field, path: string): TemplateResult {
	const value = valueAt(view.draft, path);
	const typed = view.typed.get(path);
	const formatted = typeof value === "number" ? numberText(value, view.language) : textOf(value);
	const { invalid, described } = notesOf(view, field, path);
	const control = html`<input
		id=${idOf(path)}
		type="text"
		inputmode="decimal"
		autocomplete="off"
		.value=${live(typed !== undefined && numberFrom(typed) === value ? typed : formatted)}
		?readonly=${view.disabled}
		aria-required=${field.required ? "true" : nothing}
		aria-invalid=${invalid}
		aria-describedby=${described}
		@input=${(event: Event) => {
			const text = typedIn(event);
			view.typed.set(path, text);
			view.change(path, numberFrom(text) ?? (text.trim() || undefined));
		}}
	/>`;
	return labelled(view, field, path, control, false);
}

export function sliceControl(view: FormView, field: FieldOf<"slice">, path: string): TemplateResult {
	const value = valueAt(view.draft, path);
	const typed = view.typed.get(path);
	const { invalid, described } = notesOf(view, field, path);
	const control = html`<input
		id=${idOf(path)}
		type="text"
		autocomplete="off"
		.value=${live(typed !== undefined && sameValue(sliceFrom(typed), value) ? typed : sliceText(value, view.language))}
		?readonly=${view.disabled}
		aria-invalid=${invalid}
		aria-describedby=${described}
		@input=${(event: Event) => {
			const text = typedIn(event);
			view.typed.set(path, text);
			view.change(path, sliceFrom(text));
		}}
	/>`;
	return labelled(view, field, path, control, false);
}

export function dateControl(view: FormView, field: Field, path: string): TemplateResult {
	const { invalid, described } = notesOf(view, field, path);
	const control = html`<input
		id=${idOf(path)}
		type="date"
		.value=${live(textOf(valueAt(view.draft, path)))}
		?readonly=${view.disabled}
		aria-invalid=${invalid}
		aria-describedby=${described}
		@input=${(event: Event) => view.change(path, typedIn(event) || undefined)}
	/>`;
	return labelled(view, field, path, control, false);
}

export function momentControl(view: FormView, field: Field, path: string): TemplateResult {
	const zone = zoneOf(view.draft);
	const wall = wallTime(valueAt(view.draft, path), zone);
	const { name, hint, evidence, problem, invalid, described } = notesOf(view, field, path);
	const part = (which: "date" | "time") => html`<div>
		<label for="${idOf(path)}-${which}">${view.messages.form[which]}</label>
		<input
			id="${idOf(path)}-${which}"
			type=${which}
			.value=${live(wall[which])}
			?readonly=${view.disabled}
			aria-required=${field.required ? "true" : nothing}
			aria-invalid=${invalid}
			aria-describedby=${described}
			@input=${(event: Event) => view.change(path, momentFrom({ ...wall, [which]: typedIn(event).slice(0, 10) }, zone))}
		/>
	</div>`;
	return html`<fieldset class="field" ?data-problem=${invalid === "true"}>
		<legend>${name}</legend>
		${hint}
		<div class="pair">${part("date")}${part("time")}</div>
		${zone === "Europe/Amsterdam" ? nothing : html`<p class="hint">${view.messages.form.zone(zone)}</p>`}
		${problem}${evidence}
	</fieldset>`;
}

/** Options of which one is chosen. A value that is not among them is shown, so that saving does not change it unseen. */
function select(view: FormView, field: Field, path: string, options: [string, string][], empty?: string) {
	const value = textOf(valueAt(view.draft, path));
	const { invalid, described } = notesOf(view, field, path);
	const known = !value || options.some(([code]) => code === value);
	const all = known ? options : [...options, [value, view.messages.form.unknownValue(value)] as const];
	const preset = field.type === "choice" ? field.preset : undefined;
	return html`<select
		id=${idOf(path)}
		?disabled=${view.disabled}
		aria-required=${field.required ? "true" : nothing}
		aria-invalid=${invalid}
		aria-describedby=${described}
		@change=${(event: Event) => view.change(path, typedIn(event) || undefined)}
	>
		${empty === undefined ? nothing : html`<option value="" .selected=${!value}>${empty}</option>`}
		${all.map(([code, label]) => html`<option value=${code} .selected=${code === (value || preset)}>${label}</option>`)}
	</select>`;
}

export function choiceControl(view: FormView, field: FieldOf<"choice">, path: string): TemplateResult {
	const options = codesOf(field.vocabulary).map((code): [string, string] => [
		code,
		labelOf(field.vocabulary, code, view.language),
	]);
	const { choose, none } = view.messages.form;
	const empty = field.preset ? undefined : field.required ? choose : none;
	return labelled(view, field, path, select(view, field, path, options, empty), false);
}

/** Yes, no, or left open: a value that is no string, so with a list of its own. */
export function flagControl(view: FormView, field: FieldOf<"flag">, path: string): TemplateResult {
	const value = valueAt(view.draft, path);
	const { invalid, described } = notesOf(view, field, path);
	const option = (chosen: boolean | undefined, label: string) =>
		html`<option value=${String(chosen ?? "")} .selected=${value === chosen}>${label}</option>`;
	const control = html`<select
		id=${idOf(path)}
		?disabled=${view.disabled}
		aria-invalid=${invalid}
		aria-describedby=${described}
		@change=${(event: Event) => view.change(path, { true: true, false: false }[typedIn(event)])}
	>
		${option(undefined, field.open[view.language])}${option(true, field.yes[view.language])}${option(false, field.no[view.language])}
	</select>`;
	return labelled(view, field, path, control, false);
}

export function zoneControl(view: FormView, field: Field, path: string): TemplateResult {
	const own = textOf(valueAt(view.draft, path));
	const zones = [...new Set([...commonZones, ...(own ? [own] : [])])];
	const control = select(
		view,
		field,
		path,
		zones.map((zone): [string, string] => [zone, zone.replaceAll("_", " ")]),
	);
	return labelled(view, field, path, control, false);
}

export function choicesControl(view: FormView, field: FieldOf<"choices">, path: string): TemplateResult {
	const value = valueAt(view.draft, path);
	const chosen = Array.isArray(value) ? value.filter((code): code is string => typeof code === "string") : [];
	const known: string[] = codesOf(field.vocabulary);
	const strange = chosen.filter((code) => !known.includes(code));
	const toggle = (code: string, on: boolean) =>
		// In the vocabulary's order, so that ticking the same boxes gives the same record.
		view.change(
			path,
			[...known, ...strange].filter((other) => (other === code ? on : chosen.includes(other))),
		);
	const { name, hint, evidence, problem, invalid, described } = notesOf(view, field, path);
	const labelFor = (code: string) =>
		strange.includes(code) ? view.messages.form.unknownValue(code) : labelOf(field.vocabulary, code, view.language);
	const boxes = html`<div class="checks">
		${[...known, ...strange].map(
			(code) => html`<label class="check">
				<input
					type="checkbox"
					.checked=${live(chosen.includes(code))}
					?disabled=${view.disabled}
					@change=${(event: Event) => {
						if (event.currentTarget instanceof HTMLInputElement) toggle(code, event.currentTarget.checked);
					}}
				/>
				<span>${labelFor(code)}</span>
			</label>`,
		)}
	</div>`;
	if (!field.folded) {
		return html`<fieldset class="field wide" ?data-problem=${invalid === "true"} aria-describedby=${described}>
			<legend>${name}</legend>
			${hint}${boxes}${problem}${evidence}
		</fieldset>`;
	}
	const gist = chosen.length > 0 && chosen.length <= 4 ? chosen.map(labelFor).join(", ") : undefined;
	return html`<details class="field wide fold" ?data-problem=${invalid === "true"} ?open=${problemOf(view, field, path) !== undefined}>
		<summary>
			<span class="name">${name}</span>
			<span class="gist">${gist ?? view.messages.form.chosen(chosen.length)}</span>
		</summary>
		<fieldset aria-describedby=${described}>
			<legend class="visually-hidden">${name}</legend>
			${hint}${boxes}${problem}
		</fieldset>
		${evidence}
	</details>`;
}

export function publicityControl(view: FormView, field: Field, path: string): TemplateResult {
	const on = valueAt(view.draft, path) === true;
	const { public: label, publicOn, publicOff } = view.messages.form;
	const { problem } = notesOf(view, field, path);
	return html`<div class="field wide publicity ${on ? "on" : ""}">
		<label class="check">
			<input
				id=${idOf(path)}
				type="checkbox"
				role="switch"
				.checked=${live(on)}
				?disabled=${view.disabled}
				aria-describedby="${idOf(path)}-meaning"
				@change=${(event: Event) => {
					if (!(event.currentTarget instanceof HTMLInputElement)) return;
					const { checked } = event.currentTarget;
					view.change(path, checked);
					view.announce(checked ? publicOn : publicOff);
				}}
			/>
			<span>${label}</span>
		</label>
		<p id="${idOf(path)}-meaning" class=${on ? "message warn" : "hint"}>${on ? publicOn : publicOff}</p>
		${problem}
	</div>`;
}
