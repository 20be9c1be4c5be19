import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { knownMessages } from "../../shared/messages/known.ts";
import { type PanelMessages, panelMessages } from "../../shared/messages/panel/messages.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { openSettings } from "../browser.ts";
import { keyOf } from "../draft/draft.ts";
import { removeDraft } from "../draft/draft-store.ts";
import type { Candidate, FieldName } from "../draft/fields.ts";
import { hasField } from "../draft/paths.ts";
import { type FieldFinding, personalIn, without } from "../draft/personal.ts";
import { noTags, type RecentTags } from "../draft/recent-tags.ts";
import { readRecentTags } from "../draft/recent-tags-store.ts";
import { ClipperKnown } from "../known/clipper-known.ts";
import type { KnownOrganizations } from "../known/organizations.ts";
import type { Access } from "../known/sync.ts";
import type { VerdictEvent } from "../known/verdict-event.ts";
import type { OutboxEntry } from "../outbox/entry.ts";
import type { SuggestEvent } from "../suggest/suggest-event.ts";
import { candidatesView } from "./candidates-view.ts";
import { changedView } from "./changed-view.ts";
import { DraftController } from "./draft-controller.ts";
import { draftForm } from "./draft-form.ts";
import { draftOfMerge, type Merge, mergeOf, mergeView } from "./merge-view.ts";
import { changeLabel, keepingView, noticeView, pauseView } from "./notices.ts";
import { OutboxController } from "./outbox-controller.ts";
import { recentClips } from "./recent-clips.ts";
import { type ShownQuote, showQuote } from "./show-quote.ts";

/**
 * The clipper's panel: the form of the page that was clicked, and what became of earlier clips. The same page serves as
 * side panel, sidebar and tab. Renders into itself, so that the house style and labels reach everything.
 */
export class ClipperPanel extends LitElement {
	static override properties: PropertyDeclarations = {
		removing: { state: true },
		merge: { state: true },
		chosen: { state: true },
		recent: { state: true },
		shownQuote: { state: true },
		organizations: { state: true },
	};
	/** The clip or draft that somebody is asked to confirm the removal of. */
	declare removing: string | undefined;
	declare merge: Merge | undefined;
	/** Ticked candidates. */
	declare chosen: ReadonlySet<Candidate>;
	declare recent: RecentTags;
	/** What came of "show me", and for which field. */
	declare shownQuote: { field: FieldName; outcome: ShownQuote } | undefined;

	/** Those that the inventory knows. */
	declare organizations: KnownOrganizations | undefined;

	#language: Language;
	#say: PanelMessages;
	#draft: DraftController;
	#outbox: OutboxController;

	constructor() {
		super();
		const { language, say } = panelMessages(navigator.language);
		this.#language = language;
		this.#say = say;
		this.chosen = new Set();
		this.recent = noTags;
		this.#draft = new DraftController(this, language);
		this.#outbox = new OutboxController(this);
	}

	protected override createRenderRoot(): HTMLElement {
		return this;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		void this.#open();
	}

