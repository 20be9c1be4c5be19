import { html, nothing, type TemplateResult } from "lit";
import { addressOfRecord } from "../app/route.ts";
import { momentText } from "../text/dates.ts";
import { AccessElement } from "./access-element.ts";
import type { AuditPage } from "./client.ts";

type Entry = AuditPage["items"][number];

/** What a line is about beside a record: the name of a person, a widget or a program. */
function aboutOf({ detail }: Entry): string {
	const { name, client } = detail;
	return [name, client].filter((value) => typeof value === "string").join(", ");
}

/** Who did what, for an administrator. */
export class AuditLogPage extends AccessElement {
	static override properties = {
		...AccessElement.properties,
		items: { state: true },
		next: { state: true },
		record: { state: true },
	};
	declare items: readonly Entry[] | undefined;
	declare next: string | null;
	/** The one record that is looked at. */
	declare record: string;

	constructor() {
		super();
		this.next = null;
		this.record = "";
	}

	protected override firstUpdated(): void {
		this.entitle(this.say.audit.title);
		void this.#search();
	}

	#query() {
		return { by: this.field("audit-by"), action: this.field("audit-action"), record: this.record };
	}

	#search(): Promise<boolean> {
		return this.attempt(async () => {
			const page = await this.access.audit(this.#query());
			this.items = page.items;
			this.next = page.next;
			if (page.items.length === 0) this.announce(this.say.audit.none);
		});
	}

	async #more(): Promise<void> {
		const { next } = this;
		if (!next) return;
		const before = this.items?.length ?? 0;
		await this.attempt(async () => {
			const page = await this.access.audit({ ...this.#query(), after: next });
			this.items = [...(this.items ?? []), ...page.items];
			this.next = page.next;
		});
		await this.updateComplete;
		this.querySelectorAll<HTMLElement>("tbody tr")[before]?.focus();
	}

	#only(record: string): void {
		this.record = record;
		void this.#search().then(() => this.focusOn("h1"));
	}

	#row(entry: Entry): TemplateResult {
		const say = this.say.audit;
		const { record } = entry;
		return html`<tr tabindex="-1">
			<td data-label=${say.when}><time datetime=${entry.at}>${momentText(entry.at, this.language)}</time></td>
			<td data-label=${say.by}>${entry.by}</td>
			<td data-label=${say.what}>${say.actions[entry.action] ?? entry.action}</td>
			<td data-label=${say.about}>
				${
					record
						? html`<a href=${addressOfRecord(record.id)}>${record.title ?? record.id}</a>
								${
									this.record
										? nothing
										: html`<button type="button" class="link" @click=${() => this.#only(record.id)}>
												${say.onlyThis}<span class="visually-hidden">: ${record.title ?? record.id}</span>
											</button>`
								}`
						: aboutOf(entry)
				}
			</td>
		</tr>`;
	}

	override render(): TemplateResult {
		const say = this.say.audit;
		const search = (event: Event) => {
			event.preventDefault();
			void this.#search();
		};
		return html`<div class="access wide">
			<h1 tabindex="-1">${say.title}</h1>
			<p>${say.intro}</p>
			<form class="filters" @submit=${search}>
				<div>
					<label for="audit-by">${say.by}</label>
					<input id="audit-by" type="search" maxlength="100" autocomplete="off" />
				</div>
				<div>
					<label for="audit-action">${say.action}</label>
					<select id="audit-action">
						<option value="">${say.allActions}</option>
						${Object.entries(say.actions).map(([action, text]) => html`<option value=${action}>${text}</option>`)}
					</select>
				</div>
				<button class="primary" aria-busy=${this.busy}>${say.filter}</button>
				${this.record ? html`<button type="button" @click=${() => this.#only("")}>${say.clearRecord}</button>` : nothing}
			</form>
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${this.items?.length === 0 ? html`<p class="empty">${say.none}</p>` : nothing}
			${
				this.items && this.items.length > 0
					? html`<table class="audit">
							<thead>
								<tr>
									<th scope="col">${say.when}</th>
									<th scope="col">${say.by}</th>
									<th scope="col">${say.what}</th>
									<th scope="col">${say.about}</th>
								</tr>
							</thead>
							<tbody>${this.items.map((entry) => this.#row(entry))}</tbody>
						</table>`
					: nothing
			}
			${this.next ? html`<p><button type="button" @click=${() => void this.#more()}>${say.more}</button></p>` : nothing}
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-audit-log": AuditLogPage;
	}
}
