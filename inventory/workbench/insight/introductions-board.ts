import { html, nothing, type TemplateResult } from "lit";
import { type IntroductionStatus, introductionStatuses } from "../../../shared/vocabularies/introduction-statuses.ts";
import { codesOf, labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import { agoText } from "../text/dates.ts";
import { factsOf, type MatchReading, titleOf } from "./match-parts.ts";
import type { Introduction, WholeIntroduction } from "./matching-client.ts";
import { MatchingElement } from "./matching-element.ts";

const statuses = codesOf(introductionStatuses);
const statusIn = (value: string): IntroductionStatus | undefined => statuses.find((code) => code === value);

/**
 * The introductions of a region by what became of them. The last change can be undone.
 *
 * @fires workbench-announce @fires workbench-session-ended
 */
export class IntroductionsBoard extends MatchingElement {
	static override properties = {
		...MatchingElement.properties,
		region: { attribute: false },
		items: { state: true },
		next: { state: true },
		undoable: { state: true },
		open: { state: true },
	};
	declare region: string | undefined;
	declare items: readonly Introduction[] | undefined;
	declare next: string | null;
	/** What was changed last, and what it was before. */
	declare undoable: { id: string; title: string; before: IntroductionStatus } | undefined;
	declare open: WholeIntroduction | undefined;

	constructor() {
		super();
		this.next = null;
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		// The very first time too: then the region changes from nothing, perhaps to nothing.
		if (changed.has("region") || (!this.hasUpdated && !this.items)) {
			this.items = undefined;
			this.undoable = undefined;
			void this.#load();
		}
	}

	async #load(after?: string): Promise<void> {
		const { region } = this;
		this.busy = false;
		await this.attempt(async () => {
			const page = await this.api.introductions({ region, after });
			if (region !== this.region) return;
			this.items = [...(after ? (this.items ?? []) : []), ...page.items];
			this.next = page.next;
		});
	}

	#put(changed: WholeIntroduction): void {
		this.items = this.items?.map((one) => (one.id === changed.id ? changed : one));
	}

	async #change(introduction: Introduction, status: IntroductionStatus | undefined): Promise<void> {
		if (!status || status === introduction.status) return;
		const { id, status: before, request } = introduction;
		const done = await this.attempt(
			async () => this.#put(await this.api.change(introduction, { status })),
			this.say.changed(labelOf(introductionStatuses, status, this.language)),
		);
		if (done) this.undoable = { id, title: request.title, before };
		// What somebody else changed meanwhile is shown as it is now, beside the sentence that says so.
		else await this.#again(id);
		await this.focusOn(`#status-${id}`);
	}

	async #again(id: string): Promise<void> {
		const { problem } = this;
		await this.attempt(async () => this.#put(await this.api.read(id)));
		this.problem = problem;
	}

	async #undo(): Promise<void> {
		const { undoable } = this;
		const introduction = this.items?.find(({ id }) => id === undoable?.id);
		if (!undoable || !introduction) return;
		const done = await this.attempt(
			async () => this.#put(await this.api.change(introduction, { status: undoable.before })),
			this.say.undone,
		);
		if (!done) return;
		this.undoable = undefined;
		await this.focusOn(`#status-${undoable.id}`);
	}

	async #note(introduction: Introduction, note: string): Promise<void> {
		if (note === (introduction.note ?? "")) return;
		await this.attempt(
			async () => this.#put(await this.api.change(introduction, { note: note || null })),
			this.say.noteSaved,
		);
	}

	async #text(id: string): Promise<void> {
		const done = await this.attempt(async () => {
			this.open = await this.api.read(id);
		});
		if (done) await this.focusOn(`#letter-${id}`);
	}

	#one(introduction: Introduction): TemplateResult {
		const { say, language } = this;
		const { id, request, offer, note, status, updatedAt } = introduction;
		const reading: MatchReading = { language, say, me: this.me };
		const onStatus = ({ currentTarget }: Event) =>
			currentTarget instanceof HTMLSelectElement && void this.#change(introduction, statusIn(currentTarget.value));
		const onNote = ({ currentTarget }: Event) =>
			currentTarget instanceof HTMLInputElement && void this.#note(introduction, currentTarget.value.trim());
		return html`<li class="card introduction">
			<p><span class="which">${say.request}</span> ${titleOf(request, reading)}</p>
			<p class="hint">${factsOf(request, reading)}</p>
			<p><span class="which">${say.offer}</span> ${titleOf(offer, reading)}</p>
			<p class="hint">${factsOf(offer, reading)}</p>
			<label for="status-${id}"><span aria-hidden="true">${say.status}</span><span class="visually-hidden">${say.statusOf(request.title)}</span></label>
			<select id="status-${id}" .value=${status} @change=${onStatus}>
				${statuses.map((code) => html`<option value=${code} ?selected=${code === status}>${labelOf(introductionStatuses, code, language)}</option>`)}
			</select>
			<label for="note-${id}"><span aria-hidden="true">${say.note}</span><span class="visually-hidden">${say.noteOf(request.title)}</span></label>
			<input id="note-${id}" type="text" maxlength="300" .value=${note ?? ""} @change=${onNote} />
			<p class="hint">${say.since(agoText(updatedAt, language, Date.now()))}</p>
			<button type="button" class="link" @click=${() => void this.#text(id)}>${say.text}</button>
			${
				this.open?.id === id
					? html`<workbench-letter
							.language=${language}
							.me=${this.me}
							.introduction=${this.open}
							.headingId=${`letter-${id}`}
							@workbench-letter-closed=${() => {
								this.open = undefined;
								void this.focusOn(`#status-${id}`);
							}}
						></workbench-letter>`
					: nothing
			}
		</li>`;
	}

	#column(status: IntroductionStatus, items: readonly Introduction[]): TemplateResult {
		const { say, language } = this;
		const here = items.filter((one) => one.status === status);
		return html`<section aria-labelledby="column-${status}">
			<h2 id="column-${status}">${labelOf(introductionStatuses, status, language)} <span class="count">${here.length}</span></h2>
			${here.length === 0 ? html`<p class="hint">${say.nothingHere}</p>` : html`<ul class="plain">${here.map((one) => this.#one(one))}</ul>`}
		</section>`;
	}

	override render(): TemplateResult {
		const { say, items, undoable } = this;
		return html`${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${
				undoable
					? html`<p class="message good">
							${undoable.title}
							<button type="button" class="link" @click=${() => void this.#undo()}>${say.undo}</button>
						</p>`
					: nothing
			}
			${
				items === undefined
					? this.problem
						? nothing
						: html`<p class="waiting" aria-busy="true">${say.loading}</p>`
					: items.length === 0
						? html`<p class="empty">${say.emptyIntroductions}</p>`
						: html`<div class="board">${statuses.map((status) => this.#column(status, items))}</div>`
			}
			${
				this.next
					? html`<p><button type="button" @click=${() => void this.#load(this.next ?? undefined)}>${say.more}</button></p>`
					: nothing
			}`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-introductions": IntroductionsBoard;
	}
}
