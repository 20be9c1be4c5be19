import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Administration } from "./admin/commands.ts";
import { type OpenDatabase, openDatabase } from "./db/open.ts";
import { createWidgetFiles, type WidgetFiles } from "./embedding/managed/widget-files.ts";
import type { Settings } from "./env.ts";
import { isEmpty, loadSamples } from "./import/load-samples.ts";
import { createPublisher, type Publisher } from "./publish/publisher.ts";
import { createSite, type PublishedSite } from "./publish/site.ts";
import type { Context } from "./records/context.ts";

/** The inventory without its doors: what the service and the command line both stand on. */
export interface Inventory {
	database: OpenDatabase;
	context: Context;
	site: PublishedSite;
	publisher: Publisher;
	administration: Administration;
	/** The public files of managed widgets. */
	widgets: WidgetFiles;
	/** Whether this was the database's first start. */
	first: boolean;
}

export const publishedFolder = (dataDir: string) => join(dataDir, "public");

/** Opens the database, migrates it and, on a first start, loads the samples. `log` gets lines for the operator. */
export async function openInventory(
	settings: Settings,
	options: { regionsFolder: string; log(message: string): void; now?: () => Date },
): Promise<Inventory> {
	const now = options.now ?? (() => new Date());
	const folder = publishedFolder(settings.dataDir);
	await mkdir(folder, { recursive: true });
	const database = await openDatabase(settings);
	const { db } = database;
	const first = await isEmpty(db);
	if (first && settings.samples) {
		const loaded = await loadSamples(db, options.regionsFolder, now());
		options.log(`loaded the sample regions: ${loaded} records`);
	}
	const site = createSite({ folder, publicUrl: settings.publicUrl, now });
	const common = { db, publicUrl: settings.publicUrl, now, log: options.log };
	const publisher = createPublisher({ ...common, folder, onWritten: (region) => site.forget(region) });
	const widgets = createWidgetFiles({ db, folder });
	const context: Context = { db, now, published: (region) => publisher.publish(region) };
	const administration: Administration = {
		context,
		publisher: {
			...publisher,
			async publishAll() {
				await publisher.publishAll();
				await widgets.publishAll();
				site.forget();
			},
		},
		publicUrl: settings.publicUrl,
		async publishTo(to) {
			await createPublisher({ ...common, folder: to, onWritten: () => {} }).publishAll();
			await createWidgetFiles({ db, folder: to }).publishAll();
		},
	};
	return { database, context, site, publisher: administration.publisher, administration, widgets, first };
}
