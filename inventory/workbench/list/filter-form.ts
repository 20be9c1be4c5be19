import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import { workListMessages } from "../../../shared/messages/workbench/work-list.ts";
import { type Kind, kinds } from "../../../shared/model/kinds.ts";
import { actionLines } from "../../../shared/vocabularies/action-lines.ts";
import { audiences } from "../../../shared/vocabularies/audiences.ts";
import { stages } from "../../../shared/vocabularies/stages.ts";
import { codesOf, type Language, labelOf, type Vocabulary } from "../../../shared/vocabularies/vocabulary.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { ListFilters } from "../app/route.ts";

interface FilterForm {
	language: Language;
	messages: WorkbenchMessages;
	regions: Me["regions"];
	filters: ListFilters;
	onSearch(event: Event): void;
	want(change: Partial<ListFilters>): void;
}

const chosen = (event: Event) => (event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : "");

/** What the list is narrowed by: words, kind, region, and folded away what is asked for less often. */
export function filterForm({ language, messages, regions, filters, onSearch, want }: FilterForm): TemplateResult {
	const say = messages.list;
	const more = workListMessages[language];
	const { tab: _, view: __, ...narrowing } = filters;
	const { kind, region, q } = narrowing;
	const codes = (name: "actionLine" | "stage" | "audience", vocabulary: Vocabulary) => html`<div>
		<label for="filter-${name}">${more[name]}</label>
		<select id="filter-${name}" @change=${(event: Event) => want({ [name]: chosen(event) || undefined })}>
			<option value="" .selected=${live(!filters[name])}>${more.any}</option>
			${codesOf(vocabulary).map((code) => html`<option value=${code} .selected=${live(code === filters[name])}>${labelOf(vocabulary, code, language)}</option>`)}
		</select>
	</div>`;
	const opened = Boolean(filters.actionLine || filters.stage || filters.audience);
	return html`<form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
		<div class="grow">
			<label for="filter-q">${say.search}</label>
			<input id="filter-q" type="search" autocomplete="off" maxlength="200" .value=${q ?? ""} @input=${onSearch} />
		</div>
		<div>
			<label for="filter-kind">${say.kind}</label>
			<select
				id="filter-kind"
				@change=${(event: Event) => want({ kind: kinds.find((one): one is Kind => one === chosen(event)) })}
			>
				<option value="" .selected=${live(!kind)}>${say.allKinds}</option>
				${kinds.map((one) => html`<option value=${one} .selected=${live(one === kind)}>${messages.kinds[one]}</option>`)}
			</select>
		</div>
		${
			regions.length > 1
				? html`<div>
						<label for="filter-region">${say.region}</label>
						<select id="filter-region" @change=${(event: Event) => want({ region: chosen(event) || undefined })}>
							<option value="" .selected=${live(!region)}>${say.allRegions}</option>
							${regions.map(({ id, name }) => html`<option value=${id} .selected=${live(id === region)}>${name}</option>`)}
						</select>
					</div>`
				: nothing
		}
		${
			Object.values(narrowing).some(Boolean)
				? html`<div class="clear">
						<button
							type="button"
							@click=${() =>
								want({
									kind: undefined,
									region: undefined,
									q: undefined,
									actionLine: undefined,
									stage: undefined,
									audience: undefined,
								})}
						>
							${say.clear}
						</button>
					</div>`
				: nothing
		}
		<details class="more-filters" ?open=${opened}>
			<summary>${more.moreFilters}</summary>
			<div class="filters">
				${codes("actionLine", actionLines)}${codes("stage", stages)}${codes("audience", audiences)}
			</div>
		</details>
	</form>`;
}
