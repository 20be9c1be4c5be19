import { readStored, writeStored } from "../browser.ts";
import type { Fields } from "./fields.ts";
import { noTags, RecentTags, withTags } from "./recent-tags.ts";

/** Where they are in the extension's storage. */
export const recentTagsKey = "recent-tags";

export async function readRecentTags(): Promise<RecentTags> {
	const stored = RecentTags.safeParse(await readStored("local", recentTagsKey));
	return stored.success ? stored.data : noTags;
}

export async function rememberTags(fields: Fields): Promise<void> {
	await writeStored("local", recentTagsKey, withTags(await readRecentTags(), fields));
}
