import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as overPglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { drizzle as overPostgres } from "drizzle-orm/postgres-js";
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import * as schema from "./schema.ts";

/** The database, whichever engine runs it: the embedded one or a PostgreSQL server. Same SQL, same migrations. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenDatabase {
	db: Database;
	engine: "pglite" | "postgresql";
	/** Ends connections; for the embedded database also writes everything out. */
	close(): Promise<void>;
}

/** The database does not open; the message says what to do. */
export class DatabaseError extends Error {}

const reasonOf = (error: unknown) =>
	error instanceof Error ? (error.message || error.constructor.name).split("\n")[0] : String(error);

/** Beside this file, both in the source and in the build. */
const migrationsFolder = join(import.meta.dirname, "migrations");

/** Any number, as long as every version of the service uses the same: one process migrates at a time. */
const migrationLock = 7_210_087;

async function openEmbedded(folder: string): Promise<OpenDatabase> {
	await mkdir(folder, { recursive: true });
	const client = await createEmbedded(folder).catch((error: unknown) => {
		throw new DatabaseError(
			`De database in ${folder} gaat niet open (${reasonOf(error)}). Is de map beschadigd, zet haar dan opzij en zet een ` +
				"reservekopie terug: npm run inventory -- restore BESTAND",
		);
	});
	const db = overPglite(client, { schema });
	await migratePglite(db, { migrationsFolder });
	return { db, engine: "pglite", close: () => client.close() };
}

function createEmbedded(folder: string): Promise<PGlite> {
	return PGlite.create({
		dataDir: folder,
		extensions: { pg_trgm },
		// PGlite starts with -F (fsync off). A clip that was answered with 2xx must survive a kill, so without it.
		startParams: PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
	});
}

async function openServer(url: string): Promise<OpenDatabase> {
	const migrator = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await migrator`select pg_advisory_lock(${migrationLock})`;
		await migratePostgres(overPostgres(migrator), { migrationsFolder });
	} catch (error) {
		// Never the address itself: it holds a password.
		throw new DatabaseError(
			`De PostgreSQL-server van DATABASE_URL werkt niet mee (${reasonOf(error)}). Controleer adres, wachtwoord en rechten.`,
		);
	} finally {
		await migrator.end();
	}
	const client = postgres(url, { max: 10, onnotice: () => {}, connect_timeout: 10 });
	const db = overPostgres(client, { schema });
	return { db, engine: "postgresql", close: () => client.end({ timeout: 5 }) };
}

/** Opens the database and brings its schema up to date. `dataDir` is where the embedded one lives. */
export function openDatabase(options: { databaseUrl?: string | undefined; dataDir: string }): Promise<OpenDatabase> {
	return options.databaseUrl ? openServer(options.databaseUrl) : openEmbedded(join(options.dataDir, "database"));
}

/** Whether the database answers now. */
export async function answers(db: Database): Promise<boolean> {
	try {
		await db.execute(sql`select 1`);
		return true;
	} catch {
		return false;
	}
}
