import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import { isFailure, sentenceOf } from "../../browser/failure.ts";
import type { RecordDetail, Revision } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { Announcement } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { fieldFor } from "../form/fields.ts";
import { zoneOf } from "../form/moment.ts";
import { differingFields } from "../form/path.ts";
import { agoText, momentText } from "../text/dates.ts";
import { fieldDiff } from "./field-diff.ts";
import { fieldLabel } from "./outcome-text.ts";

/** Somebody wants an earlier revision back, or some of its fields. */
export class RestoreAsked extends Event {
	static readonly type = "workbench-restore";
	readonly revision: number;
	readonly fields: readonly string[] | undefined;

	constructor(revision: number, fields?: readonly string[]) {
		super(RestoreAsked.type);
		this.revision = revision;
		this.fields = fields;
	}
}

/**
 * How a record came to be what it is: every revision, what it changed in words, and the way back.
 *
 * @fires workbench-restore
 */
export class HistoryCard extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		detail: { attribute: false },
		older: { state: true },
	};
	declare client: Client;
	declare detail: RecordDetail;
	/** Revisions beyond those that came with the record. */
	declare older: readonly Revision[];

	constructor() {
		super();
		this.older = [];
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		if (changed.has("detail")) this.older = [];
	}

	async #more(before: number): Promise<void> {
		try {
			this.older = [...this.older, ...(await this.client.revisions(this.detail.id, before)).items];
		} catch (error) {
			if (!isFailure(error)) throw error;
			this.dispatchEvent(new Announcement(sentenceOf(error, this.messages)));
		}
	}

	override render(): TemplateResult {
		const side = this.messages.side;
		const say = recordPageMessages[this.language];
		// Newest first, whatever order they came in.
		const revisions = [...this.detail.revisions, ...this.older].sort((a, b) => b.revision - a.revision);
		const last = revisions.at(-1)?.revision ?? 1;
		return html`<section class="card" aria-labelledby="side-history">
			<h2 id="side-history">${side.revisions}</h2>
			${revisions.length > 1 ? html`<p class="hint">${say.contactsStay}</p>` : nothing}
			<ol class="plain-list revisions">
				${repeat(
					revisions,
					({ revision }) => revision,
					(revision, index) => this.#revision(revision, revisions[index + 1]),
				)}
			</ol>
			${
				last > 1
					? html`<button type="button" class="plain" @click=${() => void this.#more(last)}>${say.moreRevisions}</button>`
					: nothing
			}
		</section>`;
	}

	#revision(revision: Revision, before: Revision | undefined): TemplateResult {
		const { side, list } = this.messages;
		const say = recordPageMessages[this.language];
		const { detail } = this;
		const via = revision.via === "merge" || revision.via === "unmerge" ? say.via[revision.via] : side.via[revision.via];
		const isPublic = detail.state === "published" && revision.revision === detail.publishedRevision;
		return html`<li>
			<p>
				<strong>${side.revision(revision.revision)}</strong>
				${isPublic ? html`<span class="tag good">${side.publishedRevision}</span>` : nothing}
			</p>
			<p class="hint">
				${via ?? revision.via} ${list.by(revision.by)},
				<time datetime=${revision.at} title=${momentText(revision.at, this.language)}>${agoText(revision.at, this.language, Date.now())}</time>
			</p>
			${before ? this.#changes(revision, before) : nothing}
			${
				revision.revision !== detail.revision && detail.state !== "merged"
					? html`<button type="button" class="link" @click=${() => this.dispatchEvent(new RestoreAsked(revision.revision))}>
							${say.restoreRevision(revision.revision)}
						</button>`
					: nothing
			}
		</li>`;
	}

	#changes(revision: Revision, before: Revision): TemplateResult | typeof nothing {
		const { kind, state, data } = this.detail;
		const fields = differingFields(before.data, revision.data);
		if (fields.length === 0) return nothing;
		const label = (field: string) => fieldLabel(kind, field, this.language);
		const back = (field: string) =>
			// Only where it would change something.
			state !== "merged" && differingFields({ [field]: before.data[field] }, { [field]: data[field] }).length > 0
				? html`<dd>
						<button type="button" class="link" @click=${() => this.dispatchEvent(new RestoreAsked(before.revision, [field]))}>
							${recordPageMessages[this.language].restoreField(label(field))}
						</button>
					</dd>`
				: nothing;
		return html`<details class="changes">
			<summary>${this.messages.side.changedFields(fields.map(label).join(", "))}</summary>
			<dl>
				${fields.map(
					(field) => html`<dt>${label(field)}</dt>
						${fieldDiff(fieldFor(kind, field), before.data[field], revision.data[field], {
							language: this.language,
							messages: this.messages,
							zone: zoneOf(revision.data),
						})}${back(field)}`,
				)}
			</dl>
		</details>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-history": HistoryCard;
	}
	interface HTMLElementEventMap {
		"workbench-restore": RestoreAsked;
	}
}
