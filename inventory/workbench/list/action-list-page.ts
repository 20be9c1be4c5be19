import { html, nothing, type TemplateResult } from "lit";
import { actionColumnNames, actionColumns } from "../../../shared/formats/action-list.ts";
import { workListMessages } from "../../../shared/messages/workbench/work-list.ts";
import { isFailure, sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { Client } from "../api/client.ts";
import type { ActionList } from "../api/work-list-client.ts";
import { PageTitle } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { addressOfList, addressOfRecord, apiFiltersOf, type ListFilters } from "../app/route.ts";

/**
 * The action list of a region as its plan has it, to print and to download, under the filters of the list.
 *
 * @fires workbench-title
 */
export class ActionListPage extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		me: { attribute: false },
		filters: { attribute: false },
		list: { state: true },
		problem: { state: true },
	};
	declare client: Client;
	declare me: Me;
	declare filters: ListFilters;
	declare list: ActionList | undefined;
	declare problem: string | undefined;

	get #say() {
		return workListMessages[this.language].actionList;
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		if (changed.has("filters") || changed.has("language")) void this.#load();
	}

	async #load(): Promise<void> {
		this.dispatchEvent(new PageTitle(this.#say.title));
		try {
			this.list = await this.client.actionList(apiFiltersOf(this.filters));
			this.problem = undefined;
		} catch (error) {
			if (!isFailure(error)) throw error;
			this.problem = sentenceOf(error, this.messages);
		}
	}

	#table({ items }: ActionList): TemplateResult {
		const say = this.#say;
		if (items.length === 0) return html`<p>${say.empty}</p>`;
		return html`<p class="hint">${say.count(items.length)}</p>
			<div class="wide-table" role="region" aria-labelledby="action-list-title" tabindex="0">
				<table class="action-table">
					<thead>
						<tr>${actionColumnNames.map((name) => html`<th scope="col">${actionColumns[name][this.language]}</th>`)}</tr>
					</thead>
					<tbody>
						${items.map(
							({ id, cells }) =>
								html`<tr>
									${actionColumnNames.map((name) =>
										name === "activity"
											? html`<th scope="row"><a href=${addressOfRecord(id)}>${cells[name]}</a></th>`
											: html`<td>${cells[name]}</td>`,
									)}
								</tr>`,
						)}
					</tbody>
				</table>
			</div>`;
	}

	override render(): TemplateResult {
		const say = this.#say;
		const csv = new URLSearchParams({ ...apiFiltersOf(this.filters), lang: this.language });
		const region = this.me.regions.find(({ id }) => id === this.filters.region)?.name;
		return html`<div class="action-list">
			<p class="no-print"><a href=${addressOfList(this.filters)}>← ${say.back}</a></p>
			<h1 id="action-list-title" tabindex="-1">${say.title}${region ? html` ${region}` : nothing}</h1>
			<p class="no-print">${say.intro}</p>
			<div class="row no-print">
				<button type="button" class="primary" @click=${() => window.print()}>${say.print}</button>
				<a class="button" href="/api/v1/action-list.csv?${csv}" download>${say.csv}</a>
			</div>
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${this.list ? this.#table(this.list) : this.problem ? nothing : html`<p class="waiting" aria-busy="true">${say.loading}</p>`}
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-action-list": ActionListPage;
	}
}
