import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { type ManagedWidget, managedWidgetFormat } from "../../../shared/model/widget.ts";
import type { Database } from "../../db/open.ts";
import { widgets } from "../../db/schema.ts";
import { cachedFiles } from "../../publish/cached-files.ts";
import { type Variants, writePublished } from "../../publish/files.ts";
import type { Alone } from "../../publish/publisher.ts";

export type WidgetRow = typeof widgets.$inferSelect;

/** What the public reads of a managed widget: who saved it stays inside. */
const publicOf = ({ name, kind, attributes, updatedAt }: WidgetRow): ManagedWidget => ({
	format: managedWidgetFormat,
	name,
	kind,
	attributes,
	updatedAt: updatedAt.toISOString(),
});

/** The public files of managed widgets, `embed/widgets/<name>.json` in the folder of published files. */
export interface WidgetFiles {
	/** Brings one file in line with the database: written anew, or gone. */
	publish(name: string): Promise<void>;
	publishAll(): Promise<void>;
	/** The file of a widget, without asking the database. `name` is a Slug. */
	read(name: string): Promise<Variants | undefined>;
}

export function createWidgetFiles({
	db,
	folder: published,
	alone,
	onWritten,
}: {
	db: Database;
	folder: string;
	/** Several processes may write in one folder. */
	alone: Alone;
	/** Told, within the turn, after files may have changed. */
	onWritten?(): Promise<void>;
}): WidgetFiles {
	const folder = join(published, "embed", "widgets");
	const pathOf = (name: string) => join(folder, `${name}.json`);
	const read = cachedFiles();
	let last: Promise<unknown> = Promise.resolve();

	/** One at a time, each from the database as it then is: whoever writes last writes what stands. */
	function inLine(work: () => Promise<void>): Promise<void> {
		const mine = last.then(() =>
			alone("publish widgets", async () => {
				await work();
				await onWritten?.();
			}),
		);
		last = mine.catch(() => {}); // Whoever asked hears of the failure; the next one stands by itself.
		return mine;
	}

	async function write(row: WidgetRow): Promise<void> {
		await writePublished(pathOf(row.name), JSON.stringify(publicOf(row)));
	}

	async function remove(name: string): Promise<void> {
		// The plain form first: it is what readers look for.
		for (const ending of ["", ".br", ".gz"]) await rm(pathOf(name) + ending, { force: true });
	}

	return {
		publish: (name) =>
			inLine(async () => {
				const [row] = await db.select().from(widgets).where(eq(widgets.name, name));
				await (row ? write(row) : remove(name));
			}),
		publishAll: () =>
			inLine(async () => {
				const rows = await db.select().from(widgets);
				for (const row of rows) await write(row);
				const standing = new Set(rows.map((row) => row.name));
				const found = await readdir(folder).catch(() => []);
				for (const file of found) {
					const name = /^([a-z0-9-]+)\.json$/.exec(file)?.[1];
					if (name && !standing.has(name)) await remove(name);
				}
			}),
		read: (name) => read(pathOf(name)),
	};
}
