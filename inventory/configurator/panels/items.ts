import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { FacetValue } from "../../../shared/model/feed.ts";
import { type FacetParameter, facetParameters, fold } from "../../../shared/model/query.ts";
import { filterNamesOf } from "../../../shared/model/widget.ts";
import { PageElement } from "../app/element.ts";
import type { FeedFactsController } from "../app/feed-facts.ts";
import { type Form, widgetWords } from "../app/form.ts";
import { valuesIn, withAttribute } from "../choice/choice.ts";
import { checkbox, describedBy, field, typedIn } from "./fields.ts";

/** With more values than this, one searches rather than reads. */
const fewEnough = 12;
/** So many matches are shown at a time. */
const shownAtMost = 30;

const limits = { low: 1, high: 100 } as const;

/** Which items: values of the facets with their counts, a period, words, and how many at a time. */
export class ItemsPanel extends PageElement {
	static override properties = {
		...PageElement.properties,
		form: { attribute: false },
		feed: { attribute: false, hasChanged: () => true },
		searches: { state: true },
		limitTyped: { state: true },
	};
	declare form: Form;
	declare feed: FeedFactsController;
	/** What was typed to find a value, by facet. */
	declare searches: Readonly<Partial<Record<FacetParameter, string>>>;
	/** What stands in the field for the number while it is none. */
	declare limitTyped: string | undefined;

	constructor() {
		super();
		this.searches = {};
	}

	override render(): TemplateResult {
		const { facets, failed } = this.feed;
		const say = this.messages.items;
		const { region } = this.form.choice.attributes;
		return html`<p class="hint">${say.intro}</p>
			<div class="folds">
				${
					!region
						? nothing
						: failed
							? html`<div class="message bad" role="alert">
									<p>${say.failed}</p>
									<button type="button" @click=${() => this.feed.retry()}>${say.retry}</button>
								</div>`
							: facets
								? this.#facetNames().map((name) => this.#facet(name, facets[name] ?? []))
								: html`<p class="waiting">${say.loading}</p>`
				}
			</div>
			${this.#rest()}`;
	}

	#facetNames(): FacetParameter[] {
		const known = filterNamesOf(this.form.choice.kind);
		return facetParameters.filter((name) => known.includes(name));
	}

	#facet(name: FacetParameter, values: readonly FacetValue[]): TemplateResult | typeof nothing {
		const { choice, language, change } = this.form;
		const say = this.messages.items;
		const chosen = valuesIn(choice.attributes[name]);
		const isChosen = (value: string) => chosen.some((one) => fold(one) === fold(value));
		const strange = chosen.filter((one) => !values.some(({ value }) => fold(value) === fold(one)));
		if (values.length === 0 && strange.length === 0) return nothing;
		const labelOf = (one: FacetValue) => (language === "en" && one.labelEn) || one.label;
		const toggle = (value: string, on: boolean) => {
			const rest = chosen.filter((one) => fold(one) !== fold(value));
			change(withAttribute(choice, name, [...rest, ...(on ? [value] : [])].join(",") || undefined));
		};
		const sought = this.searches[name] ?? "";
		const many = values.length > fewEnough;
		// What is chosen stays in sight whatever is sought.
		const found = values.filter((one) => isChosen(one.value) || !sought || fold(labelOf(one)).includes(fold(sought)));
		const shown = many && !sought ? found.filter((one, at) => at < fewEnough || isChosen(one.value)) : found;
		const title = widgetWords(language).filters[name];
		const gist = values.filter((one) => isChosen(one.value)).map(labelOf);
		return html`<details class="fold">
			<summary>
				<span class="name">${title}</span>
				<span class="gist">${gist.length > 0 && gist.length < 3 ? gist.join(", ") : say.chosen(chosen.length)}</span>
			</summary>
			<fieldset>
				<legend class="visually-hidden">${title}</legend>
				${many ? this.#search(name, title, values.length, sought) : nothing}
				<div class="checks">
					${shown
						.slice(0, shownAtMost)
						.map((one) =>
							checkbox(say.count(labelOf(one), one.count), isChosen(one.value), (on) => toggle(one.value, on)),
						)}
					${strange.map((value) => checkbox(say.unknown(value), true, (on) => toggle(value, on)))}
				</div>
				${shown.length === 0 ? html`<p class="hint">${say.nothing}</p>` : nothing}
			</fieldset>
		</details>`;
	}

	#search(name: FacetParameter, title: string, count: number, sought: string): TemplateResult {
		const say = this.messages.items;
		const labelled = { id: `search-${name}`, label: say.search(title), hint: say.searchHint(count) };
		return field(
			labelled,
			html`<input
				id=${labelled.id}
				type="search"
				autocomplete="off"
				aria-describedby=${describedBy(labelled)}
				.value=${live(sought)}
				@input=${(event: Event) => {
					this.searches = { ...this.searches, [name]: typedIn(event) };
				}}
			/>`,
		);
	}

	#rest(): TemplateResult {
		const { choice, change } = this.form;
		const say = this.messages.items;
		const set = (name: "from" | "to" | "q" | "limit", value: string) =>
			change(withAttribute(choice, name, value.trim() || undefined), name);
		const date = (name: "from" | "to") =>
			field(
				{ id: name, label: say[name] },
				html`<input id=${name} type="date" .value=${live(choice.attributes[name]?.slice(0, 10) ?? "")}
					@input=${(event: Event) => set(name, typedIn(event))} />`,
			);
		const q = { id: "q", label: say.q, hint: say.qHint };
		const limit = {
			id: "limit",
			label: say.limit,
			hint: say.limitHint,
			problem: this.limitTyped === undefined ? undefined : say.numberRefused(limits.low, limits.high),
		};
		return html`<div class="pair">${date("from")}${date("to")}</div>
			<div class="pair">
				${field(
					q,
					html`<input id="q" autocomplete="off" maxlength="200" aria-describedby=${describedBy(q)}
						.value=${live(choice.attributes.q ?? "")} @change=${(event: Event) => set("q", typedIn(event))} />`,
				)}
				${field(
					limit,
					html`<input id="limit" inputmode="numeric" autocomplete="off"
						aria-describedby=${describedBy(limit)} aria-invalid=${limit.problem ? "true" : nothing}
						.value=${live(this.limitTyped ?? choice.attributes.limit ?? "")}
						@input=${(event: Event) => {
							const text = typedIn(event).trim();
							const number = Number(text);
							const right = text === "" || (/^\d+$/.test(text) && number >= limits.low && number <= limits.high);
							this.limitTyped = right ? undefined : text;
							if (right) set("limit", text && String(number));
						}} />`,
				)}
			</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"configurator-items": ItemsPanel;
	}
}
