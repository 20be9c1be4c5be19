import { html, nothing, type TemplateResult } from "lit";
import type { PanelMessages } from "../../shared/messages/panel/messages.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { openSettings } from "../browser.ts";
import type { CaptureNote, Draft, FormChange } from "../draft/fields.ts";
import type { FormProblems } from "../draft/paths.ts";
import type { Notice } from "./draft-controller.ts";
import type { OutboxController } from "./outbox-controller.ts";
import { momentText } from "./recent-clips.ts";
import { fieldLabel } from "./value-text.ts";

/** What a field of the form is called, note, region and kind too. */
export function changeLabel(field: FormChange["field"], kind: Draft["kind"], say: PanelMessages): string {
	if (field === "kind") return say.kind.replace(/\?$/, "");
	return field === "note" || field === "region" ? say.fields[field] : fieldLabel(field, kind, say);
}

function noticeText(
	notice: Notice,
	problems: FormProblems,
	kind: Draft["kind"],
	{ say, language }: { say: PanelMessages; language: Language },
): [tone: string, text: string] {
	switch (notice.about) {
		case "unreadable":
			return ["warn", say.unreadable[notice.why]];
		case "restored":
			return ["", say.restored(momentText(notice.at, language))];
		case "clipped-before":
			return [
				"warn",
				`${say.clippedBefore(momentText(notice.at, language))} ${notice.unchanged ? say.unchanged : ""}`.trim(),
			];
		case "correcting":
			return ["", say.correcting(notice.title)];
		case "saved":
			return ["good", say.saved(notice.title)];
		case "candidates": {
			const left = notice.drafts > 0 ? say.candidates.noDate(notice.drafts) : "";
			return [left ? "warn" : "good", `${say.candidates.saved(notice.saved)} ${left}`.trim()];
		}
		case "undone":
			return ["", say.undone(changeLabel(notice.field, kind, say))];
		case "not-stored":
			return ["bad", say.notStored];
		case "problems":
			return ["bad", say.problems(problems.size)];
	}
}

/** What stands above the form: what just happened, and what to know of how the page was read. */
export function noticeView(
	{
		notice,
		problems,
		notes,
		draft,
	}: {
		notice: Notice | undefined;
		problems: FormProblems;
		notes: readonly CaptureNote[];
		draft: Draft | undefined;
	},
	words: { say: PanelMessages; language: Language },
): TemplateResult | typeof nothing {
	const told = notes.flatMap(({ code }) => (code === "listing" ? [] : [words.say.notes[code]]));
	if (!notice && told.length === 0) return nothing;
	const [tone, text] = notice ? noticeText(notice, problems, draft?.kind ?? "initiative", words) : ["warn", ""];
	const other = problems.get("other");
	return html`<div class="message ${tone}" id="notice" tabindex="-1">
		${text ? html`<p>${text}</p>` : nothing}
		${other ? html`<p>${other}</p>` : nothing}
		${told.map((it) => html`<p>${it}</p>`)}
	</div>`;
}

/** What keeps clips from being sent, with the way out of it. */
export function pauseView(outbox: OutboxController, say: PanelMessages): TemplateResult | typeof nothing {
	const { pause, connection, loaded } = outbox;
	if (!loaded) return nothing;
	if (!connection)
		return html`<div class="message warn" id="pause">
			<p>${pause ? say.pause["not-connected"] : say.notConnected}</p>
			<button type="button" class="small" @click=${openSettings}>${say.connect}</button>
		</div>`;
	if (!pause || pause.reason === "not-connected") return nothing;
	return html`<div class="message bad" id="pause">
		<p>${say.pause[pause.reason]}</p>
		<div class="actions">
			<button type="button" class="small" @click=${openSettings}>${say.signInAgain}</button>
			<button type="button" class="small" @click=${() => outbox.drain("retry")}>${say.retryAll}</button>
		</div>
	</div>`;
}

/** Trouble with what is kept on this device. */
export function keepingView(outbox: OutboxController, say: PanelMessages): TemplateResult | typeof nothing {
	const { full, lost } = outbox.keeping;
	return html`${
		lost === undefined
			? nothing
			: html`<div class="message bad" id="lost" role="alert">
					<p>${say.keeping.lost(lost)}</p>
					<button type="button" class="small" @click=${() => void outbox.acknowledgeLoss()}>${say.keeping.understood}</button>
				</div>`
	}${full ? html`<p class="message bad" id="full" role="alert">${say.keeping.full}</p>` : nothing}`;
}
