import { and, eq, inArray, lt, or } from "drizzle-orm";
import { v5 as nameBased, v7 as uuidv7 } from "uuid";
import { matchKeyOfUrl } from "../../shared/text/match-key.ts";
import type { Database } from "../db/open.ts";
import { audit, type ImportCounts, type ImportNote, importItems, records, revisions, sources } from "../db/schema.ts";
import type { Actor, Context } from "../records/context.ts";
import { canonicalJson, digestOf } from "../records/digest.ts";
import { derivedColumns, splitContacts, writeContacts } from "../records/stored.ts";
import { change, comparable, lastImported, type Origin } from "./change-record.ts";
import type { Normalised } from "./normalise.ts";

export type Outcome = Pick<ImportCounts, "added" | "changed" | "unchanged" | "returned"> & {
	notes: ImportNote[];
	/** Items whose key is new but which may be known under another: to be offered again when all others were seen. */
	deferred: Normalised[];
};

type ItemRow = typeof importItems.$inferSelect;
const rowOf = (item: Normalised, origin: Origin, recordId: string): typeof importItems.$inferInsert => ({
	sourceId: origin.sourceId,
	key: item.key,
	recordId,
	rawDigest: digestOf(item.raw),
	raw: item.raw,
	imported: comparable(item.parsed),
	urlKey: item.urlKey,
	contentKey: item.contentKey,
	startsAt: item.startsAt,
	lastSeen: origin.seenAt,
	vanishedAt: null,
});

const sameAs = (item: Normalised, row: ItemRow) =>
	canonicalJson(comparable(item.parsed)) === canonicalJson(row.imported);

/** Known under another key: by all of its content, else by a page that is only its own. */
function knownAs(item: Normalised, candidates: ItemRow[], alone: ReadonlySet<string>): ItemRow | undefined {
	const byContent = candidates.find(({ contentKey }) => contentKey === item.contentKey);
	if (byContent || !item.urlKey || !alone.has(item.urlKey)) return byContent;
	const byPage = candidates.filter(({ urlKey }) => urlKey === item.urlKey);
	return byPage.length === 1 ? byPage[0] : undefined;
}

async function unseenLike(tx: Database, origin: Origin, items: readonly Normalised[]): Promise<ItemRow[]> {
	if (items.length === 0) return [];
	const pages = items.flatMap(({ urlKey }) => urlKey ?? []);
	return tx
		.select()
		.from(importItems)
		.where(
			and(
				eq(importItems.sourceId, origin.sourceId),
				lt(importItems.lastSeen, origin.seenAt),
				or(
					inArray(
						importItems.contentKey,
						items.map(({ contentKey }) => contentKey),
					),
					...(pages.length > 0 ? [inArray(importItems.urlKey, pages)] : []),
				),
			),
		);
}

async function add(
	tx: Database,
	context: Context,
	actor: Actor,
	origin: Origin,
	items: readonly { item: Normalised; id: string }[],
): Promise<void> {
	if (items.length === 0) return;
	const at = context.now();
	const split = items.map(({ item, id }) => ({ item, id, ...splitContacts(item.parsed) }));
	await tx.insert(records).values(
		split.map(({ item, id, data }) => ({
			id,
			kind: origin.kind,
			region: origin.region,
			state: "in-review" as const,
			revision: 1,
			...derivedColumns(origin.kind, item.parsed),
			data,
			clippedBy: actor.name,
			createdAt: at,
			updatedAt: at,
		})),
	);
	await tx.insert(sources).values(
		split.map(({ item, id }) => {
			const url = "sourceUrl" in item.parsed && item.parsed.sourceUrl ? item.parsed.sourceUrl : origin.address;
			return { id: uuidv7(), recordId: id, url, matchKey: matchKeyOfUrl(url), capturedAt: at, evidence: {} };
		}),
	);
	// As writeRevision and writeAudit do one by one: thousands come at once here.
	await tx.insert(revisions).values(
		split.map(({ item, id, data }) => ({
			recordId: id,
			revision: 1,
			data,
			digest: digestOf(item.parsed),
			via: "import" as const,
			by: actor.name,
			at,
		})),
	);
	await tx.insert(audit).values(
		split.map(({ id }) => ({
			at,
			by: actor.name,
			action: "import",
			recordId: id,
			detail: { source: origin.sourceId },
		})),
	);
	for (const { id, contacts } of split) if (contacts.length > 0) await writeContacts(tx, id, contacts);
	await tx.insert(importItems).values(split.map(({ item, id }) => rowOf(item, origin, id)));
}

