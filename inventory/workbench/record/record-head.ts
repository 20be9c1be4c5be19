import { html, nothing, type TemplateResult } from "lit";
import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import { feedKindOf } from "../../../shared/model/kinds.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { RecordDetail } from "../api/answers.ts";
import { agoText } from "../text/dates.ts";
import { fieldLabel } from "./outcome-text.ts";
import type { RecordController } from "./record-controller.ts";

interface View {
	record: RecordController;
	detail: RecordDetail;
	/** Whether visitors still see an earlier version. */
	behind: boolean;
	/** The region's name. */
	region: string;
	language: Language;
	messages: WorkbenchMessages;
	onProblem(path: string): void;
}

const toneOfState = { clipped: "warn", "in-review": "warn", published: "good", archived: "", merged: "" } as const;

/** Title, state and where it came from. */
export function recordHead({ record, detail, behind, region, language, messages }: View): TemplateResult {
	const say = messages.record;
	const { draft } = record;
	const when = agoText(detail.createdAt, language, Date.now());
	return html`<header class="record-head">
		<h1 tabindex="-1">${String(draft.title ?? detail.title)}</h1>
		<p class="tags">
			<span class="tag ${toneOfState[detail.state]}">${messages.states[detail.state]}</span>
			${behind ? html`<span class="tag warn">${messages.list.unpublished}</span>` : nothing}
			${draft.sample ? html`<span class="tag">${say.sample}</span>` : nothing}
			<span>${say.about(messages.kinds[detail.kind], region)}</span>
			<span class="hint">${detail.clippedBy ? say.clippedBy(detail.clippedBy, when) : say.added(when)}</span>
			${
				detail.state === "published"
					? html`<a href="/${detail.region}/${feedKindOf(detail.kind)}/${detail.id}" target="_blank">${say.viewPage}</a>`
					: nothing
			}
		</p>
	</header>`;
}

/** What is wrong with the draft, each with a way to its field. */
export function problemList({ record, detail, language, messages, onProblem }: View): TemplateResult | typeof nothing {
	const { problems, outcome } = record;
	if (outcome?.what !== "invalid" || problems.size === 0) return nothing;
	return html`<section class="message bad problems" aria-labelledby="problems-title">
		<h2 id="problems-title">${messages.record.problems(problems.size)}</h2>
		<ul>
			${[...problems].map(
				([path, message]) => html`<li>
					<button type="button" class="link" @click=${() => onProblem(path)}>
						${fieldLabel(detail.kind, path.split(".")[0] ?? path, language)}</button
					>: ${message}
				</li>`,
			)}
		</ul>
	</section>`;
}
