import { html, type TemplateResult } from "lit";
import { letterOf, mailtoOf } from "../../../shared/insight/matching/letter.ts";
import type { MatchSide, WholeIntroduction } from "./matching-client.ts";
import { MatchingElement } from "./matching-element.ts";

/**
 * The text that brings two sides together, to copy or to open in a mail program.
 *
 * @fires workbench-letter-closed @fires workbench-announce
 */
export class LetterPanel extends MatchingElement {
	static override properties = {
		...MatchingElement.properties,
		introduction: { attribute: false },
		headingId: { attribute: false },
	};
	declare introduction: WholeIntroduction;
	declare headingId: string;

	get #letter() {
		const { request, offer, contacts, reasons } = this.introduction;
		const side = ({ title, organization, place }: MatchSide, who: typeof contacts.request) => ({
			title,
			organization: organization ?? null,
			place: place ?? null,
			contacts: who.map(({ name, email }) => ({ name, email })),
		});
		return letterOf(side(request, contacts.request), side(offer, contacts.offer), {
			reasons,
			by: this.me.name,
			language: this.language,
		});
	}

	async #copy(): Promise<void> {
		const { subject, body } = this.#letter;
		try {
			await navigator.clipboard.writeText(`${subject}\n\n${body}`);
			this.announce(this.say.copied);
		} catch {
			// Browsers may forbid it; the text is there to select.
			this.announce(this.say.notCopied);
			this.querySelector("textarea")?.select();
		}
	}

	override render(): TemplateResult {
		const { say, headingId } = this;
		const letter = this.#letter;
		return html`<section class="letter" aria-labelledby=${headingId}>
			<h4 id=${headingId} tabindex="-1">${say.letterTitle}</h4>
			<p class="hint">${say.letterHint}</p>
			<p class=${letter.to.length > 0 ? "" : "message warn"}>${letter.to.length > 0 ? say.to(letter.to.join(", ")) : say.noAddress}</p>
			<p><strong>${say.subject}:</strong> ${letter.subject}</p>
			<label for="${headingId}-body">${say.body}</label>
			<textarea id="${headingId}-body" readonly rows="12" .value=${letter.body}></textarea>
			<div class="row">
				<button type="button" class="primary" @click=${() => void this.#copy()}>${say.copy}</button>
				<a class="button" href=${mailtoOf(letter)}>${say.mail}</a>
				<button
					type="button"
					class="plain"
					@click=${() => this.dispatchEvent(new Event("workbench-letter-closed", { bubbles: true }))}
				>
					${say.close}
				</button>
			</div>
		</section>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-letter": LetterPanel;
	}
}
