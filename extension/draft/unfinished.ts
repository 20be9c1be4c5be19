import * as z from "zod/mini";
import { Draft } from "./fields.ts";

/**
 * A write to the database is not done when the call returns, and a panel that closes takes it along. What is being written
 * therefore stands in `localStorage` until it is: that is done at once.
 */

const Entry = z.object({ key: z.string(), url: z.string(), draft: Draft, updatedAt: z.number() });
type Entry = z.infer<typeof Entry>;

const prefix = "draft ";

/** Notes that `entry` is about to be written. Where there is no room, it is written without a note. */
export function begin(entry: Entry): void {
	try {
		localStorage.setItem(prefix + entry.key, JSON.stringify(entry));
	} catch {
		forget(entry.key);
	}
}

/** Notes that `entry` was written; a later one of the same key stays noted. */
export function kept(entry: Entry): void {
	const noted = parse(localStorage.getItem(prefix + entry.key));
	if (!noted || noted.updatedAt <= entry.updatedAt) forget(entry.key);
}

/** Whether `entry` is still the last that was to be written under its key. */
export const isNoted = (entry: Entry): boolean =>
	parse(localStorage.getItem(prefix + entry.key))?.updatedAt === entry.updatedAt;

export const forget = (key: string): void => localStorage.removeItem(prefix + key);

function parse(text: string | null): Entry | undefined {
	if (text === null) return undefined;
	try {
		return Entry.parse(JSON.parse(text));
	} catch {
		return undefined;
	}
}

/** What was about to be written when a panel closed. */
export function unfinished(): Entry[] {
	const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
	return keys.flatMap((key) => parse(localStorage.getItem(key)) ?? []);
}
