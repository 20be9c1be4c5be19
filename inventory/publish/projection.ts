import { setImmediate as immediately } from "node:timers/promises";
import { and, eq, gte, max, sql } from "drizzle-orm";
import type { ItemOf } from "../../shared/model/feed.ts";
import { type FeedKind, feedKindOf } from "../../shared/model/kinds.ts";
import type { Database } from "../db/open.ts";
import { records } from "../db/schema.ts";
import { identityOf, keysOf, mentionsOf } from "./mention-keys.ts";
import {
	type Directory,
	directoryOf,
	type Initiatives,
	initiativesAmong,
	isPublished,
	itemOf,
	type KnownOrganization,
	type Merged,
	mergedIn,
	orders,
	type PublishedRow,
	publicContacts,
	publishedRows,
	type RegionItems,
	slugify,
} from "./project.ts";

/** Every published item of a region in feed order, and what differs from the reading before. */
export interface Reading {
	items: RegionItems;
	/** Ids of items that came, went or changed; undefined when everything was read anew. */
	changed: ReadonlySet<string> | undefined;
}

export interface Projection {
	read(): Promise<Reading>;
}

/** What is kept of a published record: enough to see whether it, or something that it mentions, changed. */
interface Entry {
	stamp: string;
	identity: string | undefined;
	/** Keys by which other records find this one; see {@link keysOf}. */
	keys: readonly string[];
	/** Keys of what it mentions. */
	mentions: readonly string[];
}

interface State {
	/** The latest change of any record of the region when it was read. */
	upTo: Date;
	entries: Map<string, Entry>;
	/** Stamps of records that are not published. */
	others: Map<string, string>;
	organizations: Map<string, KnownOrganization>;
	initiatives: Map<string, Pick<PublishedRow, "id" | "kind" | "region" | "data">>;
	merged: Merged;
	look: { directory: Directory; initiatives: Initiatives };
	items: RegionItems;
}

/** Milliseconds that clocks may differ and transactions may last: changes are looked for from so long before the latest one. */
const margin = 3_600_000;

/** So many records are gone through before somebody else gets a turn. */
const atOnce = 200;

/** More than this to be read again, and reading everything is as quick. */
const mostReadAgain = 5000;

/**
 * Reads what is published of a region: everything the first time, then what changed and what mentions that. A row that its schema no
 * longer accepts is left out and reported through `onSkipped`: one bad record never takes the list with it.
 */
