import { html, nothing, type TemplateResult } from "lit";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import type { PossibleDuplicate } from "../../../shared/model/clip.ts";
import type { RecordDetail, RecordSummary } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { TryingElement } from "../app/trying-element.ts";

/** Somebody knows of a record that is the same, which was not proposed. */
export class OtherChosen extends Event {
	static readonly type = "workbench-other";
	readonly candidate: PossibleDuplicate;

	constructor(candidate: PossibleDuplicate) {
		super(OtherChosen.type);
		this.candidate = candidate;
	}
}

/**
 * Finds the other record to merge with, by its title, among those of the same kind and region.
 *
 * @fires workbench-other with the record that was chosen
 */
export class FindOther extends TryingElement {
	static override properties = {
		...TryingElement.properties,
		client: { attribute: false },
		detail: { attribute: false },
		found: { state: true },
	};
	declare client: Client;
	declare detail: RecordDetail;
	declare found: readonly RecordSummary[] | undefined;

	async open(): Promise<void> {
		Object.assign(this, { found: undefined, problem: undefined });
		await this.showDialog();
	}

	readonly #search = async (event: Event): Promise<void> => {
		event.preventDefault();
		const q = this.querySelector<HTMLInputElement>("#find-other-q")?.value.trim();
		if (!q) return;
		const { id, kind, region } = this.detail;
		await this.tryTo(async () => {
			const { items } = await this.client.records({ filters: { q, kind, region }, limit: 10 });
			this.found = items.filter((item) => item.id !== id && item.state !== "merged");
		});
	};

	#choose({ id, title }: RecordSummary): void {
		this.querySelector("dialog")?.close();
		this.dispatchEvent(new OtherChosen({ id, title, score: 0, reasons: [] }));
	}

	override render(): TemplateResult {
		const say = recordPageMessages[this.language].find;
		return html`<dialog aria-labelledby="find-other-title">
			<h2 id="find-other-title">${say.title}</h2>
			<form class="find-other" @submit=${this.#search}>
				<label for="find-other-q">${say.label}</label>
				<div class="pair"><input id="find-other-q" type="search" autocomplete="off" autofocus /><button>${say.search}</button></div>
			</form>
			<div role="status">
				${this.problem ? html`<p class="message bad">${this.problem}</p>` : nothing}
				${this.found?.length === 0 ? html`<p class="hint">${say.none}</p>` : nothing}
			</div>
			<ul class="plain-list">
				${(this.found ?? []).map(
					(item) => html`<li>
						<button type="button" class="link" @click=${() => this.#choose(item)}>${item.title}</button>
						<p class="hint">${this.messages.states[item.state]}</p>
					</li>`,
				)}
			</ul>
			<form method="dialog" class="buttons"><button class="plain">${say.cancel}</button></form>
		</dialog>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-find-other": FindOther;
	}
	interface HTMLElementEventMap {
		"workbench-other": OtherChosen;
	}
}
