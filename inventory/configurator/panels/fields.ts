import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

/** What is in the control that an event is about. */
export const typedIn = (event: Event): string => {
	const { currentTarget: control } = event;
	return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.value : "";
};
export const isOn = (event: Event): boolean =>
	event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked;

interface Labelled {
	id: string;
	label: string;
	hint?: string | undefined;
	problem?: string | undefined;
}

/** A control with its label above it, and its hint and what is wrong below. */
export function field({ id, label, hint, problem }: Labelled, control: TemplateResult): TemplateResult {
	return html`<div class="field">
		<label for=${id}>${label}</label>
		${control}
		${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
		<p class="problem" id="${id}-problem">${problem ?? nothing}</p>
	</div>`;
}

export const describedBy = ({ id, hint, problem }: Labelled): string | typeof nothing =>
	[problem ? `${id}-problem` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ") || nothing;

export interface Option {
	value: string;
	text: string;
}

/** One of a few, from a list that opens. */
export function select(
	labelled: Labelled,
	value: string,
	options: readonly Option[],
	change: (value: string) => void,
): TemplateResult {
	return field(
		labelled,
		html`<select id=${labelled.id} aria-describedby=${describedBy(labelled)} @change=${(event: Event) => change(typedIn(event))}>
			${options.map((one) => html`<option value=${one.value} .selected=${live(one.value === value)}>${one.text}</option>`)}
		</select>`,
	);
}

/** One of a few, all in sight. */
export function radios(
	name: string,
	legend: string,
	value: string,
	options: readonly { value: string; title: string; text?: string; picture?: TemplateResult }[],
	change: (value: string) => void,
	arrangement: "beside" | "below" = "beside",
): TemplateResult {
	return html`<fieldset class="field">
		<legend>${legend}</legend>
		<div class="radios ${arrangement}">
			${options.map(
				(one) => html`<label class="radio">
					<input
						type="radio"
						name=${name}
						value=${one.value}
						.checked=${live(one.value === value)}
						@change=${() => change(one.value)}
					/>
					${one.picture ?? nothing}
					<span><span class="radio-title">${one.title}</span>${one.text ? html` <span class="hint">${one.text}</span>` : nothing}</span>
				</label>`,
			)}
		</div>
	</fieldset>`;
}

/** Something that is on or off. */
export function checkbox(label: string, on: boolean, change: (on: boolean) => void, hint?: string): TemplateResult {
	return html`<label class="check">
		<input type="checkbox" .checked=${live(on)} @change=${(event: Event) => change(isOn(event))} />
		<span>${label}${hint ? html` <span class="hint">${hint}</span>` : nothing}</span>
	</label>`;
}
