import { and, asc, eq, inArray } from "drizzle-orm";
import { addObservations } from "../../../shared/insight/indicators/add-observations.ts";
import {
	type BadRow,
	type GoodRow,
	readObservations,
	type Sentence,
} from "../../../shared/insight/indicators/read-table.ts";
import { indicatorFields } from "../../../shared/model/indicator.ts";
import { fold } from "../../../shared/model/query.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { requireRole } from "../../access/permission.ts";
import { records } from "../../db/schema.ts";
import type { Actor, Context } from "../../records/context.ts";
import { writeNewRevision } from "../../records/new-revision.ts";
import { Refusal } from "../../records/refusal.ts";
import { requireRegion } from "../../records/regions.ts";
import { contactsOf, type RecordRow, writeAudit } from "../../records/stored.ts";

export interface ImportedIndicator {
	id: string;
	title: string;
	added: number;
	changed: number;
	unchanged: number;
	/** The public sees it, and these figures only after it is published again. */
	toPublish: boolean;
}

export interface ImportedObservations {
	added: number;
	changed: number;
	unchanged: number;
	indicators: ImportedIndicator[];
	/** Rows that were not taken, as they came, with what is wrong. */
	bad: readonly BadRow[];
	/** The first row of the table, to put above those. */
	heading: string | null;
}

const noColumn: Sentence = {
	nl: "Er is geen kolom die de indicator noemt. Zet er een kolom “indicator” bij met het kenmerk of de titel.",
	en: "There is no column that names the indicator. Add a column “indicator” with its id or title.",
};
const unknown = (name: string): Sentence => ({
	nl: `De indicator “${name}” is er in deze regio niet. Gebruik het kenmerk of de titel.`,
	en: `There is no indicator “${name}” in this region. Use its id or title.`,
});
const ambiguous = (name: string): Sentence => ({
	nl: `Er zijn meer indicatoren die “${name}” heten. Geef ze een eigen kenmerk.`,
	en: `More than one indicator is called “${name}”. Give each an id of its own.`,
});

/** Records by everything that a table may call them; a slug or id goes before a title. */
function directoryOf(rows: readonly RecordRow[]): (name: string) => RecordRow[] {
	const named = new Map<string, RecordRow[]>();
	const titled = new Map<string, RecordRow[]>();
	const put = (map: Map<string, RecordRow[]>, key: string, row: RecordRow) =>
		map.set(key, [...(map.get(key) ?? []), row]);
	for (const row of rows) {
		put(named, row.id, row);
		if (typeof row.data.slug === "string") put(named, row.data.slug, row);
		put(titled, fold(row.title), row);
	}
	return (name) => named.get(name.toLowerCase()) ?? titled.get(fold(name)) ?? [];
}

interface Sorted {
	readonly rows: ReadonlyMap<RecordRow, GoodRow[]>;
	readonly lost: readonly Omit<BadRow, "text">[];
}

function sortOut(good: readonly GoodRow[], standing: readonly RecordRow[]): Sorted {
	const find = directoryOf(standing);
	const rows = new Map<RecordRow, GoodRow[]>();
	const lost: Omit<BadRow, "text">[] = [];
	for (const one of good) {
		const name = one.indicator;
		const [found, ...others] = name === undefined ? [] : find(name);
		if (found && others.length === 0) rows.set(found, [...(rows.get(found) ?? []), one]);
		else
			lost.push({
				row: one.row,
				problems: [name === undefined ? noColumn : found ? ambiguous(name) : unknown(name)],
			});
	}
	return { rows, lost };
}

/**
 * Brings a table of observations to the indicators of a region that it names; `readObservations` says how it is read. What is
 * right is written, in one transaction and as a new revision of each indicator that changes, and what is not comes back. With
 * `trial` nothing is written. Throws 422 when the table has no column for the period or the value.
 */
export async function importObservations(
	context: Context,
	actor: Actor,
	{ region, text, trial, language }: { region: string; text: string; trial: boolean; language: Language },
): Promise<ImportedObservations> {
	requireRole(actor, "editor", region);
	await requireRegion(context.db, region);
	const table = readObservations(text, []);
	if (table.problem) throw new Refusal(422, "no-columns", table.problem);
	if (table.heading === undefined) throw new Refusal(422, "no-columns", headless);
	return context.db.transaction(async (tx) => {
		const standing = await tx
			.select()
			.from(records)
			.where(
				and(
					eq(records.region, region),
					eq(records.kind, "indicator"),
					inArray(records.state, ["clipped", "in-review", "published", "archived"]),
				),
			)
			// Always in the same order, so that two imports wait for one another and not each for the other.
			.orderBy(asc(records.id))
			.for("update");
		const { rows, lost } = sortOut(table.good, standing);
		const bad = [...lost];
		const indicators: ImportedIndicator[] = [];
		for (const [record, own] of rows) {
			const indicator = indicatorFields.parse({ ...record.data, contacts: [] });
			const { observations, added, changed, unchanged, bad: wrong } = addObservations(indicator, own);
			bad.push(...wrong);
			const { id, title } = record;
			const differs = added + changed > 0;
			indicators.push({
				id,
				title,
				added,
				changed,
				unchanged,
				toPublish: differs && record.state === "published",
			});
			if (trial || !differs) continue;
			const data = { ...record.data, observations, contacts: await contactsOf(tx, id) };
			const after = await writeNewRevision(context, tx, actor, record, { data, via: "import", language });
			await writeAudit(context, tx, actor, "import", id, { revision: after.revision, observations: added + changed });
		}
		const sum = (count: "added" | "changed" | "unchanged") => indicators.reduce((total, one) => total + one[count], 0);
		return {
			added: sum("added"),
			changed: sum("changed"),
			unchanged: sum("unchanged"),
			indicators,
			bad: [...table.bad, ...bad.map((one) => ({ ...one, text: table.textOf(one.row) }))].sort((a, b) => a.row - b.row),
			heading: table.heading ?? null,
		};
	});
}

const headless: Sentence = {
	nl: "De eerste rij noemt de kolommen niet. Zet daar: indicator, periode, waarde, en zo nodig een uitsplitsing en toelichting.",
	en: "The first row does not name the columns. Put there: indicator, period, value, and if need be a breakdown and note.",
};
