import { html, nothing, type TemplateResult } from "lit";
import { introductionStatuses } from "../../../shared/vocabularies/introduction-statuses.ts";
import { labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import { factsOf, type MatchReading, missesOf, reasonsOf, statusTag, titleOf } from "./match-parts.ts";
import type { Match, OpenSide, WholeIntroduction } from "./matching-client.ts";
import { MatchingElement } from "./matching-element.ts";

/**
 * One request or offer with what suits it best. From here both sides are brought together, which can be undone.
 *
 * @fires workbench-announce @fires workbench-session-ended
 */
export class MatchCard extends MatchingElement {
	static override properties = {
		...MatchingElement.properties,
		side: { attribute: false },
		missed: { state: true },
		known: { state: true },
		open: { state: true },
	};
	declare side: OpenSide;
	/** What comes close, once somebody asked why it is not proposed. */
	declare missed: readonly Match[] | undefined;
	/** Introductions as they are since this card was drawn, by the other side. */
	declare known: ReadonlyMap<string, WholeIntroduction>;
	/** The other side of the introduction whose text is shown. */
	declare open: string | undefined;

	constructor() {
		super();
		this.known = new Map();
	}

	get #reading(): MatchReading {
		return { language: this.language, say: this.say, me: this.me };
	}

	#introductionOf = (match: Match) => this.known.get(match.id) ?? match.introduction ?? undefined;

	#keep(other: string, introduction: WholeIntroduction): void {
		this.known = new Map(this.known).set(other, introduction);
	}

	async #introduce(match: Match, status: "introduced" | "proposed"): Promise<void> {
		const standing = this.#introductionOf(match);
		const [request, offer] = this.side.direction === "request" ? [this.side.id, match.id] : [match.id, this.side.id];
		const done = await this.attempt(
			async () =>
				this.#keep(
					match.id,
					standing ? await this.api.change(standing, { status }) : await this.api.introduce(request, offer, status),
				),
			status === "introduced" ? this.say.introduced : this.say.proposed,
		);
		if (done && status === "introduced") await this.#show(match.id);
	}

	async #show(other: string): Promise<void> {
		this.open = other;
		await this.focusOn(`#letter-${this.side.id}-${other}`);
	}

	async #text(match: Match): Promise<void> {
		const standing = this.#introductionOf(match);
		if (!standing) return;
		const done = await this.attempt(async () => this.#keep(match.id, await this.api.read(standing.id)));
		if (done) await this.#show(match.id);
	}

	async #undo(match: Match): Promise<void> {
		const standing = this.#introductionOf(match);
		if (!standing) return;
		const done = await this.attempt(
			async () => this.#keep(match.id, await this.api.change(standing, { status: "proposed" })),
			this.say.undone,
		);
		if (!done) return;
		this.open = undefined;
		await this.focusOn(`#introduce-${this.side.id}-${match.id}`);
	}

	async #whyNot(): Promise<void> {
		if (this.missed) {
			this.missed = undefined;
			return;
		}
		await this.attempt(async () => {
			this.missed = await this.api.whyNot(this.side.id);
		});
	}

	#buttons(match: Match): TemplateResult {
		const { say, side } = this;
		const introduction = this.#introductionOf(match);
		if (introduction && introduction.status !== "proposed") {
			return html`<div class="row">
				<button type="button" id="introduce-${side.id}-${match.id}" @click=${() => void this.#text(match)}>${say.text}</button>
				${
					introduction.status === "introduced"
						? html`<button type="button" class="plain" @click=${() => void this.#undo(match)}>${say.undo}</button>`
						: nothing
				}
			</div>`;
		}
		return html`<div class="row">
			<button
				type="button"
				class="primary"
				id="introduce-${side.id}-${match.id}"
				aria-label=${say.introduceLabel(side.title, match.title)}
				@click=${() => void this.#introduce(match, "introduced")}
			>
				${say.introduce}
			</button>
			${
				introduction
					? nothing
					: html`<button type="button" class="plain" @click=${() => void this.#introduce(match, "proposed")}>${say.propose}</button>`
			}
		</div>`;
	}

	#match(match: Match): TemplateResult {
		const { say, side } = this;
		const introduction = this.#introductionOf(match);
		const whole = this.known.get(match.id);
		return html`<li class="match">
			<h3>
				${titleOf(match, this.#reading)}
				${statusTag(introduction && labelOf(introductionStatuses, introduction.status, this.language))}
			</h3>
			<p class="hint">${factsOf(match, this.#reading)} · ${say.score(Math.round(match.score * 100))}</p>
			${reasonsOf(match, this.#reading)}${this.#buttons(match)}
			${
				this.open === match.id && whole
					? html`<workbench-letter
							.language=${this.language}
							.me=${this.me}
							.introduction=${whole}
							.headingId=${`letter-${side.id}-${match.id}`}
							@workbench-letter-closed=${() => {
								this.open = undefined;
								void this.focusOn(`#introduce-${side.id}-${match.id}`);
							}}
						></workbench-letter>`
					: nothing
			}
		</li>`;
	}

	override render(): TemplateResult {
		const { say, side } = this;
		return html`<article class="card" aria-labelledby="side-${side.id}">
			<h2 id="side-${side.id}">${titleOf(side, this.#reading)} ${side.personal ? html`<span class="tag warn">${say.personal}</span>` : nothing}</h2>
			<p class="hint">${factsOf(side, this.#reading)}</p>
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${
				side.matches.length === 0
					? html`<p>${say.none}</p>`
					: html`<p class="matches-title">${say.best[side.direction]}</p>
							<ol class="plain matches">
								${side.matches.map((match) => this.#match(match))}
							</ol>`
			}
			<p>
				<button type="button" class="link" aria-expanded=${this.missed !== undefined} @click=${() => void this.#whyNot()}>
					${this.missed ? say.hideWhyNot : say.whyNot}
				</button>
			</p>
			${this.missed ? html`<h3>${say.whyNotTitle}</h3>${missesOf(this.missed, this.#reading)}` : nothing}
		</article>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-match": MatchCard;
	}
}
