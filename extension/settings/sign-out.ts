import { removeStored } from "../browser.ts";
import { listDrafts } from "../draft/draft-store.ts";
import { recentTagsKey } from "../draft/recent-tags-store.ts";
import { forgetKnown } from "../known/known-store.ts";
import { countEntries, trimSent } from "../outbox/outbox.ts";
import { readConnection, removeConnection } from "./connection-store.ts";

/** What came from the inventory and is kept beside the connection, by its key in the extension's storage. */
const ofInventory = [recentTagsKey];

/**
 * Takes leave of the inventory: revokes our token there when it can be reached, and wipes what is local of it. Drafts and
 * clips that have not arrived stay; gives how many.
 */
export async function signOut(): Promise<number> {
	const connection = await readConnection();
	if (connection)
		await fetch(`${connection.address}/api/v1/tokens/current`, {
			method: "DELETE",
			headers: { authorization: `Bearer ${connection.token}` },
			credentials: "omit",
			signal: AbortSignal.timeout(10_000),
		}).catch(() => undefined);
	await removeConnection();
	await trimSent(0);
	await forgetKnown().catch(() => undefined);
	for (const key of ofInventory) await removeStored("local", key);
	const { queued, sending, attention } = await countEntries();
	return queued + sending + attention + (await listDrafts()).length;
}
