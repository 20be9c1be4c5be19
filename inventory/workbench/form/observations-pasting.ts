import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { dimensionLabel } from "../../../shared/insight/indicators/words.ts";
import { indicatorMessages } from "../../../shared/messages/workbench/insight-indicators.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { Taken } from "./observation-rows.ts";
import { typed } from "./typed.ts";

/** So many rows with a problem are written out; the rest stay in the field. */
const most = 100;

interface PastingModel {
	language: Language;
	/** Of the table that there is, by key. */
	dimensions: readonly string[];
	/** What came of the table that was taken last. */
	taken: Taken | undefined;
	pasted: string;
	onText(text: string): void;
	onTake(): void;
	onFile(file: File): void;
}

function takenView(taken: Taken, language: Language): TemplateResult {
	const say = indicatorMessages[language].editor;
	return html`<div class="message ${taken.problem || taken.bad.length > 0 ? "warn" : "good"}" id="observations-taken">
		<p>${taken.problem ? taken.problem[language] : say.taken(taken.added, taken.changed, taken.unchanged)}</p>
		${
			taken.bad.length > 0
				? html`<p>${say.left(taken.bad.length)}</p>
						<ul>
							${taken.bad
								.slice(0, most)
								.map(
									({ row, text, problems }) =>
										html`<li>${say.row(row)} <code>${text}</code> ${problems.map((one) => one[language]).join(" ")}</li>`,
								)}
						</ul>`
				: nothing
		}
	</div>`;
}

/** Where a table can be pasted or chosen, with what came of the last one. */
export function pastingView({
	language,
	dimensions,
	taken,
	pasted,
	onText,
	onTake,
	onFile,
}: PastingModel): TemplateResult {
	const say = indicatorMessages[language].editor;
	const labels = dimensions.map((key) => dimensionLabel(key, language));
	const columns = [say.period, say.value, ...labels, say.note].map((name) => name.toLowerCase()).join(", ");
	const choose = ({ currentTarget: control }: Event) => {
		if (!(control instanceof HTMLInputElement)) return;
		const file = control.files?.[0];
		if (file) onFile(file);
		// The same file may be chosen again after it was mended.
		control.value = "";
	};
	return html`<details class="fold">
		<summary><span class="name">${say.paste}</span></summary>
		<div class="pasting">
			<label for="observations-paste">${say.pasteLabel}</label>
			<p class="hint" id="observations-paste-hint">${say.pasteHint(columns)}</p>
			${taken ? takenView(taken, language) : nothing}
			<textarea
				id="observations-paste"
				rows="6"
				spellcheck="false"
				aria-describedby="observations-paste-hint"
				.value=${live(pasted)}
				@input=${(event: Event) => onText(typed(event))}
			></textarea>
			<p class="row">
				<button type="button" class="observations-take" @click=${onTake}>${say.take}</button>
			</p>
			<label for="observations-file">${say.file}</label>
			<input id="observations-file" type="file" accept=".csv,.tsv,.txt,text/csv" @change=${choose} />
		</div>
	</details>`;
}
