import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { PageElement } from "../app/element.ts";
import type { Form } from "../app/form.ts";
import { contrastOf, flooredRatio, readableOn, textContrast, textOn } from "../choice/contrast.ts";
import { type Look, type LookName, lookValue } from "../choice/look.ts";
import { describedBy, field, typedIn } from "./fields.ts";

/** What the widget stands on: a white page, and our own dark one as an example of a dark page. */
const white = "#ffffff";
const dark = "#19212b";

/** Colour, corners and room. Everything else follows the partner's page. */
export class LookPanel extends PageElement {
	static override properties = {
		...PageElement.properties,
		form: { attribute: false },
		typed: { state: true },
	};
	declare form: Form;
	/** What stands in fields whose value cannot be used (yet). */
	declare typed: Readonly<Partial<Record<LookName, string>>>;

	constructor() {
		super();
		this.typed = {};
	}

	#set(name: LookName, text: string): void {
		const { choice, change } = this.form;
		const value = lookValue(name, text);
		const { [name]: _typed, ...typed } = this.typed;
		const next: Look = { ...choice.look };
		const wrong = text.trim() !== "" && value === undefined;
		this.typed = wrong ? { ...typed, [name]: text } : typed;
		if (wrong) return;
		if (value === undefined) delete next[name];
		else next[name] = value;
		// A filled button needs text that stands out on it; what was chosen for it stays.
		if (name === "button-background-color" && value && !next["button-color"]) next["button-color"] = textOn(value);
		change({ ...choice, look: next }, name);
	}

	override render(): TemplateResult {
		const say = this.messages.look;
		return html`<p class="hint">${say.intro}</p>
			${this.#color("link-color", say.brand, say.brandHint)}
			<div class="pair">
				${this.#color("button-background-color", say.button)}${this.#color("button-color", say.buttonText)}
			</div>
			${this.#contrast()}
			<div class="pair">${this.#length("radius", say.radius, 0, 40)}${this.#length("gap", say.gap, 0, 80)}</div>
			${this.#length("min-height", say.minHeight, 0, 2000, say.minHeightHint)}`;
	}

	#color(name: LookName, label: string, hint?: string): TemplateResult {
		const say = this.messages.look;
		const value = this.form.choice.look[name];
		const typed = this.typed[name];
		const labelled = { id: name, label, hint, problem: typed === undefined ? undefined : say.colorRefused };
		return field(
			labelled,
			html`<div class="color">
				<input
					type="color"
					aria-label=${say.pick(label)}
					.value=${live(value ?? "#000000")}
					?data-empty=${value === undefined}
					@input=${(event: Event) => this.#set(name, typedIn(event))}
				/>
				<input
					id=${name}
					autocomplete="off"
					spellcheck="false"
					placeholder=${say.follow}
					aria-describedby=${describedBy(labelled)}
					aria-invalid=${labelled.problem ? "true" : nothing}
					.value=${live(typed ?? value ?? "")}
					@input=${(event: Event) => this.#typing(name, typedIn(event))}
					@change=${(event: Event) => this.#set(name, typedIn(event))}
				/>
				${
					value === undefined && typed === undefined
						? nothing
						: html`<button type="button" class="plain" aria-label=${say.reset(label)} @click=${() => this.#clear(name)}>×</button>`
				}
			</div>`,
		);
	}

	/** Half a colour is no mistake yet: it counts when it is whole, and is judged when the field is left. */
	#typing(name: LookName, text: string): void {
		if (/^#?[0-9a-f]{6}$/i.test(text.trim()) || text.trim() === "") this.#set(name, text);
	}

	#clear(name: LookName): void {
		this.#set(name, "");
		this.querySelector<HTMLElement>(`#${name}`)?.focus();
	}

	#length(name: LookName, label: string, low: number, high: number, hint?: string): TemplateResult {
		const say = this.messages.look;
		const typed = this.typed[name];
		const value = this.form.choice.look[name]?.replace("px", "");
		const labelled = {
			id: name,
			label: `${label} (${say.pixels})`,
			hint,
			problem: typed === undefined ? undefined : this.messages.items.numberRefused(low, high),
		};
		return field(
			labelled,
			html`<input
				id=${name}
				inputmode="numeric"
				autocomplete="off"
				aria-describedby=${describedBy(labelled)}
				aria-invalid=${labelled.problem ? "true" : nothing}
				.value=${live(typed ?? value ?? "")}
				@input=${(event: Event) => {
					const text = typedIn(event).trim();
					const right = text === "" || (/^\d{1,4}$/.test(text) && Number(text) >= low && Number(text) <= high);
					// Nothing that is no number becomes a value.
					this.#set(name, right ? text && String(Number(text)) : `${text}?`);
					if (!right) this.typed = { ...this.typed, [name]: text };
				}}
			/>`,
		);
	}

	#contrast(): TemplateResult | typeof nothing {
		const { look } = this.form.choice;
		const brand = look["link-color"];
		const background = look["button-background-color"];
		const text = look["button-color"];
		if (!brand && !background && !text) return nothing;
		const say = this.messages.look;
		// Without a colour of its own a button has the brand's text, and without a background the page's.
		const onButton = background ? (text ?? brand) : undefined;
		return html`<div class="contrast" role="group" aria-labelledby="contrast-title">
			<h3 id="contrast-title">${say.contrastTitle}</h3>
			<ul>
				${brand ? this.#verdict(say.onWhite, brand, white, "link-color") : nothing}
				${brand ? this.#verdict(say.onDark, brand, dark) : nothing}
				${background && onButton ? this.#verdict(say.onButton, onButton, background, "button-color") : nothing}
			</ul>
			${brand && contrastOf(brand, dark) < textContrast ? html`<p class="hint">${say.darkAdvice}</p>` : nothing}
		</div>`;
	}

	/** In words and as a ratio; where it is too little and we can mend it, with a colour that is enough. */
	#verdict(
		sentence: (ratio: string, enough: boolean) => string,
		color: string,
		background: string,
		mends?: LookName,
	): TemplateResult {
		const ratio = contrastOf(color, background);
		const enough = ratio >= textContrast;
		const number = new Intl.NumberFormat(this.language, { minimumFractionDigits: 1 }).format(flooredRatio(ratio));
		const better = readableOn(color, background);
		return html`<li class=${enough ? "good" : "bad"}>
			<svg class="swatch" viewBox="0 0 44 32" width="44" height="32" aria-hidden="true" focusable="false">
				<rect width="44" height="32" rx="4" fill=${background} />
				<path d="M13 22 18 9h2.4l5 13M15 17.6h8.4M29 14h6v8h-6z" fill="none" stroke=${color} stroke-width="2.4" />
			</svg>
			<span>${sentence(number, enough)}
			${
				mends && !enough
					? html`<button type="button" class="link" @click=${() => this.#set(mends, better)}>${this.messages.look.better(better)}</button>`
					: nothing
			}</span>
		</li>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"configurator-look": LookPanel;
	}
}
