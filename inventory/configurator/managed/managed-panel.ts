import { html, nothing, type TemplateResult } from "lit";
import { Slug } from "../../../shared/model/values.ts";
import { ApiRefusal, type Failure, isFailure, sentenceOf } from "../../browser/failure.ts";
import type { Me } from "../../browser/staff-api.ts";
import { PageElement } from "../app/element.ts";
import { Announcement, ChoiceChange, WidgetNamed } from "../app/events.ts";
import type { Form } from "../app/form.ts";
import { describedBy, field, typedIn } from "../panels/fields.ts";
import { type SavedWidget, type WidgetClient, widgetClient } from "./client.ts";

type Access = { is: "unknown" } | { is: "out" } | { is: "in"; me: Me };

const locales = { nl: "nl-NL", en: "en-GB" } as const;
const isRefused = (failure: Failure, ...statuses: number[]) =>
	failure instanceof ApiRefusal && statuses.includes(failure.status);

/** Saving a choice under a name, and what was saved. Who is not signed in is asked only when this part is opened. */
export class ManagedPanel extends PageElement {
	static override properties = {
		...PageElement.properties,
		form: { attribute: false },
		widget: { attribute: false },
		access: { state: true },
		saved: { state: true },
		busy: { state: true },
		problem: { state: true },
		name: { state: true },
		nameProblem: { state: true },
		removing: { state: true },
	};
	declare form: Form;
	declare widget: string | undefined;
	declare access: Access;
	/** Undefined until they are here. */
	declare saved: readonly SavedWidget[] | undefined;
	declare busy: boolean;
	declare problem: string | undefined;
	declare name: string;
	declare nameProblem: string | undefined;
	/** The one that is asked about. */
	declare removing: string | undefined;

	readonly client: WidgetClient = widgetClient({
		fetch: (input, init) => fetch(input, init),
		language: () => this.language,
	});

	constructor() {
		super();
		this.access = { is: "unknown" };
		this.busy = false;
		this.name = "";
	}

