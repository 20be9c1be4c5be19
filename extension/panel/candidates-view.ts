import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { PanelMessages } from "../../shared/messages/panel/messages.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Candidate } from "../draft/fields.ts";
import { valueText } from "./value-text.ts";

export interface CandidatesView {
	readonly candidates: readonly Candidate[];
	readonly chosen: ReadonlySet<Candidate>;
	readonly language: Language;
	readonly say: PanelMessages;
	readonly choose: (chosen: ReadonlySet<Candidate>) => void;
	readonly save: () => void;
}

function item(candidate: Candidate, { chosen, choose, say, language }: CandidatesView): TemplateResult {
	const toggle = () => {
		const next = new Set(chosen);
		if (!next.delete(candidate)) next.add(candidate);
		choose(next);
	};
	const { kind, title, start, startTime, validThrough, place, organization } = candidate;
	const date = valueText("startDate", start ?? validThrough ?? "", language);
	const facts = [say.kinds[kind], [date, startTime].filter(Boolean).join(" "), place, organization].filter(Boolean);
	return html`<li>
		<label class="choice"
			><input type="checkbox" .checked=${live(chosen.has(candidate))} @change=${toggle} /><span
				>${title} <span class="hint">${facts.join(" · ")}</span></span
			></label
		>
	</li>`;
}

/** The items of a page that lists many, to tick. */
export function candidatesView(view: CandidatesView): TemplateResult {
	const { candidates, chosen, say, choose, save } = view;
	return html`<section class="card candidates" aria-labelledby="candidates-title">
		<h2 id="candidates-title">${say.candidates.title(candidates.length)}</h2>
		<p class="hint">${say.candidates.hint}</p>
		<div class="actions">
			<button type="button" class="small" @click=${() => choose(new Set(candidates))}>${say.candidates.all}</button>
			<button type="button" class="small" @click=${() => choose(new Set())}>${say.candidates.none}</button>
		</div>
		<ul class="choices">
			${candidates.map((it) => item(it, view))}
		</ul>
		<button type="button" class="primary" id="save-candidates" ?disabled=${chosen.size === 0} @click=${save}>
			${say.candidates.save(chosen.size)}
		</button>
	</section>`;
}
