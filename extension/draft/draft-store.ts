import { announceChange, clipperDatabase } from "../outbox/database.ts";
import { keyOf } from "./draft.ts";
import { Draft } from "./fields.ts";
import { begin, forget, isNoted, kept, unfinished } from "./unfinished.ts";

/** A form being filled in, kept on disk by its tab and address. */
export interface SavedDraft {
	readonly key: string;
	readonly draft: Draft;
	readonly updatedAt: number;
}

/** An older version of us may have written it: what no longer fits is no draft. */
function parse(stored: { key: string; draft: unknown; updatedAt: number } | undefined): SavedDraft | undefined {
	const draft = Draft.safeParse(stored?.draft);
	return stored && draft.success ? { key: stored.key, updatedAt: stored.updatedAt, draft: draft.data } : undefined;
}

/** Every draft of an address, in whatever tab, the last changed first. */
export async function draftsOf(url: string): Promise<SavedDraft[]> {
	await finish();
	const stored = await (await clipperDatabase()).getAllFromIndex("forms", "url", url);
	return stored.flatMap((it) => parse(it) ?? []).sort((a, b) => b.updatedAt - a.updatedAt);
}

/** Writes what a panel that closed could not; never over what was written or thrown away since. */
async function finish(): Promise<void> {
	for (const entry of unfinished()) {
		const forms = (await clipperDatabase()).transaction("forms", "readwrite");
		const stored = await forms.store.get(entry.key);
		if (isNoted(entry) && !(stored && stored.updatedAt > entry.updatedAt)) await forms.store.put(entry);
		await forms.done;
		kept(entry);
	}
}

/** Drafts that lists know of: a keystroke in one of them is no news. */
const known = new Set<string>();

export async function saveDraft(draft: Draft): Promise<void> {
	const key = keyOf(draft);
	const entry = { key, url: draft.page.url, draft, updatedAt: Date.now() };
	begin(entry);
	await (await clipperDatabase()).put("forms", entry);
	kept(entry);
	if (known.has(key)) return;
	known.add(key);
	announceChange();
}

export async function removeDraft(key: string): Promise<void> {
	forget(key);
	await (await clipperDatabase()).delete("forms", key);
	known.delete(key);
	announceChange();
}

/** Every draft, the last changed first. */
export async function listDrafts(): Promise<SavedDraft[]> {
	await finish();
	const stored = await (await clipperDatabase()).getAll("forms");
	return stored.flatMap((it) => parse(it) ?? []).sort((a, b) => b.updatedAt - a.updatedAt);
}
