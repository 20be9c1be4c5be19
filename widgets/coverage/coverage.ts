import { type Axis, type ColumnAxis, columnAxes, type RowAxis, rowAxes } from "../../shared/insight/coverage/axes.ts";
import { coverageOf } from "../../shared/insight/coverage/coverage-of.ts";
import type { Template } from "../../shared/list/template.ts";
import type { FacetParameter } from "../../shared/model/query.ts";
import { municipalities } from "../../shared/vocabularies/municipalities.ts";
import type { AnyCard, Host, MakePart, Part } from "../parts/part.ts";
import { coverageStyles } from "./coverage-styles.ts";
import { type Cell, coverageView } from "./coverage-view.ts";
import { readCoverable } from "./read-coverable.ts";

/** The axes that feeds explain in their facets. */
const facetOf: Partial<Record<Axis, FacetParameter>> = {
	"action-line": "action-line",
	stage: "stage",
	municipality: "municipality",
	audience: "audience",
};

const municipalitiesOf = (region: string | undefined) =>
	Object.entries(municipalities).flatMap(([code, { regions }]) =>
		regions.some((one: string) => one === region) ? code : [],
	);

class CoveragePart implements Part {
	readonly styles = coverageStyles;
	readonly query = {};
	#host: Host;
	/** What the visitor chose; until then it is as the page says. */
	#rows: RowAxis | undefined;
	#columns: ColumnAxis | undefined;
	#open: Cell | undefined;
	/** What is to have the focus after the next drawing: the list of a cell, or the cell it came from. */
	#next: string | undefined;

	constructor(host: Host) {
		this.#host = host;
	}

	#axis<T extends Axis>(name: "rows" | "columns", axes: readonly T[], first: T): T {
		const value = this.#host.settings[name];
		const found = axes.find((axis) => axis === value);
		if (value && !found) this.#host.tell("value", `${name}="${value}" (${axes.join(", ")})`);
		return found ?? first;
	}

	#choose(change: () => void) {
		change();
		this.#open = undefined;
		this.#host.requestUpdate();
	}

	#show(cell: Cell | undefined) {
		this.#next = cell ? "#coverage-open" : ".cell[aria-expanded=true]";
		// The cell is found before it is closed.
		const from = cell ? undefined : this.#host.root.querySelector<HTMLElement>(this.#next);
		this.#open = cell;
		this.#host.requestUpdate();
		if (!cell) {
			this.#next = undefined;
			void this.#host.updateComplete.then(() => from?.focus());
		}
	}

	render(items: readonly AnyCard[]): Template {
		const host = this.#host;
		const context = host.context(host.settings.headingLevel);
		const rows = this.#rows ?? this.#axis("rows", rowAxes, "action-line");
		const columns = this.#columns ?? this.#axis("columns", columnAxes, "stage");
		const byId = new Map(items.map((item) => [item.id, item]));
		const read = items.flatMap((item) => readCoverable(host.source(item)) ?? []);
		const coverage = coverageOf(read, { rows, columns, municipalities: municipalitiesOf(host.settings.region) });
		return coverageView({
			coverage,
			language: context.language,
			level: host.settings.headingLevel,
			label(axis, code) {
				const parameter = facetOf[axis];
				return parameter && context.label(parameter, code);
			},
			open: this.#open,
			list: (ids, level) =>
				host.list(
					ids.flatMap((id) => byId.get(id) ?? []),
					level,
				),
			onRows: (axis) =>
				this.#choose(() => {
					this.#rows = axis;
				}),
			onColumns: (axis) =>
				this.#choose(() => {
					this.#columns = axis;
				}),
			onCell: (cell) => this.#show(cell),
		});
	}

	updated() {
		if (!this.#next) return;
		const target = this.#host.root.querySelector<HTMLElement>(this.#next);
		this.#next = undefined;
		target?.focus();
	}
}

/** Which initiatives serve which goals, for whom, and the white spots. Other kinds stay a list, of which the partner hears. */
export const part: MakePart = (host) => {
	if (host.kind === "initiatives") return new CoveragePart(host);
	host.tell("value", 'view="coverage" (<techniek-initiatives>)');
	return {};
};
