import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { type KnownMessages, knownMessages } from "../../shared/messages/known.ts";
import type { Suggestion } from "../../shared/text/suggestions.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { scales } from "../../shared/vocabularies/scales.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { type Language, labelOf, type Vocabulary } from "../../shared/vocabularies/vocabulary.ts";
import type { Draft } from "../draft/fields.ts";
import type { KnownOrganizations } from "../known/organizations.ts";
import { SuggestEvent } from "./suggest-event.ts";
import { type DraftSuggestion, suggestionsFor } from "./suggestions-for.ts";

const vocabularies: Readonly<Record<string, Vocabulary>> = { actionLines, stages, audiences, sectors, scale: scales };

/**
 * Tags that follow from the draft's own words, each with its reason; Enter or space accepts one and goes on to the next.
 * Draws nothing when there is nothing. Renders into itself, for the house style.
 *
 * @fires clipper-suggest - a suggestion was accepted
 */
export class ClipperSuggestions extends LitElement {
	static override properties: PropertyDeclarations = {
		draft: { attribute: false },
		organizations: { attribute: false },
		language: {},
		accepted: { state: true },
	};
	declare draft: Draft | undefined;
	/** Those that are known already. */
	declare organizations: KnownOrganizations | undefined;
	declare language: Language;
	/** What was accepted last, in words. */
	declare accepted: string;

	constructor() {
		super();
		this.language = "nl";
		this.accepted = "";
	}

	protected override createRenderRoot(): HTMLElement {
		return this;
	}

	#label({ field, value }: Suggestion): string {
		const vocabulary = vocabularies[field];
		return vocabulary ? labelOf(vocabulary, value, this.language) : value;
	}

	async #accept({ suggestion, change }: DraftSuggestion, at: number): Promise<void> {
		const say = knownMessages(this.language);
		this.accepted = say.accepted(say.fields[suggestion.field], this.#label(suggestion));
		this.dispatchEvent(new SuggestEvent(suggestion, change));
		await this.updateComplete;
		const buttons = [...this.querySelectorAll<HTMLElement>("button")];
		(buttons[at] ?? buttons.at(-1) ?? this.querySelector<HTMLElement>("[role=status]"))?.focus();
	}

	#suggestion(it: DraftSuggestion, at: number, say: KnownMessages): TemplateResult {
		const { suggestion } = it;
		const { field, exact } = suggestion;
		const label = this.#label(suggestion);
		const reason = `suggestion-${at}`;
		return html`<li>
			<button
				type="button"
				class="small chip"
				aria-label=${say.accept(say.fields[field], label)}
				aria-describedby=${reason}
				@click=${() => void this.#accept(it, at)}
			>
				+ ${label}
			</button>
			<span class="hint" id=${reason}>${say.fields[field]}: ${say.reason[it.reason](exact)}</span>
		</li>`;
	}

	protected override render(): TemplateResult | typeof nothing {
		const { draft } = this;
		if (!draft) return nothing;
		const found = suggestionsFor(draft, this.organizations);
		if (found.length === 0 && this.accepted === "") return nothing;
		const say = knownMessages(this.language);
		return html`<section class="suggestions" aria-labelledby="suggestions-title">
			<h2 id="suggestions-title">${say.suggestions}</h2>
			${found.length > 0 ? html`<p class="hint">${say.suggestionsHint}</p>` : nothing}
			<ul class="clips">
				${found.map((it, at) => this.#suggestion(it, at, say))}
			</ul>
			<p class="hint" role="status" tabindex="-1">${this.accepted}</p>
		</section>`;
	}
}
