import { html, nothing, type TemplateResult } from "lit";
import type { AttributeProblem } from "../../../shared/model/widget.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { firstLanguage, rememberLanguage } from "../../browser/language.ts";
import { addressOf, type Choice, readChoice } from "../choice/choice.ts";
import { viewPanel } from "../panels/view.ts";
import { whatPanel } from "../panels/what.ts";
import type { InventoryFacts } from "../snippets/inventory.ts";
import { PageElement } from "./element.ts";
import type { Announcement, ChoiceChange, WidgetNamed } from "./events.ts";
import { FeedFactsController } from "./feed-facts.ts";
import { type Form, widgetWords } from "./form.ts";

/** The configurator: what is chosen, which is what the address says, and everything that follows from it. */
export class ConfiguratorApp extends PageElement {
	static override properties = {
		...PageElement.properties,
		facts: { attribute: false },
		choice: { state: true },
		problems: { state: true },
		widget: { state: true },
		spoken: { state: true },
	};
	declare facts: InventoryFacts;
	declare choice: Choice;
	/** What the address said that no widget understands. */
	declare problems: readonly AttributeProblem[];
	/** Name of the saved widget that the choice came from or went to. */
	declare widget: string | undefined;
	declare spoken: string;
	readonly #feed = new FeedFactsController(this);
	/** The field whose letters are one step in the history. */
	#typing: string | undefined;

	constructor() {
		super();
		this.language = firstLanguage(sessionStorage, navigator.languages);
		this.facts = { publicUrl: location.origin, version: "", regions: [] };
		this.spoken = "";
		const { choice, problems } = readChoice(new URLSearchParams(location.search));
		this.choice = choice;
		this.problems = problems;
		this.addEventListener("configurator-choice", ({ choice: next, typing }: ChoiceChange) =>
			this.#choose(next, typing),
		);
		this.addEventListener("configurator-announce", ({ text }: Announcement) => this.#say(text));
		this.addEventListener("configurator-named", ({ widget }: WidgetNamed) => {
			this.widget = widget;
		});
	}

	override connectedCallback(): void {
		super.connectedCallback();
		window.addEventListener("popstate", this.#onPopState);
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		window.removeEventListener("popstate", this.#onPopState);
	}

	readonly #onPopState = (): void => {
		const { choice, problems } = readChoice(new URLSearchParams(location.search));
		this.#typing = undefined;
		// A change of the fragment comes here too.
		if (addressOf(choice) === addressOf(this.choice)) return;
		this.choice = choice;
		this.problems = problems;
	};

	#choose(choice: Choice, typing?: string): void {
		const address = `${location.pathname}${addressOf(choice)}`;
		if (typing && typing === this.#typing) history.replaceState(null, "", address);
		else history.pushState(null, "", address);
		this.#typing = typing;
		this.choice = choice;
		this.problems = [];
	}

	#say(text: string): void {
		// The same sentence twice is two messages: without a change in between, it is spoken once.
		this.spoken = "";
		requestAnimationFrame(() => {
			this.spoken = text;
		});
	}

	#switchLanguage(): void {
		this.language = this.language === "nl" ? "en" : "nl";
		rememberLanguage(sessionStorage, this.language);
	}

	protected override willUpdate(): void {
		this.#feed.follow(this.choice);
	}

	protected override updated(changed: Map<string, unknown>): void {
		if (!changed.has("language")) return;
		const { page, product } = this.messages;
		document.documentElement.lang = this.language;
		document.title = `${page} – ${product}`;
	}

	override render(): TemplateResult {
		const { messages, language } = this;
		const other: Language = language === "nl" ? "en" : "nl";
		return html`<a class="skip button" href="#main" @click=${this.#skip}>${messages.skipToContent}</a>
			<header class="top">
				<a class="brand" href="/"
					><span class="mark" aria-hidden="true"></span><span class="product">${messages.product} </span
					><span class="room">${messages.page}</span></a
				>
				<div class="top-actions">
					<button type="button" class="plain" lang=${other} @click=${this.#switchLanguage}>${messages.otherLanguage}</button>
				</div>
			</header>
			<main id="main" tabindex="-1">
				<h1>${messages.title}</h1>
				<p class="lead">${messages.lead}</p>
				${this.#form()}
			</main>
			<div class="visually-hidden" role="status">${this.spoken}</div>`;
	}

	#skip(event: Event): void {
		event.preventDefault();
		this.querySelector<HTMLElement>("main")?.focus();
	}

	#form(): TemplateResult {
		const { choice, facts, language, messages } = this;
		const { sections, place } = messages;
		const form: Form = { choice, facts, language, messages, change: (next, typing) => this.#choose(next, typing) };
		return html`${this.#addressProblems()}
			<div class="columns">
				<div class="choices">
					<section class="card" aria-labelledby="what"><h2 id="what">${sections.what}</h2>${whatPanel(form)}</section>
					<section class="card" aria-labelledby="items">
						<h2 id="items">${sections.items}</h2>
						<configurator-items .language=${language} .form=${form} .feed=${this.#feed}></configurator-items>
						${this.#total()}
					</section>
					<section class="card" aria-labelledby="view"><h2 id="view">${sections.view}</h2>${viewPanel(form)}</section>
					<section class="card" aria-labelledby="look">
						<h2 id="look">${sections.look}</h2>
						<configurator-look .language=${language} .form=${form}></configurator-look>
					</section>
				</div>
				<section class="card preview" aria-labelledby="preview">
					<h2 id="preview">${sections.preview}</h2>
					<configurator-preview .language=${language} .form=${form}></configurator-preview>
				</section>
			</div>
			<configurator-place .language=${language} .form=${form} .widget=${this.widget}></configurator-place>
			<configurator-managed .language=${language} .form=${form} .widget=${this.widget}></configurator-managed>
			<section class="card" aria-labelledby="share">
				<h2 id="share">${place.address}</h2>
				<configurator-code
					.language=${language}
					.caption=${place.addressHint}
					.code=${`${facts.publicUrl}/embed/${addressOf(choice)}`}
				></configurator-code>
			</section>`;
	}

	#addressProblems(): TemplateResult | typeof nothing {
		if (this.problems.length === 0) return nothing;
		return html`<div class="message warn" role="alert">
			<ul>${this.problems.map(({ name, sentence }) => html`<li><code>${name}</code>: ${sentence[this.language]}</li>`)}</ul>
		</div>`;
	}

	#total(): TemplateResult {
		const say = this.messages.items;
		const { count } = this.#feed;
		const [one, many] = widgetWords(this.language).things[this.choice.kind];
		const text =
			count.is === "refused"
				? count.why
				: count.is !== "counted"
					? ""
					: count.total === 0
						? say.none
						: say.total(count.total, count.total === 1 ? one : many);
		return html`<p class="total ${count.is === "refused" ? "bad" : ""}" role="status">${text}</p>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"configurator-app": ConfiguratorApp;
	}
}
