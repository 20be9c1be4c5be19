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
import { listenTo, type Messages } from "./messages.ts";
import * as schema from "./schema.ts";

/** The database, whichever engine runs it: the embedded one or a PostgreSQL server. Same SQL, same migrations. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenDatabase {
	db: Database;
	engine: "pglite" | "postgresql";
	/** What the jobs are kept with. */
	jobs: JobStore;
	/**
	 * Runs `work` while no other process on this database runs work of that name; waits its turn. `held` throws when the turn
	 * was lost because the database went away: what comes after it must not be written any more.
	 */
	alone<T>(name: string, work: (held: () => Promise<void>) => Promise<T>): Promise<T>;
	/** What processes on this database tell each other. The embedded one has a single process, which hears nothing. */
	messages: Messages;
	/** Ends connections; for the embedded database also writes everything out. */
	close(): Promise<void>;
}

export interface JobStore {
	/** A server's address, to which the jobs keep a connection of their own; or the embedded database. */
	connection:
		| string
		| { executeSql(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number }> };
}

/** The database does not open; the message says what to do. */
export class DatabaseError extends Error {}

const reasonOf = (error: unknown) =>
	error instanceof Error ? (error.message || error.constructor.name).split("\n")[0] : String(error);

/** Beside this file, both in the source and in the build. */
const migrationsFolder = join(import.meta.dirname, "migrations");

/** Any number, as long as every version of the service uses the same: one process migrates at a time. */
const migrationLock = 7_210_087;

/** Apart from other uses of advisory locks: the seed of the names of turns. */
const turnLocks = 7_210_088;

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
	return {
		db,
		engine: "pglite",
		jobs: { connection: { executeSql: (text, values) => execute(client, text, values) } },
		alone: (_name, work) => work(async () => {}),
		messages: { send: async () => {}, hear: async () => {} },
		close: () => client.close(),
	};
}

/** Several statements in one text, as when tables are made, go another way than one with values. */
async function execute(client: PGlite, text: string, values?: unknown[]) {
	const results = values?.length
		? [await client.query<Record<string, unknown>>(text, values)]
		: await client.exec(text);
	return { rows: results.flatMap(({ rows }) => rows), rowCount: results.at(-1)?.affectedRows ?? 0 };
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
	// Our statements are short: compiling one (jit) would take longer than running it, and begins only when tables are large.
	const client = postgres(url, { max: 10, onnotice: () => {}, connect_timeout: 10, connection: { jit: false } });
	const db = overPostgres(client, { schema });
	// Apart: whoever waits for its turn must not keep a connection from those who read and write.
	const turns = postgres(url, { max: 4, onnotice: () => {}, connect_timeout: 10, idle_timeout: 60 });
	const messages = listenTo(url, client);
	return {
		db,
		engine: "postgresql",
		jobs: { connection: url },
		async alone(name, work) {
			let done: { value: Awaited<ReturnType<typeof work>> } | undefined;
			await turns.begin(async (turn) => {
				await turn`select pg_advisory_xact_lock(hashtextextended(${name}, ${turnLocks}))`;
				done = {
					value: await work(async () => {
						await turn`select 1`;
					}),
				};
			});
			if (!done) throw new Error(`Nothing was done in the turn for ${name}`);
			return done.value;
		},
		messages,
		async close() {
			await messages.close();
			await Promise.all([client.end({ timeout: 5 }), turns.end({ timeout: 5 })]);
		},
	};
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
