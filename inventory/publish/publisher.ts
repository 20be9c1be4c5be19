import { dirname, join } from "node:path";
import { and, asc, eq, isNotNull, max } from "drizzle-orm";
import type { ItemOf } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import { dateIn } from "../../shared/text/zoned-time.ts";
import type { Database } from "../db/open.ts";
import { records, regions } from "../db/schema.ts";
import { failureLine } from "../failure-text.ts";
import { networkPath, prepareNetwork } from "../insight/network/network-files.ts";
import { buildFeed } from "./feed.ts";
import { type Draft, dropLeftovers, folderId, preparePublished, prepareWhole, readText } from "./files.ts";
import { onlyWhenChanged } from "./generated-at.ts";
import { carryIndex } from "./item-index.ts";
import { type PreparedItems, prepareItems } from "./item-store.ts";
import { largestPage } from "./parse-query.ts";
import type { RegionItems } from "./project.ts";
import { createProjection, type Projection } from "./projection.ts";
import { formatsOf, render } from "./render.ts";
import type { Target } from "./target.ts";

/** Where the files of a region's feed are, under the folder of published files. */
export const pathsOf = (folder: string, region: string, kind: FeedKind) => ({
	json: join(folder, "feeds", region, `${kind}.json`),
	ics: join(folder, "feeds", region, `${kind}.ics`),
	rss: join(folder, "feeds", region, `${kind}.rss`),
	csv: join(folder, "feeds", region, `${kind}.csv`),
	/** All published items of the kind, past ones too: what filtered feeds and pages are answered from. Names the parts. */
	index: join(folder, "index", region, `${kind}.json`),
});

/** Says which changes the files of a region hold: the time of the last one. */
const upToPath = (folder: string, region: string) => join(folder, "index", region, "up-to");

export const regionsPath = (folder: string) => join(folder, "regions.json");

export const zone = "Europe/Amsterdam";

/** Runs `work` while nobody else does work of that name; see the database. */
export type Alone = <T>(name: string, work: (held: () => Promise<void>) => Promise<T>) => Promise<T>;

/** What the files of a region hold, of each kind. */
export type Published = { [K in FeedKind]: PublishedList<K> };

export interface PublishedList<K extends FeedKind> {
	generatedAt: string;
	items: ItemOf[K][];
}

interface PublisherOptions {
	db: Database;
	/** Folder of published files. */
	folder: string;
	publicUrl: string;
	now(): Date;
	log(message: string): void;
	/** Several processes may write in one folder: one at a time a region. */
	alone: Alone;
	/** Told after files of a region changed, with what they hold; of no region when the list of regions did. */
	onWritten(region: string | undefined, published?: Published): void | Promise<void>;
	/** Told what the files of a region hold after they were found to be right already. */
	onSame?(region: string, published: Published): void;
	/** Gets a copy of the public files. */
	target?: Target | undefined;
	/** Told of every run: what it took in seconds, and whether it went well. */
	onRun?(seconds: number, good: boolean): void;
}

/** Longer lists are written as calendar and table within a minute or so, not with every change: that takes seconds. */
const long = 5000;

interface Wanted<K extends FeedKind> {
	region: Region;
	kind: K;
	items: ItemOf[K][];
	/** Whose items may differ from the files; undefined: anybody's. */
	changed: ReadonlySet<string> | undefined;
	/** Long lists too. */
	whole: boolean;
}

interface Prepared {
	drafts: Draft[];
	stored: PreparedItems;
	/** Something was left for later. */
	late: boolean;
}

