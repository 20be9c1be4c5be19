import { and, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { knownMessages, reasonText } from "../../shared/messages/known.ts";
import type { PossibleDuplicate } from "../../shared/model/clip.ts";
import type { RecordId } from "../../shared/model/values.ts";
import { type Comparable, compare, looseKey, prepare } from "../../shared/text/duplicates.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Database } from "../db/open.ts";
import { records, sources } from "../db/schema.ts";
import { detailsOf } from "./known.ts";
import type { RecordRow } from "./stored.ts";
import { differentFrom } from "./verdicts.ts";

/** How many candidates each way of looking brings in, to be compared word by word. */
const most = { page: 100, title: 40, other: 30 };

/** The forms in which one page's key may have been stored: with and without `m.` and `/amp`. */
const formsOf = (key: string): string[] => {
	const loose = looseKey(key);
	return [key, loose, `m.${loose}`, `mobiel.${loose}`, `${loose}/amp`];
};

const comparable = (row: RecordRow, keys: readonly string[]): Comparable => {
	const { place, start, organization } = detailsOf(row.data);
	return { kind: row.kind, title: row.title, keys, place, start, organization };
};

/** What mentions the organisation under the name that `row` has for it, as its kind does. */
function sameOrganization(row: RecordRow): SQL | undefined {
	const { organization: name } = detailsOf(row.data);
	if (!name) return undefined;
	const mention =
		row.kind === "event"
			? { organizer: { name } }
			: row.kind === "opportunity"
				? { organization: { name } }
				: { partners: [{ name }] };
	return sql`${records.data} @> ${JSON.stringify(mention)}::jsonb`;
}

/**
 * The records that are worth comparing, each way by an index, so that it costs the same among a thousand records and among a
 * hundred thousand: found on the same page, a title that looks like it, the same day, the same organisation.
 */
async function candidatesFor(db: Database, row: RecordRow, keys: readonly string[]): Promise<RecordRow[]> {
	const similarity = sql<number>`similarity(${records.titleKey}, ${row.titleKey})`;
	const standing = and(
		eq(records.region, row.region),
		eq(records.kind, row.kind),
		ne(records.id, row.id),
		inArray(records.state, ["clipped", "in-review", "published"]),
	);
	const found = new Map<string, RecordRow>();
	const look = async (condition: SQL, limit: number) => {
		const rows = await db.select().from(records).where(and(standing, condition)).orderBy(desc(similarity)).limit(limit);
		for (const one of rows) found.set(one.id, one);
	};
	if (keys.length > 0) {
		const onPage = db
			.select({ id: sources.recordId })
			.from(sources)
			.where(inArray(sources.matchKey, [...new Set(keys.flatMap(formsOf))]));
		await look(inArray(records.id, onPage), most.page);
	}
	// `%` is the operator that the trigram index answers; its threshold is 0.3.
	await look(sql`${records.titleKey} % ${row.titleKey}`, most.title);
	const day = /^\d{4}-\d\d-\d\d/.exec(detailsOf(row.data).start ?? "")?.[0];
	if (day && row.kind === "event") await look(sql`left(${records.data}->>'start', 10) = ${day}`, most.other);
	const organization = sameOrganization(row);
	if (organization) await look(organization, most.other);
	return [...found.values()];
}

async function keysOf(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
	const keys = new Map<string, string[]>();
	if (ids.length === 0) return keys;
	const rows = await db
		.select({ id: sources.recordId, key: sources.matchKey })
		.from(sources)
		.where(inArray(sources.recordId, [...ids]));
	for (const { id, key } of rows) keys.set(id, [...(keys.get(id) ?? []), key]);
	return keys;
}

/**
 * The records of the same region and kind that may be the same thing as `row`, or another edition of it, most likely first,
 * at most five; without those that somebody called different, and those that whoever asks may not know of.
 */
export async function possibleDuplicates(
	db: Database,
	row: RecordRow,
	language: Language,
	mayKnow: (row: RecordRow) => boolean = () => true,
): Promise<PossibleDuplicate[]> {
	const own = (await keysOf(db, [row.id])).get(row.id) ?? [];
	const different = new Set(await differentFrom(db, row.id));
	const candidates = (await candidatesFor(db, row, own)).filter(mayKnow);
	const keys = await keysOf(
		db,
		candidates.map(({ id }) => id),
	);
	const wanted = prepare(comparable(row, own));
	const others = candidates.map((candidate) => prepare(comparable(candidate, keys.get(candidate.id) ?? [])));
	const isOnPage = ({ looseKeys }: (typeof others)[number]) => [...wanted.looseKeys].some((key) => looseKeys.has(key));
	// A page that lists many things says less about each of them.
	const pageIsShared = others.filter(isOnPage).length > 1;
	const say = knownMessages(language);
	return candidates
		.flatMap((candidate, index): PossibleDuplicate[] => {
			const other = others[index];
			if (!other || different.has(candidate.id)) return [];
			const { relation, score, reasons } = compare(wanted, other, pageIsShared);
			if (relation === "other") return [];
			const { id, title } = candidate;
			return [
				{ id: id as RecordId, title, score, relation, reasons: reasons.map((reason) => reasonText(reason, say)) },
			];
		})
		.sort((a, b) => b.score - a.score)
		.slice(0, 5);
}
