import { tableCsv } from "../../formats/csv.ts";
import { csvTableOf, type Written } from "./csv-rows.ts";

/**
 * Indicators as CSV: a row for each observation, in order of time, with what it was measured by. Columns: `indicator`, `title`,
 * `period`, `value`, `unit`, `breakdown.<dimension>`…, `note`, `version`, `definition`, `source`, `source.url`, `source.date`,
 * `sample`. Numbers have a decimal point. `readObservations` reads it back.
 */
export function csvOf(items: Written | readonly Written[]): string {
	const { headings, rows } = csvTableOf(items);
	return tableCsv(headings, rows);
}