export function createProjection(
	db: Database,
	region: string,
	publicUrl: string,
	onSkipped: (id: string, reason: string) => void,
): Projection {
	let state: State | undefined;

	async function latest(): Promise<Date> {
		const [row] = await db
			.select({ at: max(records.updatedAt) })
			.from(records)
			.where(eq(records.region, region));
		return row?.at ?? new Date(0);
	}

	function lookIn({ organizations, initiatives, merged }: Pick<State, "organizations" | "initiatives" | "merged">) {
		const former = merged.organizations.flatMap(({ id, slug, name }) => {
			const now = organizations.get(id);
			return now ? [{ slug, name, now }] : [];
		});
		return {
			directory: directoryOf([...organizations.values()], former),
			initiatives: initiativesAmong(initiatives.values(), merged.into, publicUrl),
		};
	}

	/** Notes a row, but for its item. */
	function note(into: Pick<State, "entries" | "organizations" | "initiatives">, row: PublishedRow): void {
		const { id, kind, data, stamp } = row;
		into.entries.set(id, {
			stamp,
			identity: identityOf(row),
			keys: keysOf(row, publicUrl),
			mentions: mentionsOf(data),
		});
		if (kind === "organization") {
			const slug = typeof data.slug === "string" ? data.slug : slugify(String(data.title));
			into.organizations.set(id, { slug, name: String(data.title), kind: String(data.kind) });
		}
		if (kind === "initiative") {
			const { title, sourceUrl } = data;
			into.initiatives.set(id, { id, kind, region, data: { title, sourceUrl } });
		}
	}

	async function project<K extends FeedKind>(
		kind: K,
		rows: readonly PublishedRow[],
		{ look, merged }: Pick<State, "look" | "merged">,
		persons: ReadonlyMap<string, object[]>,
	): Promise<ItemOf[K][]> {
		const found: ItemOf[K][] = [];
		for (const [at, row] of rows.entries()) {
			// Readers are answered meanwhile.
			if (at % atOnce === atOnce - 1) await immediately();
			if (row.personal || feedKindOf(row.kind) !== kind) continue;
			const made = itemOf(kind, row, publicUrl, look, persons.get(row.id) ?? [], merged.aliases.get(row.id));
			if ("item" in made) found.push(made.item);
			else onSkipped(row.id, made.reason);
		}
		return found.sort(orders[kind]);
	}

	async function readAll(): Promise<State> {
		const upTo = await latest();
		const rows = await publishedRows(db, region);
		const persons = await publicContacts(db, region);
		const merged = await mergedIn(db, region);
		const noted = { entries: new Map(), organizations: new Map(), initiatives: new Map() };
		for (const [at, row] of rows.entries()) {
			if (at % atOnce === atOnce - 1) await immediately();
			note(noted, row);
		}
		const look = lookIn({ ...noted, merged });
		const of = <K extends FeedKind>(kind: K) => project(kind, rows, { look, merged }, persons);
		return {
			upTo,
			...noted,
			others: new Map(),
			merged,
			look,
			items: {
				events: await of("events"),
				opportunities: await of("opportunities"),
				initiatives: await of("initiatives"),
				organizations: await of("organizations"),
				indicators: await of("indicators"),
			},
		};
	}

	/** Brings `known` up to date; gives the ids of what changed, or undefined when everything has to be read. */
	async function readChanges(known: State): Promise<ReadonlySet<string> | undefined> {
		const upTo = await latest();
		const since = new Date(known.upTo.getTime() - margin);
		const recent = await db
			.select({ id: records.id, state: records.state, stamp: sql<string>`${records}.xmin::text` })
			.from(records)
			.where(and(eq(records.region, region), gte(records.updatedAt, since)));
		const { entries, others, merged } = known;
		const differing = recent.filter(({ id, stamp }) => (entries.get(id)?.stamp ?? others.get(id)) !== stamp);
		// Names and addresses of what was merged lead elsewhere: too many ways to follow one by one.
		if (differing.some(({ id, state }) => state === "merged" || merged.into.has(id))) return undefined;

		const touched = new Set(differing.map(({ id }) => id));
		const rows = await readSome([...touched]);
		const byId = new Map(rows.map((row) => [row.id, row]));
		const moved = new Set<string>();
		for (const id of touched) {
			const before = entries.get(id);
			const after = byId.get(id);
			if (before?.identity === (after && identityOf(after))) continue;
			if (merged.aliases.has(id)) return undefined;
			for (const key of [...(before?.keys ?? []), ...(after ? keysOf(after, publicUrl) : [])]) moved.add(key);
		}
		if (moved.size > 0) {
			const mentioning = [...entries].filter(
				([id, { mentions }]) => !touched.has(id) && mentions.some((one) => moved.has(one)),
			);
			if (mentioning.length > mostReadAgain) return undefined;
			for (const [id] of mentioning) touched.add(id);
			rows.push(...(await readSome(mentioning.map(([id]) => id))));
		}
		const persons = touched.size > 0 ? await publicContacts(db, region, [...touched]) : new Map();

		for (const { id, stamp } of differing) {
			entries.delete(id);
			known.organizations.delete(id);
			known.initiatives.delete(id);
			others.set(id, stamp);
		}
		for (const row of rows) {
			note(known, row);
			others.delete(row.id);
		}
		const isAll = (await db.$count(records, isPublished(region))) === entries.size;
		if (!isAll) return undefined;
		if (moved.size > 0) known.look = lookIn(known);
		const put = async <K extends FeedKind>(kind: K, items: ItemOf[K][]) =>
			withChanges<K>(items, touched, await project(kind, rows, known, persons), orders[kind]);
		known.items = {
			events: await put("events", known.items.events),
			opportunities: await put("opportunities", known.items.opportunities),
			initiatives: await put("initiatives", known.items.initiatives),
			organizations: await put("organizations", known.items.organizations),
			indicators: await put("indicators", known.items.indicators),
		};
		known.upTo = upTo;
		return touched;
	}

	const readSome = (ids: readonly string[]): Promise<PublishedRow[]> =>
		ids.length > 0 ? publishedRows(db, region, ids) : Promise.resolve([]);

	return {
		async read() {
			const known = state;
			// Half changed is of no use to the next reading.
			state = undefined;
			const changed = known && (await readChanges(known));
			state = known && changed ? known : await readAll();
			return { items: state.items, changed };
		},
	};
}

/** `items` without those in `touched` and with `put`, in order; the same list when nothing in it differs. */
function withChanges<K extends FeedKind>(
	items: ItemOf[K][],
	touched: ReadonlySet<string>,
	put: readonly ItemOf[K][],
	order: (a: ItemOf[K], b: ItemOf[K]) => number,
): ItemOf[K][] {
	const left = items.filter(({ id }) => !touched.has(id));
	if (left.length === items.length && put.length === 0) return items;
	const found: ItemOf[K][] = [];
	let next = 0;
	for (const item of put) {
		let [low, high] = [next, left.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			const other = left[middle];
			if (other && order(other, item) < 0) low = middle + 1;
			else high = middle;
		}
		for (; next < low; next++) found.push(...left.slice(next, next + 1));
		found.push(item);
	}
	return found.concat(left.slice(next));
}
