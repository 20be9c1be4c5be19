import { html, nothing, type TemplateResult } from "lit";
import type { Kind } from "../../../shared/model/kinds.ts";
import { LightElement } from "../app/light-element.ts";
import { describeValue } from "../form/describe.ts";
import { fieldFor } from "../form/fields.ts";
import { sameValue } from "../form/path.ts";
import { fieldLabel } from "./outcome-text.ts";
import type { Choices, Conflict } from "./reconcile.ts";

/** How somebody settled a conflict: a choice for each field, or none yet. */
export class ConflictSettled extends Event {
	static readonly type = "workbench-conflict-settled";
	readonly choices: Choices | undefined;

	constructor(choices: Choices | undefined) {
		super(ConflictSettled.type);
		this.choices = choices;
	}
}

/**
 * Asks which version of each field stays, mine or that of whoever saved first. Open while it has conflicts.
 *
 * @fires workbench-conflict-settled with the choices, or without when put off
 */
export class ConflictDialog extends LightElement {
	static override properties = {
		...LightElement.properties,
		kind: { attribute: false },
		// Worked out anew on every drawing of the page; only another conflict starts the choosing over.
		conflicts: { attribute: false, hasChanged: (now: unknown, before: unknown) => !sameValue(now, before) },
		zone: { attribute: false },
		choices: { state: true },
	};
	declare kind: Kind;
	declare conflicts: readonly Conflict[];
	declare zone: string;
	declare choices: Choices;

	constructor() {
		super();
		this.kind = "initiative";
		this.conflicts = [];
		this.zone = "Europe/Amsterdam";
		this.choices = {};
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		if (changed.has("conflicts")) this.choices = {};
	}

	protected override updated(changed: Map<string, unknown>): void {
		if (!changed.has("conflicts")) return;
		const dialog = this.querySelector("dialog");
		if (this.conflicts.length === 0) dialog?.close();
		else if (dialog && !dialog.open) dialog.showModal();
	}

	#settle(choices: Choices | undefined): void {
		this.querySelector("dialog")?.close();
		this.dispatchEvent(new ConflictSettled(choices));
	}

	#version({ field, mine, theirs }: Conflict, whose: "mine" | "theirs"): TemplateResult {
		const lines = describeValue(fieldFor(this.kind, field), whose === "mine" ? mine : theirs, {
			language: this.language,
			messages: this.messages,
			zone: this.zone,
		});
		const say = this.messages.conflict;
		return html`<label class="version">
			<input
				type="radio"
				name="version-${field}"
				value=${whose}
				.checked=${(this.choices[field] ?? "mine") === whose}
				@change=${() => {
					this.choices = { ...this.choices, [field]: whose };
				}}
			/>
			<span>
				<strong>${say[whose]}</strong>
				${lines.length > 0 ? lines.map((line) => html`<span class="line">${line}</span>`) : html`<span class="line hint">${say.nothing}</span>`}
			</span>
		</label>`;
	}

	override render(): TemplateResult {
		const say = this.messages.conflict;
		return html`<dialog
			class="wide"
			aria-labelledby="conflict-title"
			@cancel=${(event: Event) => {
				event.preventDefault();
				this.#settle(undefined);
			}}
		>
			${
				this.conflicts.length === 0
					? nothing
					: html`<h2 id="conflict-title" tabindex="-1" autofocus>${say.title}</h2>
							<p>${say.intro}</p>
							${this.conflicts.map(
								(conflict) => html`<fieldset class="versions">
									<legend>${fieldLabel(this.kind, conflict.field, this.language)}</legend>
									${this.#version(conflict, "mine")}${this.#version(conflict, "theirs")}
								</fieldset>`,
							)}
							<div class="buttons">
								<button type="button" class="primary" @click=${() => this.#settle(this.choices)}>${say.apply}</button>
								<button type="button" @click=${() => this.#settle(undefined)}>${say.cancel}</button>
							</div>`
			}
		</dialog>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-conflict": ConflictDialog;
	}
	interface HTMLElementEventMap {
		"workbench-conflict-settled": ConflictSettled;
	}
}
