import { startRegistration } from "@simplewebauthn/browser";
import { html, nothing, type TemplateResult } from "lit";
import type { Me } from "../../browser/staff-api.ts";
import { SessionEnded } from "../app/events.ts";
import { momentText } from "../text/dates.ts";
import { AccessElement } from "./access-element.ts";
import type { Account, OpenSession, Role } from "./client.ts";

const ranks: readonly Role[] = ["clipper", "editor", "admin"];

/** A browser by the two words that people know it by. */
function browserName(userAgent: string): string {
	const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(userAgent)?.[1] ?? "";
	const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1] ?? "";
	const names: Record<string, string> = { Edg: "Edge", OPR: "Opera", "Mac OS X": "macOS" };
	const words = [browser, system].filter(Boolean).map((word) => names[word] ?? word);
	return words.length > 0 ? words.join(", ") : userAgent.slice(0, 60);
}

/**
 * How somebody signs in, where they are signed in, and tokens that work in their name. After a one-time link it is the first
 * page that somebody sees.
 */
export class AccountPage extends AccessElement {
	static override properties = {
		...AccessElement.properties,
		me: { attribute: false },
		welcome: { type: Boolean },
		account: { state: true },
		sessions: { state: true },
		secret: { state: true },
	};
	declare me: Me;
	/** Whether somebody came by a one-time link just now. */
	declare welcome: boolean;
	declare account: Account | undefined;
	declare sessions: readonly OpenSession[];
	/** A token that was made just now. */
	declare secret: string | undefined;

	constructor() {
		super();
		this.welcome = false;
		this.sessions = [];
	}

	protected override firstUpdated(): void {
		this.entitle(this.say.account.title);
		void this.look(() => this.#load());
	}

	async #load(): Promise<void> {
		this.account = await this.access.account();
		this.sessions = await this.access.sessions();
	}

