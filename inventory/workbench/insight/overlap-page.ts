import { html, nothing, type TemplateResult } from "lit";
import { actionLines } from "../../../shared/vocabularies/action-lines.ts";
import { codesOf, labelOf } from "../../../shared/vocabularies/vocabulary.ts";
import { PageTitle } from "../app/events.ts";
import {
	OverlapChoice,
	type OverlapDecision,
	type OverlapGroup,
	type OverlapPageAnswer,
	type OverlapPair,
	parametersOf,
} from "./overlap-client.ts";
import { OverlapElement } from "./overlap-element.ts";

/**
 * Groups of initiatives that do nearly the same, side by side, with reasons and what can be decided of each two.
 *
 * @fires workbench-title @fires workbench-announce @fires workbench-session-ended
 */
export class OverlapPage extends OverlapElement {
	static override properties = {
		...OverlapElement.properties,
		choice: { state: true },
		answer: { state: true },
	};
	declare choice: OverlapChoice;
	declare answer: OverlapPageAnswer | undefined;
	#asking: AbortController | undefined;

	constructor() {
		super();
		const [, search = ""] = location.hash.split("?", 2);
		this.choice = OverlapChoice.parse(Object.fromEntries(new URLSearchParams(search)));
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#asking?.abort();
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		if (changed.has("language")) this.dispatchEvent(new PageTitle(this.say.title));
		if (changed.has("choice")) void this.#load();
	}

	/** Asks until everything is compared: the groups that are known are shown meanwhile. */
	async #load(): Promise<void> {
		this.#asking?.abort();
		const asking = new AbortController();
		this.#asking = asking;
		this.problem = undefined;
		try {
			for (;;) {
				const answer = await this.api.groups(this.choice, 0, asking.signal);
				if (asking.signal.aborted) return;
				this.answer = answer;
				if (answer.progress.remaining === 0) return;
			}
		} catch (error) {
			if (!asking.signal.aborted) this.tell(error);
		}
	}

	async #more({ items, next }: OverlapPageAnswer): Promise<void> {
		if (next === null) return;
		try {
			const page = await this.api.groups(this.choice, next);
			const known = new Set(items.map(({ id }) => id));
			const fresh = page.items.filter(({ id }) => !known.has(id));
			this.answer = { ...page, items: [...items, ...fresh] };
			await this.updateComplete;
			this.querySelector<HTMLElement>(`[id="group-${fresh[0]?.id ?? ""}"]`)?.focus();
		} catch (error) {
			this.tell(error);
		}
	}

	#choose(change: OverlapChoice): void {
		this.choice = { ...this.choice, ...change };
		this.answer = undefined;
		history.replaceState(null, "", `#/overlap?${parametersOf(this.choice)}`);
	}

	#decided(group: OverlapGroup, pair: OverlapPair, decision: OverlapDecision | null): void {
		const { answer } = this;
		if (!answer) return;
		const pairs = group.pairs.map((one) => (one === pair ? { ...one, decision } : one));
		const items = answer.items.map((one) => (one === group ? { ...one, pairs } : one));
		this.answer = { ...answer, items };
	}

	#select(
		id: "region" | "actionLine",
		label: string,
		options: readonly { value: string; text: string }[],
	): TemplateResult {
		const change = ({ currentTarget }: Event) => {
			if (currentTarget instanceof HTMLSelectElement)
				this.#choose({ ...this.choice, [id]: currentTarget.value || undefined });
		};
		return html`<div class="field">
			<label for="overlap-${id}">${label}</label>
			<select id="overlap-${id}" @change=${change}>
				${options.map(({ value, text }) => html`<option value=${value} ?selected=${value === (this.choice[id] ?? "")}>${text}</option>`)}
			</select>
		</div>`;
	}

	#controls(): TemplateResult {
		const { say, language } = this;
		const mine = this.me.regions.filter(({ role }) => role !== "clipper");
		const across = ({ currentTarget }: Event) => {
			if (currentTarget instanceof HTMLInputElement)
				this.#choose({ ...this.choice, across: currentTarget.checked ? undefined : "0" });
		};
		return html`<div class="overlap-controls">
			${this.#select("region", say.region, [
				{ value: "", text: say.allRegions },
				...mine.map(({ id, name }) => ({ value: id, text: name })),
			])}
			${this.#select("actionLine", say.actionLine, [
				{ value: "", text: say.allLines },
				...codesOf(actionLines).map((code) => ({ value: code, text: labelOf(actionLines, code, language) })),
			])}
			<label class="overlap-across">
				<input type="checkbox" .checked=${this.choice.across !== "0"} @change=${across} /> ${say.across}
			</label>
		</div>`;
	}

	#pair(group: OverlapGroup, pair: OverlapPair): TemplateResult | typeof nothing {
		const { say } = this;
		const one = group.members.find(({ id }) => id === pair.one);
		const other = group.members.find(({ id }) => id === pair.other);
		if (!one || !other) return nothing;
		return html`<li>
			<h3>${group.members.length > 2 ? say.why(one.title, other.title) : this.strength(pair.score)}</h3>
			${group.members.length > 2 ? html`<p>${this.strength(pair.score)}</p>` : nothing}
			${this.reasons(pair.reasons)}
			${this.choices(one, other, pair.decision, (next) => this.#decided(group, pair, next))}
		</li>`;
	}

	#group(group: OverlapGroup): TemplateResult {
		const { say } = this;
		return html`<li class="card">
			<h2 id="group-${group.id}" tabindex="-1">${say.group(group.members.length)}</h2>
			<ul class="overlap-members">
				${group.members.map(
					(member) => html`<li>
						<strong>${this.link(member)}</strong>
						<p class="hint">${this.regionName(member.region)}${this.isMine(member.region) ? nothing : `, ${say.elsewhere}`}</p>
						<p>${member.summary}</p>
					</li>`,
				)}
			</ul>
			${
				group.members.length > 2
					? html`<p><strong>${say.common}</strong></p>
						${group.common.length > 0 ? this.reasons(group.common) : html`<p class="hint">${say.nothingCommon}</p>`}`
					: nothing
			}
			<ul class="plain-list">${group.pairs.map((pair) => this.#pair(group, pair))}</ul>
		</li>`;
	}

	#found(answer: OverlapPageAnswer): TemplateResult {
		const { say } = this;
		const { remaining, total } = answer.progress;
		return html`<p role="status" class="hint">
				${remaining > 0 ? say.comparing(total - remaining, total) : answer.total > 0 ? say.count(answer.total) : nothing}
			</p>
			${answer.items.length === 0 && remaining === 0 ? html`<div class="card empty"><p>${say.none}</p></div>` : nothing}
			<ul class="overlap-groups">${answer.items.map((group) => this.#group(group))}</ul>
			${answer.next === null ? nothing : html`<p><button type="button" @click=${() => void this.#more(answer)}>${say.more}</button></p>`}`;
	}

	override render(): TemplateResult {
		const { say, answer, problem } = this;
		return html`<div class="overlap">
			<h1 tabindex="-1">${say.title}</h1>
			<p>${say.intro}</p>
			${this.#controls()}
			${
				problem
					? html`<div class="message bad" role="alert">
							<p>${problem}</p>
							<button type="button" @click=${() => void this.#load()}>${say.retry}</button>
						</div>`
					: nothing
			}
			${answer ? this.#found(answer) : problem ? nothing : html`<p role="status" class="hint">${say.loading}</p>`}
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-overlap": OverlapPage;
	}
}
