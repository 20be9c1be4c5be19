import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { copyOfCached } from "./cached-folder.ts";
import { freePort } from "./free-port.ts";
import { ownDatabase } from "./own-database.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ServiceOptions {
	/** Left out: a temporary folder, removed by `stop()`; with the embedded database as it is after a first start. */
	dataDir?: string;
	/** A PostgreSQL; left out: the embedded database. */
	databaseUrl?: string;
	/** Puts files into the temporary folder before the service starts. */
	prepare?: (dataDir: string) => Promise<void>;
	/** Load the sample regions. Default true. */
	sample?: boolean;
	/** Left out: a free one. */
	port?: number;
	/** By the name that passkeys need: `http://localhost:<port>` instead of the address. */
	byName?: boolean;
	/** More of its environment, such as `{ LOG_LEVEL: "info" }`. */
	env?: Readonly<Record<string, string>>;
	/** Hosts that imports may fetch from although they are private: `IMPORT_ALLOW`. */
	importAllow?: string;
	/** Takes any number of requests, which is what a measurement sends: `API_LIMIT=0`. */
	unlimited?: boolean;
	/** How long it may take to be ready; left out: 120. */
	seconds?: number;
}

export type Role = "clipper" | "editor" | "admin";

/** A running inventory: the built one, in a process of its own. */
export interface TestService {
	/** Without a trailing slash, such as `http://127.0.0.1:40123`. */
	url: string;
	dataDir: string;
	/** Where it has a database of its own on a PostgreSQL server. */
	databaseUrl: string | undefined;
	process: ChildProcess;
	/** SIGTERM; waits for the end and gives the exit code. */
	stop(): Promise<number | null>;
	/** SIGKILL, as when the machine loses its power: nothing is drained or closed. The data folder stays. */
	kill(): Promise<void>;
	/** Starts it anew where it was, after it was killed or stopped without its folder. */
	startAgain(): Promise<TestService>;
	/** One command of the command line, such as `region add`; gives what it printed. */
	command(...words: string[]): Promise<string>;
	/** Makes a personal access token with the command line. */
	token(role: Role, name?: string): Promise<string>;
}

function environmentOf(options: ServiceOptions, dataDir: string, port: number) {
	const { databaseUrl, byName, importAllow, unlimited, sample = true } = options;
	// Vitest sets DEV, which would have every test look at the service as `npm run dev` starts it.
	const { DATABASE_URL: _mine, PUBLIC_URL: _too, SAMPLE: _three, DEV: _four, ...rest } = process.env;
	return {
		...rest,
		PORT: String(port),
		HOST: "127.0.0.1",
		DATA_DIR: dataDir,
		NODE_ENV: "production",
		...(databaseUrl && { DATABASE_URL: databaseUrl }),
		...(byName && { PUBLIC_URL: `http://localhost:${port}` }),
		...(importAllow && { IMPORT_ALLOW: importAllow }),
		...(unlimited && { API_LIMIT: "0" }),
		...(!sample && { SAMPLE: "none" }),
		...options.env,
	};
}

/** Resolves with the address after `ready `; rejects with what the service said when it ends before that. */
function becomesReady(child: ChildProcess, seconds: number): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = "";
		const timeout = setTimeout(() => {
			child.kill("SIGKILL");
			reject(new Error(`The service was not ready after ${seconds} s. It said:\n${said}`));
		}, seconds * 1000);
		const hear = (chunk: Buffer) => {
			said = (said + chunk).slice(-10_000);
			const [, url] = /^ready (http\S+)$/m.exec(said) ?? [];
			if (!url) return;
			clearTimeout(timeout);
			resolve(url.replace(/\/$/, ""));
		};
		child.stdout?.on("data", hear);
		child.stderr?.on("data", hear);
		child.once("exit", (code, signal) => {
			clearTimeout(timeout);
			reject(new Error(`The service ended with ${code ?? signal} before it was ready. It said:\n${said}`));
		});
	});
}

/** The data folder of a service that has started once. The samples' dates are relative to the day of that start. */
async function startedOnce(sample: boolean): Promise<string> {
	const { mtimeMs } = await stat(join(root, "dist/inventory/main.js"));
	const key = `${Math.floor(mtimeMs)}-${new Date().toLocaleDateString("sv", { timeZone: "Europe/Amsterdam" })}`;
	const make = async (dataDir: string) => void (await (await startService({ dataDir, sample, seconds: 240 })).stop());
	return copyOfCached(sample ? "samples" : "empty", key, make, "regiotechniek-data-");
}

const temporaryFolder = ({ databaseUrl, sample = true }: ServiceOptions) =>
	databaseUrl ? mkdtemp(join(tmpdir(), "regiotechniek-data-")) : startedOnce(sample);

/**
 * Starts `dist/inventory/main.js` (build it first) and waits until it says it is ready.
 * Whoever starts it stops it; when this process ends first, the service goes with it.
 */
export async function startService(given: ServiceOptions = {}): Promise<TestService> {
	const databaseUrl = given.databaseUrl ?? (given.dataDir ? undefined : await ownDatabase());
	const options = { ...given, ...(databaseUrl && { databaseUrl }) };
	const dataDir = options.dataDir ?? (await temporaryFolder(options));
	await options.prepare?.(dataDir);
	const port = options.port ?? (await freePort());
	const env = environmentOf(options, dataDir, port);
	const child = spawn(process.execPath, ["dist/inventory/main.js"], {
		cwd: root,
		env,
		stdio: ["ignore", "pipe", "pipe"],
	});
	const abandoned = () => child.kill("SIGKILL");
	process.once("exit", abandoned);
	const end = async (signal: "SIGTERM" | "SIGKILL") => {
		process.removeListener("exit", abandoned);
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill(signal);
		await once(child, "exit");
	};

	let url: string;
	try {
		url = await becomesReady(child, options.seconds ?? 120);
	} catch (error) {
		process.removeListener("exit", abandoned);
		if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
		throw error;
	}
	return {
		url,
		dataDir,
		databaseUrl: options.databaseUrl,
		process: child,
		stop: async () => {
			await end("SIGTERM");
			if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
			return child.exitCode;
		},
		kill: () => end("SIGKILL"),
		startAgain: () => startService({ ...options, dataDir, port }),
		command: (...words) => runCommand({ ...options, dataDir, port }, words),
		token: (role, name = `test ${role}`) => createToken({ ...options, dataDir, port }, role, name),
	};
}

async function runCommand(options: ServiceOptions & { dataDir: string }, words: readonly string[]): Promise<string> {
	const env = environmentOf(options, options.dataDir, options.port ?? 8787);
	const { stdout } = await promisify(execFile)(process.execPath, ["dist/inventory/cli.js", ...words], {
		cwd: root,
		env,
	});
	return stdout.trim();
}

/** `token create`, also for a service that is not running yet: then on its data folder. */
export async function createToken(
	options: ServiceOptions & { dataDir: string },
	role: Role,
	name: string,
): Promise<string> {
	const token = await runCommand(options, ["token", "create", "--name", name, "--role", role]);
	if (!/^rt_\S+$/.test(token)) throw new Error(`token create printed something else than a token: ${token}`);
	return token;
}
