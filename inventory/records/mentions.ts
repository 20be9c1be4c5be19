import { and, asc, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type { Kind } from "../../shared/model/kinds.ts";
import { fold } from "../../shared/model/query.ts";
import type { Database } from "../db/open.ts";
import { records } from "../db/schema.ts";
import { slugify } from "../publish/project.ts";
import type { RecordRow } from "./stored.ts";

/** Where other records mention an organisation: as partner, organiser, organisation, or as the one they are part of. */

/** What an organisation is mentioned by. */
export interface Named {
	slug: string;
	name: string;
}

export const nameOf = ({ data, title }: Pick<RecordRow, "data" | "title">): Named => ({
	slug: typeof data.slug === "string" ? data.slug : slugify(title),
	name: title,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a mention is of this organisation: by its slug or, for one that has no slug, by its name. */
const isOf = ({ slug, name }: Named, mention: unknown): mention is Record<string, unknown> =>
	isObject(mention) &&
	(mention.id === undefined
		? typeof mention.name === "string" && fold(mention.name) === fold(name)
		: mention.id === slug);

/** The fields of `data` that mention the organisation. */
export function fieldsThatMention(data: Record<string, unknown>, named: Named): string[] {
	const single = ["organizer", "organization"].filter((field) => isOf(named, data[field]));
	const partners = Array.isArray(data.partners) && data.partners.some((partner) => isOf(named, partner));
	return [...single, ...(partners ? ["partners"] : []), ...(data.partOf === named.slug ? ["partOf"] : [])];
}

/** `data` with every mention of one organisation made one of another. */
export function withMentionOf(data: Record<string, unknown>, from: Named, to: Named): Record<string, unknown> {
	const swap = (mention: unknown): unknown =>
		isOf(from, mention) ? { ...mention, id: to.slug, name: to.name } : mention;
	const next = { ...data };
	for (const field of ["organizer", "organization"]) if (field in next) next[field] = swap(next[field]);
	const { partners } = data;
	if (Array.isArray(partners)) {
		// Somebody who was a partner under both names would stand there twice: the mention that was there stays.
		const roles = new Set(partners.flatMap((partner) => (isOf(to, partner) ? [partner.role ?? "partner"] : [])));
		next.partners = partners
			.filter((partner) => !isOf(from, partner) || !roles.has(partner.role ?? "partner"))
			.map(swap);
	}
	if (next.partOf === from.slug) next.partOf = to.slug;
	return next;
}

/** The records of a region that mention the organisation, by an index; what was merged away is left out. */
export async function mentionsOf(db: Database, region: string, named: Named): Promise<RecordRow[]> {
	const holds = (part: Record<string, unknown>): SQL => sql`${records.data} @> ${JSON.stringify(part)}::jsonb`;
	const byId = { id: named.slug };
	const byName = { name: named.name };
	const rows = await db
		.select()
		.from(records)
		.where(
			and(
				eq(records.region, region),
				ne(records.state, "merged"),
				or(
					...[byId, byName].flatMap((mention) => [
						holds({ organizer: mention }),
						holds({ organization: mention }),
						holds({ partners: [mention] }),
					]),
					holds({ partOf: named.slug }),
				),
			),
		)
		.orderBy(asc(records.kind), asc(records.title), asc(records.id));
	return rows.filter(({ data }) => fieldsThatMention(data, named).length > 0);
}

export interface Usage {
	total: number;
	items: { id: string; kind: Kind; title: string; state: RecordRow["state"]; fields: string[] }[];
}

/** Where an organisation is used, by kind and title; the first 200 of `total`. */
export async function usageOf(db: Database, row: RecordRow): Promise<Usage> {
	if (row.kind !== "organization") return { total: 0, items: [] };
	const named = nameOf(row);
	const rows = (await mentionsOf(db, row.region, named)).filter(({ id }) => id !== row.id);
	const items = rows.slice(0, 200).map(({ id, kind, title, state, data }) => ({
		id,
		kind,
		title,
		state,
		fields: fieldsThatMention(data, named),
	}));
	return { total: rows.length, items };
}
