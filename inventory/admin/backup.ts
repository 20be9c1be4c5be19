import { createReadStream, createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import * as z from "zod/mini";
import type { Database } from "../db/open.ts";
import * as schema from "../db/schema.ts";

/** Every table, parents before children. */
const tables: readonly PgTable[] = [
	schema.regions,
	schema.records,
	schema.revisions,
	schema.sources,
	schema.contacts,
	schema.tokens,
	schema.widgets,
	schema.audit,
];

const format = "regiotechniek-backup/1";
const Header = z.object({ format: z.literal(format), at: z.string() });
const Line = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });

/** The file is not one of our backups, or torn. */
export class BackupError extends Error {}

async function* lines(db: Database, now: Date): AsyncGenerator<string> {
	yield `${JSON.stringify({ format, at: now.toISOString() })}\n`;
	for (const table of tables) {
		const name = getTableName(table);
		for (const row of await db.select().from(table)) yield `${JSON.stringify({ table: name, row })}\n`;
	}
	yield `${JSON.stringify({ end: true })}\n`;
}

/**
 * Writes the whole database, as it is at one moment, to `file` as gzipped JSON lines. Works while the service runs, and
 * between the embedded database and PostgreSQL. Holds private contacts and token hashes: keep it as you keep the database.
 */
export async function backup(db: Database, file: string, now: Date): Promise<void> {
	const draft = `${file}.part`;
	await db.transaction(
		async (tx) => {
			await pipeline(Readable.from(lines(tx, now)), createGzip(), createWriteStream(draft, { mode: 0o600 }));
		},
		{ isolationLevel: "repeatable read", accessMode: "read only" },
	);
	await rename(draft, file);
}

/** The lines of a gzipped file. A file that cannot be read as such is a {@link BackupError}. */
async function* jsonLines(file: string): AsyncGenerator<unknown> {
	const unzipped = createGunzip();
	const reading = pipeline(createReadStream(file), unzipped).catch(() => {}); // The loop below meets the same error.
	let rest = "";
	try {
		unzipped.setEncoding("utf8");
		for await (const chunk of unzipped) {
			const found = (rest + String(chunk)).split("\n");
			rest = found.pop() ?? "";
			for (const line of found) yield JSON.parse(line);
		}
	} catch (error) {
		throw new BackupError(`${file} is geen leesbare reservekopie: ${error instanceof Error ? error.message : error}.`);
	}
	await reading;
}

/** Dates were written as ISO text; columns of type date want them back. */
function revive(table: PgTable, row: Record<string, unknown>): Record<string, unknown> {
	const columns: Record<string, { dataType: string }> = getTableColumns(table);
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [
			name,
			columns[name]?.dataType === "date" && typeof value === "string" ? new Date(value) : value,
		]),
	);
}

/** Replaces everything in the database by what `file` holds: all of it, or nothing when the file is not whole. */
export async function restoreBackup(db: Database, file: string): Promise<number> {
	const byName = new Map(tables.map((table) => [getTableName(table), table]));
	let restored = 0;
	await db.transaction(async (tx) => {
		for (const table of [...tables].reverse()) await tx.delete(table);
		let first = true;
		let whole = false;
		for await (const json of jsonLines(file)) {
			if (first) {
				if (!Header.safeParse(json).success) throw new BackupError(`${file} is geen reservekopie van Regiotechniek.`);
				first = false;
				continue;
			}
			const line = Line.safeParse(json);
			if (!line.success) {
				whole = true;
				break;
			}
			const table = byName.get(line.data.table);
			if (!table) throw new BackupError(`${file} bevat een tabel die deze versie niet kent: ${line.data.table}.`);
			await tx.insert(table).overridingSystemValue().values(revive(table, line.data.row));
			restored++;
		}
		if (!whole) throw new BackupError(`${file} is niet volledig: er is niets teruggezet.`);
		await tx.execute(sql`select setval('audit_id_seq', greatest((select coalesce(max(id), 1) from audit), 1))`);
	});
	return restored;
}
