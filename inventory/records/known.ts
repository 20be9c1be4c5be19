import { and, asc, eq, gte } from "drizzle-orm";
import type { RecordState } from "../../shared/model/clip.ts";
import type { Kind } from "../../shared/model/kinds.ts";
import type { Database } from "../db/open.ts";
import { records, sources } from "../db/schema.ts";

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
}

const inner = (value: unknown, name: string): unknown =>
	typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Where, when and by whom, from whichever fields the kind has for it; of an initiative that is who leads it. */
function detailsOf(data: unknown): Pick<KnownEntry, "place" | "start" | "organization"> {
	const partners: readonly unknown[] = Array.from(Object(inner(data, "partners") ?? []));
	const lead = partners.find((partner) => inner(partner, "role") === "lead") ?? partners[0];
	const place = text(inner(inner(data, "location"), "place")) ?? text(inner(inner(inner(data, "places"), "0"), "name"));
	const start = text(inner(data, "start")) ?? text(inner(inner(data, "planning"), "start"));
	const organization = text(inner(inner(data, "organization") ?? inner(data, "organizer") ?? lead, "name"));
	return { ...(place && { place }), ...(start && { start }), ...(organization && { organization }) };
}

/**
 * The compact index of a region from which a client finds duplicates without telling which pages are visited.
 * `since` is the cursor of an earlier answer: only what changed from then on comes back.
 */
export async function known(
	db: Database,
	region: string,
	since?: Date,
): Promise<{ region: string; cursor: string; entries: KnownEntry[] }> {
	const rows = await db
		.select({ record: records, key: sources.matchKey })
		.from(records)
		.leftJoin(sources, eq(sources.recordId, records.id))
		.where(and(eq(records.region, region), since && gte(records.updatedAt, since)))
		.orderBy(asc(records.updatedAt), asc(sources.id));
	const entries = new Map<string, KnownEntry>();
	for (const { record, key } of rows) {
		const before = entries.get(record.id);
		const otherKeys = [...new Set([...(before?.otherKeys ?? []), ...(before?.key ? [before.key] : [])])];
		entries.set(record.id, {
			id: record.id,
			kind: record.kind,
			title: record.title,
			state: record.state,
			updatedAt: record.updatedAt.toISOString(),
			...(key && { key }),
			...(otherKeys.length > 0 && { otherKeys: otherKeys.filter((it) => it !== key) }),
			...detailsOf(record.data),
		});
	}
	const cursor = rows.at(-1)?.record.updatedAt ?? since ?? new Date(0);
	return { region, cursor: cursor.toISOString(), entries: [...entries.values()] };
}
