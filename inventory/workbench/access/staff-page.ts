import { html, nothing, type TemplateResult } from "lit";
import type { Me } from "../../browser/staff-api.ts";
import { AccessElement } from "./access-element.ts";
import type { Grant, Role, StaffMember } from "./client.ts";

const roles: readonly Role[] = ["clipper", "editor", "admin"];
const roleOf = (text: string): Role => roles.find((role) => role === text) ?? "clipper";

/** The people who work here, for an administrator: invite, give roles by region, let in again, remove. */
export class StaffPage extends AccessElement {
	static override properties = {
		...AccessElement.properties,
		me: { attribute: false },
		people: { state: true },
		editing: { state: true },
		draft: { state: true },
		removing: { state: true },
		link: { state: true },
	};
	declare me: Me;
	declare people: readonly StaffMember[] | undefined;
	/** Whose roles are being changed; `new` while inviting. */
	declare editing: string | undefined;
	/** The roles in the open form. */
	declare draft: readonly Grant[];
	declare removing: string | undefined;
	/** A link that was made just now, and whose. */
	declare link: { name: string; address: string } | undefined;

	constructor() {
		super();
		this.draft = [];
	}

	protected override firstUpdated(): void {
		this.entitle(this.say.staff.title);
		void this.look(() => this.#load());
	}

	async #load(): Promise<void> {
		this.people = await this.access.staff();
	}