	async #addPasskey(event: Event): Promise<void> {
		event.preventDefault();
		const say = this.say.account;
		const name = this.field("passkey-name") || say.passkeyDefault;
		let made = false;
		await this.attempt(async () => {
			const options = await this.access.registration();
			const answer = await startRegistration({ optionsJSON: options }).catch(() => undefined);
			if (!answer) return;
			await this.access.addPasskey(name, answer);
			made = true;
			await this.#load();
		});
		if (made) this.tell(say.passkeyAdded, "passkeys");
		else this.problem ??= say.passkeyExists;
	}

	async #setPassword(event: Event): Promise<void> {
		event.preventDefault();
		const current = this.querySelector<HTMLInputElement>("#password-current")?.value;
		const email = this.field("password-email");
		const password = this.querySelector<HTMLInputElement>("#password-new")?.value ?? "";
		const done = await this.attempt(
			async () => {
				await this.access.setPassword({ password, ...(current && { current }), ...(email && { email }) });
				await this.#load();
			},
			this.say.account.passwordSet,
			"password",
		);
		if (done) for (const input of this.querySelectorAll<HTMLInputElement>("input[type=password]")) input.value = "";
		else await this.focusOn("#password-new");
	}

	async #makeToken(event: Event): Promise<void> {
		event.preventDefault();
		this.secret = undefined;
		const role = ranks.find((one) => one === this.field("token-role")) ?? "clipper";
		await this.attempt(async () => {
			const body = { client: this.field("token-for"), role, region: this.field("token-region") || null };
			this.secret = await this.access.createToken(body);
		}, this.say.account.tokenMade);
		await this.focusOn(this.secret ? "#token-secret" : "#token-for");
	}

	#passkeys(account: Account): TemplateResult {
		const say = this.say.account;
		return html`<section class="card" aria-labelledby="passkeys-title">
			<h2 id="passkeys-title">${say.passkeys}</h2>
			<p class="hint">${account.ways.passkey ? say.passkeysText : say.noPasskeysHere}</p>
			${this.doneAt("passkeys")}
			<ul class="plain-list">
				${account.passkeys.map(
					({ id, name, createdAt }) => html`<li>
						<p><strong>${name ?? say.unnamed}</strong></p>
						${createdAt ? html`<p class="hint">${say.since(momentText(createdAt, this.language))}</p>` : nothing}
						<button
							type="button"
							@click=${() =>
								void this.attempt(
									async () => {
										await this.access.removePasskey(id);
										await this.#load();
									},
									say.passkeyRemoved,
									"passkeys",
								)}
						>${say.remove}<span class="visually-hidden">: ${name ?? say.unnamed}</span></button>
					</li>`,
				)}
			</ul>
			${
				account.ways.passkey
					? html`<form novalidate @submit=${(event: Event) => void this.#addPasskey(event)}>
							<label for="passkey-name">${say.passkeyName}</label>
							<input id="passkey-name" maxlength="80" autocomplete="off" .value=${say.passkeyDefault} />
							<button class=${this.welcome && account.passkeys.length === 0 ? "primary" : ""} id="add-passkey" aria-busy=${this.busy}>${say.addPasskey}</button>
						</form>`
					: nothing
			}
		</section>`;
	}

	#password(account: Account): TemplateResult {
		const say = this.say.account;
		return html`<section class="card" aria-labelledby="password-title">
			<h2 id="password-title">${say.password}</h2>
			<p class="hint">${account.password ? say.hasPassword : say.passwordText}</p>
			${this.doneAt("password")}
			<form novalidate @submit=${(event: Event) => void this.#setPassword(event)}>
				${
					account.email === null
						? html`<label for="password-email">${say.email}</label>
								<input id="password-email" type="email" autocomplete="username" aria-required="true" />`
						: html`<p>${say.email}: <strong>${account.email}</strong></p>`
				}
				${
					account.password
						? html`<label for="password-current">${say.current}</label>
								<input id="password-current" type="password" autocomplete="current-password" aria-required="true" />`
						: nothing
				}
				<label for="password-new">${account.password ? say.fresh : say.password}</label>
				<input id="password-new" type="password" autocomplete="new-password" aria-required="true" aria-describedby="password-hint" />
				<p class="hint" id="password-hint">${say.freshHint}</p>
				<button id="set-password" aria-busy=${this.busy}>${say.setPassword}</button>
			</form>
		</section>`;
	}

	#open(): TemplateResult {
		const say = this.say.account;
		const again = () => this.dispatchEvent(new SessionEnded());
		const end = (session: OpenSession) =>
			this.attempt(
				async () => {
					await this.access.endSession(session.id);
					if (session.current) again();
					else await this.#load();
				},
				say.ended,
				"sessions",
			);
		return html`<section class="card" aria-labelledby="sessions-title">
			<h2 id="sessions-title">${say.sessions}</h2>
			<p class="hint">${say.sessionsText}</p>
			${this.doneAt("sessions")}
			<ul class="plain-list">
				${this.sessions.map((session) => {
					const name = session.userAgent ? browserName(session.userAgent) : say.byToken;
					const since = say.since(momentText(session.since, this.language));
					return html`<li>
						<p><strong>${name}</strong> ${session.current ? html`<span class="tag good">${say.here}</span>` : nothing}</p>
						<p class="hint">${since}</p>
						<button type="button" @click=${() => void end(session)}>${say.end}<span class="visually-hidden">: ${name}, ${since}</span></button>
					</li>`;
				})}
			</ul>
			<button
				type="button"
				id="everywhere"
				@click=${() =>
					void this.attempt(async () => {
						await this.access.endSessions();
						again();
					})}
			>${say.everywhere}</button>
		</section>`;
	}

	#tokens(): TemplateResult {
		const say = this.say.account;
		const { me, messages } = this;
		const allowed = ranks.slice(0, ranks.indexOf(me.role) + 1);
		return html`<section class="card" aria-labelledby="token-title">
			<h2 id="token-title">${say.token}</h2>
			<p class="hint">${say.tokenText}</p>
			<form novalidate @submit=${(event: Event) => void this.#makeToken(event)}>
				<label for="token-for">${say.tokenFor}</label>
				<input id="token-for" maxlength="80" autocomplete="off" aria-required="true" />
				<label for="token-role">${say.tokenRole}</label>
				<select id="token-role">${allowed.map((role) => html`<option value=${role}>${messages.roles[role]}</option>`)}</select>
				<label for="token-region">${say.tokenRegion}</label>
				<select id="token-region">
					<option value="">${say.allMine}</option>
					${me.regions.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
				</select>
				<button id="make-token" aria-busy=${this.busy}>${say.makeToken}</button>
			</form>
			${
				this.secret
					? html`<div class="message good" id="token-secret" tabindex="-1">
							<p>${say.copyNow}</p>
							<p class="secret"><code>${this.secret}</code></p>
						</div>`
					: nothing
			}
		</section>`;
	}

	#onward(text: string): TemplateResult {
		return html`<p><a href="#/records" class="button primary" id="to-work">${text}</a></p>`;
	}

	override render(): TemplateResult {
		const say = this.say.account;
		const { account } = this;
		const ready = account !== undefined && (account.password || account.provider || account.passkeys.length > 0);
		return html`<div class="access">
			<h1>${this.welcome ? say.welcome(this.me.name) : say.title}</h1>
			${this.welcome ? html`<p>${ready ? say.readyText : say.welcomeText}</p>` : nothing}
			${this.welcome && ready ? this.#onward(say.toWork) : nothing}
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${account ? html`${this.#passkeys(account)}${this.#password(account)}` : nothing}
			${account && !this.welcome ? html`${this.#open()}${this.#tokens()}` : nothing}
			${this.welcome && ready ? nothing : html`<p><a href="#/records">${this.welcome ? say.later : this.messages.record.back}</a></p>`}
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-account": AccountPage;
	}
}
