import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod/mini";

/**
 * The embedded database has no lock of its own: a second process on the same folder silently loses rows. So a service
 * takes this file first and keeps it as long as it lives. It also tells the command line where the running service listens.
 */
const LockFile = z.object({
	pid: z.int(),
	host: z.string(),
	/** Start time of the process in clock ticks since boot, so that a reused pid is not mistaken for it. */
	started: z.string(),
	nonce: z.string(),
	socket: z.string(),
});
export type LockFile = z.infer<typeof LockFile>;

export interface Lock {
	/** False when somebody removed the folder or the file under us: then what stands there is not ours to write. */
	isHeld(): Promise<boolean>;
	release(): Promise<void>;
}

/** Another living process holds the folder. */
export class FolderInUseError extends Error {}

const pathOf = (dataDir: string) => join(dataDir, "inventory.lock");

/** Field 22 of /proc/<pid>/stat; empty where there is no such process or no /proc. */
async function startTime(pid: number): Promise<string> {
	try {
		const stat = await readFile(`/proc/${pid}/stat`, "utf8");
		// The command name, in parentheses, may hold spaces and parentheses itself.
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
	} catch {
		return "";
	}
}

function exists(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}

async function isAlive(lock: LockFile): Promise<boolean> {
	if (lock.host !== hostname()) return true;
	if (!exists(lock.pid)) return false;
	const started = await startTime(lock.pid);
	return started === "" || started === lock.started;
}

/** The lock as it stands in `dataDir`, or undefined when there is none that can be read. */
export async function readLock(dataDir: string): Promise<LockFile | undefined> {
	try {
		return LockFile.parse(JSON.parse(await readFile(pathOf(dataDir), "utf8")));
	} catch {
		return undefined;
	}
}

/** The lock when its holder lives. */
export async function livingLock(dataDir: string): Promise<LockFile | undefined> {
	const lock = await readLock(dataDir);
	return lock && (await isAlive(lock)) ? lock : undefined;
}

/**
 * Takes `dataDir` for this process. `socket` is where the service will answer the command line.
 * Throws {@link FolderInUseError} when another living process has it; a lock left by a killed process is taken over.
 */
export async function takeLock(dataDir: string, socket: string): Promise<Lock> {
	await mkdir(dataDir, { recursive: true });
	const path = pathOf(dataDir);
	const mine: LockFile = {
		pid: process.pid,
		host: hostname(),
		started: await startTime(process.pid),
		nonce: randomUUID(),
		socket,
	};
	for (let attempt = 0; attempt < 5; attempt++) {
		try {
			await writeFile(path, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
		} catch (error) {
			if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
			const holder = await readLock(dataDir);
			if (holder && (await isAlive(holder))) {
				throw new FolderInUseError(
					`De map ${dataDir} is in gebruik door proces ${holder.pid}${holder.host === hostname() ? "" : ` op ${holder.host}`}. ` +
						`Stop dat proces, of kies een andere map: DATA_DIR=./data-2. ` +
						`Draait het zeker niet meer, verwijder dan ${path}.`,
				);
			}
			await rm(path, { force: true });
			continue;
		}
		// Two that took over the same stale lock at once both get here: only the last writer finds its own nonce.
		await wait(20);
		if ((await readLock(dataDir))?.nonce === mine.nonce) {
			const isHeld = async () => (await readLock(dataDir))?.nonce === mine.nonce;
			return {
				isHeld,
				release: async () => {
					if (await isHeld()) await rm(path, { force: true });
				},
			};
		}
	}
	throw new FolderInUseError(
		`De map ${dataDir} wordt op dit moment door een ander proces geopend. Probeer het zo opnieuw.`,
	);
}
