import { clipperDatabase } from "../outbox/database.ts";
import { Draft } from "./fields.ts";

/** A form being filled in, kept on disk by the address of its page. */
export interface SavedDraft {
	readonly url: string;
	readonly draft: Draft;
	readonly updatedAt: number;
}

/** An older version of us may have written it: what no longer fits is no draft. */
function parse(stored: { url: string; draft: unknown; updatedAt: number } | undefined): SavedDraft | undefined {
	const draft = Draft.safeParse(stored?.draft);
	return stored && draft.success ? { url: stored.url, updatedAt: stored.updatedAt, draft: draft.data } : undefined;
}

export async function loadDraft(url: string): Promise<SavedDraft | undefined> {
	return parse(await (await clipperDatabase()).get("drafts", url));
}

export async function saveDraft(draft: Draft): Promise<void> {
	await (await clipperDatabase()).put("drafts", { url: draft.page.url, draft, updatedAt: Date.now() });
}

export async function removeDraft(url: string): Promise<void> {
	await (await clipperDatabase()).delete("drafts", url);
}

/** Every draft, the last changed first. */
export async function listDrafts(): Promise<SavedDraft[]> {
	const stored = await (await clipperDatabase()).getAll("drafts");
	return stored.flatMap((it) => parse(it) ?? []).sort((a, b) => b.updatedAt - a.updatedAt);
}
