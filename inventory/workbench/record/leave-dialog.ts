import { html, type TemplateResult } from "lit";
import { LightElement } from "../app/light-element.ts";

export type LeaveAnswer = "save" | "discard" | "stay";

/** Asks what to do with unsaved changes before the page that holds them goes away. */
export class LeaveDialog extends LightElement {
	#answer: ((answer: LeaveAnswer) => void) | undefined;

	/** Opens the dialog and resolves with the answer; Escape means stay. */
	ask(): Promise<LeaveAnswer> {
		this.#answer?.("stay");
		this.querySelector("dialog")?.showModal();
		return new Promise((resolve) => {
			this.#answer = resolve;
		});
	}

	#close(answer: LeaveAnswer): void {
		this.querySelector("dialog")?.close();
		this.#answer?.(answer);
		this.#answer = undefined;
	}

	override render(): TemplateResult {
		const say = this.messages.leave;
		return html`<dialog
			aria-labelledby="leave-title"
			@cancel=${(event: Event) => {
				event.preventDefault();
				this.#close("stay");
			}}
		>
			<h2 id="leave-title">${say.title}</h2>
			<p>${say.text}</p>
			<div class="buttons">
				<button type="button" class="primary" @click=${() => this.#close("save")}>${say.save}</button>
				<button type="button" class="danger" @click=${() => this.#close("discard")}>${say.discard}</button>
				<button type="button" @click=${() => this.#close("stay")}>${say.stay}</button>
			</div>
		</dialog>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-leave": LeaveDialog;
	}
}
