import { and, asc, eq, inArray } from "drizzle-orm";
import { type ActionColumn, actionRow } from "../../shared/formats/action-list.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Database } from "../db/open.ts";
import { records } from "../db/schema.ts";
import { conditionOf, type ListFilters, type VisibleRegions } from "./list-search.ts";

/** A list longer than this is no list that anybody prints. */
const mostRows = 5000;

export interface ActionListRow {
	id: string;
	region: string;
	cells: Record<ActionColumn, string>;
}

/** The initiatives under the filters of the work list, by title, as rows of the action list. */
export async function actionList(
	db: Database,
	filters: ListFilters,
	options: { visible: VisibleRegions; now: Date; language: Language },
): Promise<ActionListRow[]> {
	const { where, states } = await conditionOf(db, { ...filters, kind: "initiative" }, options.visible, options.now);
	const rows = await db
		.select({ id: records.id, region: records.region, data: records.data })
		.from(records)
		.where(and(where, inArray(records.state, states), eq(records.kind, "initiative")))
		.orderBy(asc(records.titleKey), asc(records.id))
		.limit(mostRows);
	return rows.map(({ id, region, data }) => ({ id, region, cells: actionRow(data, options.language) }));
}
