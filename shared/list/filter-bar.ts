import type { FilterName, WidgetMessages } from "../messages/widgets.ts";
import type { Facets, FacetValue } from "../model/feed.ts";
import { allowed, type FeedQuery } from "../model/query.ts";
import type { Language } from "../vocabularies/vocabulary.ts";
import { html, nothing } from "./template.ts";

/** One value that the visitor chose, with the label it had then. */
export type Choice = Pick<FacetValue, "value" | "label" | "labelEn">;
export type Choices = Partial<Record<FilterName, Choice>>;

export interface FilterBar {
	names: readonly FilterName[];
	chosen: Choices;
	facets: Facets;
	fixed: FeedQuery;
	language: Language;
	say: WidgetMessages;
	things: string;
	/** The visitor typed in a field (`input`), or chose something in it (`change`). */
	onField?: ((name: FilterName, event: Event) => void) | undefined;
	/** Takes one choice back, or all. */
	onClear?: ((name?: FilterName) => void) | undefined;
}

export const labelIn = (language: Language, { label, labelEn }: Choice) =>
	language === "en" ? (labelEn ?? label) : label;

function facetField(bar: FilterBar, name: Exclude<FilterName, "q" | "from" | "to">) {
	const { language, say, chosen } = bar;
	const values = bar.facets[name] ?? [];
	const usable = new Set(
		allowed(
			bar.fixed,
			name,
			values.map(({ value }) => value),
		),
	);
	const options = values.filter(({ value }) => usable.has(value));
	const choice = chosen[name];
	// Nothing to choose from: the partner fixed it, or all items have the same.
	if (options.length < 2 && !choice) return nothing;
	const missing = choice && !options.some(({ value }) => value === choice.value) ? [{ ...choice, count: 0 }] : [];
	const all = [...options, ...missing];
	return html`<label>
		${say.filters[name]}
		<select name=${name} @change=${(event: Event) => bar.onField?.(name, event)}>
			<option value="" .selected=${!choice}>${say.any}</option>
			${all.map(
				(option) =>
					html`<option value=${option.value} .selected=${option.value === choice?.value}>
						${labelIn(language, option)} (${option.count})
					</option>`,
			)}
		</select>
	</label>`;
}

function field(bar: FilterBar, name: FilterName) {
	const { chosen, say } = bar;
	if (name === "q") {
		return html`<label class="search">
			${say.filters.q}
			<input
				type="search"
				name="q"
				maxlength="200"
				autocomplete="off"
				.value=${chosen.q?.value ?? ""}
				@input=${(event: Event) => bar.onField?.("q", event)}
			/>
		</label>`;
	}
	if (name === "from" || name === "to") {
		return html`<label>
			${say.filters[name]}
			<input
				type="date"
				name=${name}
				.value=${chosen[name]?.value ?? ""}
				@change=${(event: Event) => bar.onField?.(name, event)}
			/>
		</label>`;
	}
	return facetField(bar, name);
}

/** What the visitor chose, each with a button to take it back. */
function chips({ names, chosen, say, language, onClear }: FilterBar) {
	const active = names.flatMap((name) => {
		const choice = chosen[name];
		return choice ? [{ name, choice }] : [];
	});
	if (!active.length) return nothing;
	return html`<ul class="chips">
		${active.map(
			({ name, choice }) =>
				html`<li>
					<button type="button" class="chip" @click=${() => onClear?.(name)}>
						<span class="hidden">${say.remove}</span> ${say.filters[name]}: ${labelIn(language, choice)}
						<span aria-hidden="true">×</span>
					</button>
				</li>`,
		)}
		<li><button type="button" class="clear" @click=${() => onClear?.()}>${say.clear}</button></li>
	</ul>`;
}

/** The filters of a list with what was chosen; nothing where there is nothing to choose. */
export function filterBar(bar: FilterBar) {
	const fields = bar.names.map((name) => field(bar, name)).filter((one) => one !== nothing);
	if (!fields.length) return nothing;
	// A group, not a search landmark: a page may have two lists of one kind, and landmarks of one name confuse.
	return html`<form part="filters" @submit=${(event: Event) => event.preventDefault()}>
		<div class="fields" role="group" aria-label=${bar.say.filter(bar.things)}>${fields}</div>
		${chips(bar)}
	</form>`;
}
