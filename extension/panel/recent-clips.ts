import { html, nothing, type TemplateResult } from "lit";
import type { PanelMessages } from "../../shared/messages/panel/messages.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { SavedDraft } from "../draft/draft-store.ts";
import { isConflict, type OutboxEntry } from "../outbox/entry.ts";

/** What the lists draw from, and what their buttons do. */
export interface RecentView {
	readonly entries: readonly OutboxEntry[];
	/** Clips that have not arrived, in all; the list may show fewer. */
	readonly waiting: number;
	readonly drafts: readonly SavedDraft[];
	readonly language: Language;
	readonly say: PanelMessages;
	/** The clip or draft that somebody is asked to confirm the removal of. */
	readonly removing: string | undefined;
	readonly edit: (entry: OutboxEntry) => void;
	/** Opens the field-by-field merge of a clip whose record changed meanwhile. */
	readonly compare: (entry: OutboxEntry) => void;
	readonly export: () => void;
	readonly retry: (entry: OutboxEntry) => void;
	readonly askRemove: (id: string | undefined) => void;
	readonly remove: (entry: OutboxEntry) => void;
	readonly openDraft: (saved: SavedDraft) => void;
	readonly removeDraft: (saved: SavedDraft) => void;
}

export const momentText = (moment: number, language: Language) =>
	new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(moment);
const timeText = (moment: number, language: Language) =>
	new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(moment);

const tones = { queued: "", sending: "", sent: "good", attention: "bad" } as const;

/** Why a clip is where it is: the server's sentence first, else ours. */
function explanation(entry: OutboxEntry, { say, language }: RecentView): TemplateResult | typeof nothing {
	const { refusal, trouble } = entry;
	if (refusal)
		return html`<div class="why">
			<p>${refusal.status === 409 && refusal.revision ? say.conflict(refusal.revision) : refusal.sentence || say.refused(refusal.status)}</p>
			${refusal.errors.length > 0 ? html`<ul>${refusal.errors.map((it) => html`<li>${it.message}</li>`)}</ul>` : nothing}
		</div>`;
	if (trouble && entry.state === "queued")
		return html`<p class="why hint">${say.trouble[trouble]} ${say.nextAttempt(timeText(entry.nextAttemptAt, language))}</p>`;
	return nothing;
}

/** What happened to a clip so far, the latest last. */
function history(entry: OutboxEntry, { say, language }: RecentView): TemplateResult | typeof nothing {
	const happened = entry.history ?? [];
	if (happened.length === 0) return nothing;
	const time = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "medium" });
	return html`<details class="history">
		<summary>${say.history}<span class="visually-hidden">: ${entry.title}</span></summary>
		<ol>
			${happened.map(
				({ at, what, trouble, sentence }) => html`<li>
					<span class="hint">${time.format(at)}</span> ${say.happenings[what]}${
						trouble ? html` – ${say.trouble[trouble]}` : sentence ? html` – ${sentence}` : nothing
					}
				</li>`,
			)}
		</ol>
	</details>`;
}

function duplicates(entry: OutboxEntry, { say }: RecentView): TemplateResult | typeof nothing {
	const found = entry.receipt?.possibleDuplicates ?? [];
	if (found.length === 0) return nothing;
	return html`<div class="message warn duplicates">
		<p><strong>${say.duplicates}</strong></p>
		<ul>
			${found.map(
				(it) => html`<li>
					${it.title} <span class="hint">(${say.duplicateScore(Math.round(it.score * 100))})</span>
					${it.reasons.length > 0 ? html`<ul class="hint">${it.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : nothing}
				</li>`,
			)}
		</ul>
	</div>`;
}

/** A button whose name says what it is about, for those who hear it out of its context. */
const action = (label: string, about: string, click: () => void, tone = "") =>
	html`<button type="button" class="small ${tone}" @click=${click}>${label}<span class="visually-hidden">: ${about}</span></button>`;

function removal(id: string, title: string, view: RecentView, label: string, remove: () => void): TemplateResult {
	const { say } = view;
	if (view.removing !== id) return action(label, title, () => view.askRemove(id));
	return html`${action(say.reallyRemove, title, remove, "danger")}${action(say.cancel, title, () => view.askRemove(undefined))}`;
}

function entryItem(entry: OutboxEntry, view: RecentView): TemplateResult {
	const { say, language } = view;
	const retry = action(say.retry, entry.title, () => view.retry(entry));
	const remove = removal(entry.id, entry.title, view, say.remove, () => view.remove(entry));
	const actions =
		entry.state === "attention"
			? isConflict(entry)
				? html`${action(say.merge.open, entry.title, () => view.compare(entry))}${remove}`
				: html`${action(say.edit, entry.title, () => view.edit(entry))}${retry}${remove}`
			: entry.state === "queued" && entry.trouble
				? retry
				: nothing;
	return html`<li class="clip" data-state=${entry.state} data-id=${entry.id}>
		<p class="clip-title">${entry.title}</p>
		<p class="clip-facts">
			<span class="tag ${tones[entry.state]}">${say.states[entry.state]}</span>
			<span class="hint">${say.kinds[entry.kind]} · ${momentText(entry.createdAt, language)}</span>
		</p>
		${explanation(entry, view)}${duplicates(entry, view)}
		${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}${history(entry, view)}
	</li>`;
}

function draftItem(saved: SavedDraft, view: RecentView): TemplateResult {
	const { say, language } = view;
	const title = saved.draft.fields.title || say.untitled;
	return html`<li class="clip" data-state="draft">
		<p class="clip-title">${title}</p>
		<p class="clip-facts">
			<span class="tag">${say.states.draft}</span>
			<span class="hint">${say.kinds[saved.draft.kind]} · ${momentText(saved.updatedAt, language)}</span>
		</p>
		<div class="actions">
			${action(say.openDraft, title, () => view.openDraft(saved))}
			${removal(saved.key, title, view, say.removeDraft, () => view.removeDraft(saved))}
		</div>
	</li>`;
}

const list = (items: readonly TemplateResult[]) => html`<ul class="clips">${items}</ul>`;

/**
 * Drafts that wait, clips that need a person, and the others on their way or arrived; each the newest first. What the
 * inventory refused stands apart, so that it is seen and holds nothing up.
 */
export function recentClips(view: RecentView): TemplateResult {
	const { say, drafts, entries, waiting } = view;
	const refused = entries.filter((entry) => entry.state === "attention");
	const others = entries.filter((entry) => entry.state !== "attention");
	return html`${
		refused.length === 0
			? nothing
			: html`<section aria-labelledby="attention-title">
					<h2 id="attention-title">${say.states.attention}</h2>
					${list(refused.map((entry) => entryItem(entry, view)))}
				</section>`
	}${
		drafts.length === 0
			? nothing
			: html`<section aria-labelledby="drafts-title">
					<h2 id="drafts-title">${say.drafts}</h2>
					${list(drafts.map((saved) => draftItem(saved, view)))}
				</section>`
	}
		<section aria-labelledby="recent-title">
			<h2 id="recent-title">${say.recent}</h2>
			${waiting > 0 ? html`<p class="hint" id="waiting">${say.keeping.waiting(waiting)}</p>` : nothing}
			${
				others.length === 0
					? html`<p class="hint">${say.recentEmpty}</p>`
					: list(others.map((entry) => entryItem(entry, view)))
			}
			${
				entries.length + drafts.length === 0
					? nothing
					: html`<button type="button" class="small" id="export" @click=${view.export}>${say.keeping.export}</button>`
			}
		</section>`;
}
