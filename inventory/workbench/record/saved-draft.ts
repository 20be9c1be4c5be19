import * as z from "zod/mini";
import { RecordData } from "../api/answers.ts";

/**
 * Edits that are not saved yet, kept in this tab: they outlive a reload, a crash and the end of a session. Session storage
 * and not local: it may hold names of contacts, which should not stay behind on a shared computer.
 */
const SavedDraft = z.object({
	/** The record as it was when editing began, and its revision. */
	base: z.object({ revision: z.int(), record: RecordData }),
	record: RecordData,
	savedAt: z.string(),
});
export type SavedDraft = z.infer<typeof SavedDraft>;

const key = (id: string) => `regiotechniek:draft:${id}`;

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The draft of a record, or undefined; what cannot be read counts as none. */
export function readDraft(store: Store, id: string): SavedDraft | undefined {
	try {
		return z.safeParse(SavedDraft, JSON.parse(store.getItem(key(id)) ?? "null")).data;
	} catch {
		return undefined;
	}
}

/** Keeps a draft. Storage that is full or switched off costs the safety net, not the edit. */
export function writeDraft(store: Store, id: string, draft: SavedDraft): void {
	try {
		store.setItem(key(id), JSON.stringify(draft));
	} catch {
		// The page itself still holds the edits and asks before it is left.
	}
}

export function dropDraft(store: Store, id: string): void {
	try {
		store.removeItem(key(id));
	} catch {
		// Nothing was kept where nothing can be kept.
	}
}
