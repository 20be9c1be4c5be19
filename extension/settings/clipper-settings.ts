import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { type PanelMessages, panelMessages } from "../../shared/messages/panel/messages.ts";
import { isFirefox, openTab, tellBackground } from "../browser.ts";
import type { ToBackground } from "../messages.ts";
import { download, exportOf } from "../outbox/export.ts";
import { meetInventory, readAddress, readToken } from "./connection.ts";
import { managedSettings, readConnection, writeConnection } from "./connection-store.ts";
import { askForCode, awaitToken, type DeviceCodes, type DeviceProblem } from "./device.ts";
import type { ManagedSettings } from "./managed.ts";
import { signOut } from "./sign-out.ts";

type Field = "address" | "token" | "region";
type Sentence = keyof PanelMessages["connection"]["problems"];
type Region = { readonly id: string; readonly name: string };
type Status =
	| { readonly tone: "" | "good"; readonly text: string }
	| { readonly tone: "bad"; readonly sentence: Sentence }
	| { readonly tone: "bad"; readonly device: DeviceProblem };

/** How a person recognises us among those that ask the inventory for access. */
const clientName = () => `Regiotechniek Clipper (${isFirefox() ? "Firefox" : "Chromium"})`;

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
		codes: { state: true },
		connected: { state: true },
		managed: { state: true },
	};
	declare address: string;
	declare token: string;
	declare region: string;
	declare regions: readonly Region[];
	declare problems: ReadonlyMap<Field, Sentence>;
	declare status: Status | undefined;
	declare tokenShown: boolean;
	/** While we wait for somebody to let us in. */
	declare codes: DeviceCodes | undefined;
	/** Whose token is in use, and where. */
	declare connected: { readonly name: string; readonly address: string } | undefined;
	declare managed: ManagedSettings;

	#say: PanelMessages = panelMessages(navigator.language).say;
	#name = "";
	#touched = false;
	#waiting = new AbortController();

	constructor() {
		super();
		this.address = "";
		this.token = "";
		this.region = "";
		this.regions = [];
		this.problems = new Map();
		this.tokenShown = false;
		this.managed = {};
	}

	protected override createRenderRoot(): HTMLElement {
		return this;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		void this.#load();
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#waiting.abort();
	}

	async #load(): Promise<void> {
		this.managed = await managedSettings();
		const connection = await readConnection();
		// Looking up a policy may take seconds: what somebody typed meanwhile stays, unless it was not theirs to choose.
		if (this.managed.address !== undefined) this.address = this.managed.address;
		this.region ||= this.managed.region ?? "";
		if (!connection || this.#touched) return;
		({ address: this.address, token: this.token, region: this.region, regions: this.regions } = connection);
		this.#name = connection.name;
		this.connected = { name: connection.name, address: connection.address };
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

	/** Asks for a code, opens the page where a person says yes, and waits for the token. */
	async #connect(): Promise<void> {
		const address = readAddress(this.address);
		this.status = undefined;
		this.problems = new Map();
		if ("problem" in address) {
			this.problems = new Map<Field, Sentence>([["address", `address-${address.problem}`]]);
			return this.#focusProblem();
		}
		this.address = address.address;
		this.#waiting.abort();
		this.#waiting = new AbortController();
		const { signal } = this.#waiting;
		try {
			const codes = await askForCode(address.address, clientName(), signal);
			if ("problem" in codes) {
				this.status = { tone: "bad", device: codes.problem };
				return;
			}
			this.codes = codes;
			await openTab(codes.page);
			const answer = await awaitToken(address.address, codes, clientName(), signal);
			if ("problem" in answer) {
				this.status = { tone: "bad", device: answer.problem };
				return;
			}
			this.token = answer.token;
			await this.#save();
		} catch (error) {
			if (!signal.aborted) throw error;
		} finally {
			if (this.#waiting.signal === signal) this.codes = undefined;
		}
	}

	#stopWaiting(): void {
		this.#waiting.abort();
		this.codes = undefined;
	}

	async #signOut(): Promise<void> {
		const unsent = await signOut();
		this.connected = undefined;
		this.token = "";
		this.regions = [];
		this.region = this.managed.region ?? "";
		this.problems = new Map();
		this.status = { tone: "good", text: this.#say.connection.signedOut(unsent) };
	}

	async #save(): Promise<void> {
		// Without a token there is one to be asked for.
		if (this.token.trim() === "") return this.#connect();
		const tested = await this.#test();
		if (!tested) return;
		if (this.region === "") {
			this.problems = new Map([["region", "region-empty"]]);
			await this.#focusProblem();
			return;
		}
		await writeConnection({ ...tested, region: this.region, regions: [...this.regions], name: this.#name });
		this.connected = { name: this.#name, address: tested.address };
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
		this.#touched = true;
		if (control.id === "address" || control.id === "token" || control.id === "region") this[control.id] = control.value;
	};

	#statusText(status: Status): string {
		const { problems, device } = this.#say.connection;
		if ("text" in status) return status.text;
		return "device" in status ? device.problems[status.device] : problems[status.sentence];
	}

	/** The code that the inventory's page must show, while we wait. */
	#device(codes: DeviceCodes): TemplateResult {
		const { device } = this.#say.connection;
		return html`<div class="message" id="device">
			<p>${device.intro}</p>
			<p class="user-code"><span class="visually-hidden">${device.code}: </span>${codes.userCode}</p>
			<p role="status">${device.waiting}</p>
			<div class="actions">
				<button type="button" class="small" @click=${() => void openTab(codes.page)}>${device.open}</button>
				<button type="button" class="small" @click=${() => this.#stopWaiting()}>${device.cancel}</button>
			</div>
		</div>`;
	}

	#addressField(): TemplateResult {
		const say = this.#say.connection;
		const managed = this.managed.address !== undefined;
		return this.#field(
			"address",
			say.address,
			managed ? say.managed : say.addressHint,
			(described, invalid) => html`<input
				id="address" type="url" inputmode="url" autocomplete="off" spellcheck="false" aria-required="true" ?readonly=${managed}
				aria-invalid=${invalid} aria-describedby=${described} .value=${live(this.address)} @input=${this.#typed} />`,
		);
	}

	/** For who was given a token, or has no browser to say yes in. */
	#byHand(): TemplateResult {
		const say = this.#say.connection;
		const field = this.#field(
			"token",
			say.token,
			say.tokenHint,
			(described, invalid) => html`<input
				id="token" type=${this.tokenShown ? "text" : "password"} autocomplete="off" spellcheck="false"
				aria-invalid=${invalid} aria-describedby=${described} .value=${live(this.token)} @input=${this.#typed} />`,
		);
		const toggle = () => {
			this.tokenShown = !this.tokenShown;
		};
		return html`<details id="by-hand" ?open=${this.problems.has("token")}>
			<summary>${say.byHand}</summary>
			${field}
			<label class="box"
				><input type="checkbox" .checked=${live(this.tokenShown)} @change=${toggle} /><span>${say.showToken}</span></label
			>
		</details>`;
	}

	#regionField(): TemplateResult | typeof nothing {
		const say = this.#say.connection;
		if (this.regions.length === 0) return nothing;
		return this.#field(
			"region",
			say.region,
			say.regionHint,
			(described, invalid) => html`<select
				id="region" aria-required="true" aria-invalid=${invalid} aria-describedby=${described} @change=${this.#typed}>
				<option value="" ?selected=${this.region === ""}>${this.#say.choose}</option>
				${this.regions.map((it) => html`<option value=${it.id} ?selected=${it.id === this.region}>${it.name}</option>`)}
			</select>`,
		);
	}

	#buttons(): TemplateResult {
		const say = this.#say.connection;
		const known = this.token.trim() !== "";
		return html`<div class="actions">
			<button type="submit" class="primary">${known ? say.save : say.connectHere}</button>
			${
				known
					? html`<button type="button" id="connect" @click=${() => void this.#connect()}>${this.#say.signInAgain}</button>
							<button type="button" @click=${() => void this.#test()}>${say.test}</button>`
					: nothing
			}
		</div>`;
	}

	protected override render(): TemplateResult {
		const { product, keeping, connection: say } = this.#say;
		const { status, codes, connected } = this;
		const submit = (event: Event) => {
			event.preventDefault();
			void this.#save();
		};
		return html`<header class="top"><p class="product">${product}</p></header>
			<main>
				<div>
					<h1>${say.title}</h1>
					<p>${connected ? say.signedIn(connected.name, connected.address) : say.intro}</p>
				</div>
				<form class="card" novalidate @submit=${submit}>
					${this.#addressField()}${codes ? this.#device(codes) : nothing}${this.#byHand()}${this.#regionField()}${this.#buttons()}
					<div role="status">
						${status ? html`<p class="message ${status.tone}" id="status">${this.#statusText(status)}</p>` : nothing}
					</div>
				</form>
				<section class="card" aria-labelledby="kept-title">
					<h2 id="kept-title">${say.kept}</h2>
					<div class="actions">
						<button type="button" id="export" @click=${() => void exportOf().then(download)}>${keeping.export}</button>
						${
							connected
								? html`<button type="button" id="sign-out" @click=${() => void this.#signOut()}>${say.signOut}</button>`
								: nothing
						}
					</div>
				</section>
				<p class="hint">${say.privacy}</p>
			</main>`;
	}
}
