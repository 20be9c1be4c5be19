import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { type PanelMessages, panelMessages } from "../../shared/messages/panel/messages.ts";
import { tellBackground } from "../browser.ts";
import type { ToBackground } from "../messages.ts";
import { meetInventory, readAddress, readToken } from "./connection.ts";
import { readConnection, writeConnection } from "./connection-store.ts";

type Field = "address" | "token" | "region";
type Sentence = keyof PanelMessages["connection"]["problems"];
type Region = { readonly id: string; readonly name: string };
type Status =
	| { readonly tone: "" | "good"; readonly text: string }
	| { readonly tone: "bad"; readonly sentence: Sentence };

/** The settings: where the inventory is, who we are there, and the region we clip for. */
export class ClipperSettings extends LitElement {
	static override properties: PropertyDeclarations = {
		address: { state: true },
		token: { state: true },
		region: { state: true },
		regions: { state: true },
		problems: { state: true },
		status: { state: true },
		tokenShown: { state: true },
	};
	declare address: string;
	declare token: string;
	declare region: string;
	declare regions: readonly Region[];
	declare problems: ReadonlyMap<Field, Sentence>;
	declare status: Status | undefined;
	declare tokenShown: boolean;

	#say: PanelMessages = panelMessages(navigator.language).say;
	#name = "";

	constructor() {
		super();
		this.address = "";
		this.token = "";
		this.region = "";
		this.regions = [];
		this.problems = new Map();
		this.tokenShown = false;
	}

	protected override createRenderRoot(): HTMLElement {
		return this;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		void this.#load();
	}

	async #load(): Promise<void> {
		const connection = await readConnection();
		if (!connection) return;
		({ address: this.address, token: this.token, region: this.region, regions: this.regions } = connection);
		this.#name = connection.name;
	}

	/** Asks the inventory who we are. Gives what is needed to save, or `undefined` with the problems shown. */
	async #test(): Promise<{ address: string; token: string } | undefined> {
		const address = readAddress(this.address);
		const token = readToken(this.token);
		const problems = new Map<Field, Sentence>();
		if ("problem" in address) problems.set("address", `address-${address.problem}`);
		if ("problem" in token) problems.set("token", `token-${token.problem}`);
		this.problems = problems;
		this.status = undefined;
		if ("problem" in address || "problem" in token) {
			await this.#focusProblem();
			return undefined;
		}
		this.address = address.address;
		this.token = token.token;
		this.status = { tone: "", text: this.#say.connection.testing };
		const met = await meetInventory(address.address, token.token);
		if ("problem" in met) {
			this.status = { tone: "bad", sentence: met.problem };
			return undefined;
		}
		const { me } = met;
		this.regions = me.regions;
		this.#name = me.name;
		if (me.regions.length === 0) {
			this.status = { tone: "bad", sentence: "no-regions" };
			return undefined;
		}
		if (!me.regions.some((it) => it.id === this.region))
			this.region = (me.regions.length === 1 && me.regions[0]?.id) || "";
		this.status = { tone: "good", text: this.#say.connection.works(me.name, me.regions.length) };
		return { address: address.address, token: token.token };
	}

	async #save(): Promise<void> {
		const tested = await this.#test();
		if (!tested) return;
		if (this.region === "") {
			this.problems = new Map([["region", "region-empty"]]);
			await this.#focusProblem();
			return;
		}
		await writeConnection({ ...tested, region: this.region, regions: [...this.regions], name: this.#name });
		this.status = { tone: "good", text: this.#say.connection.saved };
		void tellBackground({ type: "drain", cause: "connected" } satisfies ToBackground);
	}

	async #focusProblem(): Promise<void> {
		await this.updateComplete;
		this.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
	}

	#field(
		name: Field,
		label: string,
		hint: string,
		control: (described: string, invalid: "true" | typeof nothing) => TemplateResult,
	) {
		const sentence = this.problems.get(name);
		const described = `${sentence ? `${name}-problem ` : ""}${name}-hint`;
		return html`<div class="field">
			<label for=${name}>${label}</label>
			${control(described, sentence ? "true" : nothing)}
			${sentence ? html`<p class="problem" id="${name}-problem">${this.#say.connection.problems[sentence]}</p>` : nothing}
			<p class="hint" id="${name}-hint">${hint}</p>
		</div>`;
	}

	#typed = (event: Event) => {
		const { currentTarget: control } = event;
		if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return;
		if (control.id === "address" || control.id === "token" || control.id === "region") this[control.id] = control.value;
	};

	protected override render(): TemplateResult {
		const { product, connection: say } = this.#say;
		const { status } = this;
		const submit = (event: Event) => {
			event.preventDefault();
			void this.#save();
		};
		return html`<header class="top"><p class="product">${product}</p></header>
			<main>
				<div>
					<h1>${say.title}</h1>
					<p>${say.intro}</p>
				</div>
				<form class="card" novalidate @submit=${submit}>
					${this.#field(
						"address",
						say.address,
						say.addressHint,
						(described, invalid) => html`<input
						id="address" type="url" inputmode="url" autocomplete="off" spellcheck="false" aria-required="true"
						aria-invalid=${invalid} aria-describedby=${described} .value=${live(this.address)} @input=${this.#typed} />`,
					)}
					${this.#field(
						"token",
						say.token,
						say.tokenHint,
						(described, invalid) => html`<input
						id="token" type=${this.tokenShown ? "text" : "password"} autocomplete="off" spellcheck="false" aria-required="true"
						aria-invalid=${invalid} aria-describedby=${described} .value=${live(this.token)} @input=${this.#typed} />`,
					)}
					<label class="box"><input type="checkbox" .checked=${live(this.tokenShown)}
						@change=${() => {
							this.tokenShown = !this.tokenShown;
						}} /><span>${say.showToken}</span></label>
					${
						this.regions.length === 0
							? nothing
							: this.#field(
									"region",
									say.region,
									say.regionHint,
									(described, invalid) => html`<select
						id="region" aria-required="true" aria-invalid=${invalid} aria-describedby=${described} @change=${this.#typed}>
						<option value="" ?selected=${this.region === ""}>${this.#say.choose}</option>
						${this.regions.map((it) => html`<option value=${it.id} ?selected=${it.id === this.region}>${it.name}</option>`)}
					</select>`,
								)
					}
					<div class="actions">
						<button type="submit" class="primary">${say.save}</button>
						<button type="button" @click=${() => void this.#test()}>${say.test}</button>
					</div>
					<div role="status">
						${
							status
								? html`<p class="message ${status.tone}" id="status">
								${status.tone === "bad" ? say.problems[status.sentence] : status.text}
							</p>`
								: nothing
						}
					</div>
				</form>
				<p class="hint">${say.privacy}</p>
			</main>`;
	}
}