	get #regions() {
		return this.me.regions.filter(({ role }) => role === "admin" || role === undefined);
	}

	/** The first place that is not in the form yet. */
	#nextRegion(): string | null {
		const taken = this.draft.map(({ region }) => region);
		if (this.me.everywhere && !taken.includes(null)) return null;
		return this.#regions.find(({ id }) => !taken.includes(id))?.id ?? this.#regions[0]?.id ?? null;
	}

	#regionName(region: string | null): string {
		if (region === null) return this.say.staff.allRegions;
		return this.me.regions.find(({ id }) => id === region)?.name ?? region;
	}

	#openForm(who: string, grants: readonly Grant[]): void {
		this.editing = who;
		this.removing = undefined;
		this.link = undefined;
		this.problem = undefined;
		this.draft = grants;
		if (grants.length === 0) this.draft = [{ region: this.#nextRegion(), role: "editor" }];
		void this.focusOn(who === "new" ? "#staff-name" : "#grant-role-0");
	}

	async #invite(event: Event): Promise<void> {
		event.preventDefault();
		const name = this.field("staff-name");
		const email = this.field("staff-email");
		const done = await this.attempt(async () => {
			const address = await this.access.invite({ name, ...(email && { email }), grants: this.draft });
			this.link = { name, address };
			this.editing = undefined;
			await this.#load();
		}, this.say.staff.invited(name));
		await this.focusOn(done ? "#staff-link" : "#staff-name");
	}

	async #save(event: Event, id: string): Promise<void> {
		event.preventDefault();
		const done = await this.attempt(
			async () => {
				await this.access.changeGrants(id, this.draft);
				this.editing = undefined;
				await this.#load();
			},
			this.say.staff.saved,
			id,
		);
		if (done) await this.focusOn(`#change-${id}`);
	}

	async #renew({ id, name }: StaffMember): Promise<void> {
		const done = await this.attempt(async () => {
			this.link = { name, address: await this.access.renewLink(id) };
			await this.#load();
		}, this.say.staff.invited(name));
		if (done) await this.focusOn("#staff-link");
	}

	async #remove({ id, name }: StaffMember): Promise<void> {
		this.removing = undefined;
		const done = await this.attempt(async () => {
			await this.access.removeStaff(id);
			await this.#load();
		}, this.say.staff.removed(name));
		if (done) await this.focusOn("h1");
	}

	async #copy(address: string): Promise<void> {
		try {
			await navigator.clipboard.writeText(address);
			this.announce(this.say.staff.copied);
		} catch {
			// The browser does not allow it: the text stands there to be copied by hand.
			this.querySelector<HTMLInputElement>("#staff-link")?.select();
		}
	}

	#grantFields(): TemplateResult {
		const { staff: say } = this.say;
		const change = (index: number, grant: Partial<Grant>) => {
			this.draft = this.draft.map((one, at) => (at === index ? { ...one, ...grant } : one));
		};
		const chosen = (event: Event) => (event.target instanceof HTMLSelectElement ? event.target.value : "");
		return html`<fieldset class="grants">
			<legend>${say.roles}</legend>
			<p class="hint">${roles.map((role) => say.roleHints[role]).join(" ")}</p>
			${this.draft.map(
				(grant, index) => html`<div class="grant">
					<div>
						<label for="grant-role-${index}">${say.role}</label>
						<select id="grant-role-${index}" @change=${(event: Event) => change(index, { role: roleOf(chosen(event)) })}>
							${roles.map((role) => html`<option value=${role} ?selected=${role === grant.role}>${this.messages.roles[role]}</option>`)}
						</select>
					</div>
					<div>
						<label for="grant-region-${index}">${say.region}</label>
						<select id="grant-region-${index}" @change=${(event: Event) => change(index, { region: chosen(event) || null })}>
							${
								this.me.everywhere || grant.region === null
									? html`<option value="" ?selected=${grant.region === null}>${say.allRegions}</option>`
									: nothing
							}
							${this.#regions.map(({ id, name }) => html`<option value=${id} ?selected=${id === grant.region}>${name}</option>`)}
							${
								grant.region !== null && !this.#regions.some(({ id }) => id === grant.region)
									? html`<option value=${grant.region} selected>${this.#regionName(grant.region)}</option>`
									: nothing
							}
						</select>
					</div>
					${
						this.draft.length > 1
							? html`<button
									type="button"
									@click=${() => {
										this.draft = this.draft.filter((_, at) => at !== index);
									}}
								>${say.removeRole}<span class="visually-hidden">: ${this.#regionName(grant.region)}</span></button>`
							: nothing
					}
				</div>`,
			)}
			<button
				type="button"
				@click=${() => {
					this.draft = [...this.draft, { region: this.#nextRegion(), role: "editor" }];
				}}
			>${say.addRole}</button>
		</fieldset>`;
	}

	#inviteForm(): TemplateResult {
		const { staff: say } = this.say;
		return html`<form novalidate @submit=${(event: Event) => void this.#invite(event)}>
			<label for="staff-name">${say.name}</label>
			<input id="staff-name" maxlength="100" autocomplete="off" aria-required="true" />
			<label for="staff-email">${say.email}</label>
			<p class="hint" id="staff-email-hint">${say.emailHint}</p>
			<input id="staff-email" type="email" autocomplete="off" aria-describedby="staff-email-hint" />
			${this.#grantFields()}
			<div class="row">
				<button class="primary" id="send-invite" aria-busy=${this.busy}>${say.sendInvite}</button>
				${this.#cancel()}
			</div>
		</form>`;
	}

	#cancel(): TemplateResult {
		const close = () => {
			this.editing = undefined;
			this.removing = undefined;
		};
		return html`<button type="button" @click=${close}>${this.say.staff.cancel}</button>`;
	}

	#link(): TemplateResult | typeof nothing {
		const { staff: say } = this.say;
		const { link } = this;
		if (!link) return nothing;
		return html`<div class="message good">
			<p><strong>${say.invited(link.name)}</strong> ${say.linkText}</p>
			<label for="staff-link">${say.link}</label>
			<div class="row grow">
				<input id="staff-link" readonly .value=${link.address} />
				<button type="button" @click=${() => void this.#copy(link.address)}>${say.copy}</button>
			</div>
		</div>`;
	}

	#facts(person: StaffMember): string {
		const { staff: say } = this.say;
		const ways = person.ways.flatMap((way) =>
			way === "passkey" || way === "password" || way === "provider" ? [say.ways[way]] : [],
		);
		const entry = ways.length > 0 ? ways.join(", ") : person.invited ? say.notYet : say.never;
		return [person.email, entry].filter(Boolean).join(" · ");
	}

	#person(person: StaffMember): TemplateResult {
		const { staff: say } = this.say;
		const name = html`<span class="visually-hidden">: ${person.name}</span>`;
		const ask = () => {
			this.removing = person.id;
			this.editing = undefined;
		};
		return html`<li data-id=${person.id}>
			<p><strong>${person.name}</strong></p>
			<p>${person.grants.map(({ role, region }) => `${this.messages.roles[role]}: ${this.#regionName(region)}`).join("; ")}</p>
			<p class="hint">${this.#facts(person)}</p>
			${this.doneAt(person.id)}
			${person.manageable ? nothing : html`<p class="hint">${say.otherRegions}</p>`}
			${
				this.editing === person.id
					? html`<form novalidate @submit=${(event: Event) => void this.#save(event, person.id)}>
							${this.#grantFields()}
							<div class="row"><button class="primary" aria-busy=${this.busy}>${say.save}</button>${this.#cancel()}</div>
						</form>`
					: this.removing === person.id
						? html`<div class="row">
								<button type="button" class="danger" @click=${() => void this.#remove(person)}>${say.reallyRemove(person.name)}</button>
								${this.#cancel()}
							</div>`
						: html`<div class="row">
								<button type="button" id="change-${person.id}" @click=${() => this.#openForm(person.id, person.grants)}>${say.change}${name}</button>
								${
									person.manageable
										? html`<button type="button" @click=${() => void this.#renew(person)}>${say.newLink}${name}</button>
												<button type="button" @click=${ask}>${say.remove}${name}</button>`
										: nothing
								}
								${
									person.sessions > 0
										? html`<button
												type="button"
												@click=${() =>
													void this.attempt(
														async () => {
															await this.access.endSessionsOf(person.id);
															await this.#load();
														},
														say.signedOut,
														person.id,
													)}
											>${say.signOut(person.sessions)}${name}</button>`
										: nothing
								}
							</div>`
			}
		</li>`;
	}

	override render(): TemplateResult {
		const { staff: say, audit } = this.say;
		return html`<div class="access">
			<h1 tabindex="-1">${say.title}</h1>
			<p>${say.intro} <a href="#/audit">${audit.title}</a></p>
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${this.link ? nothing : this.doneAt("page")}
			${this.#link()}
			<section class="card" aria-labelledby="invite-title">
				<h2 id="invite-title">${say.invite}</h2>
				${
					this.editing === "new"
						? this.#inviteForm()
						: html`<button type="button" class="primary" id="invite" @click=${() => this.#openForm("new", [])}>${say.invite}</button>`
				}
			</section>
			<section class="card" aria-labelledby="people-title">
				<h2 id="people-title">${say.title}</h2>
				${this.people?.length === 0 ? html`<p>${say.none}</p>` : nothing}
				<ul class="plain-list">${(this.people ?? []).map((person) => this.#person(person))}</ul>
			</section>
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-staff": StaffPage;
	}
}