/**
 * Brings a batch of items in as records to review, in one transaction. An item that is known changes its record where the source
 * changed and no person did; one that is the same only counts as seen. `alone` are the pages that one item of the source has for
 * itself; undefined while others are still to come, and then an item that may be known under another key is deferred.
 */
export async function propose(
	context: Context,
	actor: Actor,
	origin: Origin,
	batch: readonly Normalised[],
	alone?: ReadonlySet<string>,
): Promise<Outcome> {
	const outcome: Outcome = { added: 0, changed: 0, unchanged: 0, returned: 0, notes: [], deferred: [] };
	await context.db.transaction(async (tx) => {
		const held = await tx
			.select()
			.from(importItems)
			.where(
				and(
					eq(importItems.sourceId, origin.sourceId),
					inArray(
						importItems.key,
						batch.map(({ key }) => key),
					),
				),
			);
		const byKey = new Map(held.map((row) => [row.key, row]));
		const strangers = batch.filter(({ key }) => !byKey.has(key));
		let candidates = await unseenLike(tx, origin, strangers);
		const known: { item: Normalised; row: ItemRow }[] = [];
		const fresh: Normalised[] = [];
		for (const item of batch) {
			const row = byKey.get(item.key);
			if (row) known.push({ item, row });
			else if (!alone && candidates.length > 0) outcome.deferred.push(item);
			else {
				const found = alone && knownAs(item, candidates, alone);
				if (found) {
					known.push({ item, row: found });
					candidates = candidates.filter((one) => one !== found);
				} else fresh.push(item);
			}
		}

		const seen: string[] = [];
		const renewed: { item: Normalised; row: ItemRow }[] = [];
		for (const { item, row } of known) {
			if (row.vanishedAt) outcome.returned++;
			const asItWas = row.key === item.key && sameAs(item, row) && row.rawDigest === digestOf(item.raw);
			if (asItWas) seen.push(row.key);
			else renewed.push({ item, row });
		}
		outcome.unchanged += seen.length;
		const differing = renewed.filter(({ item, row }) => !sameAs(item, row)).map(({ row }) => row.recordId);
		const standing =
			differing.length > 0
				? await tx.select().from(records).where(inArray(records.id, differing)).orderBy(records.id).for("update")
				: [];
		for (const { item, row } of renewed) {
			const record = standing.find(({ id }) => id === row.recordId);
			const { changed, note } = record
				? await change(tx, context, actor, origin, item, record, row.imported)
				: { changed: false, note: undefined };
			outcome[changed ? "changed" : "unchanged"]++;
			if (note) outcome.notes.push(note);
		}
		if (renewed.length > 0) {
			const before = renewed.map(({ row }) => row.key);
			await tx
				.delete(importItems)
				.where(and(eq(importItems.sourceId, origin.sourceId), inArray(importItems.key, before)));
			await tx.insert(importItems).values(renewed.map(({ item, row }) => rowOf(item, origin, row.recordId)));
		}
		if (seen.length > 0)
			await tx
				.update(importItems)
				.set({ lastSeen: origin.seenAt, vanishedAt: null })
				.where(and(eq(importItems.sourceId, origin.sourceId), inArray(importItems.key, seen)));

		// The same each time, so that an item is met again even when what was kept of its source is gone.
		const named = fresh.map((item) => ({
			item,
			id: nameBased(`${origin.region}/${origin.kind}/${origin.address}#${item.key}`, nameBased.URL),
		}));
		const ids = named.map(({ id }) => id);
		const there = ids.length > 0 ? await tx.select().from(records).where(inArray(records.id, ids)).for("update") : [];
		const linked = new Set(
			there.length > 0
				? (
						await tx.select({ id: importItems.recordId }).from(importItems).where(inArray(importItems.recordId, ids))
					).map(({ id }) => id)
				: [],
		);
		const additions: { item: Normalised; id: string }[] = [];
		for (const { item, id } of named) {
			const row = there.find((one) => one.id === id);
			if (!row) additions.push({ item, id });
			else if (linked.has(id)) additions.push({ item, id: uuidv7() });
			else {
				const { changed, note } = await change(tx, context, actor, origin, item, row, await lastImported(tx, row));
				outcome[changed ? "changed" : "unchanged"]++;
				if (note) outcome.notes.push(note);
				await tx.insert(importItems).values(rowOf(item, origin, id));
			}
		}
		await add(tx, context, actor, origin, additions);
		outcome.added += additions.length;
	});
	return outcome;
}
