import { html, type TemplateResult } from "lit";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import { LightElement } from "../app/light-element.ts";
import { shortcuts, shortcutsAreOn, switchShortcuts } from "./shortcuts.ts";

/** Says which keys do what, and lets people switch those of one letter off. */
export class ShortcutsDialog extends LightElement {
	open(): void {
		const dialog = this.querySelector("dialog");
		this.requestUpdate();
		if (dialog && !dialog.open) dialog.showModal();
	}

	override render(): TemplateResult {
		const say = recordPageMessages[this.language].shortcuts;
		return html`<dialog aria-labelledby="shortcuts-title">
			<h2 id="shortcuts-title" tabindex="-1" autofocus>${say.title}</h2>
			<p class="hint">${say.hint}</p>
			<dl class="shortcuts">
				${Object.entries(shortcuts).map(([key, shortcut]) => html`<dt><kbd>${key}</kbd></dt><dd>${say[shortcut]}</dd>`)}
				<dt><kbd>Ctrl</kbd> + <kbd>s</kbd></dt>
				<dd>${say.save} <span class="hint">(${say.always})</span></dd>
			</dl>
			<label class="check">
				<input
					type="checkbox"
					.checked=${shortcutsAreOn(localStorage)}
					@change=${({ currentTarget }: Event) =>
						switchShortcuts(localStorage, currentTarget instanceof HTMLInputElement && currentTarget.checked)}
				/>
				<span>${say.enabled}</span>
			</label>
			<form method="dialog" class="buttons"><button class="primary">${say.close}</button></form>
		</dialog>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-shortcuts": ShortcutsDialog;
	}
}