	async #open(): Promise<void> {
		await this.#outbox.open();
		this.recent = await readRecentTags();
		this.#draft.region = this.#outbox.connection?.region ?? "";
		await this.#draft.open();
	}

	protected override willUpdate(): void {
		// The connection may have been made while we were open.
		this.#draft.region = this.#outbox.connection?.region ?? "";
		const { draft } = this.#draft;
		if (draft && draft.region === "" && this.#draft.region !== "")
			this.#draft.draft = { ...draft, region: this.#draft.region };
	}

	async #save(): Promise<void> {
		const saved = await this.#draft.save();
		await this.#tell(saved ? this.querySelector<HTMLElement>("#notice") : undefined);
		if (saved) this.recent = await readRecentTags();
	}

	/** Takes the person to what happened: `target`, else the first field that is not right. */
	async #tell(target: HTMLElement | null | undefined): Promise<void> {
		await this.updateComplete;
		const found =
			target ??
			this.querySelector<HTMLElement>("form [aria-invalid='true']") ??
			this.querySelector<HTMLElement>("#notice");
		found?.focus();
		found?.scrollIntoView({ block: "center" });
	}

	#onKey(event: KeyboardEvent): void {
		if (!(event.ctrlKey || event.metaKey)) return;
		if (event.key === "Enter") {
			event.preventDefault();
			void this.#save();
			return;
		}
		// Within a text field the browser undoes letter by letter.
		const { target } = event;
		const typing =
			target instanceof HTMLTextAreaElement ||
			(target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type));
		if (event.key.toLowerCase() === "z" && !event.shiftKey && !typing) {
			event.preventDefault();
			this.#draft.undo();
		}
	}

	async #saveMerge(): Promise<void> {
		const { merge } = this;
		if (!merge) return;
		this.merge = undefined;
		const draft = draftOfMerge(merge);
		const saved = await this.#draft.save(draft, "merged");
		// What cannot be saved as it is goes on in the form, with the problems beside its fields.
		if (!saved) this.#draft.correct({ ...merge.entry, draft, refusal: undefined });
		await this.#tell(saved ? this.querySelector<HTMLElement>("#notice") : undefined);
	}

	async #openMerge(entry: OutboxEntry): Promise<void> {
		this.merge = mergeOf(entry);
		await this.updateComplete;
		this.querySelector<HTMLElement>("#merge h2")?.focus();
	}

	async #showMe(field: FieldName): Promise<void> {
		const { draft } = this.#draft;
		const quote = draft?.evidence[field]?.quote;
		if (draft && quote) this.shownQuote = { field, outcome: await showQuote(draft.tab, quote) };
	}

	async #saveCandidates(): Promise<void> {
		const chosen = this.#draft.candidates.filter((it) => this.chosen.has(it));
		this.chosen = new Set();
		await this.#draft.saveCandidates(chosen);
		await this.#tell(this.querySelector<HTMLElement>("#notice"));
	}

	#form(): TemplateResult {
		const say = this.#say;
		const { draft, problems, candidates, changed } = this.#draft;
		if (!draft)
			return html`<div class="card idle">
				<p>${say.intro}</p>
				<div class="actions">
					<button type="button" class="primary" @click=${() => void this.#draft.readActive()}>${say.readPage}</button>
					<button type="button" @click=${() => this.#draft.startManually()}>${say.manual}</button>
				</div>
			</div>`;
		const leaveOut = (finding: FieldFinding) =>
			this.#draft.change({ field: finding.field, value: without(draft.fields[finding.field], finding) });
		const view = {
			draft,
			problems: new Map(
				[...problems].filter(
					([name]) => name === "region" || name === "note" || (name !== "other" && hasField(draft.kind, name)),
				),
			),
			language: this.#language,
			say,
			recent: this.recent,
			personal: personalIn(draft),
			shownQuote: this.shownQuote,
			change: this.#draft.change.bind(this.#draft),
			showMe: (name: FieldName) => void this.#showMe(name),
			leaveOut,
			allow: (text: string) => this.#draft.allowPersonal(text),
			suggestions: html`<clipper-suggestions
				.draft=${draft}
				.organizations=${this.organizations}
				language=${this.#language}
				@clipper-suggest=${({ change }: SuggestEvent) => this.#draft.change(change)}
			></clipper-suggestions>`,
		};
		return html`${
			/^[a-z]+:\/\//.test(draft.page.url)
				? html`<p class="page"><span class="hint">${say.page}</span> <span class="address">${draft.page.url}</span></p>`
				: nothing
		}
			${
				changed
					? changedView({
							changed,
							language: this.#language,
							say,
							choose: (taken) => this.#draft.chooseChanges(taken),
							take: () =>
								void this.#draft.takeChanges().then(() => this.#tell(this.querySelector<HTMLElement>("#notice"))),
							leave: () => {
								this.#draft.chooseChanges(undefined);
								void this.#tell(this.querySelector<HTMLElement>("#notice"));
							},
						})
					: nothing
			}
			${
				candidates.length > 1
					? candidatesView({
							candidates,
							chosen: this.chosen,
							language: this.#language,
							say,
							choose: (chosen) => {
								this.chosen = chosen;
							},
							save: () => void this.#saveCandidates(),
						})
					: nothing
			}
			<clipper-known
				.draft=${draft}
				.access=${this.#access(draft.region)}
				language=${this.#language}
				@clipper-verdict=${this.#onVerdict}
				@clipper-organizations=${this.#onOrganizations}
			></clipper-known>
			<form id="draft" novalidate @submit=${this.#submit} @keydown=${this.#onKey}>
				${draftForm(view, this.#outbox.connection?.regions ?? [])}
			</form>`;
	}

	/** The index of the region that the draft is for. */
	#access(region: string): Access | undefined {
		const { connection } = this.#outbox;
		return connection && region ? { address: connection.address, token: connection.token, region } : undefined;
	}

	#onVerdict = ({ verdict, entry }: VerdictEvent) => {
		const { draft } = this.#draft;
		if (!draft) return;
		if (verdict === "same") void this.#draft.follow(entry.id);
		if (verdict === "different") this.#draft.setApart(entry.id);
		if (verdict !== "edition") return;
		const note = knownMessages(this.#language).editionNote(entry.title, entry.id);
		if (!draft.note.includes(note)) this.#draft.change({ field: "note", value: `${draft.note}\n${note}`.trim() });
	};

	#onOrganizations = ({ target }: Event) => {
		if (target instanceof ClipperKnown) this.organizations = target.organizations;
	};

	#body(): TemplateResult {
		const { merge } = this;
		if (merge)
			return mergeView({
				merge,
				language: this.#language,
				say: this.#say,
				choose: (theirs) => {
					this.merge = { ...merge, theirs };
				},
				apply: () => void this.#saveMerge(),
				cancel: () => {
					this.merge = undefined;
				},
			});
		if (this.#draft.phase === "reading") return html`<p class="hint">${this.#say.reading}</p>`;
		return this.#form();
	}

	#submit = (event: Event) => {
		event.preventDefault();
		void this.#save();
	};

	/** The buttons of the form, outside of what scrolls: they never cover a field. */
	#bar(): TemplateResult | typeof nothing {
		const say = this.#say;
		const { draft, undoable, phase } = this.#draft;
		if (phase !== "form" || this.merge || !draft) return nothing;
		const discard = () => void this.#draft.discard().then(() => this.#outbox.refresh());
		return html`<section class="bar" aria-label=${say.actions}>
			<button type="submit" form="draft" class="primary">${say.save}</button>
			<button
				type="button"
				id="undo"
				?disabled=${undoable === undefined}
				aria-label=${undoable ? say.undoField(changeLabel(undoable, draft.kind, say)) : nothing}
				title=${undoable ? say.undoField(changeLabel(undoable, draft.kind, say)) : nothing}
				@click=${() => this.#draft.undo()}
			>
				${say.undo}
			</button>
			<button type="button" id="discard" @click=${discard}>${say.discard}</button>
		</section>`;
	}

	#lists(): TemplateResult | typeof nothing {
		const outbox = this.#outbox;
		if (!outbox.loaded) return nothing;
		return recentClips({
			entries: outbox.entries,
			waiting: outbox.waiting,
			drafts: outbox.draftsBeside(this.#draft.draft && keyOf(this.#draft.draft)),
			language: this.#language,
			say: this.#say,
			removing: this.removing,
			edit: (entry) => this.#draft.correct(entry),
			compare: (entry) => void this.#openMerge(entry),
			retry: (entry) => void outbox.retry(entry),
			askRemove: (id) => {
				this.removing = id;
			},
			remove: (entry) => void outbox.remove(entry),
			openDraft: (saved) => void this.#draft.resume(saved),
			removeDraft: (saved) => void removeDraft(saved.key).then(() => outbox.refresh()),
			export: () => void outbox.export(),
		});
	}

	protected override render(): TemplateResult {
		const say = this.#say;
		return html`<header class="top">
				<h1>${say.product}</h1>
				<button type="button" class="small quiet" @click=${openSettings}>${say.settings}</button>
			</header>
			<main>
				${keepingView(this.#outbox, say)}${pauseView(this.#outbox, say)}
				<div role="status">${this.merge ? nothing : noticeView(this.#draft, { say, language: this.#language })}</div>
				${this.#body()}${this.#lists()}
			</main>
			${this.#bar()}`;
	}
}
