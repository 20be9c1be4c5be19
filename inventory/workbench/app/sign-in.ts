import { startAuthentication } from "@simplewebauthn/browser";
import { html, nothing, type TemplateResult } from "lit";
import { ApiRefusal, isFailure, sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import { AccessElement } from "../access/access-element.ts";
import type { Ways } from "../access/client.ts";
import type { Client } from "../api/client.ts";

/** Somebody is in. */
export class SignedIn extends Event {
	static readonly type = "workbench-signed-in";
	readonly me: Me;
	/** By a one-time link: there may be no other way in yet. */
	readonly byLink: boolean;

	constructor(me: Me, byLink: boolean) {
		super(SignedIn.type);
		this.me = me;
		this.byLink = byLink;
	}
}

/** Why somebody is on this page: was in before, or comes back from a provider that did not let them in. */
export type SignInReason = "again" | "signed-out" | "not-invited" | "refused";

/**
 * The way in: a passkey, a password, an account elsewhere, an access token, or a one-time link that brought somebody here.
 *
 * @fires workbench-signed-in with who it is
 */
export class SignInPage extends AccessElement {
	static override properties = {
		...AccessElement.properties,
		client: { attribute: false },
		link: { attribute: false },
		reason: { attribute: false },
		ways: { state: true },
		wrong: { state: true },
	};
	declare client: Client;
	/** The secret of a one-time link. */
	declare link: string | undefined;
	declare reason: SignInReason | undefined;
	declare ways: Ways | undefined;
	/** The form that the problem is about. */
	declare wrong: "password" | "token" | "other";

	constructor() {
		super();
		this.wrong = "other";
	}

	protected override firstUpdated(): void {
		if (this.link) void this.#byToken({ link: this.link });
		else void this.focusOn("#sign-in-email");
		// Without an answer the ways that are always there remain.
		this.access
			.ways()
			.then((ways) => {
				this.ways = ways;
			})
			.catch((error: unknown) => {
				if (!isFailure(error)) throw error;
			});
	}

	async #try(
		form: SignInPage["wrong"],
		work: () => Promise<Me | undefined>,
		refused?: string,
		byLink = false,
	): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.problem = undefined;
		this.wrong = form;
		try {
			const me = await work();
			if (me) this.dispatchEvent(new SignedIn(me, byLink));
		} catch (error) {
			if (!isFailure(error)) throw error;
			const known = refused && error instanceof ApiRefusal && (error.status === 401 || error.status === 422);
			this.problem = known ? refused : sentenceOf(error, this.messages);
			await this.focusOn(form === "token" ? "#token" : form === "password" ? "#sign-in-password" : "#sign-in-email");
		} finally {
			this.busy = false;
		}
	}

	#byToken(proof: { token: string } | { link: string }): Promise<void> {
		const { refused, linkRefused } = this.messages.signIn;
		const byLink = "link" in proof;
		const text = byLink ? linkRefused : refused;
		return this.#try(byLink ? "other" : "token", () => this.client.signIn(proof), text, byLink);
	}

	readonly #submitToken = (event: Event): void => {
		event.preventDefault();
		const token = this.field("token");
		if (token) return void this.#byToken({ token });
		this.wrong = "token";
		this.problem = this.messages.signIn.empty;
		void this.focusOn("#token");
	};

	readonly #submitPassword = (event: Event): void => {
		event.preventDefault();
		const email = this.field("sign-in-email");
		const password = this.querySelector<HTMLInputElement>("#sign-in-password")?.value ?? "";
		if (email && password) {
			return void this.#try("password", () => this.access.withPassword(email, password));
		}
		this.wrong = "password";
		this.problem = this.say.signIn.emptyPassword;
		void this.focusOn(email ? "#sign-in-password" : "#sign-in-email");
	};

	async #passkey(): Promise<void> {
		await this.#try("other", async () => {
			const challenge = await this.access.passkeyChallenge();
			const answer = await startAuthentication({ optionsJSON: challenge }).catch(() => undefined);
			if (answer) return this.access.withPasskey(answer);
			this.problem = this.say.signIn.cancelled;
			return undefined;
		});
	}

	async #provider(): Promise<void> {
		await this.#try("other", async () => {
			location.assign(await this.access.providerAddress());
			return undefined;
		});
	}

	#problemOf(form: SignInPage["wrong"]): string | typeof nothing {
		return this.problem && this.wrong === form ? this.problem : nothing;
	}

	#others(): TemplateResult | typeof nothing {
		const say = this.say.signIn;
		const { ways } = this;
		const provider = ways?.provider;
		if (!ways?.passkey && !provider) return nothing;
		return html`<div class="ways">
				${
					ways.passkey
						? html`<button type="button" id="by-passkey" @click=${() => void this.#passkey()}>${say.passkey}</button>`
						: nothing
				}
				${
					provider
						? html`<button type="button" id="by-provider" @click=${() => void this.#provider()}>${say.provider(provider.name)}</button>`
						: nothing
				}
			</div>
			<p class="or"><span>${say.or}</span></p>`;
	}

	#reason(): string | undefined {
		const { again } = this.messages.signIn;
		const { notInvited, refused } = this.say.signIn;
		switch (this.reason) {
			case "again":
				return again;
			case "signed-out":
				return this.messages.signedOut;
			case "not-invited":
				return notInvited;
			case "refused":
				return refused;
			default:
				return undefined;
		}
	}

	override render(): TemplateResult {
		const shared = this.messages.signIn;
		const say = this.say.signIn;
		const reason = this.#reason();
		const wrong = (form: SignInPage["wrong"]) => (this.#problemOf(form) === nothing ? nothing : "true");
		return html`<div class="sign-in card">
			<h1>${shared.title}</h1>
			<p>${shared.intro}</p>
			${reason && !this.problem ? html`<p class="message">${reason}</p>` : nothing}
			${this.busy && this.link ? html`<p class="message">${shared.linkBusy}</p>` : nothing}
			<p class="problem" id="sign-in-problem" role="alert">${this.#problemOf("other")}</p>
			${this.#others()}
			<form novalidate @submit=${this.#submitPassword}>
				<label for="sign-in-email">${say.email}</label>
				<input
					id="sign-in-email"
					type="email"
					autocomplete="username"
					spellcheck="false"
					aria-required="true"
					aria-invalid=${wrong("password")}
					aria-describedby="password-problem"
				/>
				<label for="sign-in-password">${say.password}</label>
				<input
					id="sign-in-password"
					type="password"
					autocomplete="current-password"
					aria-required="true"
					aria-invalid=${wrong("password")}
					aria-describedby="password-problem"
				/>
				<p class="problem" id="password-problem" role="alert">${this.#problemOf("password")}</p>
				<button class="primary" aria-busy=${this.busy}>${this.busy ? shared.busy : say.submit}</button>
			</form>
			<details id="by-token" ?open=${this.wrong === "token"}>
				<summary>${say.withToken}</summary>
				<form novalidate @submit=${this.#submitToken}>
					<label for="token">${shared.token}</label>
					<p class="hint" id="token-hint">${shared.tokenHint}</p>
					<input
						id="token"
						type="password"
						autocomplete="off"
						spellcheck="false"
						aria-required="true"
						aria-invalid=${wrong("token")}
						aria-describedby="token-problem token-hint"
					/>
					<p class="problem" id="token-problem" role="alert">${this.#problemOf("token")}</p>
					<button aria-busy=${this.busy}>${this.busy ? shared.busy : shared.submit}</button>
				</form>
			</details>
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
