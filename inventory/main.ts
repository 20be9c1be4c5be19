import type { Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { firstAdministrator } from "./access/first-administrator.ts";
import { runCommand } from "./admin/commands.ts";
import { listenForCommands, socketPath } from "./admin/socket.ts";
import { createApp } from "./app.ts";
import { FolderInUseError, takeLock } from "./db/lock.ts";
import { DatabaseError, answers as databaseAnswers } from "./db/open.ts";
import { keepVersions } from "./embedding/keep-versions.ts";
import { EnvironmentError, readEnvironment, type Settings } from "./env.ts";
import { failureText } from "./failure-text.ts";
import { type DirectLane, directLane } from "./operate/direct-lane.ts";
import { patientServer } from "./operate/http-server.ts";
import { createMetrics, type Metrics } from "./operate/metrics.ts";
import { createLog } from "./operate/request-log.ts";
import { rememberVisitor } from "./operate/visitor.ts";
import type { PublishedSite } from "./publish/site.ts";
import { untilTomorrow } from "./publish/tomorrow.ts";
import { feedLane, feedOnWire } from "./routes/feeds.ts";
import { builtFolders } from "./routes/static.ts";
import { openInventory } from "./service.ts";
import { version } from "./version.ts";

const log = (message: string) => console.log(message);
const complain = (error: unknown) => console.error(failureText(error));

interface Doors {
	server: Server;
	direct: DirectLane;
}

function listen(settings: Settings, app: Hono, site: PublishedSite, metrics: Metrics): Promise<Doors> {
	const routes = getRequestListener(app.fetch);
	const lane = feedLane(site, metrics.fromLane);
	const server = patientServer((request, response) => {
		rememberVisitor(request, settings.trustedProxies ?? 0);
		if (!lane(request, response)) void routes(request, response);
	});
	const direct = directLane(server, feedOnWire(site, metrics.fromLane));
	return new Promise((resolve, reject) => {
		server.once("error", (error: Error & { code?: string }) =>
			reject(
				error.code === "EADDRINUSE"
					? new EnvironmentError(
							`PORT=${settings.port} is al in gebruik. Kies een andere poort. Bijvoorbeeld: PORT=8788`,
						)
					: error,
			),
		);
		server.listen(settings.port, settings.host, () => resolve({ server, direct }));
	});
}

/** Lets running requests end, then closes; a request that takes too long is cut. */
function drain({ server, direct }: Doors): Promise<void> {
	return new Promise((resolve) => {
		// A kept-alive connection turns idle only when its request ends, so look again until all are gone.
		const closeIdle = setInterval(() => {
			server.closeIdleConnections();
			direct.closeIdle();
		}, 50);
		const cut = setTimeout(() => server.closeAllConnections(), 10_000);
		server.close(() => {
			clearInterval(closeIdle);
			clearTimeout(cut);
			resolve();
		});
	});
}

async function start(settings: Settings): Promise<void> {
	const socket = socketPath(settings.dataDir);
	// On a server several processes may work, with one folder too; the command line then goes to the database by itself.
	const alone = settings.databaseUrl === undefined;
	const lock = alone ? await takeLock(settings.dataDir, socket) : undefined;
	const root = import.meta.dirname;
	try {
		let answers = async () => false;
		let waiting = async () => 0;
		const metrics = createMetrics({ databaseAnswers: () => answers(), waiting: () => waiting() });
		const inventory = await openInventory(settings, {
			regionsFolder: join(root, "regions"),
			log,
			stays: true,
			onPublished: metrics.published,
		});
		answers = () => databaseAnswers(inventory.database.db);
		waiting = inventory.waiting;
		const { database, context, site, publisher, administration, widgets } = inventory;
		await publisher.publishAll();
		const folders = builtFolders(root);
		// While developing, the bytes of one version change all the time and nobody has pinned them.
		const keptVersions = settings.dev ? undefined : join(settings.dataDir, "embed");
		if (keptVersions) await keepVersions({ built: folders.embed, kept: keptVersions, log });
		const app = createApp({
			context,
			importer: inventory.importer,
			site,
			widgets,
			folders,
			keptVersions,
			publicUrl: settings.publicUrl,
			oidc: settings.oidc,
			apiLimit: settings.apiLimit,
			version,
			samples: settings.samples,
			dev: settings.dev,
			openData: settings.openData,
			metrics,
			log: createLog(settings.logLevel ?? "warn"),
			onError: complain,
		});
		const doors = await listen(settings, app, site, metrics);
		const commands = lock && (await listenForCommands(socket, (args, cwd) => runCommand(administration, args, cwd)));
		// "Upcoming" and "still open" change at midnight without anybody writing.
		const stopDaily = untilTomorrow(() => publisher.publishAll().catch(complain));

		let stopping = false;
		const stop = async (signal: string) => {
			if (stopping) return;
			stopping = true;
			log(`${signal}: finishing requests`);
			stopDaily();
			await drain(doors);
			await commands?.close();
			// Closing writes: into a folder that was replaced under us it would spoil somebody else's database.
			if (!lock || (await lock.isHeld())) await database.close();
			await lock?.release();
			log("stopped");
			process.exit(0);
		};
		process.on("SIGTERM", () => void stop("SIGTERM"));
		process.on("SIGINT", () => void stop("SIGINT"));

		const link = await firstAdministrator(context, database);
		if (link) {
			log(`first administrator, once, within a week: ${settings.publicUrl}/workbench/#link=${link}`);
		}
		const address = doors.server.address();
		const port = typeof address === "object" && address ? address.port : settings.port;
		log(`ready http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}`);
	} catch (error) {
		await lock?.release();
		throw error;
	}
}

/** Starts the service and keeps it running until SIGTERM or Ctrl-C. Expected trouble ends it with a sentence and code 1. */
export async function main(): Promise<void> {
	try {
		await start(readEnvironment(process.env));
	} catch (error) {
		if (error instanceof EnvironmentError || error instanceof FolderInUseError || error instanceof DatabaseError)
			console.error(error.message);
		else complain(error);
		process.exit(1);
	}
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
