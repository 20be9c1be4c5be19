import { KnownAnswer, KnownEntry } from "./known-entry.ts";
import { readCursor, type Whose, writeEntries } from "./known-store.ts";

/** How the inventory is reached; see settings/connection.ts. */
export interface Access extends Whose {
	readonly token: string;
}

/** Asked again for: a change that was on its way when the cursor was made carries an earlier moment. */
const overlap = 60_000;

/**
 * Brings the local copy up to date with what changed since the last time, and gives what came. Nothing of what somebody
 * visits or types goes along. `undefined` when the inventory cannot be reached or does not let us: the copy stays.
 */
export async function syncKnown(access: Access, signal?: AbortSignal): Promise<readonly KnownEntry[] | undefined> {
	const cursor = await readCursor(access);
	const moment = Date.parse(cursor ?? "");
	const query = new URLSearchParams({ region: access.region });
	if (!Number.isNaN(moment)) query.set("since", new Date(Math.max(0, moment - overlap)).toISOString());
	const limit = AbortSignal.timeout(60_000);
	let answer: unknown;
	try {
		const response = await fetch(`${access.address}/api/v1/index?${query}`, {
			headers: { authorization: `Bearer ${access.token}` },
			credentials: "omit",
			cache: "no-store",
			redirect: "error",
			signal: signal ? AbortSignal.any([signal, limit]) : limit,
		});
		if (!response.ok) return undefined;
		answer = await response.json();
	} catch {
		return undefined;
	}
	const known = KnownAnswer.safeParse(answer);
	if (!known.success || known.data.region !== access.region) return undefined;
	const entries = known.data.entries.flatMap((it) => {
		const entry = KnownEntry.safeParse(it);
		return entry.success ? [entry.data] : [];
	});
	signal?.throwIfAborted();
	await writeEntries(access, entries, known.data.cursor);
	return entries;
}
