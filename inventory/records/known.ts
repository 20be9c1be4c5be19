import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import type { RecordState } from "../../shared/model/clip.ts";
import type { Kind } from "../../shared/model/kinds.ts";
import type { Database } from "../db/open.ts";
import { records, sources } from "../db/schema.ts";
import { isPersonalRecord } from "./personal.ts";
import { Refusal } from "./refusal.ts";
import { differentIn } from "./verdicts.ts";

/** One known record, as little as finding duplicates needs. Gone ones come with their state, so that a copy can drop them. */
export interface KnownEntry {
	id: string;
	kind: Kind;
	title: string;
	state: RecordState;
	updatedAt: string;
	/** Match key of the page it was found on last. */
	key?: string;
	/** Of other pages that it was found on. */
	otherKeys?: string[];
	place?: string;
	start?: string;
	organization?: string;
	/** Records that somebody called something else than this one. */
	different?: string[];
}

const inner = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Where, when and by whom, from whichever fields the kind has for it; of an initiative that is who leads it. */
export function detailsOf(data: unknown): Pick<KnownEntry, "place" | "start" | "organization"> {
	const partners: readonly unknown[] = Array.from(Object(inner(data, "partners") ?? []));
	const lead = partners.find((partner) => inner(partner, "role") === "lead") ?? partners[0];
	const place = text(inner(inner(data, "location"), "place")) ?? text(inner(inner(inner(data, "places"), "0"), "name"));
	const start = text(inner(data, "start")) ?? text(inner(inner(data, "planning"), "start"));
	const organization = text(inner(inner(data, "organization") ?? inner(data, "organizer") ?? lead, "name"));
	return { ...(place && { place }), ...(start && { start }), ...(organization && { organization }) };
}

/** Where a page of the index ended: the moment and id of its last record, as text for a client to give back. */
const nextOf = ({ updatedAt, id }: { updatedAt: Date; id: string }) =>
	Buffer.from(`${updatedAt.toISOString()} ${id}`).toString("base64url");

function readNext(next: string): { at: Date; id: string } {
	const [at = "", id = ""] = Buffer.from(next, "base64url").toString().split(" ");
	if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
		throw new Refusal(400, "invalid-cursor", {
			nl: "De waarde van next klopt niet: neem next uit het vorige antwoord over.",
			en: "The value of next is not right: copy next from the previous answer.",
		});
	}
	return { at: new Date(at), id };
}

/**
 * The compact index of a region from which a client finds duplicates without telling which pages are visited.
 * `since` is the cursor of an earlier answer: only what changed from then on comes back. With `limit` it comes in pages: `next` of
 * one asks for the following, and is left out of the last. Throws a {@link Refusal} 400 for a `next` that is none.
 */
export async function known(
	db: Database,
	region: string,
	options: { since?: Date | undefined; limit?: number | undefined; next?: string | undefined } = {},
): Promise<{ region: string; cursor: string; entries: KnownEntry[]; next?: string }> {
	const { since, limit } = options;
	const from = options.next === undefined ? undefined : readNext(options.next);
	const page = db
		.select()
		.from(records)
		.where(
			and(
				eq(records.region, region),
				since && gte(records.updatedAt, since),
				from && sql`(${records.updatedAt}, ${records.id}) > (${from.at.toISOString()}::timestamptz, ${from.id}::uuid)`,
			),
		)
		.orderBy(asc(records.updatedAt), asc(records.id));
	// One more than asked for tells whether there is a following page.
	const found = await (limit === undefined ? page : page.limit(limit + 1));
	const more = limit !== undefined && found.length > limit;
	const rows = more ? found.slice(0, limit) : found;
	const keys = await keysOf(db, region, limit === undefined ? undefined : rows.map(({ id }) => id));
	const different = await differentIn(db, region);
	const entries = rows.flatMap((record): KnownEntry[] => {
		// Of a person's request a copy on somebody's machine learns at most that it is gone.
		if (isPersonalRecord(record.kind, record.data)) {
			const { id, kind, updatedAt } = record;
			return since ? [{ id, kind, title: "", state: "archived", updatedAt: updatedAt.toISOString() }] : [];
		}
		const all = keys.get(record.id) ?? [];
		const key = all.at(-1);
		const otherKeys = [...new Set(all)].filter((one) => one !== key);
		const entry = {
			id: record.id,
			kind: record.kind,
			title: record.title,
			state: record.state,
			updatedAt: record.updatedAt.toISOString(),
			...(key && { key }),
			...(otherKeys.length > 0 && { otherKeys }),
			...detailsOf(record.data),
			...(different.has(record.id) && { different: different.get(record.id) ?? [] }),
		};
		return [entry];
	});
	const last = rows.at(-1);
	const cursor = last?.updatedAt ?? from?.at ?? since ?? new Date(0);
	return { region, cursor: cursor.toISOString(), entries, ...(more && last && { next: nextOf(last) }) };
}

/** The match keys of the pages that records were found on, the latest last: of some records, or of all of a region. */
async function keysOf(db: Database, region: string, ids?: readonly string[]): Promise<Map<string, string[]>> {
	const rows = await db
		.select({ id: sources.recordId, key: sources.matchKey })
		.from(sources)
		.innerJoin(records, eq(records.id, sources.recordId))
		.where(and(eq(records.region, region), ids && inArray(sources.recordId, [...ids])))
		.orderBy(asc(sources.id));
	const keys = new Map<string, string[]>();
	for (const { id, key } of rows) keys.set(id, [...(keys.get(id) ?? []), ...(key ? [key] : [])]);
	return keys;
}
