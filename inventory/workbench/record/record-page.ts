import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import { sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { RecordDetail } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { Announcement, type FieldChange, PageTitle } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { addressOfRecord } from "../app/route.ts";
import { zoneOf } from "../form/moment.ts";
import { actionBar } from "./action-bar.ts";
import type { Compared } from "./compare-dialog.ts";
import type { ConflictSettled } from "./conflict-dialog.ts";
import type { OtherChosen } from "./find-other.ts";
import type { RestoreAsked } from "./history-card.ts";
import { outcomeText } from "./outcome-text.ts";
import { recordActions } from "./record-actions.ts";
import { type Outcome, RecordController } from "./record-controller.ts";
import { problemList, recordHead } from "./record-head.ts";
import { recordWays } from "./record-ways.ts";
import { type Neighbours, neighboursOf, type Shortcut, shortcutOf, shortcutsAreOn } from "./shortcuts.ts";
import { sidePanel } from "./side-panel.ts";

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
	/** What was done on the record before this one, told here. */
	#arriving: Outcome | undefined;

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
		if (document.querySelector("dialog[open]")) return;
		if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
			event.preventDefault();
			if (!this.#fixed) void this.save();
			return;
		}
		const wanted = shortcutsAreOn(localStorage) ? shortcutOf(event) : undefined;
		if (!wanted || this.#record.phase !== "ready") return;
		event.preventDefault();
		this.#do(wanted);
	};

	#do(wanted: Shortcut): void {
		const { detail, dirty } = this.#record;
		const open = detail && !this.#fixed && detail.state !== "archived" && this.me.role !== "clipper";
		if (wanted === "help") this.#help();
		else if (wanted === "next" || wanted === "previous") {
			const id = this.#neighbours?.[wanted];
			if (id) location.hash = addressOfRecord(id);
		} else if (wanted === "save") void (this.#fixed ? undefined : this.save());
		else if (wanted === "archive") void (open ? this.#record.archive() : undefined);
		else if (open && (dirty || detail.state !== "published" || this.#behind(detail))) void this.#publish();
	}

	#help(): void {
		this.querySelector("workbench-shortcuts")?.open();
	}

	/** The list that one came from stays on the page, hidden: what stands before and after this record in it. */
	get #neighbours(): Neighbours | undefined {
		const links = document.querySelectorAll<HTMLAnchorElement>("workbench-list a.record-link[data-id]");
		return neighboursOf(
			this.recordId,
			[...links].map(({ dataset }) => dataset.id ?? ""),
		);
	}

	readonly #actions = recordActions(this.#record, {
		compare: (candidate) => void this.querySelector("workbench-compare")?.compare(candidate),
		find: () => void this.querySelector("workbench-find-other")?.open(),
		goTo: (id, outcome) => {
			this.#arriving = outcome;
			location.hash = addressOfRecord(id);
		},
	});

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
		const arriving = this.#arriving;
		this.#arriving = undefined;
		await this.#record.load(this.recordId, arriving);
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
		return html`${recordWays({ language: this.language, messages: this.messages, listAddress: this.listAddress, neighbours: this.#neighbours, onHelp: () => this.#help() })}
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
		return html`${recordHead(this.#view(detail))}
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
							<button type="button" class="plain" @click=${() => this.#actions.unmerge(detail.id)}>
								${recordPageMessages[this.language].unmerge}
							</button>
						</div>`
					: nothing
			}
			<div class="record">
				<aside>
					${sidePanel(detail, reading, this.#fixed ? undefined : this.#actions)}
					<workbench-overlap-card
						.language=${this.language}
						.me=${this.me}
						.detail=${detail}
						@workbench-other=${({ candidate }: OtherChosen) => this.#actions.compare(candidate)}
					></workbench-overlap-card>
					<workbench-suits .language=${this.language} .me=${this.me} .detail=${detail}></workbench-suits>
					<workbench-usage .language=${this.language} .client=${this.client} .detail=${detail}></workbench-usage>
					<workbench-history
						.language=${this.language}
						.client=${this.client}
						.detail=${detail}
						@workbench-restore=${({ revision, fields }: RestoreAsked) => this.#actions.restoreRevision(revision, fields)}
					></workbench-history>
					<workbench-audit .language=${this.language} .client=${this.client} .detail=${detail}></workbench-audit>
				</aside>
				<div>
					<workbench-editions .language=${this.language} .client=${this.client} .detail=${detail}></workbench-editions>
					${problemList(this.#view(detail))}
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
			<workbench-compare
				.language=${this.language}
				.client=${this.client}
				.detail=${detail}
				@workbench-compared=${({ decision }: Compared) => void this.#actions.settle(decision)}
			></workbench-compare>
			<workbench-find-other
				.language=${this.language}
				.client=${this.client}
				.detail=${detail}
				@workbench-other=${({ candidate }: OtherChosen) => this.#actions.compare(candidate)}
			></workbench-find-other>
			<workbench-shortcuts .language=${this.language}></workbench-shortcuts>
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

	#behind({ state, publishedRevision, revision }: RecordDetail): boolean {
		return state === "published" && publishedRevision !== revision;
	}

	#view(detail: RecordDetail) {
		return {
			record: this.#record,
			detail,
			behind: this.#behind(detail),
			region: this.me.regions.find(({ id }) => id === detail.region)?.name ?? detail.region,
			language: this.language,
			messages: this.messages,
			onProblem: (path: string) => this.#focusProblem(path),
		};
	}

	#bar(detail: RecordDetail): TemplateResult {
		const record = this.#record;
		const { outcome } = record;
		return actionBar({
			record,
			detail,
			behind: this.#behind(detail),
			reviewer: this.me.role !== "clipper",
			notice: outcome && this.#textOf(outcome, detail),
			messages: this.messages,
			save: this.save,
			publish: () => void this.#publish(),
			unmerge: (merged) => this.#actions.unmerge(merged),
			discard: () => this.discard(),
			showProblem: () => this.#focusProblem(),
		});
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-record": RecordPage;
	}
}
