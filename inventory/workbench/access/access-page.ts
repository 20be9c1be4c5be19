import { html, nothing, type TemplateResult } from "lit";
import { accessMessages } from "../../../shared/messages/workbench/access.ts";
import { ApiRefusal, isFailure, sentenceOf } from "../../browser/failure.ts";
import type { DeviceRequest, StandingToken } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { Announcement, PageTitle, SessionEnded } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { momentText } from "../text/dates.ts";

type Device =
	| { is: "asking"; code: string; problem?: string | undefined }
	| { is: "found"; code: string; request: DeviceRequest }
	| { is: "decided"; approved: boolean };

/**
 * Where a person lets the clipper in by the code that it shows, sees who has access, and takes it back.
 *
 * @fires workbench-announce @fires workbench-title @fires workbench-session-ended
 */
export class AccessPage extends LightElement {
	static override properties = {
		...LightElement.properties,
		client: { attribute: false },
		code: { attribute: false },
		device: { state: true },
		tokens: { state: true },
		revoking: { state: true },
		problem: { state: true },
	};
	declare client: Client;
	/** The code that the address brought along; it may be empty. */
	declare code: string;
	declare device: Device;
	declare tokens: readonly StandingToken[] | undefined;
	/** The token that somebody is asked to confirm the revocation of. */
	declare revoking: string | undefined;
	declare problem: string | undefined;

	constructor() {
		super();
		this.code = "";
		this.device = { is: "asking", code: "" };
	}

	get #say() {
		return accessMessages[this.language];
	}

	protected override firstUpdated(): void {
		this.dispatchEvent(new PageTitle(this.#say.title));
		void this.#load();
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		// Another code in the address bar is another request.
		if (changed.has("code") && this.code) void this.#look(this.code);
	}

	/** Does it, or says why not; gives whether it was done. */
	async #try(work: () => Promise<void>, tell: (sentence: string) => void): Promise<boolean> {
		try {
			await work();
			return true;
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (error instanceof ApiRefusal && error.status === 401) this.dispatchEvent(new SessionEnded());
			tell(sentenceOf(error, this.messages));
			return false;
		}
	}

	async #load(): Promise<void> {
		const tell = (sentence: string) => {
			this.problem = sentence;
		};
		await this.#try(async () => {
			this.tokens = (await this.client.tokens()).items;
		}, tell);
	}

	async #look(code: string): Promise<void> {
		const ask = (problem?: string) => {
			this.device = { is: "asking", code, problem };
		};
		if (code.trim() === "") return ask(this.#say.empty);
		ask();
		await this.#try(async () => {
			this.device = { is: "found", code, request: await this.client.deviceRequest(code) };
		}, ask);
		await this.updateComplete;
		this.querySelector<HTMLElement>(this.device.is === "found" ? "#device-asks" : "#device-code")?.focus();
	}

	async #decide(code: string, approve: boolean): Promise<void> {
		const done = await this.#try(
			() => this.client.decideDevice(code, approve),
			(problem) => {
				this.device = { is: "asking", code, problem };
			},
		);
		if (!done) return;
		this.device = { is: "decided", approved: approve };
		this.dispatchEvent(new Announcement(approve ? this.#say.approved : this.#say.denied));
		// The code is used up: it need not stay in the address bar.
		history.replaceState(null, "", "#device");
		await this.updateComplete;
		this.querySelector<HTMLElement>("#device-outcome")?.focus();
	}

	async #revoke(token: StandingToken): Promise<void> {
		this.revoking = undefined;
		const tell = (sentence: string) => {
			this.problem = sentence;
		};
		if (!(await this.#try(() => this.client.revokeToken(token.id), tell))) return;
		this.dispatchEvent(new Announcement(this.#say.revoked));
		await this.#load();
	}

	#asking(code: string, problem: string | undefined): TemplateResult {
		const say = this.#say;
		const submit = (event: Event) => {
			event.preventDefault();
			void this.#look(this.querySelector<HTMLInputElement>("#device-code")?.value ?? "");
		};
		return html`<form novalidate @submit=${submit}>
			<label for="device-code">${say.code}</label>
			<p class="hint" id="device-hint">${say.codeHint}</p>
			<input
				id="device-code"
				.value=${code}
				autocomplete="off"
				autocapitalize="characters"
				spellcheck="false"
				maxlength="12"
				aria-required="true"
				aria-invalid=${problem ? "true" : nothing}
				aria-describedby=${problem ? "device-problem device-hint" : "device-hint"}
			/>
			<p class="problem" id="device-problem" role="alert">${problem ?? nothing}</p>
			<button class="primary">${say.look}</button>
		</form>`;
	}

	#device(): TemplateResult {
		const say = this.#say;
		const { device } = this;
		switch (device.is) {
			case "asking":
				return this.#asking(device.code, device.problem);
			case "found":
				return html`<h3 id="device-asks" tabindex="-1">${say.asks(device.request.client)}</h3>
					<p class="user-code">${device.code.toUpperCase()}</p>
					<p>${say.same}</p>
					<p class="hint">${say.means}</p>
					<div class="row">
						<button type="button" class="primary" id="approve" @click=${() => void this.#decide(device.code, true)}>${say.approve}</button>
						<button type="button" id="deny" @click=${() => void this.#decide(device.code, false)}>${say.deny}</button>
					</div>`;
			case "decided":
				return html`<p class="message ${device.approved ? "good" : ""}" id="device-outcome" tabindex="-1">
					${device.approved ? say.approved : say.denied}
				</p>`;
		}
	}

	#token(token: StandingToken): TemplateResult {
		const say = this.#say;
		const title = token.client ?? say.byHand;
		const facts = [
			say.forWhom(token.name),
			this.messages.roles[token.role],
			say.since(momentText(token.createdAt, this.language)),
		];
		const name = html`<span class="visually-hidden">: ${title}, ${token.name}</span>`;
		const ask = (id: string | undefined) => () => {
			this.revoking = id;
		};
		return html`<li data-id=${token.id}>
			<p><strong>${title}</strong></p>
			<p class="hint">${facts.join(" · ")}</p>
			<div class="row">
				${
					this.revoking === token.id
						? html`<button type="button" class="danger" @click=${() => void this.#revoke(token)}>${say.reallyRevoke}${name}</button>
								<button type="button" @click=${ask(undefined)}>${say.cancel}${name}</button>`
						: html`<button type="button" @click=${ask(token.id)}>${say.revoke}${name}</button>`
				}
			</div>
		</li>`;
	}

	override render(): TemplateResult {
		const say = this.#say;
		return html`<div class="access">
			<h1>${say.title}</h1>
			<section class="card" aria-labelledby="device-title">
				<h2 id="device-title">${say.connect}</h2>
				${this.#device()}
			</section>
			<section class="card" aria-labelledby="tokens-title">
				<h2 id="tokens-title">${say.tokens}</h2>
				<p class="hint">${say.tokensHint}</p>
				${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
				${this.tokens?.length === 0 ? html`<p>${say.none}</p>` : nothing}
				<ul class="plain-list">${(this.tokens ?? []).map((token) => this.#token(token))}</ul>
			</section>
			<p><a href="#/records">${say.back}</a></p>
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-access": AccessPage;
	}
}
