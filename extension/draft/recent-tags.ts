import * as z from "zod/mini";
import { type Fields, type ListField, listFields } from "./fields.ts";

const kept = 6;

const list = z._default(z.array(z.string()), []);
export const RecentTags = z.object({ actionLines: list, stages: list, audiences: list, sectors: list });
/** Codes that were used last, the latest first, for each list of the form. */
export type RecentTags = z.infer<typeof RecentTags>;

export const noTags: RecentTags = { actionLines: [], stages: [], audiences: [], sectors: [] };

/** The codes of one more clip before those of earlier ones. */
export function withTags(recent: RecentTags, fields: Pick<Fields, ListField>): RecentTags {
	const next = { ...noTags };
	for (const name of listFields) next[name] = [...new Set([...fields[name], ...recent[name]])].slice(0, kept);
	return next;
}
