import { createHash } from "node:crypto";
import { chmod, rm } from "node:fs/promises";
import { createConnection, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import { BackupError } from "./backup.ts";
import { CommandError } from "./commands.ts";

/**
 * The embedded database belongs to one process, so while the service runs the command line asks it to carry out commands,
 * over a Unix socket that only the owner of the data folder can open.
 */
const Request = z.object({ args: z.array(z.string()), cwd: z.string() });
const Answer = z.union([z.object({ output: z.string() }), z.object({ error: z.string() })]);

/** Where a service on `dataDir` listens. Socket paths may be about 100 bytes, so a deep folder gets one in the temporary folder. */
export function socketPath(dataDir: string): string {
	const path = join(dataDir, "inventory.sock");
	if (Buffer.byteLength(path) < 100) return path;
	return join(tmpdir(), `regiotechniek-${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}.sock`);
}

/** What went wrong, for a person; a stack only for bugs. */
export function explain(error: unknown): string {
	if (error instanceof CommandError || error instanceof BackupError) return error.message;
	return error instanceof Error ? error.message : String(error);
}

/** All that the other side sends until it is done. (Iterating over the socket would close our side with it.) */
function received(connection: Socket): Promise<string> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		connection.on("data", (chunk: Buffer) => chunks.push(chunk));
		connection.once("end", () => resolve(Buffer.concat(chunks).toString()));
		connection.once("error", reject);
	});
}

/** Answers commands until closed. */
export async function listenForCommands(
	path: string,
	run: (args: string[], cwd: string) => Promise<string>,
): Promise<{ close(): Promise<void> }> {
	await rm(path, { force: true });
	const server = createServer({ allowHalfOpen: true }, async (connection) => {
		connection.on("error", () => connection.destroy());
		try {
			const { args, cwd } = Request.parse(JSON.parse(await received(connection)));
			connection.end(JSON.stringify({ output: await run(args, cwd) }));
		} catch (error) {
			connection.end(JSON.stringify({ error: explain(error) }));
		}
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(path, resolve);
	});
	await chmod(path, 0o600);
	return {
		close: () =>
			new Promise((resolve) => {
				server.close(() => rm(path, { force: true }).then(resolve));
			}),
	};
}

/** Asks the running service. Throws {@link CommandError} with its sentence when it refuses. */
export async function askService(path: string, args: string[], cwd: string): Promise<string> {
	const connection = createConnection({ path, allowHalfOpen: true });
	await new Promise<void>((resolve, reject) => {
		connection.once("error", reject);
		connection.once("connect", resolve);
	});
	const answered = received(connection);
	connection.end(JSON.stringify({ args, cwd }));
	const answer = Answer.parse(JSON.parse(await answered));
	if ("error" in answer) throw new CommandError(answer.error);
	return answer.output;
}
