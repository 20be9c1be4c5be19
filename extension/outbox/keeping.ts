import { isFirefox, readStored, writeStored } from "../browser.ts";
import { clipperDatabase, databaseName } from "./database.ts";
import { countEntries } from "./outbox.ts";

/** What may have happened to what we keep on this device. */
export interface Keeping {
	/** Hardly any room is left: the next clip may not fit. */
	readonly full: boolean;
	/** The browser threw our database away, with this many drafts and clips that had not arrived. */
	readonly lost: number | undefined;
}

/** Below this many bytes we say so: a clip is at most 256 kB, but the browser needs room to write. */
const tight = 5_000_000;

const key = "kept";

interface Kept {
	readonly database: string;
	readonly unsent: number;
}

const isKept = (value: unknown): value is Kept =>
	typeof value === "object" && value !== null && "database" in value && "unsent" in value;

/**
 * Writes down beside the database, in the extension's own storage, how many it holds that have not arrived. A browser that
 * clears site data when the disk is full takes the one and leaves the other.
 */
export async function noteKept(): Promise<void> {
	const { queued, sending, attention } = await countEntries();
	const drafts = await (await clipperDatabase()).count("forms");
	const kept: Kept = { database: await databaseName(), unsent: queued + sending + attention + drafts };
	const before = await readStored("local", key);
	if (isKept(before) && before.database === kept.database && before.unsent === kept.unsent) return;
	await writeStored("local", key, kept);
}

/** Looks at the room that is left, asks the browser to keep what we have, and notices what is gone since the last time. */
export async function lookAtKeeping(): Promise<Keeping> {
	// In Firefox this would ask the user a question that says nothing to them.
	if (!isFirefox()) await navigator.storage.persist().catch(() => false);
	const { quota, usage } = await navigator.storage.estimate();
	const kept = await readStored("local", key);
	const gone = isKept(kept) && kept.unsent > 0 && kept.database !== (await databaseName());
	return {
		full: quota !== undefined && usage !== undefined && quota - usage < tight,
		lost: gone ? kept.unsent : undefined,
	};
}
