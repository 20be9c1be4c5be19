import { type Axis, type ColumnAxis, type Coverable, codesOn, type RowAxis, vocabularyOf } from "./axes.ts";

export interface CoverageAxes {
	rows: RowAxis;
	columns: ColumnAxis;
}

/** A row or column: its code, "" for what has none on this axis; and the initiatives in it, each once. */
export interface Line {
	readonly code: string;
	readonly ids: readonly string[];
}

export interface Coverage {
	readonly axes: CoverageAxes;
	/** In the order of the vocabulary, then codes newer than it, then "" where some initiative has none. */
	readonly rows: readonly Line[];
	readonly columns: readonly Line[];
	/** By row, then column: the ids of the initiatives there, in the order in which they were given. */
	readonly cells: readonly (readonly (readonly string[])[])[];
	/** The cells of known codes in which there is nothing. */
	readonly whiteSpots: readonly { readonly row: string; readonly column: string }[];
	/** How many initiatives there are. */
	readonly total: number;
}

interface Options extends CoverageAxes {
	/** The municipalities that should be there, by CBS code: those of the region. Others come when an initiative is in one. */
	municipalities?: readonly string[];
}

function expectedOn(axis: Axis, { municipalities = [] }: Options): readonly string[] {
	return axis === "municipality" ? municipalities : Object.keys(vocabularyOf[axis]);
}

/** The codes of a line of the matrix: those expected, then others that occur, then "" for who has none. */
function codesAlong(axis: Axis, found: readonly (readonly string[])[], options: Options): string[] {
	const codes = new Set(expectedOn(axis, options));
	const order = Object.keys(vocabularyOf[axis]);
	const rank = (code: string) => (order.indexOf(code) + order.length + 1) % (order.length + 1);
	const others = [...new Set(found.flat())].filter((code) => !codes.has(code));
	for (const code of others.sort((one, other) => rank(one) - rank(other))) codes.add(code);
	if (found.some((own) => own.length === 0)) codes.add("");
	return [...codes];
}

/**
 * How many initiatives serve each goal (rows) for each group, place or scale (columns), which, and where there are none. An
 * initiative is in every cell of which it has both codes, and in the line called "" of an axis on which it has none.
 */
export function coverageOf(initiatives: readonly Coverable[], options: Options): Coverage {
	const { rows, columns } = options;
	const placed = initiatives.map((one) => ({ id: one.id, rows: codesOn(rows, one), columns: codesOn(columns, one) }));
	const rowCodes = codesAlong(
		rows,
		placed.map((one) => one.rows),
		options,
	);
	const columnCodes = codesAlong(
		columns,
		placed.map((one) => one.columns),
		options,
	);
	const cells = rowCodes.map(() => columnCodes.map((): string[] => []));
	const inRow = rowCodes.map((): string[] => []);
	const inColumn = columnCodes.map((): string[] => []);
	const [rowAt, columnAt] = [rowCodes, columnCodes].map((codes) => new Map(codes.map((code, index) => [code, index])));
	const positions = (at: ReadonlyMap<string, number> | undefined, codes: readonly string[]) =>
		(codes.length > 0 ? codes : [""]).flatMap((code) => at?.get(code) ?? []);
	for (const { id, ...own } of placed) {
		const down = positions(rowAt, own.rows);
		const across = positions(columnAt, own.columns);
		for (const row of down) inRow[row]?.push(id);
		for (const column of across) inColumn[column]?.push(id);
		for (const row of down) for (const column of across) cells[row]?.[column]?.push(id);
	}
	return {
		axes: { rows, columns },
		rows: rowCodes.map((code, index) => ({ code, ids: inRow[index] ?? [] })),
		columns: columnCodes.map((code, index) => ({ code, ids: inColumn[index] ?? [] })),
		cells,
		whiteSpots: rowCodes.flatMap((row, down) =>
			columnCodes.flatMap((column, across) =>
				row && column && cells[down]?.[across]?.length === 0 ? { row, column } : [],
			),
		),
		total: initiatives.length,
	};
}

/** The ids in the cell of two codes; none where the matrix has no such line. */
export function cellOf(coverage: Coverage, row: string, column: string): readonly string[] {
	const down = coverage.rows.findIndex(({ code }) => code === row);
	const across = coverage.columns.findIndex(({ code }) => code === column);
	return coverage.cells[down]?.[across] ?? [];
}
