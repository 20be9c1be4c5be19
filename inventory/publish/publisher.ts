import { dirname, join } from "node:path";
import { and, asc, eq, isNotNull, max } from "drizzle-orm";
import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import type { Database } from "../db/open.ts";
import { records, regions } from "../db/schema.ts";
import { failureLine } from "../failure-text.ts";
import { networkPath, pressNetwork } from "../insight/network/network-files.ts";
import { isLong, itemsOf, type Published, pathsOf, prepareKind, pressLong } from "./feed-files.ts";
import { type Draft, dropLeftovers, folderId, preparePublished, prepareWhole, readText } from "./files.ts";
import { carryIndex } from "./item-index.ts";
import type { PreparedItems } from "./item-store.ts";
import type { RegionItems } from "./project.ts";
import { createProjection, type Projection } from "./projection.ts";
import type { Target } from "./target.ts";

/** Says which changes the files of a region hold: the time of the last one. */
const upToPath = (folder: string, region: string) => join(folder, "index", region, "up-to");

export const regionsPath = (folder: string) => join(folder, "regions.json");

/** Runs `work` while nobody else does work of that name; see the database. */
export type Alone = <T>(name: string, work: (held: () => Promise<void>) => Promise<T>) => Promise<T>;

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
	/** Writes what publications left for later: calendars and tables of long lists, and the network made of them. */
	publishLong(): Promise<void>;
}

/** What is to be written of a region's long lists, and which changes they then hold. */
interface Later {
	region: Region;
	published: Published;
	upTo: string | undefined;
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
	/** Regions of which long lists are still to be written. */
	const later = new Map<string, Later>();
	/** Of what each file of a long list was made. */
	const written = new Map<string, string>();
	/** What the files of each region hold. */
	const latest = new Map<string, Published>();
	/** What was read of each region last; forgotten when that went wrong. */
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

	async function write(id: string, held: () => Promise<void>) {
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
		const prepared: { drafts: Draft[]; stored: PreparedItems }[] = [];
		const prepare = async <K extends FeedKind>(kind: K) => {
			if (changed && before && before[kind] !== items[kind]) carryIndex(before[kind], items[kind], changed);
			const those = before ? changed : undefined;
			const own = await prepareKind(options, { region: row.data, kind, items: items[kind], changed: those }, checked);
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
		// The network is made of the same items: it changes only when a feed does.
		const network = networkPath(folder, id, "network.json");
		if (drafts.length > 0) checked.delete(network);
		if (!checked.has(network)) {
			if (Object.values(items).some(isLong)) later.set(id, { region: row.data, published, upTo });
			else
				for (const draw of await pressNetwork({ folder, region: row.data, items, now: options.now(), checked }))
					drafts.push(...(await draw()));
		}
		const isNew = await place(drafts, held);
		latest.set(id, published);
		for (const { stored } of prepared) await stored.tidy();
		if (upTo && !later.has(id)) await place(await prepareWhole(upToPath(folder, id), upTo), held);
		known.set(id, { projection, items });
		await send(id, held);
		return { published, isNew };
	}

	async function writeLater(id: string, { region, published, upTo }: Later): Promise<void> {
		const ready = await pressLong(options, region, published, written);
		const items = itemsOf(published);
		const network = await pressNetwork({ folder, region, items, now: options.now(), checked });
		await options.alone(await turn(id), async (held) => {
			// Another process that has this folder may have come by with more than we knew.
			if (upTo && ((await readText(upToPath(folder, id))) ?? "") > upTo) return;
			const drafts: Draft[] = [];
			for (const draw of [...ready.map((one) => one.draw), ...network]) drafts.push(...((await draw?.()) ?? []));
			const isNew = await place(drafts, held);
			for (const { path, of } of ready) written.set(path, of);
			if (upTo && !later.has(id)) await place(await prepareWhole(upToPath(folder, id), upTo), held);
			await send(id, held);
			if (isNew) await options.onWritten(id, latest.get(id) ?? published);
		});
	}

	async function run(id: string): Promise<void> {
		const began = performance.now();
		try {
			const done = await options.alone(await turn(id), (held) => write(id, held));
			if (done?.isNew) await options.onWritten(id, done.published);
			else if (done) options.onSame?.(id, done.published);
			options.onRun?.((performance.now() - began) / 1000, true);
		} catch (error) {
			options.onRun?.((performance.now() - began) / 1000, false);
			throw error;
		}
	}

	function start(id: string): Promise<void> {
		const started = run(id).finally(() => running.delete(id));
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
				const isWhole = !last || later.get(id)?.upTo === last || (await readText(upToPath(folder, id))) === last;
				if (isWhole && !behind.has(id)) continue;
				await publisher.publish(id);
			}
		},
		async publishLong() {
			for (const [id, todo] of [...later]) {
				later.delete(id);
				try {
					await writeLater(id, todo);
				} catch (error) {
					checked.delete(networkPath(folder, id, "network.json"));
					if (!later.has(id)) later.set(id, todo);
					throw error;
				}
			}
		},
	};
	return publisher;
}
