import { randomUUID } from "node:crypto";
import PgBoss from "pg-boss";
import type { JobStore } from "../db/open.ts";
import type { Jobs } from "./jobs.ts";

/** What pg-boss keeps is in a schema of its own, which it makes and migrates itself. */
const schema = "jobs";

const zone = "Europe/Amsterdam";

/** Seconds that running work gets to end when the service stops. */
const graceSeconds = 5;

/** Minutes after which work that nobody finished is given to somebody else: its process was killed. */
const longestWork = 15;

/**
 * {@link Jobs} on pg-boss, on either engine. It starts with the first use, so that a command that needs no work done does not
 * make tables. `onError` is told of what goes wrong beside a caller, such as a database that is away for a while: pg-boss
 * goes on by itself when it is back.
 */
export function createJobs(store: JobStore, onError: (error: unknown) => void): Jobs & { waiting(): Promise<number> } {
	let boss: Promise<PgBoss> | undefined;
	let stopped = false;
	const stopping = new AbortController();
	const queues = new Map<string, Promise<void>>();
	const workers = new Map<string, string>();

	const started = (): Promise<PgBoss> => {
		if (stopped) return Promise.reject(new Error("The jobs were stopped."));
		boss ??= start().catch((error: unknown) => {
			boss = undefined;
			throw error;
		});
		return boss;
	};

	async function start(): Promise<PgBoss> {
		const made = new PgBoss({
			schema,
			...(typeof store.connection === "string"
				? { connectionString: store.connection, max: 2, application_name: "regiotechniek-jobs" }
				: { db: store.connection }),
			retryLimit: 5,
			retryDelay: 10,
			retryBackoff: true,
			expireInMinutes: longestWork,
			archiveCompletedAfterSeconds: 3600,
			deleteAfterDays: 7,
			pollingIntervalSeconds: 2,
		});
		made.on("error", (error) => !stopped && onError(error));
		await made.start();
		// The embedded database has one process at a time: whatever was running there when we came is running no more.
		if (typeof store.connection !== "string") {
			await store.connection.executeSql(`update ${schema}.job set state = 'retry' where state = 'active'`, []);
		}
		return made;
	}

	/** Makes sure of the queue: one waiting piece of work for each key. */
	async function queue(name: string): Promise<PgBoss> {
		const ready = await started();
		const made =
			queues.get(name) ??
			ready.createQueue(name, {
				name,
				policy: "short",
				retryLimit: 5,
				retryDelay: 10,
				retryBackoff: true,
				expireInMinutes: longestWork,
			});
		queues.set(name, made);
		await made.catch((error: unknown) => {
			queues.delete(name);
			throw error;
		});
		return ready;
	}

	return {
		async work(name, data, run) {
			const ready = await queue(name);
			const id = await ready.work<object>(name, { batchSize: 1 }, async ([job]) => {
				if (!job) return;
				try {
					await run(data.parse(job.data), stopping.signal);
				} finally {
					// Look at once whether there is more: else the next one waits for the next poll.
					const self = workers.get(name);
					if (self) ready.notifyWorker(self);
				}
			});
			workers.set(name, id);
		},
		async send(name, data, { key, startAfter } = {}) {
			const ready = await queue(name);
			await ready.send(name, data, { singletonKey: key ?? randomUUID(), ...(startAfter && { startAfter }) });
			const worker = workers.get(name);
			if (worker && !startAfter) ready.notifyWorker(worker);
		},
		async schedule(name, cron, data) {
			const ready = await queue(name);
			await ready.schedule(name, cron, data, { tz: zone });
		},
		async waiting() {
			if (!boss) return 0;
			const ready = await boss;
			const sizes = await Promise.all([...queues.keys()].map((name) => ready.getQueueSize(name)));
			return sizes.reduce((sum, size) => sum + size, 0);
		},
		async stop() {
			if (stopped) return;
			stopped = true;
			stopping.abort();
			const ready = await boss?.catch(() => undefined);
			await ready?.stop({ graceful: true, timeout: graceSeconds * 1000 }).catch(onError);
		},
	};
}
