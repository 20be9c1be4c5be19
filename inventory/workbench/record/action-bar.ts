import { html, nothing, type TemplateResult } from "lit";
import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import type { RecordDetail } from "../api/answers.ts";
import type { OutcomeText } from "./outcome-text.ts";
import type { RecordController } from "./record-controller.ts";

interface Bar {
	record: RecordController;
	detail: RecordDetail;
	/** Whether visitors still see an earlier version. */
	behind: boolean;
	/** Whether whoever looks may publish and archive. */
	reviewer: boolean;
	notice: OutcomeText | undefined;
	messages: WorkbenchMessages;
	save(): void;
	publish(): void;
	unmerge(merged: string): void;
	discard(): void;
	showProblem(): void;
}

/** What can be done about what happened last. */
function remedy({ record, messages, unmerge, discard, showProblem }: Bar): TemplateResult | typeof nothing {
	const say = messages.record;
	const { outcome } = record;
	const button = (label: string, act: () => void) =>
		html`<button type="button" class="plain" @click=${act}>${label}</button>`;
	if (outcome?.what === "archived") return button(say.undo, () => void record.restore());
	if (outcome?.what === "draft-restored") return button(say.draftDiscard, discard);
	if (outcome?.what === "invalid") return button(say.goToProblem, showProblem);
	if (outcome?.what !== "done" || outcome.merged === undefined) return nothing;
	const { merged } = outcome;
	return button(say.undo, () => unmerge(merged));
}

/** What to do with the record, in reach at the foot of the window. */
export function actionBar(bar: Bar): TemplateResult {
	const { record, detail, behind, reviewer, notice, messages } = bar;
	const { dirty, busy } = record;
	const say = messages.record;
	const archived = detail.state === "archived";
	const publishable = reviewer && !archived && (dirty || detail.state !== "published" || behind);
	const publishLabel = dirty ? say.saveAndPublish : behind ? say.publishChanges : say.publish;
	return html`<div class="bar">
		${
			notice
				? html`<div class="message ${notice.tone} notice">
						<span>${notice.text}</span>
						${remedy(bar)}
					</div>`
				: nothing
		}
		<div class="buttons">
			<button type="button" class=${publishable ? "" : "primary"} @click=${bar.save} aria-busy=${busy === "save"}>
				${say.save}
			</button>
			${
				publishable
					? html`<button type="button" class="primary" @click=${bar.publish} aria-busy=${busy === "publish"}>
							${busy === "publish" ? say.publishing : publishLabel}
						</button>`
					: nothing
			}
			${
				!reviewer
					? html`<span class="hint">${say.mayNotPublish}</span>`
					: archived
						? html`<button type="button" @click=${() => void record.restore()}>${say.unarchive}</button>`
						: html`<button type="button" class="danger" @click=${() => void record.archive()}>${say.archive}</button>`
			}
			<span class="save-state hint">${busy ? say.saveState.saving : dirty ? say.saveState.dirty : say.saveState.saved}</span>
		</div>
	</div>`;
}
