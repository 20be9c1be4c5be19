import { html, nothing, type TemplateResult } from "lit";
import type { Field } from "./fields.ts";
import { type FormView, idOf, problemOf } from "./form-view.ts";

type Part = TemplateResult | typeof nothing;

/** What stands around a field's control: its name, a hint, where the value came from, and what is wrong with it. */
export interface Notes {
	name: TemplateResult;
	hint: Part;
	evidence: Part;
	problem: Part;
	invalid: "true" | typeof nothing;
	/** The ids for aria-describedby. */
	described: string | typeof nothing;
}

export function notesOf(view: FormView, field: Field, path: string): Notes {
	const id = idOf(path);
	const found = view.evidenceFor(path);
	const problem = problemOf(view, field, path);
	const described = [problem && `${id}-problem`, field.hint && `${id}-hint`, found && `${id}-evidence`].filter(Boolean);
	return {
		name: html`${field.label[view.language]}${
			field.required
				? html` <span class="star" aria-hidden="true">*</span><span class="visually-hidden">(${view.messages.form.required})</span>`
				: nothing
		}`,
		hint: field.hint ? html`<p class="hint" id="${id}-hint">${field.hint[view.language]}</p>` : nothing,
		evidence: evidenceNote(view, field, path),
		problem: problem ? html`<p class="problem" id="${id}-problem">${problem}</p>` : nothing,
		invalid: problem ? "true" : nothing,
		described: described.length > 0 ? described.join(" ") : nothing,
	};
}

function evidenceNote(view: FormView, field: Field, path: string): Part {
	const found = view.evidenceFor(path);
	if (!found) return nothing;
	const { evidence, link } = found;
	const say = view.messages.evidence;
	const quote = evidence.quote?.exact.trim();
	return html`<p class="evidence" id="${idOf(path)}-evidence">
		${say.from[evidence.from]}${quote ? html`: <q>${quote}</q>` : nothing}
		${evidence.confidence < 0.6 ? html`<span class="tag warn">${say.unsure}</span>` : nothing}
		${
			evidence.from === "human"
				? nothing
				: html`<a href=${link} target="_blank" rel="noopener noreferrer" aria-label=${say.showFor(field.label[view.language])}
						>${say.show}</a
					>`
		}
	</p>`;
}
