import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { feedKindOf } from "../../../shared/model/kinds.ts";
import { sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { RecordDetail } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { Announcement, type FieldChange, PageTitle } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { addressOfRecord } from "../app/route.ts";
import { zoneOf } from "../form/moment.ts";
import { agoText } from "../text/dates.ts";
import type { ConflictSettled } from "./conflict-dialog.ts";
import { fieldLabel, outcomeText } from "./outcome-text.ts";
import { type Outcome, RecordController } from "./record-controller.ts";
import { sidePanel } from "./side-panel.ts";

const toneOfState = { clipped: "warn", "in-review": "warn", published: "good", archived: "", merged: "" } as const;

/** One record: what it says, where that came from, and what to do with it. */
export class RecordPage extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		me: { attribute: false },
		recordId: { attribute: false },
		listAddress: { attribute: false },
	};
	declare client: Client;
	declare me: Me;
	declare recordId: string;
	declare listAddress: string;

	readonly #record = new RecordController(this, {
		client: () => this.client,
		language: () => this.language,
		storage: () => sessionStorage,
	});
	#announced: Outcome | undefined;

	get dirty(): boolean {
		return this.#record.dirty;
	}

	save = async (): Promise<boolean> => {
		const saved = await this.#record.save();
		await this.#showProblems();
		return saved;
	};

	discard(): void {
		this.#record.discard();
	}

	override connectedCallback(): void {
		super.connectedCallback();
		document.addEventListener("keydown", this.#onKey);
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		document.removeEventListener("keydown", this.#onKey);
	}

	readonly #onKey = (event: KeyboardEvent): void => {
		if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
		event.preventDefault();
		if (!document.querySelector("dialog[open]") && !this.#fixed) void this.save();
	};

	/** Whether this record cannot be changed any more. */
	get #fixed(): boolean {
		return this.#record.detail?.state === "merged";
	}

	async #publish(): Promise<void> {
		await this.#record.publish();
		await this.#showProblems();
	}

	async #showProblems(): Promise<void> {
		await this.updateComplete;
		if (this.#record.outcome?.what === "invalid") this.#focusProblem();
	}

	#focusProblem(path?: string): void {
		void this.querySelector("workbench-form")?.focusProblem(path);
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has("recordId")) void this.#open();
	}

	async #open(): Promise<void> {
		await this.#record.load(this.recordId);
		await this.updateComplete;
		this.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
		window.scrollTo(0, 0);
	}

	protected override updated(): void {
		const { detail, outcome, draft, phase } = this.#record;
		if (detail) this.dispatchEvent(new PageTitle(String(draft.title ?? detail.title)));
		else if (phase === "missing") this.dispatchEvent(new PageTitle(this.messages.record.missing));
		if (outcome !== this.#announced) {
			this.#announced = outcome;
			if (outcome && detail) this.dispatchEvent(new Announcement(this.#textOf(outcome, detail).text));
		}
	}

	#textOf(outcome: Outcome, { kind, state, publishedRevision, revision }: RecordDetail) {
		const behind = state === "published" && publishedRevision !== revision;
		return outcomeText(outcome, { kind, behind, language: this.language, messages: this.messages, now: Date.now() });
	}

	override render(): TemplateResult {
		const say = this.messages.record;
		const { phase, detail, failure } = this.#record;
		return html`<p class="back"><a href=${this.listAddress}>← ${say.back}</a></p>
			${
				phase === "ready" && detail
					? this.#page(detail)
					: phase === "loading"
						? html`<p class="waiting" aria-busy="true">${say.loading}</p>`
						: phase === "missing"
							? html`<div class="card empty">
									<h1 tabindex="-1">${say.missing}</h1>
									<p>${say.missingHint}</p>
								</div>`
							: html`<div class="message bad" role="alert">
									<p>${failure ? sentenceOf(failure, this.messages) : ""}</p>
									<button type="button" @click=${() => void this.#open()}>${this.messages.failure.retry}</button>
								</div>`
			}`;
	}

	#page(detail: RecordDetail): TemplateResult {
		const { draft, problems, conflict, reconciliation } = this.#record;
		const say = this.messages.record;
		const reading = { language: this.language, messages: this.messages, now: Date.now() };
		return html`${this.#heading(detail)}
			${
				detail.note
					? html`<div class="message note">
							<strong>${say.noteTitle}</strong>
							<p>${detail.note}</p>
						</div>`
					: nothing
			}
			${
				this.#fixed
					? html`<div class="message warn">
							${say.merged} ${detail.mergedInto ? html`<a href=${addressOfRecord(detail.mergedInto)}>${say.openOther}</a>` : nothing}
						</div>`
					: nothing
			}
			<div class="record">
				<aside>${sidePanel(detail, reading)}</aside>
				<div>
					${this.#problemList(detail)}
					<p class="hint">${this.messages.form.requiredNote}</p>
					<workbench-form
						.language=${this.language}
						.kind=${detail.kind}
						.draft=${draft}
						.problems=${problems}
						.sources=${detail.sources}
						.disabled=${this.#fixed}
						@workbench-field=${(event: FieldChange) => this.#record.edit(event.path, event.value)}
					></workbench-form>
				</div>
			</div>
			${this.#fixed ? nothing : this.#bar(detail)}
			<workbench-conflict
				.language=${this.language}
				.kind=${detail.kind}
				.zone=${zoneOf(draft)}
				.conflicts=${conflict?.open ? (reconciliation?.conflicts ?? []) : []}
				@workbench-conflict-settled=${({ choices }: ConflictSettled) => {
					if (choices) void this.#record.resolve(choices).then(() => this.#showProblems());
					else this.#record.postpone();
				}}
			></workbench-conflict>`;
	}

	#heading(detail: RecordDetail): TemplateResult {
		const say = this.messages.record;
		const { draft } = this.#record;
		const region = this.me.regions.find(({ id }) => id === detail.region)?.name ?? detail.region;
		const when = agoText(detail.createdAt, this.language, Date.now());
		return html`<header class="record-head">
			<h1 tabindex="-1">${String(draft.title ?? detail.title)}</h1>
			<p class="tags">
				<span class="tag ${toneOfState[detail.state]}">${this.messages.states[detail.state]}</span>
				${this.#behind(detail) ? html`<span class="tag warn">${this.messages.list.unpublished}</span>` : nothing}
				${draft.sample ? html`<span class="tag">${say.sample}</span>` : nothing}
				<span>${say.about(this.messages.kinds[detail.kind], region)}</span>
				<span class="hint">${detail.clippedBy ? say.clippedBy(detail.clippedBy, when) : say.added(when)}</span>
				${
					detail.state === "published"
						? html`<a href="/${detail.region}/${feedKindOf(detail.kind)}/${detail.id}" target="_blank">${say.viewPage}</a>`
						: nothing
				}
			</p>
		</header>`;
	}

	#behind({ state, publishedRevision, revision }: RecordDetail): boolean {
		return state === "published" && publishedRevision !== revision;
	}

	#problemList(detail: RecordDetail): TemplateResult | typeof nothing {
		const { problems, outcome } = this.#record;
		if (outcome?.what !== "invalid" || problems.size === 0) return nothing;
		return html`<section class="message bad problems" aria-labelledby="problems-title">
			<h2 id="problems-title">${this.messages.record.problems(problems.size)}</h2>
			<ul>
				${[...problems].map(
					([path, message]) => html`<li>
						<button type="button" class="link" @click=${() => this.#focusProblem(path)}>
							${fieldLabel(detail.kind, path.split(".")[0] ?? path, this.language)}</button
						>: ${message}
					</li>`,
				)}
			</ul>
		</section>`;
	}

	/** What to do with the record, in reach at the foot of the window. */
	#bar(detail: RecordDetail): TemplateResult {
		const { dirty, busy, outcome } = this.#record;
		const say = this.messages.record;
		const reviewer = this.me.role !== "clipper";
		const notice = outcome && this.#textOf(outcome, detail);
		const archived = detail.state === "archived";
		const publishable = reviewer && !archived && (dirty || detail.state !== "published" || this.#behind(detail));
		const publishLabel = dirty ? say.saveAndPublish : this.#behind(detail) ? say.publishChanges : say.publish;
		return html`<div class="bar">
			${
				notice
					? html`<div class="message ${notice.tone} notice">
							<span>${notice.text}</span>
							${
								outcome.what === "archived"
									? html`<button type="button" class="plain" @click=${() => void this.#record.restore()}>${say.undo}</button>`
									: outcome.what === "draft-restored"
										? html`<button type="button" class="plain" @click=${() => this.discard()}>${say.draftDiscard}</button>`
										: outcome.what === "invalid"
											? html`<button type="button" class="plain" @click=${() => this.#focusProblem()}>${say.goToProblem}</button>`
											: nothing
							}
						</div>`
					: nothing
			}
			<div class="buttons">
				<button type="button" class=${publishable ? "" : "primary"} @click=${this.save} aria-busy=${busy === "save"}>
					${say.save}
				</button>
				${
					publishable
						? html`<button type="button" class="primary" @click=${() => void this.#publish()} aria-busy=${busy === "publish"}>
								${busy === "publish" ? say.publishing : publishLabel}
							</button>`
						: nothing
				}
				${
					!reviewer
						? html`<span class="hint">${say.mayNotPublish}</span>`
						: archived
							? html`<button type="button" @click=${() => void this.#record.restore()}>${say.unarchive}</button>`
							: html`<button type="button" class="danger" @click=${() => void this.#record.archive()}>${say.archive}</button>`
				}
				<span class="save-state hint">${busy ? say.saveState.saving : dirty ? say.saveState.dirty : say.saveState.saved}</span>
			</div>
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-record": RecordPage;
	}
}
