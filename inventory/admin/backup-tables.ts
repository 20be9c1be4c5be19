import { getTableName, is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../db/open.ts";
import * as schema from "../db/schema.ts";

/**
 * What a backup leaves out on purpose: what lets somebody in right now and is over within hours, and what is secret to the
 * processes on one database, and what is made anew from the records. Everything else in the schema goes along, also a table that is added tomorrow.
 */
const leftOut: ReadonlySet<PgTable> = new Set<PgTable>([
	schema.sessions,
	schema.verifications,
	schema.deviceRequests,
	schema.secrets,
	schema.overlapWords,
	schema.overlapPairs,
	schema.overlapChecked,
]);

/** Tables in an order in which each comes after those that its rows refer to. */
function parentsFirst(tables: readonly PgTable[]): PgTable[] {
	const ordered = new Set<PgTable>();
	const add = (table: PgTable, above: readonly PgTable[]) => {
		if (ordered.has(table)) return;
		if (above.includes(table)) throw new Error(`The tables refer in a circle: ${getTableName(table)}`);
		for (const key of getTableConfig(table).foreignKeys) {
			const { foreignTable } = key.reference();
			if (foreignTable !== table) add(foreignTable, [...above, table]);
		}
		ordered.add(table);
	};
	for (const table of tables) add(table, []);
	return [...ordered];
}

/** Every table of a backup, parents before children. */
export const backedUpTables: readonly PgTable[] = parentsFirst(
	Object.values(schema).filter((value) => is(value, PgTable)),
).filter((table) => !leftOut.has(table));

/** How many migrations made the schema of this database: the version of a backup of it. */
export async function schemaVersion(db: Database): Promise<number> {
	const found = await db.execute(sql`select count(*)::int as version from drizzle.__drizzle_migrations`);
	const [row] = rowsOf(found);
	return Number(row?.version);
}

/** The rows that `execute` gives, which each of the drivers wraps in its own way. */
export function rowsOf(result: unknown): Record<string, unknown>[] {
	const rows: unknown = typeof result === "object" && result !== null && "rows" in result ? result.rows : result;
	return Array.isArray(rows) ? rows : [];
}

/** Numbers that the database gives out itself go on after the largest that stands. */
export async function advanceSequences(db: Database): Promise<void> {
	for (const table of backedUpTables) {
		const name = getTableName(table);
		for (const column of getTableConfig(table).columns) {
			if (!column.generatedIdentity) continue;
			const largest = sql`(select max(${sql.identifier(column.name)}) from ${table})`;
			await db.execute(
				sql`select setval(pg_get_serial_sequence(${name}, ${column.name}), greatest(coalesce(${largest}, 1), 1))`,
			);
		}
	}
}
