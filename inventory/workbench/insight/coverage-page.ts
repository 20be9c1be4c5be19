import { html, nothing, type TemplateResult } from "lit";
import { columnAxes, rowAxes } from "../../../shared/insight/coverage/axes.ts";
import { compareCoverage } from "../../../shared/insight/coverage/compare.ts";
import { type Coverage, cellOf } from "../../../shared/insight/coverage/coverage-of.ts";
import { differencesInWords, lineName, whiteSpotsInWords } from "../../../shared/insight/coverage/words.ts";
import { coverageMessages } from "../../../shared/messages/coverage.ts";
import { coveragePageMessages } from "../../../shared/messages/workbench/insight-coverage.ts";
import { type Me, staffApi } from "../../browser/staff-api.ts";
import { PageTitle } from "../app/events.ts";
import { addressOfRecord } from "../app/route.ts";
import { TryingElement } from "../app/trying-element.ts";
import { type CoverageAnswer, CoverageChoice, coverageClient, parametersOf } from "./coverage-client.ts";
import { type Cell, coverageTable } from "./coverage-table.ts";

const known = (lines: Coverage["rows"]) => lines.filter(({ code }) => code).length;

/**
 * Which initiatives serve which goals, for whom and where, and where there is nothing; of one region or of two. What is chosen
 * stands in the address, so that it can be sent to somebody.
 *
 * @fires workbench-title @fires workbench-session-ended
 */
