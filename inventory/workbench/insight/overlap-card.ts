import { html, nothing, type TemplateResult } from "lit";
import type { RecordDetail } from "../api/answers.ts";
import { OtherChosen } from "../record/find-other.ts";
import type { OverlapDecision, OverlapItem } from "./overlap-client.ts";
import { OverlapElement } from "./overlap-element.ts";

/**
 * Beside an initiative: those that do nearly the same, with reasons, and what was decided of them.
 *
 * @fires workbench-other with one of the same region that is to be compared and merged
 */
export class OverlapCard extends OverlapElement {
	static override properties = {
		...OverlapElement.properties,
		detail: { attribute: false },
		items: { state: true },
	};
	declare detail: RecordDetail;
	declare items: readonly OverlapItem[] | undefined;
	#for = "";

	get #wanted(): boolean {
		const { kind, state } = this.detail;
		return kind === "initiative" && state !== "merged" && state !== "archived";
	}

	protected override willUpdate(): void {
		const version = `${this.detail.id} ${this.detail.revision} ${this.detail.mergedFrom.length}`;
		if (!this.#wanted || this.#for === version) return;
		if (!this.#for.startsWith(this.detail.id)) this.items = undefined;
		this.#for = version;
		void this.#load(version);
	}

	async #load(version: string): Promise<void> {
		try {
			const items = await this.api.ofRecord(this.detail.id);
			if (this.#for === version) Object.assign(this, { items, problem: undefined });
		} catch (error) {
			if (this.#for === version) this.tell(error);
		}
	}

	#decided(id: string, decision: OverlapDecision | null): void {
		this.items = this.items?.map((item) => (item.id === id ? { ...item, decision } : item));
	}

	#item(item: OverlapItem): TemplateResult {
		const { say, detail } = this;
		const { id, title, region, score, decision } = item;
		const compare = () => this.dispatchEvent(new OtherChosen({ id, title, score: score ?? 0, reasons: [] }));
		return html`<li>
			${this.link(item)}
			<p class="hint">${this.regionName(region)}</p>
			${this.reasons(item.reasons.slice(0, 4))}
			${this.choices(detail, item, decision, (next) => this.#decided(id, next))}
			${
				decision?.outcome === "merge"
					? html`<p><button type="button" aria-label=${say.compareWith(title)} @click=${compare}>${say.compare}</button></p>`
					: nothing
			}
		</li>`;
	}

	override render(): TemplateResult | typeof nothing {
		const { say, items, problem } = this;
		if (!this.#wanted || (!problem && (items ?? []).length === 0)) return nothing;
		return html`<section class="card" aria-labelledby="side-overlap">
			<h2 id="side-overlap">${say.card}</h2>
			<p class="hint">${say.cardHint}</p>
			${problem ? html`<p class="message bad" role="alert">${problem}</p>` : nothing}
			<ul class="plain-list">${items?.map((item) => this.#item(item))}</ul>
			<p><a href="#/overlap">${say.cardMore}</a></p>
		</section>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-overlap-card": OverlapCard;
	}
}
