import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { type KnownMessages, knownMessages, reasonText } from "../../shared/messages/known.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { markKnown } from "../browser.ts";
import type { Draft } from "../draft/fields.ts";
import { KnownController, type KnownMatch } from "./known-controller.ts";
import type { Verdict } from "./known-store.ts";
import type { Access } from "./sync.ts";
import { VerdictEvent } from "./verdict-event.ts";

/**
 * What the inventory may know already of the draft, side by side with it, with reasons. Draws nothing when there is
 * nothing. Renders into itself, for the house style.
 *
 * @fires clipper-verdict - what somebody says a known record is: the same, another edition, something else
 * @fires clipper-organizations - `organizations` changed
 */
export class ClipperKnown extends LitElement {
	static override properties: PropertyDeclarations = {
		draft: { attribute: false },
		access: { attribute: false },
		language: {},
	};
	declare draft: Draft | undefined;
	/** The connection in the settings, with its region. */
	declare access: Access | undefined;
	declare language: Language;

	#known = new KnownController(this);
	/** What was last heard of. */
	#told = this.#known.organizations;
	/** The tab whose icon carries our mark. */
	#marked: number | undefined;

	constructor() {
		super();
		this.language = "nl";
	}

	/** Those that the inventory knows; for suggestions. */
	get organizations() {
		return this.#known.organizations;
	}

	protected override createRenderRoot(): HTMLElement {
		return this;
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#mark(undefined);
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has("access")) {
			const before = changed.get("access");
			const { access } = this;
			const same = (["address", "region", "token"] as const).every((it) => before?.[it] === access?.[it]);
			if (!same) void this.#known.connect(access);
		}
		if (changed.has("draft")) this.#known.look(this.draft);
	}

	protected override updated(): void {
		if (this.organizations !== this.#told) {
			this.#told = this.organizations;
			this.dispatchEvent(new Event("clipper-organizations"));
		}
		const onPage = this.#known.matches.some(({ reasons }) => reasons.some(({ code }) => code === "same-page"));
		this.#mark(onPage ? this.draft?.tab : undefined);
	}

	#mark(tab: number | undefined): void {
		if (tab === this.#marked) return;
		if (this.#marked !== undefined) void markKnown(this.#marked, undefined);
		if (tab !== undefined) void markKnown(tab, knownMessages(this.language).badge);
		this.#marked = tab;
	}

	async #judge({ record }: KnownMatch, verdict: Verdict): Promise<void> {
		await this.#known.judge(record.id, verdict);
		this.dispatchEvent(new VerdictEvent(verdict, record.entry));
		await this.updateComplete;
		// The button that had the focus may be gone with its match.
		if (verdict === "different") this.querySelector<HTMLElement>("h2")?.focus();
	}

	#comparison({ record }: KnownMatch, draft: Draft, say: KnownMessages): TemplateResult {
		const { fields } = draft;
		const day = (text: string | undefined) => {
			const moment = Date.parse((text ?? "").slice(0, 10));
			return Number.isNaN(moment)
				? ""
				: new Intl.DateTimeFormat(this.language, { dateStyle: "medium", timeZone: "UTC" }).format(moment);
		};
		const rows = [
			[say.rows.title, fields.title, record.title],
			[say.rows.organization, fields.organization, record.organization ?? ""],
			[say.rows.place, fields.place, record.place ?? ""],
			[say.rows.start, day(fields.startDate), day(record.start)],
		] as const;
		return html`<table class="compared">
			<thead>
				<tr>
					<td></td>
					<th scope="col">${say.here}</th>
					<th scope="col">${say.there}</th>
				</tr>
			</thead>
			<tbody>
				${rows
					.filter(([, mine, theirs]) => mine || theirs)
					.map(
						([label, mine, theirs]) => html`<tr>
							<th scope="row">${label}</th>
							<td>${mine || "–"}</td>
							<td>${theirs || "–"}</td>
						</tr>`,
					)}
			</tbody>
		</table>`;
	}

	#match(match: KnownMatch, draft: Draft, say: KnownMessages): TemplateResult {
		const { record, relation, reasons } = match;
		const verdict = this.#known.verdictOn(record.id);
		const judge = (chosen: Verdict) => () => void this.#judge(match, chosen);
		return html`<li class="clip" data-relation=${relation}>
			<h3 class="clip-title">${record.title}</h3>
			<p>
				<strong>${relation === "same" ? say.probably : say.edition}</strong>
				<span class="hint">${reasons.map((reason) => reasonText(reason, say)).join(" · ")}</span>
			</p>
			${this.#comparison(match, draft, say)}
			${verdict === "same" || verdict === "edition" ? html`<p role="status">${say.chosen[verdict]}</p>` : nothing}
			<div class="actions">
				<button type="button" class="small" data-verdict="same" @click=${judge("same")}>${say.same}</button>
				<button type="button" class="small" data-verdict="edition" @click=${judge("edition")}>${say.newEdition}</button>
				<button type="button" class="small" data-verdict="different" @click=${judge("different")}>${say.different}</button>
			</div>
		</li>`;
	}

	protected override render(): TemplateResult | typeof nothing {
		const { draft } = this;
		const { matches } = this.#known;
		if (!draft || matches.length === 0) return nothing;
		const say = knownMessages(this.language);
		return html`<section class="card known" aria-labelledby="known-title">
			<h2 id="known-title" tabindex="-1">${say.title(matches.length)}</h2>
			<p class="hint">${say.hint}</p>
			<ul class="clips">
				${matches.map((match) => this.#match(match, draft, say))}
			</ul>
		</section>`;
	}
}
