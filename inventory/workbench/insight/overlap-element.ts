import { html, type TemplateResult } from "lit";
import { type OverlapOutcome, overlapOutcomes } from "../../../shared/insight/overlap/outcomes.ts";
import { overlapMessages } from "../../../shared/messages/workbench/insight-overlap.ts";
import { dateIn } from "../../../shared/text/zoned-time.ts";
import { staffApi } from "../../browser/staff-api.ts";
import { addressOfRecord } from "../app/route.ts";
import { dateText } from "../text/dates.ts";
import { InsightElement } from "./insight-element.ts";
import { type OverlapDecision, overlapClient } from "./overlap-client.ts";

/** One of two, as far as choosing needs it. */
export interface Side {
	id: string;
	title: string;
	region: string;
}

/** What the page and the card share: their client, their words and the choice between outcomes. */
export class OverlapElement extends InsightElement {
	protected readonly api = overlapClient(
		staffApi({ fetch: (input, init) => fetch(input, init), language: () => this.language }),
	);

	protected get say() {
		return overlapMessages[this.language];
	}

	protected isMine(region: string): boolean {
		return this.me.regions.some(({ id, role }) => id === region && role !== "clipper");
	}

	protected regionName(id: string): string {
		return this.me.regions.find((region) => region.id === id)?.name ?? id;
	}

	/** The title, leading to the record or, of a region elsewhere, to its public page. */
	protected link({ id, title, region }: Side): TemplateResult {
		const address = this.isMine(region) ? addressOfRecord(id) : `/${region}/initiatives/${id}`;
		return html`<a href=${address}>${title}</a>`;
	}

	async #decide(work: () => Promise<void>, done: string, focus: string): Promise<void> {
		if (await this.attempt(work, done)) await this.focusOn(focus);
	}

	/** The three buttons, or what was decided with the way back. `decided` is told what stands from then on. */
	protected choices(
		one: Side,
		other: Side,
		decision: OverlapDecision | null,
		decided: (decision: OverlapDecision | null) => void,
	): TemplateResult {
		const { say } = this;
		const key = `choices-${one.id}-${other.id}`;
		const focus = `[id="${key}"] button`;
		if (decision) {
			const undo = () =>
				this.#decide(
					async () => {
						await this.api.takeBack(one.id, other.id);
						decided(null);
					},
					say.undone,
					focus,
				);
			return html`<p id=${key} class="overlap-choices">
				<span>${say.decided[decision.outcome](decision.by, dateText(dateIn("Europe/Amsterdam", Date.parse(decision.at)), this.language))}</span>
				<button type="button" class="link" aria-label=${say.undoFor(one.title, other.title)} @click=${undo}>${say.undo}</button>
			</p>`;
		}
		// Deciding goes through the record of a region of one's own.
		const [own, second] = this.isMine(one.region) ? [one, other] : [other, one];
		const choose = (outcome: OverlapOutcome) =>
			this.#decide(async () => decided(await this.api.decide(own.id, second.id, outcome)), say.saved[outcome], focus);
		const possible = overlapOutcomes.filter((outcome) => outcome !== "merge" || one.region === other.region);
		return html`<p id=${key} class="overlap-choices">
			${possible.map(
				(outcome) => html`<button
					type="button"
					aria-label=${say.choose[outcome](one.title, other.title)}
					@click=${() => choose(outcome)}
				>
					${say.outcomes[outcome]}
				</button>`,
			)}
		</p>`;
	}

	protected reasons(reasons: readonly { nl: string; en: string }[]): TemplateResult {
		return html`<ul class="overlap-reasons">
			${reasons.map((reason) => html`<li>${reason[this.language]}.</li>`)}
		</ul>`;
	}

	protected strength(score: number): TemplateResult {
		const { strong, clear } = this.say.strength;
		return html`<span class="tag">${score >= 0.8 ? strong : clear}</span>`;
	}
}