async function prepareKind<K extends FeedKind>(
	{ folder, publicUrl, now }: PublisherOptions,
	{ region, kind, items, changed, whole }: Wanted<K>,
	checked: Set<string>,
): Promise<Prepared> {
	const paths = pathsOf(folder, region.id, kind);
	const at = now();
	const stored = await prepareItems(paths.index, items, at, changed);
	const { generatedAt } = stored;
	const shown = buildFeed(kind, region, items, {
		request: { query: {}, limit: largestPage, after: undefined },
		today: dateIn(zone, at.getTime()),
		generatedAt,
		address: `${publicUrl}/feeds/${region.id}/${kind}.json`,
	});
	const feed = await onlyWhenChanged(paths.json, at, (time) => JSON.stringify({ ...shown, generatedAt: time }));
	const drafts = await preparePublished(paths.json, feed, checked);
	let late = false;
	for (const format of formatsOf(kind)) {
		const wholeList = format === "ics" || format === "csv";
		if (stored.drafts.length > 0 && wholeList) checked.delete(paths[format]);
		// The whole list stays the same as long as what it is made of does.
		if (format === "json" || (wholeList && checked.has(paths[format]))) continue;
		if (wholeList && !whole && items.length > long) {
			late = true;
			continue;
		}
		// A feed reader wants what is coming; a calendar and a table keep what has been.
		const listed = format === "rss" ? shown.items : items;
		const text = render(format, region, kind, listed, { publicUrl, generatedAt });
		drafts.push(...(await preparePublished(paths[format], text, checked)));
	}
	return { drafts: [...drafts, ...stored.drafts], stored, late };
}

export interface Publisher {
	/** Writes what changed in `region`; resolves when a run that began after this call is done. */
	publish(region: string): Promise<void>;
	/** Every region, and the list of regions itself. */
	publishAll(): Promise<void>;
	/**
	 * The regions of which something was changed that their files do not hold: a process was killed between a change and its
	 * publication, or the target was away.
	 */
	publishBehind(): Promise<void>;
}

/**
 * Turns published records into files. One run a region at a time; calls during a run share the next one. Everything of a region
 * is made ready first and then put in its place by renaming, so that a process that is killed leaves each feed whole.
 */
