import { html, nothing, type TemplateResult } from "lit";
import { PageTitle } from "../app/events.ts";
import type { OpenSide } from "./matching-client.ts";
import { MatchingElement } from "./matching-element.ts";

const views = ["request", "offer", "introductions"] as const;
type View = (typeof views)[number];

/**
 * Open requests and offers of a region, each with what suits it best, and what became of those that were brought together. What
 * is chosen stands in the address.
 *
 * @fires workbench-title @fires workbench-announce @fires workbench-session-ended
 */
export class MatchingPage extends MatchingElement {
	static override properties = {
		...MatchingElement.properties,
		region: { state: true },
		view: { state: true },
		items: { state: true },
		next: { state: true },
	};
	declare region: string | undefined;
	declare view: View;
	declare items: readonly OpenSide[] | undefined;
	declare next: string | null;
	#asked = "";

	constructor() {
		super();
		const [, search = ""] = location.hash.split("?", 2);
		const parameters = new URLSearchParams(search);
		this.region = parameters.get("region") ?? undefined;
		this.view = views.find((one) => one === parameters.get("view")) ?? "request";
		this.next = null;
	}

	get #regions() {
		return this.me.regions.filter(({ role }) => role !== "clipper");
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		if (changed.has("language")) this.dispatchEvent(new PageTitle(this.say.title));
		if (this.region && !this.#regions.some(({ id }) => id === this.region)) this.region = undefined;
		if (changed.has("region") || changed.has("view")) {
			this.items = undefined;
			this.next = null;
			void this.#load();
		}
	}

	async #load(after?: string): Promise<void> {
		const { view, region } = this;
		if (view === "introductions") return;
		const asked = `${view} ${region}`;
		this.#asked = asked;
		// Not through `attempt`: a choice that is made while another loads replaces it.
		this.busy = false;
		await this.attempt(async () => {
			const page = await this.api.open({ region, direction: view, after });
			if (this.#asked !== asked) return;
			this.items = [...(after ? (this.items ?? []) : []), ...page.items];
			this.next = page.next;
		});
	}

	#choose(change: { region?: string | undefined; view?: View }): void {
		Object.assign(this, change);
		const parameters = new URLSearchParams();
		if (this.region) parameters.set("region", this.region);
		if (this.view !== "request") parameters.set("view", this.view);
		history.replaceState(null, "", `#/matching${parameters.size > 0 ? `?${parameters}` : ""}`);
	}

	#controls(): TemplateResult {
		const say = this.say;
		const onRegion = ({ currentTarget }: Event) =>
			currentTarget instanceof HTMLSelectElement && this.#choose({ region: currentTarget.value || undefined });
		return html`<div class="matching-controls">
			<div class="field">
				<label for="matching-region">${say.region}</label>
				<select id="matching-region" @change=${onRegion}>
					<option value="" ?selected=${!this.region}>${say.allRegions}</option>
					${this.#regions.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.region}>${name}</option>`)}
				</select>
			</div>
			<div class="matching-views" role="group" aria-label=${say.view}>
				${views.map(
					(
						view,
					) => html`<button type="button" aria-pressed=${view === this.view} @click=${() => this.#choose({ view })}>
						${say.views[view]}
					</button>`,
				)}
			</div>
		</div>`;
	}

	#list(): TemplateResult {
		const { say, items, view } = this;
		if (!items) {
			return this.problem ? html`` : html`<p class="waiting" aria-busy="true">${say.loading}</p>`;
		}
		if (items.length === 0) return html`<p class="empty">${view === "offer" ? say.emptyOffers : say.emptyRequests}</p>`;
		return html`<ul class="plain matching-list">
				${items.map((side) => html`<li><workbench-match .language=${this.language} .me=${this.me} .side=${side}></workbench-match></li>`)}
			</ul>
			${
				this.next
					? html`<p><button type="button" ?disabled=${this.busy} @click=${() => void this.#load(this.next ?? undefined)}>${say.more}</button></p>`
					: nothing
			}`;
	}

	override render(): TemplateResult {
		const say = this.say;
		return html`<div class="matching">
			<h1 tabindex="-1">${say.title}</h1>
			<p>${say.intro}</p>
			${this.#controls()}
			${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
			${
				this.view === "introductions"
					? html`<workbench-introductions .language=${this.language} .me=${this.me} .region=${this.region}></workbench-introductions>`
					: this.#list()
			}
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-matching": MatchingPage;
	}
}
