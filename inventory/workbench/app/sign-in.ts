import { html, nothing, type TemplateResult } from "lit";
import { ApiRefusal, isFailure, sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import type { Client } from "../api/client.ts";
import { LightElement } from "./light-element.ts";

/** Somebody is in. */
export class SignedIn extends Event {
	static readonly type = "workbench-signed-in";
	readonly me: Me;

	constructor(me: Me) {
		super(SignedIn.type);
		this.me = me;
	}
}

/**
 * The way in: an access token, or a one-time link that brought somebody here.
 *
 * @fires workbench-signed-in with who it is
 */
export class SignInPage extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		link: { attribute: false },
		reason: { attribute: false },
		busy: { state: true },
		problem: { state: true },
	};
	declare client: Client;
	/** The secret of a one-time link. */
	declare link: string | undefined;
	/** Why somebody who was in has to do this again. */
	declare reason: "again" | "signed-out" | undefined;
	declare busy: boolean;
	declare problem: string | undefined;

	constructor() {
		super();
		this.busy = false;
	}

	protected override firstUpdated(): void {
		if (this.link) void this.#try({ link: this.link });
		else this.#focus();
	}

	#focus(): void {
		this.querySelector<HTMLInputElement>("#token")?.focus();
	}

	async #submit(event: Event): Promise<void> {
		event.preventDefault();
		const token = this.querySelector<HTMLInputElement>("#token")?.value.trim();
		if (token) return this.#try({ token });
		this.problem = this.messages.signIn.empty;
		this.#focus();
	}

	async #try(proof: { token: string } | { link: string }): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.problem = undefined;
		try {
			this.dispatchEvent(new SignedIn(await this.client.signIn(proof)));
		} catch (error) {
			if (!isFailure(error)) throw error;
			const say = this.messages.signIn;
			const refused = error instanceof ApiRefusal && (error.status === 401 || error.status === 422);
			this.problem = refused ? ("link" in proof ? say.linkRefused : say.refused) : sentenceOf(error, this.messages);
			await this.updateComplete;
			this.#focus();
		} finally {
			this.busy = false;
		}
	}

	override render(): TemplateResult {
		const say = this.messages.signIn;
		const reason =
			this.reason === "again" ? say.again : this.reason === "signed-out" ? this.messages.signedOut : undefined;
		return html`<div class="sign-in card">
			<h1>${say.title}</h1>
			<p>${say.intro}</p>
			${reason && !this.problem ? html`<p class="message">${reason}</p>` : nothing}
			<form @submit=${this.#submit}>
				<label for="token">${say.token}</label>
				<p class="hint" id="token-hint">${say.tokenHint}</p>
				<input
					id="token"
					type="password"
					autocomplete="current-password"
					spellcheck="false"
					aria-required="true"
					aria-invalid=${this.problem ? "true" : nothing}
					aria-describedby=${this.problem ? "token-problem token-hint" : "token-hint"}
				/>
				<p class="problem" id="token-problem" role="alert">${this.problem ?? nothing}</p>
				<button class="primary" aria-busy=${this.busy}>${this.busy ? (this.link ? say.linkBusy : say.busy) : say.submit}</button>
			</form>
			<h2>${say.how}</h2>
			<p>${say.howText}</p>
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-sign-in": SignInPage;
	}
	interface HTMLElementEventMap {
		"workbench-signed-in": SignedIn;
	}
}
