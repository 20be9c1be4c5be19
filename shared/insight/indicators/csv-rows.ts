import { definitionOf, inOrder, type Measured, sliceOf } from "./measured.ts";
import { dimensionKeys } from "./table.ts";

/** A cell that begins with what the guard against formulas puts before one: told apart by one more. */
const guardLike = /^'['=+\-@\t\r\n]/;

/** Undoes what the guard against formulas did to a cell of ours. */
export const unguarded = (cell: string): string => (guardLike.test(cell) ? cell.slice(1) : cell);

const guarded = (cell: string): string => (guardLike.test(cell) ? `'${cell}` : cell);

/** A record's data, or an item of the feed. */
export type Written = Measured & { slug?: string | undefined; sample?: string | undefined; id?: string };

/** What an indicator is called in a table: its slug, or the id of a published one without. */
const nameOf = (item: Written): string => item.slug ?? item.id ?? item.title;

export interface CsvTable {
	headings: string[];
	rows: (string | number)[][];
}

/** The table that indicators are as CSV, see `csvOf`; the guard against formulas is still to come over its texts. */
export function csvTableOf(items: Written | readonly Written[]): CsvTable {
	const all = "observations" in items ? [items] : items;
	const dimensions = [...new Set(all.flatMap(dimensionKeys))];
	const headings = [
		...["indicator", "title", "period", "value", "unit"],
		...dimensions.map((key) => `breakdown.${key}`),
		...["note", "version", "definition", "source", "source.url", "source.date", "sample"],
	];
	const rows = all.flatMap((item) =>
		inOrder(item.observations).map((observation) => {
			const by = definitionOf(item, observation.version);
			return [
				nameOf(item),
				item.title,
				observation.period,
				observation.value,
				by?.unit ?? "",
				...dimensions.map((key) => sliceOf(observation)[key] ?? ""),
				observation.note ?? "",
				observation.version,
				by?.definition ?? "",
				by?.source.name ?? "",
				by?.source.url ?? "",
				by?.source.date ?? "",
				item.sample ?? "",
			].map((cell) => (typeof cell === "string" ? guarded(cell) : cell));
		}),
	);
	return { headings, rows };
}
