import { html, nothing, type TemplateResult } from "lit";
import { workListMessages } from "../../../shared/messages/workbench/work-list.ts";
import { isFailure, sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { Client } from "../api/client.ts";
import type { Vocabularies } from "../api/work-list-client.ts";
import { PageTitle } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";

/**
 * The fixed words, in both languages, and how often each is used.
 *
 * @fires workbench-title
 */
export class VocabulariesPage extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		me: { attribute: false },
		region: { state: true },
		found: { state: true },
		problem: { state: true },
	};
	declare client: Client;
	declare me: Me;
	declare region: string | undefined;
	declare found: Vocabularies | undefined;
	declare problem: string | undefined;

	protected override willUpdate(changed: Map<string, unknown>): void {
		if (changed.has("client") || changed.has("region")) void this.#load();
	}

	async #load(): Promise<void> {
		this.dispatchEvent(new PageTitle(workListMessages[this.language].vocabularies.title));
		const { region } = this;
		try {
			const found = await this.client.vocabularies(region);
			if (region === this.region) this.found = found;
			this.problem = undefined;
		} catch (error) {
			if (!isFailure(error)) throw error;
			this.problem = sentenceOf(error, this.messages);
		}
	}

	#one({ id, label, terms }: Vocabularies["items"][number]): TemplateResult {
		const say = workListMessages[this.language].vocabularies;
		return html`<details class="card vocabulary">
			<summary><h2 id="vocabulary-${id}">${label[this.language]}</h2></summary>
			<div class="wide-table" role="region" aria-labelledby="vocabulary-${id}" tabindex="0">
				<table>
					<thead>
						<tr>
							<th scope="col">${say.dutch}</th>
							<th scope="col">${say.english}</th>
							<th scope="col">${say.code}</th>
							<th scope="col" class="number">${say.used}</th>
						</tr>
					</thead>
					<tbody>
						${terms.map(
							({ code, nl, en, count }) =>
								html`<tr>
									<th scope="row" lang="nl">${nl}</th>
									<td lang="en">${en}</td>
									<td><code>${code}</code></td>
									<td class="number">${count}</td>
								</tr>`,
						)}
					</tbody>
				</table>
			</div>
		</details>`;
	}

	override render(): TemplateResult {
		const say = workListMessages[this.language].vocabularies;
		return html`<div class="settings">
			<p><a href="#/records">← ${this.messages.record.back}</a></p>
			<h1 tabindex="-1">${say.title}</h1>
			<p>${say.intro}</p>
			${
				this.me.regions.length > 1
					? html`<label for="vocabulary-region">${say.region}</label>
							<select
								id="vocabulary-region"
								@change=${(event: Event) => {
									const { currentTarget: control } = event;
									if (control instanceof HTMLSelectElement) this.region = control.value || undefined;
								}}
							>
								<option value="">${say.allRegions}</option>
								${this.me.regions.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
							</select>`
					: nothing
			}
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${
				this.found
					? this.found.items.map((one) => this.#one(one))
					: this.problem
						? nothing
						: html`<p class="waiting" aria-busy="true">${say.loading}</p>`
			}
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-vocabularies": VocabulariesPage;
	}
}
