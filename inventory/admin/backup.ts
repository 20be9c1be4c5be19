import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { eq, getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import * as z from "zod/mini";
import type { Database } from "../db/open.ts";
import { tokens } from "../db/schema.ts";
import { advanceSequences, backedUpTables, rowsOf, schemaVersion } from "./backup-tables.ts";

const format = "regiotechniek-backup/1";
/** `schema` counts the migrations behind it; backups of the first release do not say, and are older than any that do. */
const Header = z.object({ format: z.literal(format), at: z.string(), schema: z._default(z.int(), 0) });
const Line = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const End = z.object({ end: z.literal(true), rows: z.optional(z.int()) });

/** The file is not one of our backups, torn, or of a newer version. */
export class BackupError extends Error {}

/** So many rows are in memory at once. */
const batch = 500;

const columnsOf = (table: PgTable): [string, PgColumn][] => Object.entries(getTableColumns(table));

/** All rows of a table, a batch at a time, as its columns give them. Within a transaction. */
async function* rowsIn(db: Database, table: PgTable): AsyncGenerator<Record<string, unknown>> {
	const cursor = sql.identifier(`backup_${getTableName(table)}`);
	const columns = columnsOf(table);
	// By name: a column that the schema does not know is derived by the database itself.
	const wanted = sql.join(
		columns.map(([, column]) => sql.identifier(column.name)),
		sql`, `,
	);
	await db.execute(sql`declare ${cursor} no scroll cursor for select ${wanted} from ${table}`);
	for (;;) {
		const rows = rowsOf(await db.execute(sql`fetch ${sql.raw(String(batch))} from ${cursor}`));
		for (const row of rows) {
			yield Object.fromEntries(
				columns.map(([name, column]) => {
					const value = row[column.name];
					return [name, value === null ? null : column.mapFromDriverValue(value)];
				}),
			);
		}
		if (rows.length < batch) break;
	}
	await db.execute(sql`close ${cursor}`);
}

async function* lines(db: Database, now: Date): AsyncGenerator<string> {
	let rows = 0;
	yield `${JSON.stringify({ format, at: now.toISOString(), schema: await schemaVersion(db) })}\n`;
	for (const table of backedUpTables) {
		const name = getTableName(table);
		for await (const row of rowsIn(db, table)) {
			rows++;
			yield `${JSON.stringify({ table: name, row })}\n`;
		}
	}
	yield `${JSON.stringify({ end: true, rows })}\n`;
}

/**
 * Writes the whole database, as it is at one moment, to `file` as gzipped JSON lines, in bounded memory. Works while the service
 * runs, and between the embedded database and PostgreSQL. Holds private contacts and hashes of tokens and passwords: keep it as
 * you keep the database.
 */
export async function backup(db: Database, file: string, now: Date): Promise<void> {
	const draft = `${file}.part`;
	try {
		await db.transaction(
			async (tx) => {
				await pipeline(Readable.from(lines(tx, now)), createGzip(), createWriteStream(draft, { mode: 0o600 }));
			},
			{ isolationLevel: "repeatable read", accessMode: "read only" },
		);
		await rename(draft, file);
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
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
	const columns = new Map(columnsOf(table));
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [
			name,
			columns.get(name)?.dataType === "date" && typeof value === "string" ? new Date(value) : value,
		]),
	);
}

function checkHeader(json: unknown, file: string, version: number): void {
	const header = Header.safeParse(json);
	if (!header.success) throw new BackupError(`${file} is geen reservekopie van Regiotechniek.`);
	if (header.data.schema > version) {
		throw new BackupError(
			`${file} is gemaakt met een nieuwere versie van Regiotechniek: werk deze eerst bij. Er is niets teruggezet.`,
		);
	}
}

/** Puts the rows of `file` in, a batch at a time; gives how many. */
async function putBack(tx: Database, file: string): Promise<number> {
	const byName = new Map(backedUpTables.map((table) => [getTableName(table), table]));
	const version = await schemaVersion(tx);
	let restored = 0;
	let into: PgTable | undefined;
	let waiting: Record<string, unknown>[] = [];
	const write = async () => {
		if (into && waiting.length > 0) await tx.insert(into).overridingSystemValue().values(waiting);
		restored += waiting.length;
		waiting = [];
	};
	let first = true;
	for await (const json of jsonLines(file)) {
		if (first) {
			checkHeader(json, file, version);
			first = false;
			continue;
		}
		const line = Line.safeParse(json);
		if (line.success) {
			const table = byName.get(line.data.table);
			if (!table) throw new BackupError(`${file} bevat een tabel die deze versie niet kent: ${line.data.table}.`);
			if (table !== into || waiting.length >= batch) await write();
			into = table;
			waiting.push(revive(table, line.data.row));
			continue;
		}
		await write();
		const end = End.safeParse(json);
		if (end.success && (end.data.rows ?? restored) === restored) return restored;
		break;
	}
	throw new BackupError(`${file} is niet volledig: er is niets teruggezet.`);
}

/**
 * Replaces everything in the database by what `file` holds: all of it, or nothing when the file is not whole or of a newer
 * version. Whoever writes meanwhile waits; whoever reads sees what was there until it is done. Ends all sessions.
 */
export async function restoreBackup(db: Database, file: string): Promise<number> {
	return db.transaction(async (tx) => {
		for (const table of backedUpTables) await tx.execute(sql`lock table ${table} in share row exclusive mode`);
		for (const table of [...backedUpTables].reverse()) await tx.delete(table);
		const restored = await putBack(tx, file);
		await advanceSequences(tx);
		// They were over, or of people who are signed in to what was replaced.
		await tx.delete(tokens).where(eq(tokens.purpose, "session"));
		return restored;
	});
}
