import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { PanelMessages } from "../../shared/messages/panel/messages.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { PageChange } from "../draft/changed.ts";
import type { Captured, TextField } from "../draft/fields.ts";
import type { OutboxEntry } from "../outbox/entry.ts";
import { momentText } from "./recent-clips.ts";
import { fieldLabel, valueText } from "./value-text.ts";

/** A page that says something else than when it was clipped, and which of that a person wants to take over. */
export interface Changed {
	readonly entry: OutboxEntry;
	readonly captured: Captured;
	readonly changes: readonly PageChange[];
	readonly taken: ReadonlySet<TextField>;
}

/** All is taken over to begin with, but for what a person had filled in otherwise. */
export const changedOf = (entry: OutboxEntry, captured: Captured, changes: readonly PageChange[]): Changed => ({
	entry,
	captured,
	changes,
	taken: new Set(changes.flatMap(({ field, own }) => (own === undefined ? [field] : []))),
});

export interface ChangedView {
	readonly changed: Changed;
	readonly language: Language;
	readonly say: PanelMessages;
	readonly choose: (taken: ReadonlySet<TextField>) => void;
	readonly take: () => void;
	readonly leave: () => void;
}

function item({ field, was, now, own }: PageChange, { changed, language, say, choose }: ChangedView): TemplateResult {
	const words = (value: string) => valueText(field, value, language) || html`<em>${say.merge.nothing}</em>`;
	const toggle = () => {
		const taken = new Set(changed.taken);
		if (!taken.delete(field)) taken.add(field);
		choose(taken);
	};
	return html`<li data-field=${field}>
		<label class="choice"
			><input type="checkbox" .checked=${live(changed.taken.has(field))} @change=${toggle} /><span
				><strong>${fieldLabel(field, changed.entry.kind, say)}</strong>
				<span class="line"><span class="hint">${say.changed.was}</span> <del>${words(was)}</del></span>
				<span class="line"><span class="hint">${say.changed.now}</span> <ins>${words(now)}</ins></span>
				${own === undefined ? "" : html`<span class="line"><span class="hint">${say.changed.own}</span> ${words(own)}</span>`}
			</span></label
		>
	</li>`;
}

/** Old beside new, field by field, to tick what goes on in a new version of the clip. */
export function changedView(view: ChangedView): TemplateResult {
	const { changed, say, language, take, leave } = view;
	return html`<section class="card changed" id="changed" aria-labelledby="changed-title">
		<h2 id="changed-title">${say.changed.title}</h2>
		<p class="hint">${say.changed.intro(momentText(changed.entry.createdAt, language))}</p>
		<ul class="choices">
			${changed.changes.map((it) => item(it, view))}
		</ul>
		<div class="actions">
			<button type="button" class="primary" id="take-changes" ?disabled=${changed.taken.size === 0} @click=${take}>
				${say.changed.take}
			</button>
			<button type="button" @click=${leave}>${say.changed.leave}</button>
		</div>
	</section>`;
}
