import { tableCsv } from "../../formats/csv.ts";
import { coverageMessages } from "../../messages/coverage.ts";
import type { Language } from "../../vocabularies/vocabulary.ts";
import type { Coverage } from "./coverage-of.ts";
import { lineName } from "./words.ts";

/**
 * Every cell as a line, the empty ones too, for a pivot table: region, row, column, how many and which. One or two regions.
 * RFC 4180 with a byte order mark.
 */
export function coverageCsv(
	regions: readonly { name: string; coverage: Coverage }[],
	titleOf: (id: string) => string,
	language: Language,
): string {
	const say = coverageMessages[language];
	const axes = regions[0]?.coverage.axes;
	if (!axes) return "";
	const lines = regions.flatMap(({ name, coverage: { rows, columns, cells } }) =>
		rows.flatMap((row, down) =>
			columns.map((column, across) => {
				const ids = cells[down]?.[across] ?? [];
				return [
					name,
					lineName(axes.rows, row.code, language),
					lineName(axes.columns, column.code, language),
					String(ids.length),
					ids.map(titleOf).join("; "),
				];
			}),
		),
	);
	return tableCsv([say.region, say.axes[axes.rows], say.axes[axes.columns], say.number, say.initiatives], lines);
}
