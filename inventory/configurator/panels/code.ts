import { html, type TemplateResult } from "lit";
import { PageElement } from "../app/element.ts";
import { Announcement } from "../app/events.ts";

/** How long "copied" stays, in milliseconds. */
const shownFor = 4000;

/** A block of code under a caption, with a button that copies it. */
export class CodeBlock extends PageElement {
	static override properties = {
		...PageElement.properties,
		caption: { attribute: false },
		code: { attribute: false },
		textLanguage: { attribute: false },
		outcome: { state: true },
	};
	declare caption: string;
	declare code: string;
	/** Of text for people, where it differs from the page's. */
	declare textLanguage: string | undefined;
	declare outcome: "copied" | "failed" | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		clearTimeout(this.#timer);
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		if (changed.has("code")) this.outcome = undefined;
	}

	override render(): TemplateResult {
		const say = this.messages.place;
		const told = this.outcome === "copied" ? say.copied : this.outcome === "failed" ? say.copyFailed : "";
		return html`<figure>
			<figcaption>${this.caption}</figcaption>
			<pre lang=${this.textLanguage ?? "zxx"} class=${this.textLanguage ? "text" : ""}><code translate="no">${this.code}</code></pre>
			<p class="copy">
				<button type="button" aria-label=${say.copyWhat(this.caption)} @click=${this.#copy}>${say.copy}</button>
				<span class=${this.outcome ?? ""}>${told}</span>
			</p>
		</figure>`;
	}

	async #copy(): Promise<void> {
		const { code } = this;
		try {
			await navigator.clipboard.writeText(code);
			this.outcome = "copied";
		} catch {
			// Without https, or when the person refuses: leave it ready for Ctrl-C.
			const text = this.querySelector("code");
			if (text) getSelection()?.selectAllChildren(text);
			this.outcome = "failed";
		}
		const { copied, copyFailed } = this.messages.place;
		this.dispatchEvent(new Announcement(this.outcome === "copied" ? copied : copyFailed));
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.outcome = undefined;
		}, shownFor);
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"configurator-code": CodeBlock;
	}
}
