import { html, nothing, type TemplateResult } from "lit";
import { configuratorMessages } from "../../../shared/messages/configurator/messages.ts";
import { PageElement } from "../app/element.ts";
import type { Form } from "../app/form.ts";
import { policyFor, trustedTypesPolicies } from "../snippets/policy.ts";
import { type SnippetForm, snippet, snippetForms } from "../snippets/snippets.ts";

/** Stands in the code until a widget was saved. */
const exampleName = "mijn-widget";

/** Where each key takes the focus in the row of tabs (WAI-ARIA Authoring Practices, tabs with automatic activation). */
const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
	ArrowRight: (at, last) => (at === last ? 0 : at + 1),
	ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
	Home: () => 0,
	End: (_, last) => last,
};

/** The code for each way of placing the widget, with what the site must allow and what it may tell its visitors. */
export class PlacePanel extends PageElement {
	static override properties = {
		...PageElement.properties,
		form: { attribute: false },
		widget: { attribute: false },
		tab: { state: true },
	};
	declare form: Form;
	/** Name of the saved widget that the choice belongs to. */
	declare widget: string | undefined;
	declare tab: SnippetForm;

	constructor() {
		super();
		this.tab = "html";
	}

	override render(): TemplateResult {
		const { sections, place, preview } = this.messages;
		const { region, src } = this.form.choice.attributes;
		return html`<section class="card" aria-labelledby="place">
				<h2 id="place">${sections.place}</h2>
				${region || src ? html`<p>${place.intro}</p>${this.#tabs()}${this.#panel()}` : html`<p class="waiting">${preview.waiting}</p>`}
			</section>
			${this.#policy()}${this.#privacy()}`;
	}

	#tabs(): TemplateResult {
		const { tabs, tabsLabel } = this.messages.place;
		return html`<div class="tabs" role="tablist" aria-label=${tabsLabel} @keydown=${this.#move}>
			${snippetForms.map(
				(form) => html`<button
					type="button"
					role="tab"
					id="tab-${form}"
					aria-selected=${form === this.tab ? "true" : "false"}
					aria-controls="place-panel"
					tabindex=${form === this.tab ? 0 : -1}
					@click=${() => {
						this.tab = form;
					}}
				>${tabs[form]}</button>`,
			)}
		</div>`;
	}

	async #move(event: KeyboardEvent): Promise<void> {
		const move = moves[event.key];
		const next = move && snippetForms[move(snippetForms.indexOf(this.tab), snippetForms.length - 1)];
		if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
		event.preventDefault();
		this.tab = next;
		await this.updateComplete;
		this.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
	}

	#panel(): TemplateResult {
		const { choice, facts } = this.form;
		const say = this.messages.place;
		const { tab } = this;
		return html`<div role="tabpanel" id="place-panel" aria-labelledby="tab-${tab}" tabindex="0">
			<p>${say.intros[tab]}</p>
			${tab === "pinned" && !facts.integrity ? html`<p class="message warn">${say.noIntegrity}</p>` : nothing}
			${tab === "managed" && !this.widget ? html`<p class="message">${this.messages.managed.first}</p>` : nothing}
			${snippet(tab, choice, facts, this.widget ?? exampleName).map(
				({ name, code }) =>
					html`<configurator-code .language=${this.language} .caption=${say.blocks[name]} .code=${code}></configurator-code>`,
			)}
		</div>`;
	}

	#policy(): TemplateResult {
		const { sections, policy } = this.messages;
		const { choice, facts } = this.form;
		const { tab, language } = this;
		const styled = Object.keys(choice.look).length > 0 && ["html", "pinned", "wordpress"].includes(tab);
		return html`<section class="card" aria-labelledby="policy">
			<h2 id="policy">${sections.policy}</h2>
			<p>${policy.intro}</p>
			<configurator-code .language=${language} .caption=${policy.lines} .code=${policyFor(tab, choice, facts)}></configurator-code>
			${
				tab === "iframe"
					? nothing
					: html`<configurator-code .language=${language} .caption=${policy.trustedTypes} .code=${trustedTypesPolicies}></configurator-code>
						<p class="hint">${policy.trustedTypesHint}</p>`
			}
			${choice.attributes.view === "map" ? html`<p class="hint">${policy.map}</p>` : nothing}
			${styled ? html`<p class="hint">${policy.lookHint}</p>` : nothing}
			${tab === "server" ? html`<p class="hint">${policy.serverHint}</p>` : nothing}
		</section>`;
	}

	#privacy(): TemplateResult {
		const { sections, privacy } = this.messages;
		const { choice, facts } = this.form;
		const told = {
			host: new URL(facts.publicUrl).host,
			map: choice.attributes.view === "map",
			frame: this.tab === "iframe",
			own: this.tab === "npm",
		};
		return html`<section class="card" aria-labelledby="privacy">
			<h2 id="privacy">${sections.privacy}</h2>
			<p>${privacy.intro}</p>
			${(["nl", "en"] as const).map((language) => {
				const { text, inLanguage } = configuratorMessages[language].privacy;
				return html`<configurator-code .language=${this.language} .caption=${inLanguage} .textLanguage=${language} .code=${text(told)}></configurator-code>`;
			})}
		</section>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"configurator-place": PlacePanel;
	}
}
