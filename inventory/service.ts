import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Administration } from "./admin/commands.ts";
import { type OpenDatabase, openDatabase } from "./db/open.ts";
import { createWidgetFiles, type WidgetFiles } from "./embedding/managed/widget-files.ts";
import type { Settings } from "./env.ts";
import { failureLine } from "./failure-text.ts";
import { createImporter, type Importer } from "./import/importer.ts";
import { isEmpty, loadSamples } from "./import/load-samples.ts";
import { scheduleCounting } from "./insight/matching/outcome-indicator.ts";
import { scheduleOverlap } from "./insight/overlap/schedule.ts";
import { createJobs } from "./jobs/boss-jobs.ts";
import { createNews, stay } from "./publish/news.ts";
import { openTarget } from "./publish/open-target.ts";
import { createPublisher, type Publisher } from "./publish/publisher.ts";
import { createSite, type PublishedSite } from "./publish/site.ts";
import { scheduleSourceChecks } from "./records/check-sources.ts";
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
	/** Reads partners' sources. */
	importer: Importer;
	/** How many jobs are not done yet. */
	waiting(): Promise<number>;
	/** Whether this was the database's first start. */
	first: boolean;
}

export const publishedFolder = (dataDir: string) => join(dataDir, "public");

interface OpenOptions {
	regionsFolder: string;
	/** Gets lines for the operator. */
	log(message: string): void;
	now?: () => Date;
	/** Hears what other processes tell, and looks after what they left undone: the service does, a command does not. */
	stays?: boolean;
	/** Told of every publication of a region: what it took in seconds, and whether it went well. */
	onPublished?(seconds: number, good: boolean): void;
}

/** Opens the database, migrates it and, on a first start, loads the samples. */
export async function openInventory(settings: Settings, options: OpenOptions): Promise<Inventory> {
	const now = options.now ?? (() => new Date());
	const { log } = options;
	const folder = publishedFolder(settings.dataDir);
	await mkdir(folder, { recursive: true });
	const opened = await openDatabase(settings);
	const { db, alone } = opened;
	const complain = (error: unknown) => log(failureLine(error));
	const jobs = createJobs(opened.jobs, complain);
	const first = await alone("first start", async () => {
		const empty = await isEmpty(db);
		if (empty && settings.samples) {
			const loaded = await loadSamples(db, options.regionsFolder, now());
			log(`loaded the sample regions: ${loaded} records`);
		}
		return empty;
	});
	const site = createSite({ folder, publicUrl: settings.publicUrl, now });
	const news = await createNews({ messages: opened.messages, folder, complain });
	const target = settings.publishTo ? openTarget(settings.publishTo) : undefined;
	const common = { db, publicUrl: settings.publicUrl, now, log, alone };
	const publisher = createPublisher({
		...common,
		folder,
		target,
		onWritten(region, published) {
			site.forget(region);
			if (region && published) site.adopt(region, published);
			return news.written(region);
		},
		onSame: site.adopt,
		...(options.onPublished && { onRun: options.onPublished }),
	});
	const files = createWidgetFiles({
		db,
		folder,
		alone,
		onWritten: async () => void (await target?.sync(folder, "embed/widgets").catch(complain)),
	});
	const widgets: WidgetFiles = {
		...files,
		async publish(name) {
			await files.publish(name);
			await news.changed({ widget: name });
		},
	};
	const whole: Publisher = {
		...publisher,
		async publishAll() {
			await publisher.publishAll();
			await files.publishAll();
			site.forgetAnswers();
			await news.changed({});
		},
	};
	const stopStaying = options.stays ? await stay({ news, publisher, files, site, complain }) : async () => {};
	const context: Context = {
		db,
		now,
		jobs,
		regionsChanged: () => whole.publishAll(),
		async published(region) {
			await publisher.publish(region);
			await news.changed({ region });
		},
	};
	const importer = createImporter(context, { allowed: settings.importAllow ?? [], complain });
	if (options.stays) await importer.work();
	if (options.stays) await scheduleSourceChecks(context, settings.importAllow ?? []);
	if (options.stays) await scheduleCounting(context);
	if (options.stays) await scheduleOverlap(context);
	const administration: Administration = {
		context,
		importer,
		publisher: whole,
		publicUrl: settings.publicUrl,
		async publishTo(to) {
			const other = createPublisher({ ...common, folder: to, onWritten: () => {} });
			await other.publishAll();
			await other.publishLong();
			await createWidgetFiles({ db, folder: to, alone }).publishAll();
		},
	};
	const database: OpenDatabase = {
		...opened,
		async close() {
			await stopStaying();
			await importer.stop();
			await jobs.stop();
			await opened.close();
		},
	};
	return { database, context, site, publisher: whole, administration, widgets, importer, waiting: jobs.waiting, first };
}
