import type * as z from "zod/mini";

/** Work that is done apart from a request: kept in the database, done by one process, again after a failure. */
export interface Jobs {
	/** Has this process do the work of `name`. `data` is checked first; what throws is tried again with a growing pause. */
	work<T>(name: string, data: z.ZodMiniType<T>, run: (data: T, signal: AbortSignal) => Promise<void>): Promise<void>;
	/** Asks for work; a second one with the same `key` while the first waits is the same one. Resolves once it is kept. */
	send(name: string, data: object, options?: { key?: string; startAfter?: Date }): Promise<void>;
	/** Asks for the work at each time of `cron`, in the zone Europe/Amsterdam; replaces what was scheduled under `name`. */
	schedule(name: string, cron: string, data: object): Promise<void>;
	/** Lets running work end (at most some seconds), then stops. */
	stop(): Promise<void>;
}