export function createPublisher(options: PublisherOptions): Publisher {
	const { db, folder } = options;
	const running = new Map<string, Promise<void>>();
	const waiting = new Map<string, Promise<void>>();
	/** Files of which we know that their compressed forms are right. */
	const checked = new Set<string>();
	/** Regions whose target could not be brought up to date. */
	const behind = new Set<string>();
	/** What was published of each region last; forgotten when that went wrong. */
	const known = new Map<string, { projection: Projection; items?: RegionItems }>();
	/** Processes with one folder take turns; with a target in common all of them do, so that nobody sends it old files. */
	const turn = async (name: string) => `publish ${options.target?.name ?? (await folderId(folder))} ${name}`;

	/** When something of the region was last changed that the public sees; undefined when nothing ever was. */
	async function lastChange(region: string): Promise<string | undefined> {
		const [row] = await db
			.select({ at: max(records.updatedAt) })
			.from(records)
			.where(and(eq(records.region, region), isNotNull(records.publishedRevision)));
		return row?.at?.toISOString();
	}

	async function send(id: string, held: () => Promise<void>): Promise<void> {
		if (!options.target) return;
		try {
			await held();
			await options.target.sync(folder, `feeds/${id}`);
			behind.delete(id);
		} catch (error) {
			behind.add(id);
			options.log(`${options.target.name} was not brought up to date: ${failureLine(error)}`);
		}
	}

	/** Every draft in its place, or, when the turn was lost meanwhile, none. Gives whether there were any. */
	async function place(drafts: readonly Draft[], held: () => Promise<void>): Promise<boolean> {
		try {
			if (drafts.length > 0) await held();
			for (const draft of drafts) await draft.place();
			return drafts.length > 0;
		} catch (error) {
			checked.clear();
			for (const draft of drafts) await draft.drop();
			throw error;
		}
	}

	async function write(id: string, whole: boolean, held: () => Promise<void>) {
		const [row] = await db.select().from(regions).where(eq(regions.id, id));
		if (!row) return undefined;
		const upTo = await lastChange(id);
		for (const path of Object.values(pathsOf(folder, id, "events"))) await dropLeftovers(dirname(path));
		const skipped = (record: string, reason: string) =>
			options.log(`skipped ${record} while publishing ${id}: ${reason}`);
		const { projection, items: before } = known.get(id) ?? {
			projection: createProjection(db, id, options.publicUrl, skipped),
		};
		known.delete(id);
		const { items, changed } = await projection.read();
		const prepared: Prepared[] = [];
		const prepare = async <K extends FeedKind>(kind: K) => {
			if (changed && before && before[kind] !== items[kind]) carryIndex(before[kind], items[kind], changed);
			const those = before ? changed : undefined;
			const own = await prepareKind(
				options,
				{ region: row.data, kind, items: items[kind], changed: those, whole: whole || !those },
				checked,
			);
			prepared.push(own);
			return { generatedAt: own.stored.generatedAt, items: items[kind] };
		};
		const published: Published = {
			events: await prepare("events"),
			opportunities: await prepare("opportunities"),
			initiatives: await prepare("initiatives"),
			organizations: await prepare("organizations"),
			indicators: await prepare("indicators"),
		};
		const drafts = prepared.flatMap((one) => one.drafts);
		let late = prepared.some((one) => one.late);
		// The network is made of the same items: it changes only when a feed does.
		const network = networkPath(folder, id, "network.json");
		if (drafts.length > 0) checked.delete(network);
		if (!checked.has(network)) {
			const many = Object.values(items).some((list) => list.length > long);
			if (whole || !before || !many) {
				drafts.push(...(await prepareNetwork({ folder, region: row.data, items, now: options.now(), checked })));
			} else late = true;
		}
		const isNew = await place(drafts, held);
		for (const { stored } of prepared) await stored.tidy();
		if (upTo && !late) await place(await prepareWhole(upToPath(folder, id), upTo), held);
		known.set(id, { projection, items });
		await send(id, held);
		return { published, isNew };
	}

	async function run(id: string, whole: boolean): Promise<void> {
		const began = performance.now();
		try {
			const done = await options.alone(await turn(id), (held) => write(id, whole, held));
			if (done?.isNew) await options.onWritten(id, done.published);
			else if (done) options.onSame?.(id, done.published);
			options.onRun?.((performance.now() - began) / 1000, true);
		} catch (error) {
			options.onRun?.((performance.now() - began) / 1000, false);
			throw error;
		}
	}

	/** Regions of which the next run writes long lists too. */
	const wholeNext = new Set<string>();

	function start(id: string): Promise<void> {
		const started = run(id, wholeNext.delete(id)).finally(() => running.delete(id));
		running.set(id, started);
		return started;
	}

	const publisher: Publisher = {
		publish(id) {
			const current = running.get(id);
			if (!current) return start(id);
			const queued =
				waiting.get(id) ??
				current
					.catch(() => {}) // Its own caller hears of the failure; this run stands by itself.
					.then(() => {
						waiting.delete(id);
						return start(id);
					});
			waiting.set(id, queued);
			return queued;
		},
		async publishAll() {
			const rows = await db.select().from(regions).orderBy(asc(regions.name));
			const text = JSON.stringify(rows.map((row) => row.data));
			const changed = await options.alone(await turn(""), async (held) =>
				place(await preparePublished(regionsPath(folder), text), held),
			);
			if (changed) {
				// Names of regions are in calendars too.
				checked.clear();
				await options.onWritten(undefined);
			}
			for (const row of rows) {
				// Now and then everything is read anew, whatever was noticed.
				known.delete(row.id);
				await publisher.publish(row.id);
			}
		},
		async publishBehind() {
			for (const { id } of await db.select({ id: regions.id }).from(regions)) {
				const last = await lastChange(id);
				if (!behind.has(id) && (!last || (await readText(upToPath(folder, id))) === last)) continue;
				wholeNext.add(id);
				await publisher.publish(id);
			}
		},
	};
	return publisher;
}
