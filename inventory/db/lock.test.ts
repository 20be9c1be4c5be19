import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FolderInUseError, livingLock, takeLock } from "./lock.ts";

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "regiotechniek-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A pid that was alive a moment ago. */
async function deadPid(): Promise<number> {
	const child = spawn(process.execPath, ["-e", ""]);
	await once(child, "exit");
	return child.pid ?? 0;
}

const leave = (changes: Record<string, unknown>) =>
	writeFile(
		join(folder, "inventory.lock"),
		JSON.stringify({ pid: process.pid, host: hostname(), started: "1", nonce: "n", socket: "s", ...changes }),
	);

it("refuses a folder that a living process holds, saying which and what to do", async () => {
	const lock = await takeLock(folder, "s");
	await expect(takeLock(folder, "s")).rejects.toThrow(FolderInUseError);
	await expect(takeLock(folder, "s")).rejects.toThrow(new RegExp(`proces ${process.pid}.*DATA_DIR=`));
	await lock.release();
	await (await takeLock(folder, "s")).release();
});

it("takes over what a killed process left, also when its pid lives on in another process", async () => {
	await leave({ pid: await deadPid() });
	await (await takeLock(folder, "s")).release();
	await leave({ pid: process.pid, started: "1" });
	expect(await livingLock(folder)).toBeUndefined();
	await (await takeLock(folder, "s")).release();
});

it("takes over a file torn by a crash", async () => {
	await writeFile(join(folder, "inventory.lock"), '{"pid": 12');
	await (await takeLock(folder, "s")).release();
});

it("does not guess about a process on another machine", async () => {
	await leave({ host: "elders", pid: 1 });
	await expect(takeLock(folder, "s")).rejects.toThrow(/op elders/);
});

it("lets exactly one of many in", async () => {
	const tries = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder, "s")));
	expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

it("leaves a lock alone that is no longer its own", async () => {
	const lock = await takeLock(folder, "s");
	await leave({ nonce: "somebody else" });
	await lock.release();
	expect(await readFile(join(folder, "inventory.lock"), "utf8")).toContain("somebody else");
});
