import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import * as z from "zod/mini";
import type { ItemOf } from "../../shared/model/feed.ts";
import type { FeedKind } from "../../shared/model/kinds.ts";
import type { Region } from "../../shared/model/region.ts";
import { dateIn } from "../../shared/text/zoned-time.ts";
import type { Database } from "../db/open.ts";
import { regions } from "../db/schema.ts";
import { buildFeed } from "./feed.ts";
import { readText, writePublished, writeWhole } from "./files.ts";
import { largestPage } from "./parse-query.ts";
import { projectRegion } from "./project.ts";
import { formatsOf, render } from "./render.ts";

/** Where the files of a region's feed are, under the folder of published files. */
export const pathsOf = (folder: string, region: string, kind: FeedKind) => ({
	json: join(folder, "feeds", region, `${kind}.json`),
	ics: join(folder, "feeds", region, `${kind}.ics`),
	rss: join(folder, "feeds", region, `${kind}.rss`),
	csv: join(folder, "feeds", region, `${kind}.csv`),
	/** All published items of the kind, past ones too: what filtered feeds and pages are answered from. */
	index: join(folder, "index", region, `${kind}.json`),
});

export const regionsPath = (folder: string) => join(folder, "regions.json");

export const zone = "Europe/Amsterdam";

interface PublisherOptions {
	db: Database;
	/** Folder of published files. */
	folder: string;
	publicUrl: string;
	now(): Date;
	log(message: string): void;
	/** Told after files of a region changed. */
	onWritten(region: string): void;
}

const withTime = z.looseObject({ generatedAt: z.string() });

/** Makes the text with the time that stands in the file now; only when the rest differs, with the present time. */
async function onlyWhenChanged(path: string, now: Date, make: (generatedAt: string) => string): Promise<string> {
	const standing = await readText(path);
	if (standing) {
		try {
			const same = make(withTime.parse(JSON.parse(standing)).generatedAt);
			if (same === standing) return standing;
		} catch {
			// What stands there is not ours or torn: write it anew.
		}
	}
	return make(now.toISOString());
}

async function writeKind<K extends FeedKind>(
	{ folder, publicUrl, now }: PublisherOptions,
	region: Region,
	kind: K,
	items: ItemOf[K][],
): Promise<boolean> {
	const paths = pathsOf(folder, region.id, kind);
	const at = now();
	const index = await onlyWhenChanged(paths.index, at, (generatedAt) => JSON.stringify({ generatedAt, items }));
	const indexChanged = (await readText(paths.index)) !== index;
	if (indexChanged) {
		await mkdir(join(folder, "index", region.id), { recursive: true });
		await writeWhole(paths.index, Buffer.from(index));
	}
	const feedAt = (generatedAt: string) =>
		buildFeed(kind, region, items, {
			request: { query: {}, limit: largestPage, after: undefined },
			today: dateIn(zone, at.getTime()),
			generatedAt,
			address: `${publicUrl}/feeds/${region.id}/${kind}.json`,
		});
	const feed = await onlyWhenChanged(paths.json, at, (generatedAt) => JSON.stringify(feedAt(generatedAt)));
	const written = [indexChanged, await writePublished(paths.json, feed)];
	const { generatedAt } = withTime.parse(JSON.parse(index));
	for (const format of formatsOf(kind)) {
		if (format === "json") continue;
		// A feed reader wants what is coming; a calendar and a table keep what has been.
		const shown = format === "rss" ? feedAt(generatedAt).items : items;
		written.push(await writePublished(paths[format], render(format, region, kind, shown, { publicUrl, generatedAt })));
	}
	return written.includes(true);
}

export interface Publisher {
	/** Writes what changed in `region`; resolves when a run that began after this call is done. */
	publish(region: string): Promise<void>;
	/** Every region, and the list of regions itself. */
	publishAll(): Promise<void>;
}

/** Turns published records into files. One run a region at a time; calls during a run share the next one. */
export function createPublisher(options: PublisherOptions): Publisher {
	const running = new Map<string, Promise<void>>();
	const waiting = new Map<string, Promise<void>>();

	async function run(id: string): Promise<void> {
		const [row] = await options.db.select().from(regions).where(eq(regions.id, id));
		if (!row) return;
		const items = await projectRegion(options.db, id, options.publicUrl, (record, reason) =>
			options.log(`skipped ${record} while publishing ${id}: ${reason}`),
		);
		const changed = [
			await writeKind(options, row.data, "events", items.events),
			await writeKind(options, row.data, "opportunities", items.opportunities),
			await writeKind(options, row.data, "initiatives", items.initiatives),
			await writeKind(options, row.data, "organizations", items.organizations),
			await writeKind(options, row.data, "indicators", items.indicators),
		];
		if (changed.includes(true)) options.onWritten(id);
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
			const rows = await options.db.select().from(regions).orderBy(asc(regions.name));
			await writePublished(regionsPath(options.folder), JSON.stringify(rows.map((row) => row.data)));
			for (const row of rows) await publisher.publish(row.id);
		},
	};
	return publisher;
}
