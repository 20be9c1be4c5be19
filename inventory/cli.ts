import { join } from "node:path";
import { CommandError, runCommand } from "./admin/commands.ts";
import { askService, explain, socketPath } from "./admin/socket.ts";
import { FolderInUseError, livingLock, takeLock } from "./db/lock.ts";
import { DatabaseError } from "./db/open.ts";
import { EnvironmentError, readEnvironment } from "./env.ts";
import { openInventory } from "./service.ts";

/** Prints only what the command gives on standard output; sentences about trouble go to standard error, with code 1. */
async function run(args: string[]): Promise<string> {
	const settings = readEnvironment(process.env);
	// A server takes several processes; the embedded database belongs to one, which then does it for us.
	const embedded = settings.databaseUrl === undefined;
	const running = embedded ? await livingLock(settings.dataDir) : undefined;
	if (running) return askService(running.socket, args, process.cwd());
	const lock = embedded ? await takeLock(settings.dataDir, socketPath(settings.dataDir)) : undefined;
	try {
		const { database, administration } = await openInventory(settings, {
			regionsFolder: join(import.meta.dirname, "regions"),
			log: (message) => console.error(message),
		});
		try {
			return await runCommand(administration, args, process.cwd());
		} finally {
			await database.close();
		}
	} finally {
		await lock?.release();
	}
}

try {
	console.log(await run(process.argv.slice(2)));
} catch (error) {
	const expected =
		error instanceof CommandError ||
		error instanceof EnvironmentError ||
		error instanceof FolderInUseError ||
		error instanceof DatabaseError;
	console.error(expected ? error.message : explain(error));
	process.exitCode = 1;
}
