import { Clip } from "../../shared/model/clip.ts";
import type { Draft } from "../draft/fields.ts";
import type { OutboxEntry } from "./entry.ts";

/**
 * The form of a clip, to make a next version of it: of one that arrived it follows the revision that it became, over the
 * record as it was sent; one that has not arrived keeps what it followed itself.
 */
export function followUp({ id, draft, clip, receipt }: Pick<OutboxEntry, "id" | "draft" | "clip" | "receipt">): Draft {
	const sent = Clip.safeParse(clip);
	if (!receipt || !sent.success) return { ...draft, clipId: id };
	return { ...draft, clipId: id, base: { ...sent.data.record }, baseRevision: receipt.revision };
}
