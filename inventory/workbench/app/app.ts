import { html, nothing, type TemplateResult } from "lit";
import { accessMessages } from "../../../shared/messages/workbench/access.ts";
import { importsMessages } from "../../../shared/messages/workbench/imports.ts";
import { staffMessages } from "../../../shared/messages/workbench/staff.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { ApiRefusal, type Failure, isFailure, sentenceOf } from "../../browser/failure.ts";
import { firstLanguage, rememberLanguage } from "../../browser/language.ts";
import type { Me } from "../../browser/staff-api.ts";
import { type Client, createClient } from "../api/client.ts";
import { insightPage } from "../insight/insight-pages.ts";
import type { FiltersChange } from "../list/record-list.ts";
import { workPages } from "../list/work-pages.ts";
import type { Announcement, PageTitle } from "./events.ts";
import { LightElement } from "./light-element.ts";
import { addressOfAccess, addressOfList, addressOfRecord, type ListFilters, type Route, routeOf } from "./route.ts";
import type { SignedIn, SignInReason } from "./sign-in.ts";

type Access =
	| { is: "starting" }
	| { is: "unreachable"; failure: Failure }
	| { is: "out"; reason?: SignInReason; link?: string }
	| { is: "in"; me: Me };

const sameRoute = (a: Route, b: Route) => a.page === "record" && b.page === "record" && a.id === b.id;

/** The workbench: who is in, which page is open, in which language, and the one place that speaks to screen readers. */
export class WorkbenchApp extends LightElement {
	static override properties = {
		...LightElement.properties,
		access: { state: true },
		route: { state: true },
		filters: { state: true },
		offline: { state: true },
		spoken: { state: true },
		welcome: { state: true },
	};
	declare access: Access;
	declare route: Route;
	/** The list's filters, also while a record is open over it; undefined until the list was first shown. */
	declare filters: ListFilters | undefined;
	declare offline: boolean;
	declare spoken: string;
	/** Somebody came by a one-time link just now. */
	declare welcome: boolean;

	readonly client: Client = createClient({
		fetch: (input, init) => fetch(input, init),
		language: () => this.language,
	});

	constructor() {
		super();
		this.language = firstLanguage(sessionStorage, navigator.languages);
		this.access = { is: "starting" };
		this.offline = !navigator.onLine;
		this.spoken = "";
		this.welcome = false;
		const route = routeOf(location.hash);
		// The secret of a link goes no further than this: not into the history, not into a screenshot of the address bar.
		if (route.page === "link")
			history.replaceState(null, "", `${location.pathname}${addressOfList({ tab: "clipped" })}`);
		this.route = route.page === "link" ? routeOf("") : route;
		this.filters = this.route.page === "list" ? this.route.filters : undefined;
		void this.#start(route.page === "link" ? route.secret : undefined);
	}

