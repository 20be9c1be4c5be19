import * as z from "zod/mini";
import type { Messages } from "../db/messages.ts";
import type { WidgetFiles } from "../embedding/managed/widget-files.ts";
import { folderId } from "./files.ts";
import type { Publisher } from "./publisher.ts";
import type { PublishedSite } from "./site.ts";

/**
 * What the processes on one database tell each other of publications. `written`: files in a folder are new, so whoever reads
 * that folder drops what it remembers. `changed`: something in the database is, so whoever has a folder of its own writes it.
 */
const Telling = z.object({
	did: z.enum(["written", "changed"]),
	folder: z.string(),
	region: z.optional(z.string()),
	widget: z.optional(z.string()),
});
type Telling = z.infer<typeof Telling>;
type Subject = Pick<Telling, "region" | "widget">;

export interface News {
	/** Files of a region are written; of the list of regions when there is no region. */
	written(region: string | undefined): Promise<void>;
	/** A region or a widget is changed, and our own files hold it; everything, when neither is named. */
	changed(subject: Subject): Promise<void>;
	hear(listener: { written(subject: Subject): void; changed(subject: Subject): void; gap(): void }): Promise<void>;
}

/** Never fails: who does not hear of it finds out by itself, if later. `complain` is told. */
export async function createNews(options: {
	messages: Messages;
	folder: string;
	complain(error: unknown): void;
}): Promise<News> {
	const { messages, complain } = options;
	const folder = await folderId(options.folder);
	const tell = (telling: Omit<Telling, "folder">) =>
		messages.send(JSON.stringify({ ...telling, folder })).catch(complain);
	return {
		written: (region) => tell({ did: "written", ...(region && { region }) }),
		changed: (subject) => tell({ did: "changed", ...subject }),
		hear: ({ written, changed, gap }) =>
			messages.hear({
				gap,
				message(text) {
					const { data } = Telling.safeParse(JSON.parse(text));
					if (data?.did === "written" && data.folder === folder) written(data);
					if (data?.did === "changed" && data.folder !== folder) changed(data);
				},
			}),
	};
}

/** Milliseconds after which what others left undone is done. */
const lookAfter = 60_000;

/**
 * Keeps this process in line with the others for as long as it runs; gives how to stop. What was told while it could not hear,
 * it makes up for.
 */
export async function stay(options: {
	news: News;
	publisher: Publisher;
	files: WidgetFiles;
	site: PublishedSite;
	complain(error: unknown): void;
}): Promise<() => Promise<void>> {
	const { news, publisher, files, site, complain } = options;
	const everything = async () => {
		await publisher.publishAll();
		await files.publishAll();
		site.forgetAnswers();
	};
	let work: Promise<unknown> = Promise.resolve();
	const after = (task: () => Promise<unknown>) => {
		work = work.then(task).catch(complain);
	};
	await news.hear({
		written: ({ region }) => site.forget(region),
		changed({ region, widget }) {
			if (region) after(() => publisher.publish(region));
			else if (widget) after(() => files.publish(widget));
			else after(everything);
		},
		gap: () => {
			site.forget();
			after(everything);
		},
	});
	let long: Promise<unknown> = Promise.resolve();
	const look = () => {
		after(() => publisher.publishBehind());
		// By itself: with a hundred thousand records it takes a while, and what others changed is not to wait for it.
		long = long.then(() => publisher.publishLong()).catch(complain);
	};
	const timer = setInterval(look, lookAfter);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await Promise.all([work, long]);
	};
}
