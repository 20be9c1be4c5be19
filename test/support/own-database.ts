import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { startPostgres } from "./postgres.ts";

/**
 * `TEST_DATABASE=postgresql npx vitest run`: what a test does not say the database of, which is the embedded one otherwise, then is on
 * a real PostgreSQL. Tests that are about files of the embedded one name their folder, and keep it.
 */
const wanted = () => process.env.TEST_DATABASE === "postgresql";

/** Where the server is, for the processes that run the tests. */
const place = "TEST_DATABASE_SERVER";

/** The engines that a suite for both runs on. */
export const engines = (): readonly ("pglite" | "postgresql")[] =>
	wanted() ? ["postgresql"] : ["pglite", "postgresql"];

/** The address of an empty database, or undefined where tests use the embedded one. */
export async function ownDatabase(): Promise<string | undefined> {
	const server = process.env[place];
	if (!server) return undefined;
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	const sql = postgres(server, { max: 1 });
	try {
		await sql`create database ${sql(name)}`;
	} finally {
		await sql.end();
	}
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
}

/** Vitest calls this once, before all tests. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
	if (!wanted() || process.env[place]) return undefined;
	const server = await startPostgres();
	process.env[place] = server.url;
	return () => server.stop();
}
