import { type Coverage, type CoverageAxes, cellOf } from "./coverage-of.ts";

/** Where one of two regions has nothing and the other has: where they could learn from each other. */
export type Difference = "same" | "only-first" | "only-second" | "neither";

export interface ComparedCell {
	readonly first: readonly string[];
	readonly second: readonly string[];
	readonly difference: Difference;
}

export interface Comparison {
	readonly axes: CoverageAxes;
	/** The codes of both, in the order of the first and then of the second; "" last. */
	readonly rows: readonly string[];
	readonly columns: readonly string[];
	readonly cells: readonly (readonly ComparedCell[])[];
}

function union(one: readonly { code: string }[], other: readonly { code: string }[]): string[] {
	const codes = [...new Set([...one, ...other].map(({ code }) => code))];
	return [...codes.filter(Boolean), ...(codes.includes("") ? [""] : [])];
}

const differenceOf = (first: number, second: number): Difference =>
	first > 0 && second > 0 ? "same" : first > 0 ? "only-first" : second > 0 ? "only-second" : "neither";

/** Two matrices of the same axes side by side. */
export function compareCoverage(first: Coverage, second: Coverage): Comparison {
	const rows = union(first.rows, second.rows);
	const columns = union(first.columns, second.columns);
	return {
		axes: first.axes,
		rows,
		columns,
		cells: rows.map((row) =>
			columns.map((column) => {
				const [mine, theirs] = [cellOf(first, row, column), cellOf(second, row, column)];
				return { first: mine, second: theirs, difference: differenceOf(mine.length, theirs.length) };
			}),
		),
	};
}
