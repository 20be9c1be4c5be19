import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { type PanelMessages, panelMessages } from "../../shared/messages/panel/messages.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { openSettings } from "../browser.ts";
import { removeDraft } from "../draft/draft-store.ts";
import { hasField } from "../draft/paths.ts";
import { DraftController } from "./draft-controller.ts";
import { draftForm } from "./draft-form.ts";
import { OutboxController } from "./outbox-controller.ts";
import { momentText, recentClips } from "./recent-clips.ts";

/**
 * The clipper's panel: the form of the page that was clicked, and what became of earlier clips. The same page serves as
 * side panel, sidebar and tab. Renders into itself, so that the house style and labels reach everything.
 */
export class ClipperPanel extends LitElement {
	static override properties: PropertyDeclarations = { removing: { state: true } };
	declare removing: string | undefined;

	#language: Language;
	#say: PanelMessages;
	#draft: DraftController;
	#outbox: OutboxController;

	constructor() {
		super();
		const { language, say } = panelMessages(navigator.language);
		this.#language = language;
		this.#say = say;
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
		await this.updateComplete;
		const target = saved ? this.querySelector<HTMLElement>("#notice") : this.#firstProblem();
		target?.focus();
		target?.scrollIntoView({ block: "center" });
	}

	#firstProblem(): HTMLElement | null {
		return this.querySelector<HTMLElement>("form [aria-invalid='true']") ?? this.querySelector<HTMLElement>("#notice");
	}

	#onKey(event: KeyboardEvent): void {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void this.#save();
	}

	#notice(): TemplateResult | typeof nothing {
		const { notice, problems } = this.#draft;
		const say = this.#say;
		const at = (moment: number) => momentText(moment, this.#language);
		const [tone, text] = ((): [string, string] => {
			switch (notice?.about) {
				case undefined:
					return ["", ""];
				case "unreadable":
					return ["warn", say.unreadable[notice.why]];
				case "restored":
					return ["", say.restored(at(notice.at))];
				case "clipped-before":
					return ["warn", say.clippedBefore(at(notice.at))];
				case "correcting":
					return ["", say.correcting(notice.title)];
				case "saved":
					return ["good", say.saved(notice.title)];
				case "not-stored":
					return ["bad", say.notStored];
				case "problems":
					return ["bad", say.problems(problems.size)];
			}
		})();
		if (!text) return nothing;
		const other = problems.get("other");
		return html`<div class="message ${tone}" id="notice" tabindex="-1">
			<p>${text}</p>
			${other ? html`<p>${other}</p>` : nothing}
		</div>`;
	}

	/** What keeps clips from being sent, with the way out of it. */
	#pause(): TemplateResult | typeof nothing {
		const { pause, connection, loaded } = this.#outbox;
		const say = this.#say;
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
				<button type="button" class="small" @click=${openSettings}>${say.settings}</button>
				<button type="button" class="small" @click=${() => this.#outbox.drain("retry")}>${say.retryAll}</button>
			</div>
		</div>`;
	}

	#body(): TemplateResult {
		const say = this.#say;
		const { phase, draft, problems } = this.#draft;
		if (phase === "reading") return html`<p class="hint">${say.reading}</p>`;
		if (!draft)
			return html`<div class="card idle">
				<p>${say.intro}</p>
				<div class="actions">
					<button type="button" class="primary" @click=${() => void this.#draft.readActive()}>${say.readPage}</button>
					<button type="button" @click=${() => this.#draft.startManually()}>${say.manual}</button>
				</div>
			</div>`;
		const view = {
			draft,
			problems: new Map(
				[...problems].filter(
					([name]) => name === "region" || name === "note" || (name !== "other" && hasField(draft.kind, name)),
				),
			),
			language: this.#language,
			say,
			change: this.#draft.change.bind(this.#draft),
		};
		return html`${
			/^[a-z]+:\/\//.test(draft.page.url)
				? html`<p class="page"><span class="hint">${say.page}</span> <span class="address">${draft.page.url}</span></p>`
				: nothing
		}
			<form id="draft" novalidate @submit=${this.#submit} @keydown=${this.#onKey}>
				${draftForm(view, this.#outbox.connection?.regions ?? [])}
			</form>`;
	}

	#submit = (event: Event) => {
		event.preventDefault();
		void this.#save();
	};

	/** The buttons of the form, outside of what scrolls: they never cover a field. */
	#bar(): TemplateResult | typeof nothing {
		if (this.#draft.phase !== "form") return nothing;
		const discard = () => void this.#draft.discard().then(() => this.#outbox.refresh());
		return html`<section class="bar" aria-label=${this.#say.actions}>
			<button type="submit" form="draft" class="primary">${this.#say.save}</button>
			<button type="button" @click=${discard}>${this.#say.discard}</button>
		</section>`;
	}

	protected override render(): TemplateResult {
		const say = this.#say;
		const outbox = this.#outbox;
		const current = this.#draft.draft?.page.url;
		return html`<header class="top">
				<h1>${say.product}</h1>
				<button type="button" class="small quiet" @click=${openSettings}>${say.settings}</button>
			</header>
			<main>
				${this.#pause()}
				<div role="status">${this.#notice()}</div>
				${this.#body()}
				${
					outbox.loaded
						? recentClips({
								entries: outbox.entries,
								drafts: outbox.drafts.filter((it) => it.url !== current),
								language: this.#language,
								say,
								removing: this.removing,
								edit: (entry) => this.#draft.correct(entry),
								retry: (entry) => void outbox.retry(entry),
								askRemove: (id) => {
									this.removing = id;
								},
								remove: (entry) => void outbox.remove(entry),
								openDraft: (saved) => this.#draft.resume(saved),
								removeDraft: (saved) => void removeDraft(saved.url).then(() => outbox.refresh()),
							})
						: nothing
				}
			</main>
			${this.#bar()}`;
	}
}
