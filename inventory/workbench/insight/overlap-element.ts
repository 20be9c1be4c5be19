import { html, type TemplateResult } from "lit";
import { type OverlapOutcome, overlapOutcomes } from "../../../shared/insight/overlap/outcomes.ts";
import { overlapMessages } from "../../../shared/messages/workbench/insight-overlap.ts";
import { dateIn } from "../../../shared/text/zoned-time.ts";
import { ApiRefusal, isFailure, sentenceOf } from "../../browser/failure.ts";
import { type Me, staffApi } from "../../browser/staff-api.ts";
import { Announcement, SessionEnded } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { addressOfRecord } from "../app/route.ts";
import { dateText } from "../text/dates.ts";
import { type OverlapDecision, overlapClient } from "./overlap-client.ts";

/** One of two, as far as choosing needs it. */
export interface Side {
	id: string;
	title: string;
	region: string;
}

/** What the page and the card share: their client, their words, the choice between outcomes, and what went wrong. */
export class OverlapElement extends LightElement {
	static override properties = {
		...LightElement.properties,
		me: { attribute: false },
		problem: { state: true },
		busy: { state: true },
	};
	declare me: Me;
	declare problem: string | undefined;
	declare busy: boolean;

	protected readonly api = overlapClient(
		staffApi({ fetch: (input, init) => fetch(input, init), language: () => this.language }),
	);

	constructor() {
		super();
		this.busy = false;
	}

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

	/** Tells what went wrong. Throws what is a bug. */
	protected tell(error: unknown): void {
		if (!isFailure(error)) throw error;
		if (error instanceof ApiRefusal && error.status === 401) this.dispatchEvent(new SessionEnded());
		this.problem = sentenceOf(error, this.messages);
	}

	/** Does it, or shows why not. Of two clicks the second does nothing. */
	async #attempt(work: () => Promise<void>, done: string, focus: string): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.problem = undefined;
		try {
			await work();
			this.dispatchEvent(new Announcement(done));
			await this.updateComplete;
			this.querySelector<HTMLElement>(focus)?.focus();
		} catch (error) {
			this.tell(error);
		} finally {
			this.busy = false;
		}
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
				this.#attempt(
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
			this.#attempt(async () => decided(await this.api.decide(own.id, second.id, outcome)), say.saved[outcome], focus);
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