export class CoveragePage extends TryingElement {
	static override properties = {
		...TryingElement.properties,
		me: { attribute: false },
		choice: { state: true },
		answer: { state: true },
		open: { state: true },
	};
	declare me: Me;
	declare choice: CoverageChoice;
	declare answer: CoverageAnswer | undefined;
	declare open: Cell | undefined;
	readonly #ask = coverageClient(
		staffApi({ fetch: (input, init) => fetch(input, init), language: () => this.language }),
	);
	#asking: AbortController | undefined;

	constructor() {
		super();
		const [, search = ""] = location.hash.split("?", 2);
		this.choice = CoverageChoice.parse(Object.fromEntries(new URLSearchParams(search)));
	}

	get #say() {
		return coveragePageMessages[this.language];
	}

	get #regions() {
		return this.me.regions.filter(({ role }) => role !== "clipper");
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#asking?.abort();
	}

	protected override willUpdate(changed: Map<string, unknown>): void {
		if (changed.has("language")) this.dispatchEvent(new PageTitle(this.#say.title));
		if (!this.#regions.some(({ id }) => id === this.choice.region)) {
			this.choice = { ...this.choice, region: this.#regions[0]?.id };
		}
		if (changed.has("choice") || changed.has("language")) void this.#load();
	}

	async #load(): Promise<void> {
		if (!this.choice.region) return;
		this.#asking?.abort();
		const asking = new AbortController();
		this.#asking = asking;
		try {
			const answer = await this.#ask(this.choice, asking.signal);
			if (asking.signal.aborted) return;
			this.answer = answer;
			this.problem = undefined;
		} catch (error) {
			if (!asking.signal.aborted) this.tell(error);
		}
	}

	#choose(change: CoverageChoice): void {
		const next = { ...this.choice, ...change };
		if (next.with === next.region) next.with = undefined;
		this.choice = next;
		this.open = undefined;
		history.replaceState(null, "", `#/coverage?${parametersOf(next)}`);
	}

	#select(
		id: "region" | "with" | "rows" | "columns" | "of",
		label: string,
		value: string | undefined,
		options: readonly { value: string; text: string }[],
	): TemplateResult {
		const change = ({ currentTarget }: Event) => {
			if (!(currentTarget instanceof HTMLSelectElement)) return;
			this.#choose(CoverageChoice.parse({ [id]: currentTarget.value || undefined }));
		};
		return html`<div class="field">
			<label for="coverage-${id}">${label}</label>
			<select id="coverage-${id}" @change=${change}>
				${options.map((one) => html`<option value=${one.value} ?selected=${one.value === (value ?? options[0]?.value)}>${one.text}</option>`)}
			</select>
		</div>`;
	}

	#controls(): TemplateResult {
		const say = this.#say;
		const words = coverageMessages[this.language];
		const { choice, answer } = this;
		const axes = <T extends keyof typeof words.axes>(names: readonly T[]) =>
			names.map((name) => ({ value: name, text: words.axes[name] }));
		const named = (regions: readonly { id: string; name: string }[]) =>
			regions.map(({ id, name }) => ({ value: id, text: name }));
		const others = answer?.others ?? this.#regions.filter(({ id }) => id !== choice.region);
		return html`<div class="coverage-controls no-print">
			${this.#select("region", say.region, choice.region, named(this.#regions))}
			${this.#select("with", say.compare, choice.with, [{ value: "", text: say.nobody }, ...named(others)])}
			${this.#select("rows", words.rows, choice.rows, axes(rowAxes))}
			${this.#select("columns", words.columns, choice.columns, axes(columnAxes))}
			${this.#select("of", say.of, choice.of, [
				{ value: "published", text: say.published },
				{ value: "all", text: say.all },
			])}
		</div>`;
	}

	async #show(cell: Cell | undefined): Promise<void> {
		const from = this.querySelector<HTMLElement>(".cell[aria-expanded=true]");
		this.open = cell;
		await this.updateComplete;
		(cell ? this.querySelector<HTMLElement>("#coverage-open") : from)?.focus();
	}

	#opened({ regions, initiatives }: CoverageAnswer): TemplateResult | typeof nothing {
		const { open, language } = this;
		const [first] = regions;
		if (!open || !first) return nothing;
		const say = coverageMessages[language];
		const { rows, columns } = first.coverage.axes;
		const byId = new Map(initiatives.map((one) => [one.id, one]));
		const mine = new Set(this.#regions.map(({ id }) => id));
		const found = regions.map((region) => ({ ...region, ids: cellOf(region.coverage, open.row, open.column) }));
		const total = found.reduce((sum, { ids }) => sum + ids.length, 0);
		return html`<section class="card coverage-open no-print" aria-labelledby="coverage-open">
			<h2 id="coverage-open" tabindex="-1">
				${say.cell(lineName(rows, open.row, language), lineName(columns, open.column, language), total)}
			</h2>
			${found.map(
				({ id, name, ids }) => html`${regions.length > 1 ? html`<h3>${name} (${ids.length})</h3>` : nothing}
					<ul>
						${ids
							.flatMap((one) => byId.get(one) ?? [])
							.map(({ id: own, title, state }) => {
								const address = mine.has(id) ? addressOfRecord(own) : `/${id}/initiatives/${own}`;
								const at = this.#say.states[state];
								return html`<li><a href=${address}>${title}</a>${at ? html` <span class="tag">${at}</span>` : nothing}</li>`;
							})}
					</ul>`,
			)}
			<button type="button" @click=${() => void this.#show(undefined)}>${say.close}</button>
		</section>`;
	}

	#words({ regions }: CoverageAnswer): TemplateResult {
		const { language } = this;
		const say = coverageMessages[language];
		const [first, second] = regions;
		const lines =
			first && second
				? differencesInWords(
						compareCoverage(first.coverage, second.coverage),
						{ first: first.name, second: second.name },
						language,
					)
				: [];
		return html`${regions.map(({ name, coverage }) => {
			const { rows, columns, whiteSpots } = coverage;
			return html`<section class="coverage-words">
				<h2>${say.whiteSpots}${regions.length > 1 ? html` ${name}` : nothing}</h2>
				<p>${say.spots(whiteSpots.length, known(rows) * known(columns))}</p>
				<ul>
					${whiteSpotsInWords(coverage, language).map((line) => html`<li>${line}</li>`)}
				</ul>
			</section>`;
		})}
		${
			second
				? html`<section class="coverage-words">
						<h2>${this.#say.differences}</h2>
						${
							lines.length > 0
								? html`<ul>
										${lines.map((line) => html`<li>${line}</li>`)}
									</ul>`
								: html`<p>${this.#say.noDifferences}</p>`
						}
					</section>`
				: nothing
		}`;
	}

	override render(): TemplateResult {
		const say = this.#say;
		const { answer, choice, problem, language } = this;
		const csv = parametersOf(choice);
		csv.set("lang", language);
		const [first, second] = answer?.regions ?? [];
		return html`<div class="coverage">
			<h1 tabindex="-1">${say.title}</h1>
			<p class="no-print">${say.intro}</p>
			${this.#controls()}
			${problem ? html`<p class="message bad" role="alert">${problem}</p>` : nothing}
			${
				answer
					? html`${coverageTable({ regions: answer.regions, language, open: this.open, onCell: (cell) => void this.#show(cell) })}
							<p class="hint">
								${first && second ? html`${say.pair(first.name, second.name)} ` : nothing}${coverageMessages[language].legend}
								${coverageMessages[language].once} ${answer.more ? say.more : nothing}
							</p>
							${this.#opened(answer)}
							<div class="row no-print">
								<button type="button" class="primary" @click=${() => window.print()}>${say.print}</button>
								<a class="button" href="/api/v1/coverage.csv?${csv}" download>${say.csv}</a>
								<a class="button" href="/${choice.region}/review${language === "en" ? "?lang=en" : ""}">${say.review}</a>
							</div>
							${this.#words(answer)}`
					: problem
						? nothing
						: html`<p class="waiting" aria-busy="true">${say.loading}</p>`
			}
		</div>`;
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"workbench-coverage": CoveragePage;
	}
}
