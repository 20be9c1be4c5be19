import { html, nothing, type TemplateResult } from "lit";
import type { RecordDetail } from "../api/answers.ts";
import { factsOf, type MatchReading, reasonsOf, titleOf } from "./match-parts.ts";
import type { Match } from "./matching-client.ts";
import { MatchingElement } from "./matching-element.ts";

/** Beside an opportunity: what suits it best. */
export class SuitsCard extends MatchingElement {
	static override properties = {
		...MatchingElement.properties,
		detail: { attribute: false },
		items: { state: true },
	};
	declare detail: RecordDetail;
	declare items: readonly Match[] | undefined;
	#for = "";

	get #wanted(): boolean {
		const { kind, state } = this.detail;
		return kind === "opportunity" && state !== "merged" && state !== "archived";
	}

	protected override willUpdate(): void {
		const version = `${this.detail.id} ${this.detail.revision}`;
		if (!this.#wanted || this.#for === version) return;
		this.#for = version;
		this.busy = false;
		void this.attempt(async () => {
			const items = await this.api.matches(this.detail.id);
			if (this.#for === version) this.items = items;
		});
	}

	override render(): TemplateResult | typeof nothing {
		const { say, items } = this;
		if (!this.#wanted || (!items && !this.problem)) return nothing;
		const reading: MatchReading = { language: this.language, say, me: this.me };
		return html`<section class="card" aria-labelledby="side-suits">
			<h2 id="side-suits">${say.card}</h2>
			${this.problem ? html`<p class="message bad">${this.problem}</p>` : nothing}
			${
				items?.length === 0
					? html`<p class="hint">${say.none}</p>`
					: html`<ul class="plain-list">
							${items?.map(
								(match) => html`<li>
									${titleOf(match, reading)}
									<p class="hint">${factsOf(match, reading)}</p>
									${reasonsOf(match, reading)}
								</li>`,
							)}
						</ul>`
			}
			<p><a href="#/matching">${say.cardMore}</a></p>
		</section>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-suits": SuitsCard;
	}
}
