import { html, nothing, type TemplateResult } from "lit";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import { type Failure, isFailure, sentenceOf } from "../../browser/failure.ts";
import type { RecordDetail } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import type { AuditPage, Edition, Usage } from "../api/record-page-client.ts";
import { LightElement } from "../app/light-element.ts";
import { addressOfRecord } from "../app/route.ts";
import { agoText, dateText, momentText } from "../text/dates.ts";
import { fieldLabel } from "./outcome-text.ts";

/** A part of a record's page that is fetched for itself, and again when the record has changed. */
abstract class FetchedPart<T> extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		detail: { attribute: false },
		found: { state: true },
		failure: { state: true },
	};
	declare client: Client;
	declare detail: RecordDetail;
	declare found: T | undefined;
	declare failure: Failure | undefined;

	#for = "";

	/** Whether there is anything to ask of this record. */
	protected abstract wanted(): boolean;
	protected abstract fetch(): Promise<T>;
	protected abstract draw(found: T): TemplateResult | typeof nothing;

	protected override willUpdate(): void {
		const version = `${this.detail.id} ${this.detail.revision} ${this.detail.mergedFrom.length}`;
		if (!this.wanted() || this.#for === version) return;
		if (!this.#for.startsWith(this.detail.id)) this.found = undefined;
		this.#for = version;
		void this.#load();
	}

	async #load(): Promise<void> {
		const version = this.#for;
		try {
			const found = await this.fetch();
			if (version === this.#for) Object.assign(this, { found, failure: undefined });
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (version === this.#for) this.failure = error;
		}
	}

	override render(): TemplateResult | typeof nothing {
		if (!this.wanted()) return nothing;
		if (this.failure) return html`<p class="message bad">${sentenceOf(this.failure, this.messages)}</p>`;
		return this.found === undefined ? nothing : this.draw(this.found);
	}
}

/** Where an organisation is mentioned. */
export class UsageCard extends FetchedPart<Usage> {
	protected override wanted = () => this.detail.kind === "organization" && this.detail.state !== "merged";
	protected override fetch = () => this.client.usage(this.detail.id);

	protected override draw({ total, items }: Usage): TemplateResult {
		const say = recordPageMessages[this.language];
		return html`<section class="card" aria-labelledby="side-usage">
			<h2 id="side-usage">${say.usage}</h2>
			<p class="hint">${total === 0 ? say.usedNowhere : say.usedIn(total)}</p>
			<ul class="plain-list">
				${items.map(
					({ id, kind, title, fields }) => html`<li>
						<a href=${addressOfRecord(id)}>${title}</a>
						<p class="hint">
							${this.messages.kinds[kind]}: ${fields.map((field) => fieldLabel(kind, field, this.language)).join(", ")}
						</p>
					</li>`,
				)}
			</ul>
		</section>`;
	}
}

/** The editions of an event's series next to each other, with what each brought about. */
export class EditionsTable extends FetchedPart<Edition[]> {
	protected override wanted = () => this.detail.kind === "event" && this.detail.data.series !== undefined;
	protected override fetch = () => this.client.editions(this.detail.id);

	protected override draw(found: Edition[]): TemplateResult | typeof nothing {
		if (found.length < 2) return nothing;
		const say = recordPageMessages[this.language];
		const numbers = new Intl.NumberFormat(this.language === "nl" ? "nl-NL" : "en-GB");
		const figure = (count: number | undefined) => (count === undefined ? "–" : numbers.format(count));
		return html`<section class="card section" aria-labelledby="editions-title">
			<h2 id="editions-title">${say.editions}</h2>
			<div class="scroll" tabindex="0" role="region" aria-labelledby="editions-title">
				<table>
					<thead>
						<tr>
							<th scope="col">${say.editionsHead.edition}</th>
							<th scope="col">${say.editionsHead.date}</th>
							<th scope="col">${say.editionsHead.place}</th>
							<th scope="col" class="figure">${say.editionsHead.visitors}</th>
							<th scope="col" class="figure">${say.editionsHead.companies}</th>
							<th scope="col" class="figure">${say.editionsHead.schools}</th>
						</tr>
					</thead>
					<tbody>
						${found.map(
							({
								id,
								title,
								edition,
								start,
								place,
								results,
							}) => html`<tr aria-current=${id === this.detail.id ? "true" : nothing}>
								<th scope="row">
									${
										id === this.detail.id
											? html`${edition ?? title} <span class="hint">(${say.thisOne})</span>`
											: html`<a href=${addressOfRecord(id)}>${edition ?? title}</a>`
									}
								</th>
								<td>${start ? dateText(start.slice(0, 10), this.language) : "–"}</td>
								<td>${place ?? "–"}</td>
								<td class="figure">${figure(results?.visitors)}</td>
								<td class="figure">${figure(results?.companies)}</td>
								<td class="figure">${figure(results?.schools)}</td>
							</tr>`,
						)}
					</tbody>
				</table>
			</div>
		</section>`;
	}
}

/** Who did what with a record; fetched once somebody opens it. */
export class AuditCard extends FetchedPart<AuditPage> {
	#open = false;
	protected override wanted = () => this.#open;
	protected override fetch = () => this.client.audit(this.detail.id);

	async #more({ items, next }: AuditPage): Promise<void> {
		if (next === null) return;
		const page = await this.client.audit(this.detail.id, next);
		this.found = { items: [...items, ...page.items], next: page.next };
	}

	override render(): TemplateResult {
		return html`<details
			class="card"
			@toggle=${({ currentTarget }: Event) => {
				this.#open = currentTarget instanceof HTMLDetailsElement && currentTarget.open;
				this.requestUpdate();
			}}
		>
			<summary><h2>${recordPageMessages[this.language].audit}</h2></summary>
			${super.render()}
		</details>`;
	}

	protected override draw(found: AuditPage): TemplateResult {
		const say = recordPageMessages[this.language];
		return html`<ol class="plain-list">
				${found.items.map(
					({ at, by, action }) => html`<li>
						<p>${say.actions[action] ?? action} ${this.messages.list.by(by)}</p>
						<p class="hint"><time datetime=${at} title=${momentText(at, this.language)}>${agoText(at, this.language, Date.now())}</time></p>
					</li>`,
				)}
			</ol>
			${found.next === null ? nothing : html`<button type="button" class="plain" @click=${() => void this.#more(found)}>${say.auditMore}</button>`}`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-usage": UsageCard;
		"workbench-editions": EditionsTable;
		"workbench-audit": AuditCard;
	}
}