	/** Runs `work` unless something runs already; what fails is said, and a session that ended is a way back in. */
	async #run(work: () => Promise<void>): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.problem = undefined;
		try {
			await work();
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (isRefused(error, 401)) this.access = { is: "out" };
			else this.problem = this.#sentenceOf(error);
		} finally {
			this.busy = false;
		}
	}

	#sentenceOf(failure: Failure): string {
		const fields = failure instanceof ApiRefusal ? (failure.problem?.errors ?? []) : [];
		return [sentenceOf(failure, this.messages), ...fields.map(({ message }) => message)].join(" ");
	}

	#say(text: string): void {
		this.dispatchEvent(new Announcement(text));
	}

	/** The form comes together with what is saved: one that is there earlier would not take what is done with it. */
	async #enter(me: Me): Promise<void> {
		if (me.role !== "clipper") this.saved = await this.client.widgets();
		this.access = { is: "in", me };
	}

	readonly #open = (event: Event): void => {
		const { currentTarget: details } = event;
		if (!(details instanceof HTMLDetailsElement) || !details.open || this.access.is !== "unknown") return;
		void this.#run(async () => this.#enter(await this.client.me()));
	};

	async #signIn(event: Event): Promise<void> {
		event.preventDefault();
		const say = this.messages.managed;
		const input = this.querySelector<HTMLInputElement>("#token");
		const token = input?.value.trim();
		await this.#run(async () => {
			if (!token) {
				this.problem = say.empty;
				return;
			}
			try {
				await this.#enter(await this.client.signIn({ token }));
			} catch (error) {
				if (!isFailure(error) || !isRefused(error, 401, 422)) throw error;
				this.problem = say.refused;
			}
		});
		await this.updateComplete;
		this.querySelector<HTMLElement>(this.access.is === "in" ? "#widget-name" : "#token")?.focus();
	}

	#signOut(): Promise<void> {
		return this.#run(async () => {
			await this.client.signOut();
			this.access = { is: "out" };
			this.saved = undefined;
		});
	}

	async #save(event: Event): Promise<void> {
		event.preventDefault();
		const say = this.messages.managed;
		const name = this.name.trim();
		this.nameProblem = Slug.safeParse(name).success ? undefined : say.nameRefused;
		if (this.nameProblem) {
			this.querySelector<HTMLElement>("#widget-name")?.focus();
			return;
		}
		await this.#run(async () => {
			const { kind, attributes } = this.form.choice;
			if (!attributes.region && !attributes.src) {
				this.problem = say.needsRegion;
				return;
			}
			const replace = this.saved?.some((one) => one.name === name) ?? false;
			await this.client.save(name, { kind, attributes }, { replace });
			this.saved = await this.client.widgets();
			this.dispatchEvent(new WidgetNamed(name));
			this.#say(say.saved(name));
		});
	}

	#load({ name, kind, attributes }: SavedWidget): void {
		this.name = name;
		this.nameProblem = undefined;
		this.dispatchEvent(new ChoiceChange({ kind, attributes, look: this.form.choice.look }));
		this.dispatchEvent(new WidgetNamed(name));
		this.#say(this.messages.managed.loaded(name));
	}

	async #remove(name: string): Promise<void> {
		await this.#run(async () => {
			await this.client.remove(name);
			this.saved = await this.client.widgets();
			if (this.widget === name) this.dispatchEvent(new WidgetNamed(undefined));
			this.#say(this.messages.managed.removed(name));
		});
		this.removing = undefined;
		await this.updateComplete;
		this.querySelector<HTMLElement>("#saved-widgets")?.focus();
	}

	override render(): TemplateResult {
		const { sections, managed } = this.messages;
		return html`<details class="card managed" @toggle=${this.#open}>
			<summary><h2>${sections.managed}</h2></summary>
			<p>${managed.intro}</p>
			${this.access.is === "in" ? this.#inside(this.access.me) : this.access.is === "out" ? this.#outside() : nothing}
			<p class="problem" role="alert">${this.problem ?? nothing}</p>
		</details>`;
	}

	#outside(): TemplateResult {
		const say = this.messages.managed;
		const token = { id: "token", label: say.token, hint: say.tokenHint };
		return html`<form @submit=${this.#signIn}>
			${field(
				token,
				html`<input id="token" type="password" autocomplete="current-password" spellcheck="false" aria-describedby=${describedBy(token)} />`,
			)}
			<button class="primary" aria-busy=${this.busy ? "true" : "false"}>${this.busy ? say.busy : say.signIn}</button>
		</form>`;
	}

	#inside(me: Me): TemplateResult {
		const say = this.messages.managed;
		return html`<p>${say.signedInAs(me.name)} <button type="button" class="link" @click=${() => this.#signOut()}>${say.signOut}</button></p>
			${me.role === "clipper" ? html`<p class="message warn">${say.mayNot}</p>` : html`${this.#form()}${this.#list()}`}`;
	}

	#form(): TemplateResult {
		const say = this.messages.managed;
		const name = this.name.trim();
		const replaces = this.saved?.some((one) => one.name === name);
		const labelled = { id: "widget-name", label: say.name, hint: say.nameHint, problem: this.nameProblem };
		return html`<form @submit=${this.#save}>
			${field(
				labelled,
				html`<input
					id="widget-name"
					autocomplete="off"
					spellcheck="false"
					maxlength="80"
					.value=${this.name}
					aria-describedby=${describedBy(labelled)}
					aria-invalid=${this.nameProblem ? "true" : nothing}
					@input=${(event: Event) => {
						this.name = typedIn(event);
						this.nameProblem = undefined;
					}}
				/>`,
			)}
			${replaces ? html`<p class="message warn">${say.replaceHint(name)}</p>` : nothing}
			<button class="primary" aria-busy=${this.busy ? "true" : "false"}>
				${this.busy ? say.saving : replaces ? say.replace(name) : say.save}
			</button>
			<p class="hint">${say.lookNote}</p>
		</form>`;
	}

	#list(): TemplateResult {
		const say = this.messages.managed;
		return html`<h3 id="saved-widgets" tabindex="-1">${say.list}</h3>
			${
				this.saved === undefined
					? html`<p class="waiting">${say.loading}</p>`
					: this.saved.length === 0
						? html`<p>${say.none}</p>`
						: html`<ul class="saved">${this.saved.map((one) => this.#row(one))}</ul>`
			}`;
	}

	#row(one: SavedWidget): TemplateResult {
		const say = this.messages.managed;
		const { name, kind, updatedAt } = one;
		const when = new Intl.DateTimeFormat(locales[this.language], { dateStyle: "medium", timeStyle: "short" });
		return html`<li>
			<div><strong>${name}</strong> <span class="hint">${this.messages.kinds[kind].title}, ${say.changed(when.format(new Date(updatedAt)))}</span></div>
			<div class="actions">
				<button type="button" aria-label=${say.loadNamed(name)} @click=${() => this.#load(one)}>${say.load}</button>
				<button type="button" class="danger" aria-label=${say.removeNamed(name)} @click=${() => this.#ask(name)}>${say.remove}</button>
			</div>
			${
				this.removing === name
					? html`<div class="message warn" role="group" aria-labelledby="remove-sure" id="remove-ask" tabindex="-1">
							<p id="remove-sure">${say.removeSure(name)}</p>
							<button type="button" class="danger" @click=${() => this.#remove(name)}>${say.removeYes}</button>
							<button type="button" @click=${() => this.#ask(undefined)}>${say.cancel}</button>
						</div>`
					: nothing
			}
		</li>`;
	}

	async #ask(name: string | undefined): Promise<void> {
		this.removing = name;
		await this.updateComplete;
		this.querySelector<HTMLElement>(name ? "#remove-ask" : "#saved-widgets")?.focus();
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"configurator-managed": ManagedPanel;
	}
}
