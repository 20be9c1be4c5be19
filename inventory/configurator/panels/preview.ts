import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { PageElement } from "../app/element.ts";
import type { Form } from "../app/form.ts";
import { attributeParameters, type Choice } from "../choice/choice.ts";
import { lookNames, propertyOf } from "../choice/look.ts";
import { titleOf } from "../snippets/snippets.ts";

const widths = ["phone", "full"] as const;
const schemes = ["light", "dark"] as const;
const languages = ["nl", "en"] as const;

/** Where the script of the widgets has to be by then, in milliseconds. */
const patience = 10_000;

/** These act on the whole page around the widget, and that is not the partner's here. */
const notHere: readonly string[] = ["deep-link", "structured-data"];

/** The real widget on a plain page: at phone width or full, light or dark, Dutch or English. */
export class Preview extends PageElement {
	static override properties = {
		...PageElement.properties,
		form: { attribute: false },
		width: { state: true },
		scheme: { state: true },
		pageLanguage: { state: true },
		complaint: { state: true },
		missing: { state: true },
	};
	declare form: Form;
	declare width: (typeof widths)[number];
	declare scheme: (typeof schemes)[number];
	/** Undefined: that of this page. */
	declare pageLanguage: Language | undefined;
	/** What the widget says to partners. */
	declare complaint: string | undefined;
	/** The script did not come. */
	declare missing: boolean;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		super();
		this.width = "full";
		this.scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
		this.missing = false;
		this.addEventListener("techniek-error", (event) => {
			const detail: unknown = "detail" in event ? event.detail : undefined;
			const message = typeof detail === "object" && detail && "message" in detail ? detail.message : undefined;
			if (typeof message === "string") this.complaint = message;
		});
		this.addEventListener("techniek-load", () => {
			this.complaint = undefined;
		});
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		clearTimeout(this.#timer);
	}

	override render(): TemplateResult {
		const say = this.messages.preview;
		const { region, src, lang } = this.form.choice.attributes;
		return html`<div class="preview-bar">
				${this.#switch("width", say.width, widths, say.widths, this.width, (value) => {
					this.width = value;
				})}
				${this.#switch("scheme", say.scheme, schemes, say.schemes, this.scheme, (value) => {
					this.scheme = value;
				})}
				${
					lang
						? nothing
						: this.#switch("page-language", say.language, languages, say.languages, this.#language, (value) => {
								this.pageLanguage = value;
							})
				}
			</div>
			${region || src ? nothing : html`<p class="waiting">${say.waiting}</p>`}
			${this.missing ? html`<p class="message bad" role="alert">${say.noScript}</p>` : nothing}
			${this.complaint ? html`<p class="message warn">${say.says(this.complaint)}</p>` : nothing}
			<div
				class="stage ${this.width} ${this.scheme}"
				lang=${this.#language}
				?hidden=${!region && !src}
			></div>
			<p class="hint">${say.note}</p>`;
	}

	get #language(): Language {
		return this.pageLanguage ?? this.language;
	}

	#switch<T extends string>(
		name: string,
		legend: string,
		values: readonly T[],
		labels: Record<T, string>,
		value: T,
		choose: (value: T) => void,
	): TemplateResult {
		return html`<fieldset class="switch">
			<legend>${legend}</legend>
			${values.map(
				(one) => html`<label
					><input type="radio" name="preview-${name}" .checked=${one === value} @change=${() => choose(one)} /><span
						>${labels[one]}</span
					></label
				>`,
			)}
		</fieldset>`;
	}

	protected override updated(changed: PropertyValues<this>): void {
		if (!changed.has("form") || changed.get("form")?.choice === this.form.choice) return;
		const { region, src } = this.form.choice.attributes;
		this.complaint = undefined;
		if (region || src) this.#place(this.form.choice);
	}

	/** Brings the widget on the stage up to date; another kind is another element. */
	#place(choice: Choice): void {
		const stage = this.querySelector(".stage");
		const name = `techniek-${choice.kind}`;
		const standing = stage?.firstElementChild;
		const widget = standing?.localName === name ? standing : document.createElement(name);
		const wanted = new Map([...attributeParameters(choice)].filter(([attribute]) => !notHere.includes(attribute)));
		for (const attribute of widget.getAttributeNames()) {
			if (!wanted.has(attribute) && attribute !== "style") widget.removeAttribute(attribute);
		}
		for (const [attribute, value] of wanted) {
			if (widget.getAttribute(attribute) !== value) widget.setAttribute(attribute, value);
		}
		if (widget instanceof HTMLElement) {
			for (const property of lookNames) widget.style.setProperty(propertyOf(property), choice.look[property] ?? null);
		}
		widget.textContent = titleOf(choice, this.form.facts);
		if (widget !== standing) stage?.replaceChildren(widget);
		this.#waitFor(name);
	}

	#waitFor(name: string): void {
		clearTimeout(this.#timer);
		if (customElements.get(name)) return;
		this.#timer = setTimeout(() => {
			this.missing = true;
		}, patience);
		void customElements.whenDefined(name).then(() => {
			clearTimeout(this.#timer);
			this.missing = false;
		});
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"configurator-preview": Preview;
	}
}
