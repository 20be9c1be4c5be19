import * as z from "zod/mini";
import { recordStates } from "../../shared/model/clip.ts";
import { kinds } from "../../shared/model/kinds.ts";
import type { Comparable } from "../../shared/text/duplicates.ts";

/** One record of the inventory's compact index. What is new in a later version of the inventory is left out. */
export const KnownEntry = z.object({
	id: z.uuid(),
	kind: z.enum(kinds),
	title: z.string(),
	state: z.enum(recordStates),
	updatedAt: z.string(),
	key: z.optional(z.string()),
	otherKeys: z.optional(z.array(z.string())),
	place: z.optional(z.string()),
	start: z.optional(z.string()),
	organization: z.optional(z.string()),
	/** Records that staff called something else than this one. */
	different: z.optional(z.array(z.string())),
});
export type KnownEntry = z.infer<typeof KnownEntry>;

/** The answer of `GET /api/v1/index`. Entries that this version cannot read are left out one by one. */
export const KnownAnswer = z.object({ region: z.string(), cursor: z.string(), entries: z.array(z.unknown()) });

/** Whether it still stands: what was archived or merged away is no duplicate. */
export const isStanding = ({ state }: KnownEntry): boolean => state !== "archived" && state !== "merged";

/** A known record as the index of duplicates takes it. */
export interface KnownRecord extends Comparable {
	readonly id: string;
	readonly entry: KnownEntry;
}

export function knownRecord(entry: KnownEntry): KnownRecord {
	const { id, kind, title, organization, place, start } = entry;
	const keys = [entry.key ?? "", ...(entry.otherKeys ?? [])].filter(Boolean);
	return { id, kind, title, organization, place, start, keys, entry };
}