	override connectedCallback(): void {
		super.connectedCallback();
		history.scrollRestoration = "manual";
		window.addEventListener("hashchange", this.#onHash);
		window.addEventListener("beforeunload", this.#onUnload);
		window.addEventListener("online", this.#onLine);
		window.addEventListener("offline", this.#onLine);
		this.addEventListener("workbench-announce", this.#onAnnounce);
		this.addEventListener("workbench-title", this.#onTitle);
		this.addEventListener("workbench-session-ended", this.#onSessionEnded);
		this.addEventListener("workbench-record-changed", this.#onRecordChanged);
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		window.removeEventListener("hashchange", this.#onHash);
		window.removeEventListener("beforeunload", this.#onUnload);
		window.removeEventListener("online", this.#onLine);
		window.removeEventListener("offline", this.#onLine);
	}

	async #start(link: string | undefined): Promise<void> {
		if (link) {
			this.access = { is: "out", link };
			return;
		}
		this.access = { is: "starting" };
		try {
			this.#enter(await this.client.me());
		} catch (error) {
			if (!isFailure(error)) throw error;
			const out = error instanceof ApiRefusal && (error.status === 401 || error.status === 403);
			this.access = out ? this.#out() : { is: "unreachable", failure: error };
		}
	}

	/** Somebody may come back from a provider that did not let them in. */
	#out(): Access {
		const outcome = new URLSearchParams(location.hash.slice(1)).get("sign-in");
		if (outcome !== "not-invited" && outcome !== "refused") return { is: "out" };
		history.replaceState(null, "", location.pathname);
		return { is: "out", reason: outcome };
	}

	#enter(me: Me, byLink = false): void {
		this.welcome = byLink && Boolean(me.staff);
		if (this.welcome) {
			// The link does not work again: first of all, another way in.
			history.replaceState(null, "", "#/account");
			this.route = { page: "account" };
		}
		// Whoever signed out left the list without filters.
		if (this.route.page === "list") this.filters ??= this.route.filters;
		this.access = { is: "in", me };
	}

	async #signOut(): Promise<void> {
		if (!(await this.#mayLeave())) return;
		try {
			await this.client.signOut();
			this.filters = undefined;
			this.route = routeOf("");
			history.replaceState(null, "", location.pathname);
			this.access = { is: "out", reason: "signed-out" };
		} catch (error) {
			if (!isFailure(error)) throw error;
			this.#say(sentenceOf(error, this.messages));
		}
	}

	#switchLanguage(): void {
		this.language = this.language === "nl" ? "en" : "nl";
		rememberLanguage(sessionStorage, this.language);
	}

	readonly #onLine = (): void => {
		this.offline = !navigator.onLine;
		if (this.offline) this.#say(this.messages.failure.offline);
	};

	readonly #onAnnounce = (event: Announcement): void => this.#say(event.text);

	readonly #onTitle = (event: PageTitle): void => {
		const { workbench, product } = this.messages;
		document.title = `${event.text} – ${workbench} – ${product}`;
	};

	readonly #onSessionEnded = (): void => {
		this.access = { is: "out", reason: "again" };
	};

	readonly #onRecordChanged = (): void => this.querySelector("workbench-list")?.outdate();

	#say(text: string): void {
		// The same sentence twice is two messages: without a change in between, it is spoken once.
		this.spoken = "";
		requestAnimationFrame(() => {
			this.spoken = text;
		});
	}

	get #unsaved(): boolean {
		return this.querySelector("workbench-record")?.dirty ?? false;
	}

	readonly #onUnload = (event: BeforeUnloadEvent): void => {
		if (this.#unsaved) event.preventDefault();
	};

	/** Asks about unsaved changes, and does with them what was answered. */
	async #mayLeave(): Promise<boolean> {
		const record = this.querySelector("workbench-record");
		if (!record?.dirty) return true;
		const answer = (await this.querySelector("workbench-leave")?.ask()) ?? "stay";
		if (answer === "discard") record.discard();
		return answer === "discard" || (answer === "save" && (await record.save()));
	}

	readonly #onHash = async (): Promise<void> => {
		const next = routeOf(location.hash);
		if (next.page === "link") {
			history.replaceState(null, "", `${location.pathname}${addressOfList({ tab: "clipped" })}`);
			if (!(await this.#mayLeave())) return;
			this.route = routeOf("");
			this.access = { is: "out", link: next.secret };
			return;
		}
		if (sameRoute(next, this.route)) return;
		if (this.route.page === "record" && this.#unsaved) {
			const { hash } = location;
			history.pushState(null, "", addressOfRecord(this.route.id));
			if (!(await this.#mayLeave())) return;
			history.pushState(null, "", hash);
		}
		this.#go(next);
	};

	#go(next: Route): void {
		const list = this.querySelector("workbench-list");
		const before = this.route;
		if (before.page === "list" && next.page === "record") list?.leave(next.id);
		this.route = next;
		this.welcome &&= next.page === "account";
		if (next.page !== "list") return;
		const same = this.filters && addressOfList(this.filters) === addressOfList(next.filters);
		if (!same) this.filters = next.filters;
		if (before.page !== "list") {
			void this.updateComplete.then(() => this.querySelector("workbench-list")?.comeBack());
		}
	}

	readonly #onFilters = ({ filters }: FiltersChange): void => {
		// Typing is one step in the history, not one for each letter.
		history.replaceState(null, "", addressOfList(filters));
		this.route = { page: "list", filters };
		this.filters = filters;
	};

	protected override updated(changed: Map<string, unknown>): void {
		if (changed.has("language")) document.documentElement.lang = this.language;
		if (changed.has("access") && this.access.is === "out") {
			document.title = `${this.messages.signIn.title} – ${this.messages.product}`;
		}
	}

	override render(): TemplateResult {
		return html`<a class="skip button" href="#main" @click=${this.#skip}>${this.messages.skipToContent}</a>
			${this.#header()}
			${this.offline ? html`<p class="offline message warn">${this.messages.failure.offline}</p>` : nothing}
			<main id="main" tabindex="-1">${this.#main()}</main>
			<div class="visually-hidden" role="status">${this.spoken}</div>
			<workbench-leave .language=${this.language}></workbench-leave>`;
	}

	/** The fragment is the route, so the link may not change it. */
	#skip(event: Event): void {
		event.preventDefault();
		this.querySelector<HTMLElement>("main")?.focus();
	}

	#header(): TemplateResult {
		const { product, workbench, otherLanguage, signOut, signedInAs, roles } = this.messages;
		const other: Language = this.language === "nl" ? "en" : "nl";
		const me = this.access.is === "in" ? this.access.me : undefined;
		return html`<header class="top">
			<a class="brand" href=${this.filters ? addressOfList(this.filters) : "#/records"}
				><span class="mark" aria-hidden="true"></span><span class="product">${product} </span><span class="room">${workbench}</span></a
			>
			<div class="top-actions">
				${me ? html`<span class="who" title=${roles[me.role]}>${signedInAs(me.name)}</span>` : nothing}
				${me?.role === "admin" ? html`<a class="plain" href="#/staff">${staffMessages[this.language].staff.title}</a>` : nothing}
				${me && me.role !== "clipper" ? html`<a class="plain" href="#/imports">${importsMessages[this.language].title}</a>` : nothing}
				${me?.staff ? html`<a class="plain" href="#/account">${staffMessages[this.language].account.title}</a>` : nothing}
				${me ? html`<a class="plain" href=${addressOfAccess}>${accessMessages[this.language].title}</a>` : nothing}
				<button type="button" class="plain" lang=${other} @click=${this.#switchLanguage}>${otherLanguage}</button>
				${me ? html`<button type="button" class="plain" @click=${() => void this.#signOut()}>${signOut}</button>` : nothing}
			</div>
		</header>`;
	}

	#main(): TemplateResult | typeof nothing {
		const { access } = this;
		switch (access.is) {
			case "starting":
				return nothing;
			case "unreachable":
				return html`<div class="message bad" role="alert">
					<p>${sentenceOf(access.failure, this.messages)}</p>
					<button type="button" @click=${() => void this.#start(undefined)}>${this.messages.failure.retry}</button>
				</div>`;
			case "out":
				return html`<workbench-sign-in
					.language=${this.language}
					.client=${this.client}
					.link=${access.link}
					.reason=${access.reason}
					@workbench-signed-in=${({ me, byLink }: SignedIn) => this.#enter(me, byLink)}
				></workbench-sign-in>`;
			case "in":
				return this.#pages(access.me);
		}
	}

	#pages(me: Me): TemplateResult {
		const { route, filters } = this;
		return html`${
			filters
				? html`<workbench-list
						?hidden=${route.page !== "list"}
						.language=${this.language}
						.client=${this.client}
						.me=${me}
						.filters=${filters}
						@workbench-filters=${this.#onFilters}
					></workbench-list>`
				: nothing
		}${
			route.page === "record"
				? html`<workbench-record
						.language=${this.language}
						.client=${this.client}
						.me=${me}
						.recordId=${route.id}
						.listAddress=${addressOfList(filters ?? { tab: "clipped" })}
					></workbench-record>`
				: nothing
		}${
			route.page === "account"
				? html`<workbench-account .language=${this.language} .me=${me} .welcome=${this.welcome}></workbench-account>`
				: nothing
		}${route.page === "staff" ? html`<workbench-staff .language=${this.language} .me=${me}></workbench-staff>` : nothing}${
			route.page === "audit" ? html`<workbench-audit-log .language=${this.language}></workbench-audit-log>` : nothing
		}${route.page === "imports" ? html`<workbench-imports .language=${this.language} .me=${me}></workbench-imports>` : nothing}${workPages(route, { language: this.language, client: this.client, me })}${insightPage(route, { language: this.language, me })}${
			route.page === "access"
				? html`<workbench-access .language=${this.language} .client=${this.client} .code=${route.code}></workbench-access>`
				: nothing
		}`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-app": WorkbenchApp;
	}
}
