import { html, nothing, type TemplateResult } from "lit";
import { comparePeriods } from "../../../shared/insight/indicators/period.ts";
import { indicatorMessages } from "../../../shared/messages/workbench/insight-indicators.ts";
import { Announcement, FieldChange } from "../app/events.ts";
import { LightElement } from "../app/light-element.ts";
import { idOf } from "./form-view.ts";
import { earlierOf, type Row, rowsOf, versionOf, versionOfRow } from "./observation-rows.ts";
import { type Draft, isObject } from "./path.ts";

/** What a draft says after its definition changed: the one that stood is kept, with the observations that it measured. */
export function changedDefinition(
	draft: Draft,
	said: { until: string; note: string },
): { earlier: readonly Row[]; version: number; observations: readonly Row[] } {
	const { definition, unit, source } = draft;
	const version = versionOf(draft);
	const kept: Row = {
		version,
		...(typeof definition === "string" && definition && { definition }),
		unit,
		source,
		...(said.until.trim() && { until: said.until.trim() }),
		...(said.note.trim() && { note: said.note.trim() }),
	};
	return {
		earlier: [...earlierOf(draft), kept],
		version: version + 1,
		// Said of each, so that what was measured stays with what it was measured by.
		observations: rowsOf(draft).map((row) => ({ ...row, version: versionOfRow(row) })),
	};
}

/** The last period that was measured by the present definition. */
export const lastPeriod = (draft: Draft): string =>
	rowsOf(draft)
		.filter((row) => versionOfRow(row) === versionOf(draft))
		.flatMap(({ period }) => (typeof period === "string" ? [period] : []))
		.sort(comparePeriods)
		.at(-1) ?? "";

/**
 * Which definition stands, and the step to a new one.
 *
 * @fires workbench-field @fires workbench-announce
 */
export class DefinitionChange extends LightElement {
	static override properties = {
		...LightElement.properties,
		draft: { attribute: false },
		disabled: { type: Boolean },
		asking: { state: true },
		problem: { state: true },
		standing: { state: true },
	};
	declare draft: Draft;
	declare disabled: boolean;
	declare asking: boolean;
	declare problem: boolean;
	/** What stood before the change that was just made. */
	declare standing: { earlier: unknown; version: unknown; started: number } | undefined;

	constructor() {
		super();
		this.draft = {};
		this.disabled = false;
		this.asking = false;
		this.problem = false;
	}

	get #say() {
		return indicatorMessages[this.language].definition;
	}

	protected override willUpdate(): void {
		if (this.standing && this.standing.started !== versionOf(this.draft)) this.standing = undefined;
	}

	#value(id: string): string {
		return this.querySelector<HTMLInputElement>(`#${id}`)?.value ?? "";
	}

	async #ask(): Promise<void> {
		const { unit, source } = this.draft;
		this.problem = !(typeof unit === "string" && unit.trim() && isObject(source) && source.name);
		if (this.problem) return;
		this.asking = true;
		await this.updateComplete;
		this.querySelector<HTMLInputElement>("#definition-until")?.focus();
	}

	async #cancel(): Promise<void> {
		this.asking = false;
		await this.updateComplete;
		this.querySelector<HTMLElement>(".definition-change")?.focus();
	}

	#start(): void {
		const { earlier, version } = this.draft;
		const next = changedDefinition(this.draft, {
			until: this.#value("definition-until"),
			note: this.#value("definition-why"),
		});
		for (const [path, value] of Object.entries(next)) this.dispatchEvent(new FieldChange(path, value));
		this.asking = false;
		this.standing = { earlier, version, started: next.version };
		this.dispatchEvent(new Announcement(this.#say.started(next.version)));
		document.querySelector<HTMLElement>(`#${idOf("definition")}`)?.focus();
	}

	async #undo(): Promise<void> {
		if (!this.standing) return;
		const { earlier, version, started } = this.standing;
		this.standing = undefined;
		this.dispatchEvent(new FieldChange("earlier", earlier));
		this.dispatchEvent(new FieldChange("version", version));
		// What was added since belongs to the definition that stands again.
		const rows = rowsOf(this.draft);
		if (rows.some((row) => row.version === started))
			this.dispatchEvent(
				new FieldChange(
					"observations",
					rows.map((row) => (row.version === started ? { ...row, version: started - 1 } : row)),
				),
			);
		this.dispatchEvent(new Announcement(this.#say.undone));
		await this.updateComplete;
		this.querySelector<HTMLElement>(".definition-change")?.focus();
	}

	override render(): TemplateResult {
		const say = this.#say;
		return html`<p>
				<strong>${say.present(versionOf(this.draft))}</strong>
			</p>
			<p class="hint">${say.hint}</p>
			${this.problem ? html`<p class="problem" role="alert">${say.notYet}</p>` : nothing}
			${
				this.standing
					? html`<div class="message good">
							<p>${say.started(this.standing.started)}</p>
							<button type="button" class="plain" @click=${() => void this.#undo()}>${say.undo}</button>
						</div>`
					: nothing
			}
			${
				this.disabled
					? nothing
					: this.asking
						? html`<div class="entry" role="group" aria-label=${say.change}>
								<p>${say.explain}</p>
								<div class="fields">
									<div class="field">
										<label for="definition-until">${say.until}</label>
										<input id="definition-until" type="text" autocomplete="off" .value=${lastPeriod(this.draft)} />
									</div>
									<div class="field">
										<label for="definition-why">${say.why}</label>
										<input id="definition-why" type="text" maxlength="300" autocomplete="off" />
									</div>
								</div>
								<p class="row">
									<button type="button" class="primary definition-start" @click=${() => this.#start()}>${say.start}</button>
									<button type="button" class="plain" @click=${() => void this.#cancel()}>${say.cancel}</button>
								</p>
							</div>`
						: html`<p><button type="button" class="definition-change" @click=${() => void this.#ask()}>${say.change}</button></p>`
			}`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-definition": DefinitionChange;
	}
}
