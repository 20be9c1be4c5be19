import { html, nothing, type TemplateResult } from "lit";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import type { PossibleDuplicate } from "../../../shared/model/clip.ts";
import type { RecordDetail } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { TryingElement } from "../app/trying-element.ts";
import { describeValue } from "../form/describe.ts";
import { fieldFor } from "../form/fields.ts";
import { zoneOf } from "../form/moment.ts";
import {
	canHaveBoth,
	comparedFields,
	fieldsToSend,
	firstChoice,
	likelySurvivor,
	type MergeChoice,
	type MergeChoices,
	type Side,
} from "./merge-choices.ts";
import { fieldLabel } from "./outcome-text.ts";

/** What somebody decided of two records, or that they decide later. */
export type Decision =
	| { is: "same"; other: RecordDetail; stays: Side; fields: Record<string, "this" | "both"> }
	| { is: "different"; other: string };

export class Compared extends Event {
	static readonly type = "workbench-compared";
	readonly decision: Decision;

	constructor(decision: Decision) {
		super(Compared.type);
		this.decision = decision;
	}
}

/**
 * Two records side by side, with why they may be one: which of them stays, and of each field whose version.
 *
 * @fires workbench-compared with the decision
 */
export class CompareDialog extends TryingElement {
	static override properties = {
		...TryingElement.properties,
		client: { attribute: false },
		detail: { attribute: false },
		candidate: { state: true },
		other: { state: true },
		stays: { state: true },
		choices: { state: true },
		mentions: { state: true },
	};
	declare client: Client;
	declare detail: RecordDetail;
	declare candidate: PossibleDuplicate | undefined;
	declare other: RecordDetail | undefined;
	declare stays: Side;
	declare choices: MergeChoices;
	/** How many records mention the organisation that would go. */
	declare mentions: Partial<Record<Side, number>>;

	constructor() {
		super();
		this.stays = "this";
		this.choices = {};
		this.mentions = {};
	}

	/** Opens on a possible duplicate of the record that the page shows. */
	async compare(candidate: PossibleDuplicate): Promise<void> {
		Object.assign(this, { candidate, other: undefined, choices: {}, mentions: {}, problem: undefined });
		await this.showDialog();
		await this.tryTo(async () => {
			const other = await this.client.record(candidate.id);
			if (this.candidate !== candidate) return;
			this.stays = likelySurvivor(this.detail, other);
			this.other = other;
			if (this.detail.kind !== "organization") return;
			const [mine, theirs] = await Promise.all([this.client.usage(this.detail.id), this.client.usage(other.id)]);
			this.mentions = { this: mine.total, other: theirs.total };
		});
	}

	#close(): void {
		this.querySelector("dialog")?.close();
	}

	#decide(decision: Decision): void {
		this.#close();
		this.dispatchEvent(new Compared(decision));
	}

	#choiceOf(other: RecordDetail, field: string): MergeChoice {
		return this.choices[field] ?? firstChoice(this.detail, other, field, this.stays);
	}

	#merge(other: RecordDetail): void {
		const { differing } = comparedFields(this.detail, other);
		const choices = Object.fromEntries(differing.map((field) => [field, this.#choiceOf(other, field)]));
		this.#decide({ is: "same", other, stays: this.stays, fields: fieldsToSend(choices, this.stays) });
	}

	override render(): TemplateResult {
		const say = recordPageMessages[this.language].merge;
		const { candidate, other } = this;
		return html`<dialog class="wide" aria-labelledby="compare-title">
			<h2 id="compare-title" tabindex="-1" autofocus>${say.title}</h2>
			${
				candidate && candidate.score > 0
					? html`<p>${[this.messages.side.likeness(Math.round(candidate.score * 100)), ...candidate.reasons].join(" · ")}</p>`
					: nothing
			}
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${other ? this.#body(other) : this.problem ? nothing : html`<p class="waiting">${say.loading}</p>`}
			<div class="buttons">
				${
					other && candidate
						? html`<button type="button" class="primary" @click=${() => this.#merge(other)}>${say.submit}</button>
								<button type="button" @click=${() => this.#decide({ is: "different", other: candidate.id })}>${say.different}</button>`
						: nothing
				}
				<button type="button" class="plain" @click=${() => this.#close()}>${say.cancel}</button>
			</div>
		</dialog>`;
	}

	#body(other: RecordDetail): TemplateResult {
		const say = recordPageMessages[this.language].merge;
		const { differing, equal } = comparedFields(this.detail, other);
		const goes = this.stays === "this" ? other : this.detail;
		const stays = this.stays === "this" ? this.detail : other;
		const mentions = this.mentions[this.stays === "this" ? "other" : "this"] ?? 0;
		const label = (field: string) => fieldLabel(this.detail.kind, field, this.language);
		return html`<fieldset class="versions">
				<legend>${say.which}</legend>
				${this.#survivor("this", this.detail)}${this.#survivor("other", other)}
			</fieldset>
			<p class="hint">${say.whichHint}</p>
			${goes.state === "published" && stays.state !== "published" ? html`<p class="message warn">${say.publicGoes}</p>` : nothing}
			${mentions > 0 ? html`<p class="message warn">${say.mentions(mentions)}</p>` : nothing}
			${differing.length > 0 ? html`<h3>${say.fields}</h3>` : nothing}
			${differing.map(
				(field) => html`<fieldset class="versions">
					<legend>${label(field)}</legend>
					${this.#version(other, field, "this")}${this.#version(other, field, "other")}
					${canHaveBoth(this.detail, other, field) ? this.#version(other, field, "both") : nothing}
				</fieldset>`,
			)}
			${equal.length > 0 ? html`<p class="hint">${say.equal(equal.map(label).join(", "))}</p>` : nothing}
			<p class="hint">${say.along}</p>`;
	}

	#survivor(side: Side, detail: RecordDetail): TemplateResult {
		const { messages } = this;
		return html`<label class="version">
			<input
				type="radio"
				name="compare-stays"
				.checked=${this.stays === side}
				@change=${() => {
					this.stays = side;
				}}
			/>
			<span>
				<strong>${recordPageMessages[this.language].merge[side]}</strong>
				<span class="line">${detail.title}</span>
				<span class="line hint">${messages.states[detail.state]}, ${messages.side.revision(detail.revision).toLowerCase()}</span>
			</span>
		</label>`;
	}

	#version(other: RecordDetail, field: string, choice: MergeChoice): TemplateResult {
		const say = recordPageMessages[this.language].merge;
		const of = choice === "other" ? other : this.detail;
		const lines =
			choice === "both"
				? []
				: describeValue(fieldFor(of.kind, field), of.data[field], {
						language: this.language,
						messages: this.messages,
						zone: zoneOf(of.data),
					});
		const empty = this.messages.conflict.nothing;
		return html`<label class="version ${choice === "both" ? "both" : ""}">
			<input
				type="radio"
				name="compare-${field}"
				.checked=${this.#choiceOf(other, field) === choice}
				@change=${() => {
					this.choices = { ...this.choices, [field]: choice };
				}}
			/>
			<span>
				<strong>${say[choice]}</strong>
				${
					choice === "both"
						? nothing
						: lines.length > 0
							? lines.map((line) => html`<span class="line">${line}</span>`)
							: html`<span class="line hint">${empty}</span>`
				}
			</span>
		</label>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-compare": CompareDialog;
	}
	interface HTMLElementEventMap {
		"workbench-compared": Compared;
	}
}
